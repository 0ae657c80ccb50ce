## build

build-done = { $pages } ページ（ファイル { $files } 個）を { $seconds } 秒で { $folder } に書き出しました。
build-mended = 公開済みのファイル{ $count }個が、書き出した後に変更または削除されていたため、書き出し直しました。{ $files }
build-kept = 公開済みのファイル{ $count }個が、書き出した後に変更されていました。今のサイトにはないファイルなので、そのまま残し、今後Annaiは手を加えません。{ $files }
verify-changed = 変更あり
verify-missing = なし
verify-foreign = Annaiのファイルではない
verify-good = { $folder } のファイル{ $files }個は、すべて書き出したときのままで、ほかのファイルはありません。
verify-done = { $folder } のファイル{ $count }個が、一覧（{ $files }個）と違います。
links-done = ほかのサイトへのリンクは{ $count }個です。
build-unchanged = 変更がなかったため、{ $folder } はそのままです（{ $pages } ページ、{ $seconds } 秒）。
build-nothing-published = エラーがあるため、何も公開していません。{ $folder } は前のままです。
build-strict = --strict が指定されているため、警告もエラーとして扱いました。
build-progress = ページを作っています（{ $done }/{ $total }）

## check

check-done = { $records } 件のレコードを { $seconds } 秒で調べました。
check-clean = 問題は見つかりませんでした。
check-findings = 見つかった問題：{ $summary }

## init

init-done = { $folder } に新しいサイトを作りました。
init-next = 次にすること：
init-next-edit = { $file } を開いて、サイトの名前を書き換えます。
init-next-serve = annai -C { $folder } serve を実行すると、サイトをブラウザーで見ながら書けます。
init-next-build = annai -C { $folder } build を実行すると、{ $output } にサイトができます。
init-next-schema = annai -C { $folder } schema を実行すると、VS Code で項目の補完と説明が出ます。レコードが増えたら、もう一度実行します。
init-next-check = annai -C { $folder } check を実行すると、書き方の誤りを確かめられます。
init-not-empty = { $folder } は空ではありません。新しいフォルダー、または空のフォルダーを指定してください。

## explain

rules-title = 規則
rules-about = 指摘ごとに1ページ、何を見つけるか、なぜ問題か、例を示します。annai explain コード でも同じものが出ます。
rules-code = コード
rules-finds = 見つけるもの
explain-why = なぜ問題か
explain-bad = 誤った例
explain-good = 正しい例
explain-unknown = 「{ $code }」という規則はありません。
explain-nearest = 「{ $nearest }」ではありませんか。
explain-known = 規則の一覧：{ $known }
explain-hint = 詳しくは annai explain { $code } をご覧ください。

## 使い方の誤り

usage-bad-instant = 「{ $found }」は、日時として読み取れません。2023-11-14T12:00:00+09:00 のように書いてください。
usage-bad-base-url = 「{ $found }」は、サイトのアドレスとして使えません。https://example.org/guide/ のように書いてください。
usage-no-folder = フォルダー { $folder } がありません。
usage-unknown-command = 「{ $command }」というコマンドはありません。
usage-unknown-option = 「{ $option }」は、ここでは使えません。
usage-no-value = { $option } には値が必要です。
usage-bad-value = 「{ $value }」は、{ $option } の値として使えません。
usage-missing = 次の指定が足りません：{ $option }
usage-twice = { $option } は、一度しか指定できません。
usage-conflict = { $option } と { $other } は、一緒に指定できません。
usage-nearest = 「{ $words }」ではありませんか。
usage-known = 使える値：{ $words }
usage-help = コマンドの一覧は annai --help で、コマンドごとのオプションはコマンドの後に --help を付けると見られます。

init-failed = { $path } を作れませんでした（{ $reason }）。

## schema

schema-done = { $folder } にスキーマを { $count } 個書きました。YAML のスキーマを使う編集ソフトで、項目・語・参照が補われます。

## status・accept

