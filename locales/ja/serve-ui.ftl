## ブラウザーの編集バー

serve-ui-bar = 編集バー
serve-ui-collapse = バーを隠す
serve-ui-expand = 編集バー
serve-ui-findings = 問題
serve-ui-here-and-all = このページ { $here }、全体 { $all }
serve-ui-page = このページ
serve-ui-lacks = 不足 { $count }
serve-ui-draft = 下書き
serve-ui-view = 日付と下書き
serve-ui-as-of-date = { $date } 時点
serve-ui-without-drafts = 下書きなし
serve-ui-compare = { $name }と並べる
serve-ui-to-page = ページへ
serve-ui-overview = レコード一覧
serve-ui-overview-short = 一覧
serve-ui-close = 閉じる
serve-ui-open = エディターで開く
serve-ui-connected = annai serve につながりました。
serve-ui-disconnected = annai serve から応答がありません。終わっているときは、もう一度始めてください。始まると、このページは最新の内容になります。

## 問題

serve-ui-clean = 問題は見つかりませんでした。
serve-ui-mended = エラーはすべてなくなりました。
serve-ui-stale = 正しく表示できた最後の内容を表示しています。エラーを直すと、新しい内容に変わります。
serve-ui-here = このページ（{ $count } 件）
serve-ui-error-elsewhere = ほかのページのエラー
serve-ui-elsewhere = サイトのほかの問題（{ $count } 件）
serve-ui-all-findings = そのほかの問題（{ $count } 件）
serve-ui-unlisted = ほかに { $count } 件あります。すべてを見るには annai check を実行してください。
serve-ui-excerpt = ファイルの該当する箇所

## このページ

serve-ui-gone = このページはなくなりました。ファイルが削除されたか、名前が変わっています。元に戻ると、ここに再び表示されます。
serve-ui-hidden = このページは下書きです。「日付と下書き」で「下書きを表示する」を選ぶと表示されます。
serve-ui-nothing = このアドレスのページはありません。これから作るページであれば、ファイルを保存すると、ここに表示されます。
serve-ui-returned = ページが元に戻りました。
serve-ui-back = 前のページに戻る
serve-ui-home = トップページ
serve-ui-is-draft = このページは下書きです。ここにだけ表示され、公開されません。
serve-ui-files = 元のファイル
serve-ui-no-files = このページだけのファイルはありません。一覧にあるレコードから作られています。
serve-ui-languages = ほかの言語
serve-ui-side-by-side = 並べて見る
serve-ui-missing-prose = この言語の本文がまだありません（{ $file } に書きます）。ほかの言語の本文：
serve-ui-missing-name = この言語の名称がまだありません：
serve-ui-missing-texts = この言語になっていない文（{ $count } 件）：
serve-ui-complete = 不足はありません。

## 日付と下書き

serve-ui-view-title = サイトの表示
serve-ui-as-of-now = 現在（{ $date }、{ $zone }）の内容を表示しています。
serve-ui-as-of-fixed = { $date }（{ $zone }）時点の内容を表示しています。
serve-ui-date = 日付
serve-ui-time = 時刻
serve-ui-show = この時点で表示
serve-ui-now = 現在に戻す
serve-ui-dates = このページにある日付
serve-ui-drafts = 下書きを表示する
serve-ui-everywhere = この設定は、annai serve を終えるまで、このサイトを表示しているすべての画面に共通です。ファイルは変わりません。

## レコード一覧

serve-ui-overview-title = レコード一覧
serve-ui-records = レコード
serve-ui-filter = 絞り込み
serve-ui-only = 表示
serve-ui-only-all = すべてのレコード
serve-ui-only-findings = 問題があるもの
serve-ui-only-missing = 言語に不足があるもの
serve-ui-only-overdue = 見直しの期限を過ぎたもの
serve-ui-only-drafts = 下書き
serve-ui-shown = { $all } 件中 { $shown } 件
serve-ui-column-name = 名称
serve-ui-column-kind = 種類
serve-ui-column-findings = 問題
serve-ui-column-checked = 最終確認
serve-ui-column-review = 見直しの期限
serve-ui-column-file = ファイル
serve-ui-errors = エラー
serve-ui-warnings = 警告
serve-ui-overdue = 期限切れ
serve-ui-broken = 読み取れません

serve-ui-translations = 訳すもの
serve-ui-translations-none = 訳文のないもの、原文より古い訳文はありません。
serve-ui-translations-more = ほかに{ $count }件あります。annai status ですべて表示できます。
serve-ui-column-language = 言語
serve-ui-column-place = 箇所
serve-ui-column-state = 状態
serve-ui-column-source-old = 前の原文
serve-ui-column-source = 今の原文
serve-ui-column-translation = 訳文
serve-ui-translation-missing = 訳文なし
serve-ui-translation-outdated = 原文より古い

## 2 言語の比較

serve-ui-compare-with = 比べる言語
serve-ui-compare-whole = どちらの言語にも同じ節があります。
serve-ui-compare-untranslated = まだ訳されていない可能性のある節：{ $count }
serve-ui-compare-missing = 一方の言語にない節：{ $count }
serve-ui-compare-gone = このページは{ $name }にはありません。
serve-ui-section-missing = { $name }にはこの節がありません。
serve-ui-section-same = { $name }と同じ文です。まだ訳されていない可能性があります。
