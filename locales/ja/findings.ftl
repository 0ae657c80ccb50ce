## 重さと見出し

severity-error = エラー
severity-warning = 警告
severity-info = 参考
help-label = 対処

## YAML の読み取り

yaml-syntax = YAMLとして読み取れません（英語での説明：{ $detail }）。
yaml-syntax-help = 字下げ（半角スペース）と「:」「-」の位置を確かめてください。値が記号で始まるときは、値の全体を " で囲みます。
yaml-conflict = Gitの競合の印（「<<<<<<<」「=======」「>>>>>>>」）が残っています。
yaml-conflict-help = 残す方の内容を決め、もう一方の内容と、印のある3行を消してください。
yaml-tab = 字下げにタブが使われています。
yaml-tab-help = タブを半角スペースに置き換え（1段につき2つ）、「{ $line }」と書いてください。
yaml-quote = この引用符（「"」または「'」）に対応する、終わりの引用符がありません。
yaml-quote-close-help = 文の終わりに、同じ引用符を書いてください。
yaml-apostrophe-help = Excelが数の前に付ける「'」であれば、消して「{ $line }」と書いてください。文を囲む引用符であれば、文の終わりにも書きます。
yaml-after-quote = 引用符で囲んだ文の後に、余分な文字があります。
yaml-after-quote-help = 余分な文字を消すか、文の全体を " で囲み、その中の引用符を \" と書いてください。
yaml-escape = 「"」で囲んだ文の中の「\」が、決まった書き方になっていません。
yaml-escape-help = 「\」という文字そのものは \\ と書いてください。または、文の全体を ' で囲んでください。
yaml-bracket = 括弧「{"{"} {"}"}」または「[ ]」が、正しく閉じていません。
yaml-bracket-help = 括弧を閉じ、値と値の間を半角の「,」で区切ってください。「,」を含む文は、全体を " で囲みます。
yaml-bracket-in-text = 文の中の括弧「[」または「{"{"}」が、値の区切りとして読まれます。
yaml-bracket-in-text-help = 文の全体を " で囲み、「{ $line }」と書いてください。
yaml-comma = 前の値との間に「,」がありません。
yaml-comma-help = この前に半角の「,」を書いてください。文の中の「:」であれば、文の全体を " で囲みます。
yaml-full-width-colon = 項目の名前の後の「：」が、全角です。
yaml-full-width-colon-help = 半角の「:」と半角スペースで、「{ $line }」と書いてください。
yaml-comma-in-text = 値がこの「,」で終わっています。文の一部であれば、文の全体を " で囲む必要があります。
yaml-comma-in-text-help = 「{ $line }」と書いてください。
yaml-no-value = 「{ $found }」の後に、値がありません。
yaml-no-value-help = 「{ $line }」のように値を書くか、消してください。前の文の続きであれば、その文の引用符の中に入れます。
yaml-full-width-bracket = 括弧が全角です。
yaml-full-width-bracket-help = 半角の括弧で、「{ $line }」と書いてください。
yaml-full-width-comma = 値を区切る「,」が、全角の「、」か「，」になっています。
yaml-full-width-comma-help = 半角の「,」で、「{ $line }」と書いてください。
yaml-full-width-space = 行の初めに、全角スペースがあります。
yaml-full-width-space-help = 行の初めを半角スペースに書き換え（1段につき2つ）、「{ $line }」と書いてください。
yaml-foreign-space = 項目の名前の前に、半角スペースのように見えるほかの空白（改行しない空白など）があります。
yaml-colon-space = 「:」のすぐ後に、半角スペースがありません。
yaml-colon-space-help = 「:」のすぐ後に半角スペースを1つだけ入れ、「{ $line }」と書いてください。
yaml-control = 目に見えない文字（制御文字）が入っています。
yaml-control-help = この文字を消してください。見えないときは、この行を書き直します。
yaml-indentation = 字下げが、前の行とそろっていません。
yaml-indentation-help = 同じ段の項目は、行の初めの半角スペースの数をそろえてください。項目の名前の後には「:」が必要です。
yaml-no-colon = 項目の名前の後に、半角の「:」がありません。
yaml-no-colon-help = 「name: 値」のように、名前、半角の「:」、半角スペース、値の順に書いてください。
yaml-colon = ここに「: 」は書けません。この行か前の行で、字下げがずれているか、「:」や「-」の後に半角スペースがないか、文の中に「: 」があります。
yaml-colon-help = 字下げと、「:」や「-」の後の半角スペースを直してください。文の中の「: 」であれば、「{ $line }」のように、文の全体を " で囲みます。
yaml-character = 値の初めに使えない文字か、目に見えない文字があります。
yaml-quote-help = 書き間違いを直してください。文に使う文字であれば、「{ $line }」のように、文の全体を " で囲みます。
yaml-key-not-text = 項目の名前が、文字列ではありません。
yaml-key-not-text-help = 項目の名前を、括弧を使わずに書いてください。括弧を含む名前は、全体を " で囲みます。
yaml-unknown-anchor = 「*」で始まる値は「&」で付けた名前を指しますが、その名前がありません。
yaml-unknown-anchor-help = 「*」で始まる文（太字など）であれば、「{ $line }」のように、文の全体を " で囲んでください。
lost-words = 「#」の前に半角スペースがあるため、「{ $found }」はコメントとなり、ページに表示されません。
lost-words-name = 値の初めの「{ $found }」は、YAMLではその値に付けた名前となり、ページに表示されません。
lost-words-type = 値の初めの「{ $found }」は、YAMLでは値の型の指定となり、ページに表示されません。
lost-words-help = 文の一部であれば、文の全体を " で囲んでください。コメントであれば、「#」の後に半角スペースを入れます。
yaml-several-documents = 1つのファイルに、「---」で区切った複数の内容があります。2つ目からは読み取りません。
yaml-several-documents-help = 内容ごとにファイルを分けるか、「---」の行を消してください。
yaml-too-deep = 入れ子が深すぎるため、読み取りをやめました（{ $limit }段まで）。
yaml-too-deep-help = 括弧や字下げの段を減らしてください。
yaml-too-many-values = 値が多すぎるため、読み取りをやめました（{ $limit }個まで）。「&」「*」による使い回しも数えます。
yaml-too-many-values-help = 「*」による使い回しを減らすか、内容を複数のファイルに分けてください。

## 形と項目

wrong-shape = ここには{ $expected }を書きますが、書かれているのは{ $found }です。
wrong-shape-help = { $expected }に書き直してください。
wrong-shape-text = 「{ $line }」のように、言語ごとに書いてください。
wrong-shape-list = 「{ $line }」のように、[ ] で囲んでください。いくつかあるときは「,」で区切ります。
wrong-shape-line = 「{ $line }」と書いてください。
wrong-shape-one = ここに書けるのは1つだけです。「{ $line }」のように書いてください。
wrong-shape-dash = 初めの行を「{ $line }」とし、続く行の初めを「- 」の後にそろえてください。
wrong-shape-no-dash = 「- 」を消して、初めの行を「{ $line }」とし、続く行の初めをそろえてください。
several-comparisons = 同時に使えない項目が、一緒に書かれています。
several-groups = all_of と any_of が、一緒に書かれています。
several-groups-help = 一方を、もう一方の中の条件として書いてください。
window-and-event = at と、opens または closes が、一緒に書かれています。
window-and-event-help = 期間であれば opens と closes を、ある日時であれば at だけを書いてください。
several-comparisons-help = at_least、at_most、more_than、about などは1つだけにしてください。幅があるときは from と to を使います。
empty-file = ファイルに何も書かれていません。
empty-file-help = 内容を書くか、ファイルを消してください。
bad-letter-help = 「A」のように、半角の英大文字1字で書いてください。
unknown-field = 「{ $field }」という項目はありません。
unknown-field-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-field-known = 使える項目は、{ $known } です。
missing-field = 「{ $field }」がありません。
missing-field-help = 「{ $field }」を書き加えてください。
missing-requirement-help = text（条件の文）、all_of（すべて必要）、any_of（どれか）のどれかを書き加えてください。
missing-amount-help = amount（全体の金額）か items（内訳）を書き加えてください。金額が分からないときは amount: unknown と書きます。
missing-station-help = name（手順の名前）か record（レコードへの参照）を書き加えてください。
missing-window = この段階の日時がありません。
missing-window-help = 期間であれば opens と closes を、ある日時であれば at を書き加えてください。
stage-without-group = 「{ $stage }」が応募を受け付ける段階かどうかが書かれていないため、募集の状態が「不明」になります。
stage-without-group-help = 応募を受け付ける段階なら、content/vocabularies/stages.yaml の「id: { $stage }」に「group: application」と書き加えてください。募集の知らせや説明会なら「group: announcement」とし、応募を受け付ける段階を別に書きます。
missing-title = このページには、題がありません。
missing-title-help = 本文の初めに「# 題」の形で見出しを書くか、同じ名前の .yaml ファイルに name を書いてください。
missing-phrase = 「{ $language }」の後に、文が書かれていません。
missing-phrase-help = 文を書くか、「{ $language }」を消してください。
missing-text = 「{ $field }」に、文が書かれていません。
missing-text-help = 少なくとも1つの言語で文を書くか、「{ $field }」を消してください。
blank-heading = 見出しに言葉がありません。
blank-heading-help = 見出しの言葉を書くか、この行を消してください。
hidden-character = 目に見えない文字（{ $found }）が混じっています。
hidden-character-help = 前後の語を打ち直して、消してください。ほかのソフトから貼りつけた文には、こうした文字が混じることがあります。
duplicate-field = 「{ $field }」が2回書かれています。
duplicate-field-help = どちらか一方を消してください。
duplicate-word = 選択肢「{ $field }」が2回書かれています。
duplicate-word-help = どちらか一方の id を変えるか、消してください。
first-written-here = 1回目はここです
also-claimed-here = こちらでも使われています

## 選択肢・種類・置き場所

unknown-word = 「{ $word }」は「{ $vocabulary }」の選択肢にありません。
unknown-word-nearest = { $choice } のことであれば、「{ $nearest }」と書いてください。別のものであれば、{ $file } の words: の下に「{ $line }」と書き加えると使えます。
unknown-word-several = それぞれを「{ $several }」のように「,」で区切り、全体を [ ] で囲んでください。
unknown-word-known = 使える選択肢は、{ $known } です。新しい選択肢は、{ $file } の words: の下に「{ $line }」と書き加えると使えます。
unknown-word-help = 選択肢を確かめてください。新しい選択肢は、{ $file } の words: の下に「{ $line }」と書き加えると使えます。
unknown-choice = 「{ $field }」に「{ $word }」は書けません。
unknown-choice-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-choice-known = 書けるのは、{ $known } です。
choice-separator = 、
choice-with-name = { $id }（{ $name }）
unknown-vocabulary = 「{ $found }」という選択肢の一覧はありません。
unknown-vocabulary-nearest = ファイルの名前を「{ $nearest }.yaml」に変えてください。
unknown-vocabulary-known = 使える一覧の名前は、{ $known } です。
unknown-kind = 「{ $kind }」という種類のレコードはありません。
unknown-kind-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-kind-known = 使える種類は、{ $known } です。
unknown-folder = 「{ $found }」という種類のフォルダーはありません。
unknown-folder-nearest = フォルダーの名前を「{ $nearest }」に変えてください。
unknown-folder-copy = 「{ $nearest }」の控えであれば、content フォルダーの外に移してください。そうでなければ、フォルダーの名前を「{ $nearest }」に変えます。
unknown-folder-known = 使えるフォルダーは、{ $known } です。
misplaced-file = このファイルは、ここに置いても使われません。
misplaced-file-help = レコードは content/hospitals/ のような種類のフォルダーの直下に、画像などは content/assets/ に、サイトの最上位に置くファイルは content/site-root/ に置いてください。使わないファイルは、content フォルダーの外に移します。
misplaced-file-ending = ファイルの名前を「{ $nearest }」に変えてください。名前の終わりが見えないときは、エクスプローラーの「表示」で「ファイル名拡張子」を選びます。
prose-without-record = この本文に当たるレコード「{ $identity }」がありません。
prose-without-record-help = 同じ名前の .yaml ファイルを作るか、ファイルの名前を確かめてください。
bad-file-name = 名前「{ $found }」は、アドレスに使えません。
bad-file-name-published = ファイルの名前を変えてください。この名前のまま公開されるため、\と、改行などの制御文字は使えません。
unportable-name = 「{ $found }」は、Windowsではファイルやフォルダーの名前に使えません。
unportable-name-help = 名前を変えてください。Windowsでは、con、aux、nul、com1など（拡張子が付いていても同じです）、< > : " | ? * \ を含む名前、ピリオドや空白で終わる名前を使えません。
name-differs-by-case = 「{ $found }」は、「{ $other }」と大文字・小文字が違うだけです。
name-differs-by-case-help = こちらか「{ $other }」の名前を変えてください。WindowsとmacOSでは区別されず、片方しか残りません。
bad-file-name-help = 半角の英小文字・数字・ハイフンだけの名前に変えてください（例：example-hospital.yaml）。
bad-file-name-nearest = 「{ $nearest }」のように、半角の英小文字・数字・ハイフンだけの名前に変えてください。
bad-file-name-copy = 控えであれば、content フォルダーの外に移してください。新しいレコードであれば、半角の英小文字・数字・ハイフンだけの名前に変えます。
prose-without-language = ファイル名「{ $found }」に、言語がありません。
prose-without-language-help = 「{ $stem }.ja.md」のように、「.md」の前に言語を入れてください。
bad-word-id = 「{ $found }」は、選択肢の id に使えません。
bad-word-id-nearest = 「{ $nearest }」のように、半角の英小文字・数字・ハイフンだけで書いてください。
bad-word-id-help = 半角の英小文字・数字・ハイフンだけで書いてください（例：internal-medicine）。

## 参照

unknown-reference = 参照先「{ $reference }」が見つかりません。
unknown-reference-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-reference-help = 「種類/ファイル名」の形で書いてください（例：hospital/example-hospital）。ファイルの名前を変えたり、消したりしたときは、この参照も直します。
wrong-kind-reference = 「{ $field }」に書けるのは { $expected } への参照です。「{ $reference }」は { $found } です。
wrong-kind-reference-help = { $expected } のレコードを参照してください。
ambiguous-reference = 「{ $reference }」に当てはまるレコードが、複数あります。
ambiguous-reference-help = { $candidates } のどれかを書いてください（例：{ $first }）。
unknown-fact = 「{ $reference }」に「{ $fact }」という値はありません。
unknown-fact-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-fact-known = 引用できる値は、{ $known } です。
unknown-fact-none = このレコードには、引用できる値が書かれていません。先にレコードに値を書いてください。
draft-reference = 参照先「{ $reference }」は下書きのため、公開されません。
draft-reference-shown = 参照先「{ $reference }」は下書きです。このままでは、annai build で公開できません。
draft-reference-help = 参照先から「draft: true」を消すか、この参照を外してください。
clashing-identity = 「{ $identity }」を名乗るファイルがほかにもあります（{ $other }）。
clashing-identity-help = どちらか一方のファイル名を変えるか、消してください。
clashing-address = アドレス「{ $address }」は、一覧など、ほかのページが使っています。
clashing-address-with = アドレス「{ $address }」は、{ $other } のページも使っています。
clashing-address-help = 「aliases」またはファイル名を変えて、アドレスが重ならないようにしてください。

## リンク

broken-link = リンク先「{ $address }」は、このサイトにありません。
broken-link-nearest = 「{ $nearest }」の誤りではありませんか。
broken-link-help = アドレスを確かめるか、[[hospital/example-hospital]] のような参照で書いてください。
broken-link-asset = ファイルを { $file } に置いてください。置いてあるときは、名前の大文字と小文字を確かめます。
broken-anchor = リンク先のページに、見出し「#{ $anchor }」がありません。
broken-anchor-nearest = 「#{ $nearest }」の誤りではありませんか。
broken-anchor-known = 使える見出しは、{ $known } です。
unsafe-address = アドレス「{ $address }」は、安全のため使えません。
unsafe-address-help = https://、http://、mailto:、tel: で始まるアドレスか、このサイトの中のアドレスを書いてください。
bad-address = 「{ $found }」は、アドレスとして読み取れません。
bad-address-help = https:// で始まるアドレスか、「/」で始まるこのサイトの中のアドレスを書いてください。
alias-with-language = 「{ $found }」は、言語「{ $language }」で始まっています。以前のアドレスは、すべての言語で共通です。
bad-alias-help = 以前のアドレスを、言語を除いて、/hospitals/old-name/ や /hospitals/old.html のように書いてください。終わりは「/」、.html、.htm、.php、.pdfのどれかで、その後に ?id=3 のような問い合わせがあっても構いません。
bad-email = 「{ $found }」は、メールアドレスとして読み取れません。
bad-email-help = name@example.org のように書いてください。
bad-email-more = メールアドレスだけを、「{ $line }」のように書いてください。担当者などは name や note に、2つ目のアドレスは別の連絡先に書きます。
bad-phone = 「{ $found }」は、1つの電話番号として読み取れません。
bad-phone-help = 市外局番から、「03-1234-5678」のように書いてください。内線は「03-1234-5678 内線 123」、国外の番号は「+」と国番号から書きます。
bad-phone-more = 電話番号だけを、「{ $line }」のように書いてください。受付時間や「代表」などは note に、2つ目の番号は別の連絡先に書きます。
bad-phone-zero = 「{ $found }」では、国番号の後に「0」が余分にあります。
bad-phone-zero-help = 市外局番の初めの「0」を除き、「{ $line }」と書いてください。
bad-base-url-help = https://example.org/guide/ のように書いてください。
bad-asset-help = content/assets/ に置いたファイルを「{ $field }: /assets/logo.svg」のように書いてください。
bad-colour = 「{ $found }」を色として読み取れません。
bad-colour-help = 16進の6桁で書いてください（例：colour: "#1a5276"）。
unknown-menu = 「{ $found }」という一覧はありません。
unknown-menu-help = 一覧なら { $known } のどれか、ページなら「page/名前」と書いてください。
placeholder = 「{ $found }」が、例のまま残っています。
placeholder-help = 内容を書くか、使わない項目ならその行を消してください。
placeholder-name = 名前が、ファイルの名前「{ $found }」のままです。
placeholder-name-help = 読む人に見せる名前を、言語ごとに書いてください。書き終えていなければ「draft: true」を残します。
bad-editor-link = 「{ $found }」は、Annaiの知っている編集用プログラムを開くリンクではありません。
bad-editor-link-help = 編集用プログラムのリンクを書いてください（例：vscode://file{"{path}"}:{"{line}"}。ほかにidea、zed、subl、txmt、cursor、emacsなど）。

## 言語

missing-words = 「{ $language }」では、読者に見せる文言が{ $count }件足りません。別の言語で表示されます。
missing-words-help = まとめて訳すには、annai export --language { $language } words.po で書き出し、訳してから annai import words.po で取り込みます。手で書くときは、locales/{ $language }/ に .ftl で終わるファイルを置き、「{ $first } = 文言」のように書きます。
unknown-message = 文言「{ $found }」は、どこからも使われていません。
unknown-message-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-message-help = 削除するか、テーマのひな型の中で使ってください。
bad-message = 文言が、伝えるべきことを欠いているか、誤っています。
bad-message-variable = 文言「{ $id }」の { $found } には、値が入りません。
bad-message-variable-help = { $known ->
    [none] 削除してください。この文言に入る値はありません。
   *[other] この文言で使えるのは、{ $known } です。
}
bad-message-lost = 文言「{ $id }」に { $found } がありません。このままではページから事実が失われます。
bad-message-lost-help = 値を示す位置に、{ $found } を波括弧で囲んで入れてください。場合分けのある文言では、* を付けた場合の中に必要です。
bad-message-plural = 文言「{ $id }」に「{ $found }」という場合がありますが、数の場合分けにその名前はありません。
bad-message-plural-help = 複数形の名前は英語のまま書きます。この言語にあるのは { $known } です。最後の場合は *[other] とします。
bad-message-case = 文言「{ $id }」の「{ $found }」という場合は、起こりません。
bad-message-case-help = 場合の名前は { $known } です。訳さずに書いてください。
bad-message-html = 文言「{ $id }」に HTML「{ $found }」があり、読者にはそのままの文字で見えます。
bad-message-html-help = 取り除いてください。
bad-message-language = 文言「{ $id }」の「{ $found }」は、言語タグではありません。
bad-message-language-help = 「{ $id } = { $known }」と書いてください。
bad-message-pattern = 日付の書式「{ $id }」の「{ $found }」が、言葉ではなく日付の項目として読まれます。
bad-message-pattern-help = 言葉は d 'de' MMMM のように、一重の引用符で囲んでください。
bad-message-twice = 文言「{ $id }」が、このファイルに2回あります。使われるのは後のほうだけです。
bad-message-twice-help = どちらかを削除してください。
bad-facts-class = 「[{ $found }]」という分類はありません。その下の行は読まれません。
bad-facts-class-help = { $nearest ->
    [none] 分類は { $known } です。
   *[other] [{ $nearest }] の誤りではありませんか。分類は { $known } です。
}
bad-facts-value = 分類 [{ $class }] に「{ $found }」という値はありません。この行は読まれません。
bad-facts-value-help = 「値 = 言葉 | 言葉」の形で書きます。値はどの言語でも同じで、locales/en/facts.txt にあるものを使います。
unknown-message-editors = 文言「{ $found }」は編集者向けです。サイトのファイルでは変えられません。
unknown-message-editors-help = 削除してください。読者に見せる文言は、annai export で書き出せます。
misplaced-words-folder = 「{ $found }」は言語タグではないため、この文言ファイルは読まれません。
misplaced-words-folder-help = 文言ファイルは、サイトの言語のタグ（{ $known }）を名前とするフォルダーに、locales/タグ/reader.ftl のように置きます。
misplaced-words-language = サイトに「{ $found }」という言語がないため、この文言ファイルは読まれません。
misplaced-words-file = 「{ $found }」という名前のファイルは、ここでは読まれません。
misplaced-words-file-help = 文言ファイルの名前は locales/{ $folder }/reader.ftl のように .ftl で終わります。事実を表す言葉は locales/{ $folder }/facts.txt に書きます。
missing-translation = 訳がない言語があります（{ $languages }）。
missing-translation-help = その言語の文を書き加えてください。訳がない間は、ほかの言語の文が、その言語の名前とともに表示されます。
missing-translation-many = { $count }件の訳がありません（{ $languages }）：{ $files ->
    [one] { $examples }
   *[other] { $folder } の{ $files }ファイル（{ $examples } など）
}。
missing-translation-many-help = まとめて訳すには、annai export に --language と翻訳用のファイル名を付けて書き出し、annai import で取り込みます。一覧は annai status で見られます。
missing-translation-prose = 本文の訳がない言語があります（{ $languages }）。
missing-translation-prose-help = その言語の .md ファイルを作ってください。訳がない間は、ほかの言語の本文が、その言語の名前とともに表示されます。
missing-translation-file = 様式のファイルがない言語があります（{ $languages }）。
missing-translation-file-help = これらの言語のファイルを file に加えてください。それまでは、ほかの言語のファイルを、その言語名とともに示します。
bad-language = 「{ $found }」は、言語タグとして正しくありません。
bad-language-help = ja、en、es、pt-BR のように書いてください。多くは言語を表す2文字（ISO 639-1。スペイン語は es）で、必要ならハイフンと国を表す大文字2文字を続けます。言語ではなく項目の名前であれば、字下げを直します。
bad-language-nearest = 「{ $nearest }」と書いてください。
bad-language-country = 「{ $found }」は国の符号です。言語としては「{ $nearest }」と書いてください。
fallback-is-itself = 「{ $found }」の代わりに「{ $found }」自身が指定されています。
fallback-is-itself-help = サイトの別の言語を書くか、fallback を削除してください。
fallback-not-in-site = 代わりに使う言語「{ $found }」は、このサイトの言語ではありません。
fallback-not-in-site-help = このサイトの言語は { $languages } です。このうちのどれかを書くか、「{ $found }」を languages に加えてください。
source-is-draft = 「{ $found }」はサイトの最初の言語、つまり翻訳元の言語なので、下書き（draft）にはできません。
source-is-draft-help = draft を削除するか、翻訳元の言語を先頭に書いてください。
bad-language-in-name = ファイル名の「{ $found }」は、言語タグとして正しくありません。
language-not-in-site = 「{ $found }」は、このサイトの言語ではありません。
language-not-in-site-help = { $known } のどれかに直すか、content/site.yaml の「languages」に「{ $found }」を加えてください。
repeated-language = 言語「{ $found }」が2回書かれています。
repeated-language-help = どちらか一方を消してください。

## 日付・長さ・数・金額

bad-moment = 「{ $found }」は、日付や日時として読み取れません。
bad-moment-help = 「2023-11-14」「2023-11-14 正午」「2016-12」「2016-12中旬」「令和5年11月14日」のように、年から書いてください。
bad-moment-line = 「{ $line }」と書いてください。
bad-moment-order = 月と日のどちらが先かが分かりません。「{ $value }」のどちらかを、年から書いてください。
bad-moment-year = 年から、「{ $line }」のように書いてください（YYYYは西暦の年）。出典に年がなければ、{"{"}month: 9, day: 1, year: inferred 2023, because: weekday{"}"} のように、推定した年と理由を書きます。
bad-moment-window = 始まりと終わりを分けて、「{ $value }」の2行に書いてください。
bad-moment-window-inside = 始まりと終わりを分けて、「{ $value }」と書いてください。
bad-moment-period = 「{ $line }」のように、from と to に分けて書いてください。
bad-moment-remark = 日時と、そのほかの言葉を分けて、「{ $line }」の2行に書いてください。
bad-moment-remark-inside = 日時と、そのほかの言葉を分けて、「{ $line }」と書いてください。
bad-moment-rolling = 随時の募集は、回次を「round: rolling」とし、この項目を書かないでおきます。
bad-moment-until-filled = これは期間の終わりを言うものです。closes に「{ $value }」と書いてください。
bad-moment-whichever = 一方が数えて決まる日であれば、この項目の代わりに「{ $value }」と書いてください。
missing-program-help = どのプログラムの日程かを書いてください。プログラムのない試験などの日程なら、organization に実施する機関を書きます。
choose-parts = choose には、parts のうちいくつを受けるかを書きますが、1 から parts の数までの数になっていません。
choose-parts-help = parts に科目をすべて書き、choose にはそのうち受ける科目の数を書いてください。すべて受ける場合、choose は要りません。
counted-parts = 何から数えるのか、どれだけなのかが分かりません。
counted-parts-help = from（この回次の段階）か event（文）のどちらかと、within・after・before のどれか1つを、{"{"}from: result, within: 10営業日{"}"} のように書いてください。
counted-or = 暦の日（or）と、どちらの日になるか（whichever）は、並べて書きます。
counted-or-help = 「{"{"}from: result, within: 14日, or: 2027-03-31, whichever: earlier{"}"}」のように書いてください。どちらの日になるかは earlier（早い日）か later（遅い日）です。
bad-count = 「{ $found }」は、期間として読み取れません。
bad-count-help = 「30日」「2週間」「1か月」「10営業日」のように書いてください。
bad-moment-every = 繰り返す日は、この項目の代わりに「{ $value }」と書いてください。
bad-recurrence = 「{ $found }」は、繰り返しの予定として読み取れません。
bad-recurrence-help = 「毎週水曜日」「毎月第2金曜日」「毎月10日」「毎月末日」「隔週火曜日」「毎年7月・12月の第1日曜日」「年2回」のように書いてください。時刻は、「毎週水曜日 15:00–16:30」のように後ろに書きます。
bad-moment-not-set = まだ決まっていなければ、この項目を書かないか、値がない理由を書ける項目であれば「unknown」と書いてください。
bad-moment-day = 「{ $found }」という日付は、暦にありません。
bad-moment-day-help = 月と日を確かめてください。
value-and-remark = 「{ $line }」と書き、「{ $remark }」は note か notes に書いてください。
bad-money-in-kind = 物で受け取るものは、金額の代わりに「{ $line }」のように書いてください。
bad-moment-from = その日から始まることは、この項目の代わりに「{ $value }」と書いてください。
bad-moment-either = いくつかの日のいずれかは、始まりと終わりに分けて、「{ $value }」の3行に書いてください。
bad-moment-counted = ほかの日から数える日は、この項目の代わりに「{ $value }」と書いてください。起点がこの回次の段階なら、event の代わりに「from: result」のように書きます。
requirement-list = 条件や書類が、まとめ方（all_of・any_of）を書かずに並んでいます。
requirement-list-help = すべて必要なら「{ $line }」、どれか1つでよければ all_of の代わりに any_of と書いてください。
postal-text = 郵便番号を分けて書いた住所に、住所の文（text）がありません。
postal-text-help = 言語ごとの住所は、まとめて「{ $line }」と書いてください。
bad-refund = 「{ $found }」は文のため、返還のしかたとして読み取れません。
bad-refund-help = どの場合も返還しなければ「refund: never」、条件があれば「{ $line }」のように書いてください。
bad-moment-day-line = 出典を確かめて、「{ $line }」と書いてください。
bad-moment-days = 出典を確かめて、「{ $line }」か「{ $other }」と書いてください。
bad-moment-day-parts = 出典を確かめて、「{ $value }」と書いてください。
bad-moment-days-parts = 出典を確かめて、「{ $value }」か「{ $other_value }」と書いてください。
bad-moment-window-day = 出典を確かめて、「{ $value }」か「{ $other_value }」の2行に書いてください。
bad-moment-window-day-inside = 出典を確かめて、「{ $value }」か「{ $other_value }」と書いてください。
bad-moment-long-ago = 百年以上も前の日付になっています。
bad-moment-long-ago-help = 年を確かめてください。2026 のように、西暦4桁で書きます。
bad-moment-time = 「{ $found }」の時刻が、読み取れません。
bad-time = 「{ $found }」は、時刻として読み取れません。
bad-time-help = 時刻は 00:00 から 24:00 まで、「12:00」「正午」のように書いてください。「必着」などの言葉は note に書きます。
bad-weekday = 「{ $found }」は、曜日として読み取れません。
bad-weekday-help = 「金」「金曜日」「Fri」のように書いてください。
bad-inferred-year = 「{ $found }」は、推定した年として読み取れません。
bad-inferred-year-help = 推定した年は「inferred 2023」のように書いてください。
bad-fiscal-year = 「{ $found }」は、年度として読み取れません。
bad-fiscal-year-help = 年度は「2024」または「令和6年度」のように書いてください。
bad-zone = 「{ $found }」というタイムゾーンはありません。
bad-zone-help = Asia/Tokyo のように、「地域/都市」の名前で書いてください。
bad-duration = 「{ $found }」は、期間の長さとして読み取れません。
bad-duration-help = 「2年」「6か月」「2週間」「P2Y」（2年）のように書いてください。「2年以内」は {"{"}at_most: 2年{"}"}、「2年以上」は {"{"}at_least: 2年{"}"} と書きます。
bad-duration-unit = 「{ $value }年」「{ $value }か月」「{ $value }週間」のように、単位を付けて書いてください。
bad-quantity = 「{ $found }」は、数または期間の長さとして読み取れません。
bad-quantity-help = 「2」「5名」「P3Y」（3年）のように書いてください。「3年を超える」は {"{"}more_than: P3Y{"}"}、「2以上」は {"{"}at_least: 2{"}"} と書きます。
bad-capacity = 「{ $found }」は時間の長さですが、ここには人数・病床数・問題数などの数を書きます。
bad-capacity-help = 「{ $line }」のように、数だけを書いてください。期間や時間の長さは、duration や lasts に書きます。
bad-percent = 「{ $found }」は、割合として読み取れません。
bad-percent-help = 割合は、0% から 100% までの整数で「50%」のように書いてください。
bad-money = 「{ $found }」は、金額として読み取れません。
bad-money-help = 「300000」「30万円」「¥300,000」「5万円〜10万円」「月額3万円」「実費」のように書いてください。金額が分からないときは unknown と書きます。
bad-money-slip = カンマや文字の打ち間違いと思われます。「{ $line }」であれば、そう書いてください。
bad-money-fraction = この通貨にはない小数があります。「{ $line }」のように書き、端数の扱いは note に書いてください。
bad-money-currency = どの国の通貨かを書いてください。例えば「{ $line }」と書きます。
bad-money-not-known = 金額がまだ分からないときは、「{ $line }」のように、その理由とともに書いてください。
bad-money-tax = 金額とともに、{"{"}is: 50000, tax: included{"}"}、幅があれば {"{"}from: 50000, to: 100000, tax: included{"}"} のように書いてください。
bad-money-share = 何の割合かも、各言語で書きます。「{ $line }」
bad-money-months = 給与の何か月分かは、数だけを「{ $line }」のように書いてください。支払いの月などは note に書きます。
money-measures = 金額の決まり方が、2つ以上書かれているか、足りません。
money-measures-help = at_cost（実費）・share（割合）・months_of_pay（給与の月数）は、どれか1つだけを書いてください。of（何の割合か）は share と並べて書きます。
bad-months-of-pay = 「{ $found }」は、給与の月数として読み取れません。
bad-months-of-pay-help = 給与の何か月分かを、「4.5」のように書いてください。
bad-level = 「{ $found }」は、語学力のレベルとして読み取れません。
bad-level-help = 日本語能力試験の N5からN1、またはCEFRのレベルを {"{"}language: en, level: B2{"}"} のように言語とともに書いてください。
bad-level-more = レベルだけを「{ $line }」のように書いてください。
bad-level-language = どの言語のレベルかを書いてください。例えば「{ $line }」と書きます。
bad-level-scale = N5からN1は日本語のレベルです。ほかの言語は、CEFRのレベルを {"{"}language: en, level: B2{"}"} のように書いてください。
bad-age = 「{ $found }」は、年齢として読み取れません。
bad-age-help = 「18歳以上」「18〜35歳」「35歳未満」のように、基準日があれば {"{"}at_most: 35, on: 2027-04-01{"}"} のように書いてください。
bad-age-below = 未満は、1歳下までと同じです。「{ $line }」と書いてください。
bad-study-year = 「{ $found }」は、学年として読み取れません。
bad-study-year-help = 「5年次」「5年次以上」「4〜6年次」のように書いてください。
bad-postal-code = 「{ $found }」には、7桁の郵便番号がありません。
bad-postal-code-help = 〒113-0000 のように書いてください。分からなければ、「{ $value }」のように郵便番号を書かないでください。
bad-postal-code-alone = 113-0000 のような7桁の番号を書いてください。
postal-codes-differ = 「{ $found }」の郵便番号が、ほかの言語のものと違います。
postal-codes-differ-help = ほかの言語のほうが正しければ、「{ $value }」と書いてください。郵便番号は、どの言語でも同じです。
bad-form-file = 「{ $found }」は、ファイルのアドレスではありません。
bad-form-file-help = ファイルを content/assets/ に置き、「{ $line }」と書いてください。
bad-form-file-none = ダウンロードするファイルがなければ、この項目を書かないでください。
bad-max-age = 「{ $found }」は、期間の長さとして読み取れません。
bad-max-age-help = 発行からの期間を「3か月」「6か月以内」のように書いてください。
bad-max-age-unit = 単位を付けて、「{ $line }」のように書いてください。
rank-contradicts = rank と official が食い違っています。
rank-contradicts-help = rank だけを残してください。official より詳しく書けます。
bad-currency = 「{ $found }」は、通貨として読み取れません。
bad-currency-help = 通貨は、JPY や USD のような英大文字3字で書いてください。
bad-currency-nearest = 「{ $value }」の誤りではありませんか。通貨は、JPY や USD のようなISO 4217の3字で書きます。
bad-number = 「{ $found }」は、数として読み取れません。
bad-weight-help = 0 から 10 までの数で書いてください。たとえば「2」や「0.5」です。1 が通常の重みです。
bad-number-help = 「1」のように、数字だけで書いてください。
bad-claim-number = claims に、{ $found } 番目の主張はありません。
bad-claim-number-help = 1から{ $count }までの番号（claims の何番目か）か、none を書いてください。
wrong-era = 「{ $found }」は、その元号が使われた期間の外にあります。
wrong-era-help = 元号と年を確かめ、「令和元年5月1日」「2019-05-01」のように書いてください。
wrong-weekday = 「{ $found }」の曜日は、暦では{ $right }です。
wrong-weekday-help = 日付と曜日のどちらが正しいかを出典で確かめ、直してください。出典の誤りであれば、曜日を消して「cautions」に書いてください。

## ファイルの読み取り

invalid-encoding = 文字コードがUTF-8ではありません（{ $line }行目、ファイルの先頭から{ $offset }バイトの位置）。
invalid-encoding-shift-jis = 文字コードがUTF-8ではなく、Shift_JISのようです（{ $line }行目、ファイルの先頭から{ $offset }バイトの位置）。
invalid-encoding-help = エディターで「UTF-8」を選んで保存し直してください。
unreadable-file = ファイルを読み取れません（{ $reason }）。
unreadable-file-help = ファイルがあること、読み取りの権限があることを確かめてください。
folder-for-file = ファイルを置くところに、フォルダーがあります。
folder-for-file-help = フォルダーの名前を変えるか、ほかの場所に移してください。
file-too-large = ファイルが大きすぎます（{ $size }メガバイト）。
file-too-large-help = 内容を複数のファイルに分けてください。

## 本文

raw-html = 本文にHTMLは書けません。
raw-html-help = Markdownで書いてください（太字は **…**、改行は行末の \、表のセルの中では <br>）。「<」という文字そのものは \< と書きます。
front-matter = 本文の初めに、「---」や「+++」で囲んだ設定は書けません。
front-matter-help = 題名や日付などは、同じ名前のYAMLファイルに書いてください。
markdown-nesting = 引用やリストの入れ子が深すぎます。
markdown-nesting-help = 入れ子を浅くしてください。
unclosed-mention = 「[[」に対応する「]]」がありません。
unclosed-mention-help = 参照の終わりに「]]」を書いてください。「[[」という文字そのものは \[\[ と書きます。

## サイト・テンプレート・文言

no-site = 「{ $folder }」には content フォルダーがないため、サイトとして読み取れません。
no-site-help = content フォルダーのあるフォルダーで実行するか、-C でそのフォルダーを指定してください。新しく始めるときは annai init を使います。
missing-site-file = サイトの設定ファイル content/site.yaml がありません。
missing-site-file-help = content/site.yaml を作り、サイトの名前（title）と言語（languages）を書いてください。
missing-site-field = サイトの設定に「{ $field }」がありません。
missing-site-field-help = content/site.yaml に「{ $field }」を書き加えてください。
html-unclosed = <{ $name }> が、外側の要素の終わりまでに閉じられていません。
html-stray = </{ $name }> に対応する開始タグがありません。
html-nesting = <{ $name }> は <{ $outer }> の中に置けません。
html-id-twice = id「{ $name }」がページに2つあります。
html-no-alt = 画像に、見えない人のための説明（alt）がありません。
html-no-page = { $name } にはページがありません。
html-no-page-help = アドレスを直してください。テンプレートでは、サイト内のアドレスは {"{{"} site.home {"}}"} のように値から取れます。
broken-html-help = テンプレートを直してください。このようなページの見え方はブラウザーごとに違い、画面読み上げソフトでは読む場所が分からなくなることがあります。飾りだけの画像には alt="" と書きます。
template-error = テンプレートに誤りがあります（{ $problem }）。
template-error-help = 示された行を直すか、themes/ のこのファイルを消して組み込みのテンプレートに戻してください。
template-lacks-block = このテンプレートには、{ $by } が中身を書く block「{ $block }」がなくなっています。
template-lacks-block-help = { "{%" } block { $block } { "%}" }{ "{%" } endblock { "%}" } を表示したい所に書くか、themes/ のこのファイルを消して組み込みのテンプレートに戻してください。
template-block-in-itself = block「{ $block }」が自分自身の中に入っています（super() で呼び出す block の中に、この block があります）。
template-takes-name = { $template } は組み込みの { $bare } を呼び出すための名前なので、このファイルは使われません。
template-takes-name-help = 別の名前にするか、組み込みのテンプレートの代わりに使うなら { $bare } に移してください。
locale-syntax = 文言ファイルに誤りがあります。{ $problem }
locale-default-help = 最後の場合は「*[other] か月」のように、* で始めます。ほかのどの場合にも当たらないときに使われます。
locale-syntax-help = 「名前 = 文」の形で書きます。2行目からは行の初めを字下げし、「{"{"}」という文字そのものは {"{"}"{"{"}"{"}"} と書きます。

## locale-syntax の $problem に入る文

locale-expected = 「{ $token }」が必要です。
locale-no-text = 「=」の後に文がありません。
locale-no-default = 場合分けに、「*」を付けた既定の場合がありません。
locale-two-defaults = 場合分けに、「*」を付けた既定の場合が2つあります。
locale-closing-brace = 対応する「{"{"}」のない「{"}"}」があります。
locale-unclosed-brace = 「{"{"}」に対応する「{"}"}」がありません。
locale-unclosed-quote = 閉じていない「"」があります。
locale-bad-escape = 「\」の後の書き方が正しくありません。
locale-not-an-entry = 行が、半角の英字で始まる名前ではありません。
locale-bad-placeable = 「{"{"}」と「{"}"}」の間の書き方が正しくありません。
locale-too-deep = 「{"{"}」の入れ子が深すぎます。
locale-constant-choice = 場合分けの元が、変数（$…）ではありません。
locale-double-braces = 「{"{"}」が二重になっています。
locale-long-number = 数が長すぎます。

## まとめ

summary-errors = エラー { $count } 件
summary-warnings = 警告 { $count } 件
summary-infos = 参考 { $count } 件
summary-separator = 、
summary-clean = 問題は見つかりませんでした

bad-letter = 「{ $field }」には、ローマ字の大文字を1字だけ書きます。

outdated-translation = 「{ $key }」の訳文（{ $language }）は、今の原文より古いものです。
outdated-translation-help = 原文は「{ $old }」から「{ $new }」に変わりました。訳文を直してから、annai accept { $path } を実行してください。
changed-texts = 「{ $key }」（{ $language }）が、確かめて受け入れたときから変わっています。
changed-texts-one-help = 「{ $old }」から「{ $new }」に変わりました。出典ともう一方の言語に照らして正しければ annai accept { $path } を実行し、誤りなら元に戻してください。
changed-texts-new = 「{ $key }」などの{ $count }件は、まだ誰も確かめていません。
changed-texts-gone = 確かめて受け入れた「{ $key }」などの{ $count }件が、なくなっています。
changed-texts-order = 「{ $key }」の並ぶ順が、確かめて受け入れたときから変わっています。
changed-texts-help = 正しければ annai accept { $path } を実行し、誤りなら元に戻してください。
changed-texts-file = 確かめて受け入れたファイル { $path } が、なくなっています。
changed-texts-file-help = 消したり名前を変えたりしたのなら annai accept { $path } を実行してください。誤りなら、ファイルを元に戻してください。
changed-facts = このレコードの事実が、確認済みの内容から変わっています（「{ $old }」→「{ $new }」）。
changed-facts-help = 出典と照らし合わせて正しければ、annai accept { $path } を実行してください。誤りであれば元に戻してください。

spelling = 「{ $found }」は「{ $canonical }」と同じ意味として読み取りました。
spelling-help = このままでも構いません。annai fmt を実行すると、標準の書き方にそろいます。

to-be-confirmed = この日付（{ $field }）は前の年度から移したもので、まだ確かめていません。
to-be-confirmed-help = 募集要項と照らし合わせ、正しければ「要確認」を消して { $value } としてください。違っていれば、正しい日付に書き直してください。