status-new = 記録がありません（新しい訳文です）。
status-missing = 訳文がありません。
status-outdated = 原文が、訳文を確かめた後に変わっています。
status-changed = 受け入れたときから文が変わっています
accept-question = この{ $count }件を、確かめたものとして記録しますか。［y/N］
accept-yes = y yes はい
accept-not = 何も記録しませんでした。
accept-language = { $language } は、このサイトの言語ではありません。
languages-unread = サイトの言語を読み取れないため、何もしませんでした。
languages-unread-help = 先に content/site.yaml を直してから、もう一度実行してください。
status-old = 前の原文：
status-source = 今の原文：
status-translation = 訳文　　：
status-facts = 事実が、確かめた後に変わっています。
status-fact-old = 前の値：
status-fact-new = 今の値：
status-known = （content/translations.baseline にある、既知のものです）
status-unlisted = まだ記録していないアドレスが { $count } 件あります。annai accept で記録すると、失われたときに分かります。
status-words = { $language } では、画面の言葉が { $count } 件足りません。
status-unknown-words = locales/ に、どこからも使われない言葉が { $count } 件あります。どれかは annai check で分かります。
status-done = 訳文がないもの、原文より古いもの：{ $count } 件（全 { $all } 件、ほかに既知のもの { $known } 件）
status-mended = { $path } に、もう訳されているものが { $count } 件残っています。annai status --baseline で取り除いてください。
status-baseline = { $path } に、既知のもの { $count } 件を書きました。
status-required = 必須とされた箇所に、訳文がないもの、古いものが { $count } 件あります。
status-too-many = { $count } 件は、許された { $most } 件を超えています。
accept-done = { $count } 個のファイルについて、訳文と事実を確認済みとして記録しました。
accept-unknown = 「{ $path }」というファイルはサイトにありません。
accept-unknown-help = 「content/」から始まる名前で書いてください。近い名前：{ $nearest }

## fmt

fmt-would = { $place }：「{ $found }」を「{ $canonical }」に書き換えます。
fmt-would-order = { $place }：項目を決まった順に並べ替えます。
fmt-checked = 書き換えるところ：{ $places } か所（{ $files } 個のファイル）
fmt-done = { $places } か所（{ $files } 個のファイル）を書き換えました。

build-more-warnings = 警告がほかに { $count } 件あります。すべてを見るには annai check を実行してください。

## `--help` の説明。コマンドとオプションの名前は、入力するとおりのもの。

help-usage = 使い方:
help-commands = コマンド
help-arguments = 引数
help-options = オプション
help-examples = 例:
help-begin =
    例:
      annai                            サイトのフォルダーの中で：ブラウザーで見る
      annai init my-guide              二か国語の小さなサイトを作る
      annai -C my-guide serve          書きながらブラウザーで見る
      annai -C my-guide build          my-guide/public/ に公開用のファイルを作る
      annai -C my-guide check          誤りを調べる（何も書き込まない）
      annai explain unknown-word       指摘の意味と直し方を見る
help-command-annai = Annai は、項目ごとのデータと、複数の言語で書いた本文から、相互にリンクした静的な案内サイトを作ります。
help-command-serve = サイトをブラウザーに表示し、保存した変更をすぐに反映する（何も書き込まない）
help-command-build = サイトを作り、フォルダーに公開する（全体が揃ったときだけ）
help-command-check = すべてを読んで調べる（何も書き込まない）
help-command-fmt = 別の書き方でも読めた値を標準の書き方に直し、項目を決まった順に並べる
help-command-status = 足りない翻訳、原文より古い翻訳、変更された事実の一覧を出す
help-command-accept = 翻訳と事実が最新であることと、公開するものを記録する
help-command-verify = 公開したフォルダーを目録と照合する（変更されたファイル、足りないファイル、サイトのものでないファイルがあれば失敗）
help-command-links = サイトの外へのアドレスを、書かれているファイル・行・項目とともにすべて出す
help-command-new = 新しいレコードを作る（項目をすべてコメントにしたもの、別のレコードの写し、または次の年度の日程）
help-command-export = ある種類のレコードを表に書き出す（1件を1行、1つの値を1列に）。または、ある言語に足りない訳を翻訳者用のファイルに書き出す
help-command-import = 表のうち、違っているところだけをレコードに取り込む（先に内容を示す）。または、翻訳者から戻ったファイルを取り込む
help-command-retire = レコードの内容が終わったことを記す（ページは残り、一覧から外れ、予定は中止になる）
help-command-rename = レコードの名前を変える（ファイル、名前が書かれたところすべて、前のアドレスを一度に）
help-command-merge = 2つのレコードを1つにまとめる。前者を指していたところは後者を指し、後者にない項目は前者から移る
help-command-schema = 各ファイルに書ける内容をJSON Schemaにして、編集ソフトに伝える（このサイトの語彙とレコードを含む）
help-command-explain = 指摘を、そのコードから説明する
help-command-init = 手始めに、二か国語の小さなサイトを作る
help-command-help = この説明、またはコマンドの説明を表示する
help-option-help = この説明を表示する
help-option-version = バージョンを表示する
help-option-root = サイトのフォルダー。content/ と、あれば themes/ と locales/ を含むもの［既定: 現在のフォルダー］
help-option-lang = メッセージと指摘の言語: ja または en［既定: 環境の設定］
help-option-format = 指摘の出し方: human（ファイルの該当行と位置を示す）、short（1 件 1 行）、json（1 行に 1 つのオブジェクト）、github（GitHub Actions の注釈）、sarif（SARIF 2.1.0 のログ）、markdown（diff で、ジョブの要約に使う）［既定: human］
help-option-quiet = 指摘だけを出す
help-option-port = ポート番号［既定: 4321。使用中なら次の空き番号］
help-option-host = 待ち受ける名前またはアドレス。0.0.0.0 にすると、ほかのコンピューターからも見られる［既定: 127.0.0.1］
help-option-allow-settings = ほかのコンピューターからも、下書きの表示と日付の設定ができるようにする
help-option-open = ブラウザーを開く
help-option-as-of = 募集の状態を判定する日時［既定: SOURCE_DATE_EPOCH、なければ現在］
help-option-base-url = サイトの公開先のアドレス。site.yaml の base_url の代わりに使う
help-option-serve-base-url = サイトの公開先のアドレス。表示中のアドレスの代わりに使う
help-option-strict = 警告もエラーとして扱う
help-option-out = 出力先のフォルダー［既定: サイトのフォルダーの public］
help-option-adopt = Annai が書いたものでないファイルがあるフォルダーも、出力先として引き継ぐ
help-option-fmt-check = 書き直す箇所を示すだけにする。あれば失敗とする
help-option-fmt-paths = ファイルまたはフォルダー［既定: content/ のすべて］
help-option-max-stale = 足りない翻訳と古い翻訳の合計が、この数を超えたら失敗とする
help-option-require = その言語で、挙げた種類の翻訳が足りないか古ければ失敗とする: en:fee,schedule
help-option-baseline = 現在の不足を content/translations.baseline に記録する。--max-stale と --require はそれを見逃し、記録は減ることしかない
help-option-accept-paths = 文と事実が正しいファイル、またはその中の項目: content/fees/x.yaml:amount
help-option-all = サイトのすべてのファイル
help-option-language = その言語の文だけを記録し、事実は記録しない。ファイルを指定しなければ、すべてのファイルの文
help-option-yes = 確認を求めない
help-option-verify-dir = 公開したフォルダー
help-option-kind = 種類: hospital、program、fee、schedule など
help-option-name = 新しいレコードの名前（アドレスと参照に使うもの）
help-option-from = 写すもとのレコード
help-option-after = 前の日程。その次の年度の日程を作る
help-option-export-what = 種類と、書き出すファイル（.xlsx または .csv）。--language を付けるときは .xlsx、.po、.xliff のいずれか。種類は、その種類だけを書き出すときに指定
help-option-import-what = 読み込むファイル（.xlsx、.csv、.po、.xliff）。シート名やファイル名から種類が分からないときは、その前に種類
help-option-record = レコード。参照するときの書き方で: program/example-program
help-option-retire-since = 終わった日［既定: 今日］
help-option-by = 代わりになるレコード
help-option-rename-from = 名前を変えるレコード。参照するときの書き方で: hospital/example-hospital
help-option-rename-to = 新しい名前
help-option-export-language = 訳す先の言語（vi など）
help-option-merge-from = なくなるレコード
help-option-merge-into = 残るレコード
help-option-dry-run = 何がどう変わるかを示すだけで、書き換えない
help-option-code = 指摘のコード。省くと、すべてのコードの一覧を出す
help-option-schema-out = スキーマを書き出すフォルダー［既定: サイトのフォルダーの .annai/schema］
help-option-reference = スキーマを書き出さず、全項目の一覧を Markdown で表示する
help-option-init-dir = 新しいフォルダー、または空のフォルダー
## rename, merge

change-written = 書き換え：{ $path }
change-new = 追加：{ $path }
change-removed = 削除：{ $path }
change-moved = 移動：{ $from } → { $path }
change-done = { $count } 個のファイルを書き込みました。
change-dry = --dry-run が指定されているため、何も書き換えていません（対象は { $count } 個のファイル）。
change-failed = { $path } を書き換えられなかったため、すべて元のままにしました（{ $reason }）。
change-completed = 前回の書き換え（{ $count } 個のファイル）が途中で止まっていたため、残りを済ませました。
change-taken-back = 前回の書き換え（{ $count } 個のファイル）が途中で止まっていたため、すべて元に戻しました。
change-unsettled = 前回の書き換えが途中で止まっていますが、{ $path } で続けられません（{ $reason }）。
change-unsettled-help = ファイルに書き込めるようにしてから、もう一度実行してください。残りの作業は、サイトのフォルダーにある .annai-change.json または .annai-change-back.json に控えてあります。
change-errors = このまま書き換えると、新しいエラーが { $count } 件起きます。そのため、何も書き換えていません。
change-errors-help = 上に挙げたところを先に直してから、もう一度実行してください。
change-unknown = 「{ $name }」というレコードはありません。
change-unknown-help = 「{ $nearest }」ではありませんか。
change-ambiguous = 「{ $name }」というレコードは、種類の違うものがいくつかあります。種類を付けて書いてください：{ $known }
change-broken = { $name } のファイルにはエラーがあります。annai check で確かめ、先に直してください。
change-bad-name = 「{ $name }」は、レコードの名前に使えません。
change-bad-name-nearest = 「{ $nearest }」ならば使えます。使えるのは、英字の小文字と数字、それらをつなぐハイフン1個です。
change-bad-name-help = 英字の小文字と数字、それらをつなぐハイフン1個だけで書いてください（例：city-hospital）。
change-taken = { $name } は、もうあります。
change-taken-help = ほかの名前にしてください。2つを1つにまとめるときは annai merge を使います。
change-other-kind = { $name } は、種類が違います。同じ種類（{ $kind }）のレコードを指定してください。
change-retired = { $name } には、終わったことがもう記されています。
retire-bad-date = 「{ $found }」は日付として読み取れません。--since { $day } のように、年月日で書いてください。
change-same = 前も後も { $name } で、変わるところがありません。

alone-no-site = 「{ $folder }」にはサイト（content フォルダー）がありません。サイトのフォルダーの中で annai と打つと、サイトがブラウザーで開きます。新しく始めるときは annai init を使います。

## new

new-head =
    行の初めの「# 」を消すと、その項目が使われます。例は書き換えてください。
    使わない項目の行は、消しても、このまま残しても構いません。
new-required = {"{label}"}（必須）
new-unknown-kind = 「{ $found }」という種類はありません。
new-nearest-kind = 「{ $nearest }」ではありませんか。使えるのは { $known } です。
new-kinds = 使えるのは { $known } です。
new-after-schedule = --after で次の年度のものを作れるのは日程（schedule）だけで、{ $kind } には使えません。
new-draft = 下書きなので、まだ公開されません。annai serve で見られます。書き終えたら「draft: true」の行を消してください。
new-after = 日付は同じ曜日のまま52週後に移し、「要確認」の印を付けました。募集要項と照らし合わせ、正しければ印を消してください。印が残っているところは annai check が知らせます。
change-followed = { $name } の次の日程は、もう決まっています（{ $by }）。
change-followed-help = そちらを直すか、{ $name } の successor の行を消してから、もう一度実行してください。

## 二つのフォルダーの違い

diff-done = { $count ->
    [0] 変更はありません。
   *[other] 変更は { $count } 件です。
}
diff-changed = { $name }：{ $old } → { $new }
diff-come = { $name }：追加：{ $new }
diff-gone = { $name }：削除：{ $old }
diff-page-come = 新しいページ：{ $name }
diff-page-gone = なくなったページ：{ $name }
diff-page-moved = ページの移動：{ $old } → { $new }
diff-language-gained = 増えた言語：{ $language }
diff-language-lost = なくなった言語：{ $language }
diff-state = 募集の状態：{ $old } → { $new }
diff-address-lost = つながらなくなるアドレス：{ $name }
diff-event-lost = 利用者のカレンダーに配信されなくなる予定：{ $name }（{ $old }）
diff-file = ファイルの変更：{ $old } → { $new } バイト
diff-file-come = 新しいファイル（{ $new } バイト）
diff-file-gone = なくなったファイル（{ $old } バイト）

## 編集しなくても表示が変わる時

next-state = { $record }：{ $old } → { $new }
next-stage = { $record }：段階が始まる、または終わる
next-round = { $record }：募集回が終わり、カレンダーがなくなる
next-review = { $record }：確認の期限が過ぎる
next-none = 今のままなら、編集しないかぎり表示は変わりません。
next-more = ほかに { $count } 件あります。--all を付けると、すべて表示します。
next-past = 公開中のサイトは { $at } から古くなっています。作り直してください。
next-not-yet = 公開中のサイトは、{ $at } までそのまま使えます。
help-command-diff = サイトの二つのフォルダーの違いを示す（事実・文・ページ・言語・状態、失われるアドレスと予定）
help-command-next-change = 編集しなくてもサイトの表示が変わる時を示す
help-option-diff-old = 以前のサイトのフォルダー
help-option-diff-new = 今のサイトのフォルダー
help-option-diff-as-of = 募集の状態を比べる日時［既定: SOURCE_DATE_EPOCH、なければ現在］
help-option-next-change-as-of = この日時より後を調べる［既定: SOURCE_DATE_EPOCH、なければ現在］
help-option-next-change-all = 最初の 10 件だけでなく、分かっている日時をすべて示す
help-option-since = 公開中のサイトの目録から、次に変わる時が過ぎたかどうかだけを示す。過ぎていれば失敗
## export, import

sheet-ending = 「{ $path }」は、.xlsx または .csv で終わる名前にしてください。
export-id = レコードの名前（アドレスと参照に使うもの）。行を足すときは、新しい名前を書きます
export-done = { $count } 件を { $path } に書き出しました。
import-unreadable = { $path } を読めませんでした（{ $reason }）。
import-protected = { $path } は、パスワードで保護されているか、古い形式のファイルです。パスワードを外し、「Excel ブック（*.xlsx）」として保存し直してください。
import-broken = { $path } は壊れているか、表計算のファイルではありません（{ $reason }）。表計算ソフトで開いて、保存し直してください。
import-too-large = { $path } には、表から遠く離れたセルに値があります。不要な行と列を消してください。
import-no-kind = この表が何の表か分かりません。
import-no-kind-help = annai import hospital 一覧.xlsx のように、ファイルの前に種類を書いてください。使えるのは { $known } です。
import-question = { $count } 件のレコードの { $cells } か所を書き換えますか。［y/N］
import-yes = 何も書き換えていません。この内容でよければ、--yes を付けて実行してください。
import-not = 何も書き換えませんでした。
import-nothing = 違っているところはありません。
import-done = { $count } 件のレコードの { $cells } か所を書き換えました。
import-refused = シート「{ $sheet }」の { $cell }（{ $row } 行目）「{ $found }」：{ $why }
import-refused-text = { $cell }（{ $row } 行目）「{ $found }」：{ $why }
import-nothing-written = 取り込めないところが { $count } か所あるため、何も書き換えていません。
import-no-id = 「id」と書いた列がありません。annai export で書き出した表の見出しを、そのまま残してください。
import-unknown-column = この見出しの項目はありません。見出しを消すか、annai export の見出しに合わせてください。
import-unknown-column-nearest = この見出しの項目はありません。「{ $value }」ではありませんか。
import-twice-column = 同じ見出しの列がもう1つあります。どちらかを消してください。
import-empty-id = id が空です。レコードの名前を英字の小文字で書いてください（例：city-hospital）。
import-bad-id = レコードの名前に使えません。「{ $value }」ならば使えます。
import-twice-id = 「{ $value }」の行がもう1つあります。1行にまとめてください。
import-merged = 結合したセルは読み取れません。結合を解除し、それぞれの行に値を書いてください。
import-formula = 数式の結果がエラーです（{ $value }）。値を書いてください。
import-gap = 前の番号が空いています。先に { $value } の列に書いてください。
import-has-parts = このレコードでは、{ $value } をいくつかの列に分けて書いています（{ $value }. で始まる列）。この列は空にし、そちらに書いてください。
import-is-whole = このレコードでは、{ $value } が1つの値です。{ $value } の列を空にしてから書くか、この列を空にしてください。
import-fixed = ここだけを書き換えることができません。ファイルを直接直してください。
import-serial = これは表計算ソフトが日付を表す番号です。{ $value } と書くか、セルの書式を日付にしてください。

## export --language, import
export-no-kind = 何を書き出すか分かりません。
export-no-kind-help = annai export hospital 一覧.xlsx のように種類を書くか、annai export --language vi vi.po のように言語を指定してください。
translations-ending = { $path } は名前からファイルの種類が分かりません。翻訳用のファイルの名前は .xlsx、.po、.xliff のどれかで終わります。
translations-exported = { $path } に { $count } 件の文を書き出しました。
translations-imported = { $count } 件の訳を取り込みました{ $refused ->
    [0] 。
   *[other] （取り込めなかったもの { $refused } 件）。
}
translations-language = このサイトに「{ $language }」という言語はありません。
translations-language-help = あるのは { $known } です。先に content/site.yaml の languages に加えてください。
translations-no-utf8 = { $path } の文字コードが UTF-8 ではありません。UTF-8 で保存し直してください。
translations-unread = { $path } を読み込めません（{ $reason }）。
translations-row = { $path } の { $row } 行目を読み取れません。1 行目の見出しと各行の id を元のままに保ち、エラーになる数式をなくしてください。
translations-head-open = 要確認
translations-head-before = 訳したときの原文
translations-head-notes = 参考
translations-open = 原文が変わりました
translations-note-id = 訳文を戻す場所の目印です。書き換えないでください。
translations-note-source = 訳すもとの文です。書き換えないでください。
translations-note-target = ここに訳文を書きます。[[ ]] で囲まれたものとリンク先は、訳文にも同じように入れてください。
translations-note-open = ここに何か書いてある行は取り込まれません。訳文を確かめたら空にしてください。
translations-note-before = 前に訳したときの原文です。
translations-note-notes = その文が載るページと、英語版の文です。
translations-broken = { $path } の { $line } 行目を読み取れません。書き出したソフトで開き、保存し直してください。
translations-unknown = { $id } は取り込めません。サイトにその文がありません。
translations-older = { $id } は取り込めません。原文が変わっています。今の原文：{ $detail }
translations-newer = { $id } は取り込めません。書き出した後に別の訳が書かれています：{ $detail } ファイルの訳を使うときは、先にその訳を削除してください。
translations-message = { $id } は取り込めません。{ $detail }
translations-left-out = 未完成の印（fuzzy）がある{ $count }件は、取り込みませんでした。
translations-question = この{ $count }件の訳を書き込みますか。［y/N］
translations-accept = 訳が正しければ、annai accept --language { $language } で記録してください。
translations-no-language = { $path } に、何語の訳かが書かれていません。
translations-no-language-help = 最初の項目（msgid ""）に「"Language: es\n"」のように言語タグの行を入れてください。XLIFF では target-language です。
translations-source = { $language } は翻訳元の言語です。
translations-source-help = サイトのほかの言語を指定してください。何も書き出していません。
translations-names = { $id } は取り込めません。{ $detail } の数を、原文と訳文で同じにしてください。
translations-incomplete = { $id } は取り込めません。ページがまだなく、訳のない節がほかに{ $count }個あります（最初は「{ $detail }」）。新しいページは、すべての節の訳がそろってから書き込みます。
translations-fixed = { $id } は取り込めません。ファイルのその箇所を書き換えられないので、手で書き入れてください。
