## 言語の間の食い違い

other-language-here = もう一方の言語はここです
languages-disagree = 「{ $found }」が、もう一方の言語（{ $source }）にありません。
languages-disagree-value = ここ（{ $language }）の「{ $found }」が、もう一方の言語（{ $source }）では「{ $expected }」です。
languages-disagree-missing = 「{ $found }」が、もう一方の言語（{ $language }）にありません。
languages-disagree-help = 両方を出典と照らし合わせ、誤っているほうを直してください。レコードにある値は、[[fee/example-fee.amount]] のように引用すると食い違いません。
mention-only-here = 「[[{ $found }]]」の数が、もう一方の言語（{ $language }）より多くなっています。
mention-only-here-help = もう一方の言語にも [[{ $found }]] と書くか、ここの参照を消してください。
comparison-differs = 「{ $found }」に付く「以上」「超える」などの条件が、もう一方の言語（{ $source }）と違います。
comparison-differs-help = 「3年を超える」と「3年以上」は違う条件です。両方を出典と照らし合わせ、誤っているほうを直してください。
name-differs = ここ（{ $language }）の「{ $found }」が、もう一方の言語（{ $source }）では「{ $expected }」です。
name-differs-slip = 「{ $found }」は、名前「{ $expected }」の書き誤りのようです。
name-differs-help = 両方を出典と照らし合わせ、誤っているほうを直してください。名前は [[hospital/example-hospital]] のように参照すると食い違いません。
sense-differs = ここの「{ $found }」が、もう一方の言語の「{ $expected }」と合いません。
sense-differs-missing = 「{ $found }」に当たることが、もう一方の言語（{ $language }）にありません。
sense-differs-help = 両方を出典と照らし合わせ、誤っているほうを直してください。どちらも正しければ、文の作りを近づけると伝わり方もそろいます。
order-differs = 「{ $found }」が、もう一方の言語（{ $language }）ではほかの値と入れ替わっています。
order-differs-help = どの値が何に付くのかを出典で確かめ、誤っているほうを直してください。
structure-headings = 見出しの数が、ここでは{ $found }、もう一方の言語（{ $language }）では{ $expected }です。
structure-links = リンクの数が、ここでは{ $found }、もう一方の言語（{ $language }）では{ $expected }です。
structure-images = 画像の数が、ここでは{ $found }、もう一方の言語（{ $language }）では{ $expected }です。
structure-tables = 表の数が、ここでは{ $found }、もう一方の言語（{ $language }）では{ $expected }です。
structure-lists = 箇条書きの数が、ここでは{ $found }、もう一方の言語（{ $language }）では{ $expected }です。
unmatched-heading = 見出し「{ $found }」は、もう一方の言語（{ $language }）のどの見出しの訳でもありません。アンカーはこの見出しだけのものになります。
unmatched-heading-help = もう一方の言語に同じ節を書くか、この節を消してください。どれかの訳であれば、レベル（# の数）と並ぶ順を合わせてください。
unused-anchor = 訳文に書いた {"{#"}{ $found }{"}"} は使われません。この見出しのアンカーは、原文と同じ #{ $id } です。
unused-anchor-help = ここのアンカーを消してください。変えるときは、原文の見出しで変えてください。
taken-anchor = アンカー #{ $found } はこのページのほかの所で使われているため、この見出しのアンカーは #{ $id } になります。
taken-anchor-help = 見出しに別のアンカーを付けてください。
structure-differs-help = 足りないものを加えるか、余分なものを消して、両方の言語をそろえてください。

## 金額と数量

range-reversed = 範囲の初めの値が、終わりの値より大きくなっています。
range-reversed-help = from と to を入れ替えるか、誤っているほうを直してください。
refund-reversed = 返還の割合が、後の期限のほうで減っていないか、期限の順になっていません。
refund-reversed-help = 早い期限から順に、割合の大きいものから書いてください（例：- {"{"}returned: 100%, until: 2027-02-01{"}"}、- {"{"}returned: 50%, until: 2027-03-01{"}"}）。
free-with-amount = 全体は無料なのに、有料の内訳があります。
free-with-amount-help = 全体か内訳の金額を直してください。ほかの人が払う内訳なら、その payer に払う人を書きます。
amount-here = この内訳は有料です
unknown-in-total = 分からない内訳があるのに、全体が正確な金額になっています。
unknown-in-total-help = 全体の amount を消すと、分かっている内訳だけの合計が表示されます。または {"{"}at_least: …{"}"} か approximate: true を使ってください。

## 時期

window-reversed = 期間の終わりが、始まりより前か、同じ時刻です。
window-reversed-help = opens か closes を直してください。
opens-here = 始まりはここです
stage-too-early = 「{ $stage }」が、その前にあるはずの「{ $before }」が終わらないうちに始まります。
stage-too-early-help = 日付を確かめて直してください。出典のとおりなら、「{ $stage }」に overlaps: [{ $id }] と書きます。
stage-too-early-begins = 「{ $stage }」が、「{ $before }」の始まりより前に終わっています。
earlier-stage-ends-here = 前の段階の終わりはここです
earlier-stage-begins-here = 先に始まるはずの段階はここです
stages-overlap = 「{ $stage }」と「{ $other }」の期間が重なっています。
stages-overlap-help = 日付を確かめて直してください。出典のとおりなら、「{ $stage }」に overlaps: [{ $id }] と書きます。
other-stage-here = もう一方の段階の始まりはここです
rounds-overlap = 前の回次が終わらないうちに、この回次が始まります。
rounds-overlap-help = 日付を確かめて直してください。出典のとおりなら、allow: [{"{"}code: rounds-overlap, because: …{"}"}] と、理由を付けて認めてください。
earlier-round-here = 前の回次の最後の段階はここです
step-too-late = この手続にかかる期間が、残された期間と同じか、それより長くなっています。
step-too-late-help = takes か when を直してください。出典のとおりなら、cautions に種類 timing の注意を書いて、読む人に知らせます。
time-left-here = 残された期間はここです
review-overdue = このレコードを出典と照らし合わせ直す日を過ぎています。
review-overdue-help = 出典と照らし合わせてから、verified に今日の日付を、review_by に次に見直す日を書いてください。
no-successor = 募集は終わりましたが、その次の募集について何も書かれていません。
no-successor-help = 次の募集を successor: schedule/{ $next } のように書いてください。日程が分からなければ successor: not-announced とします。
successor-known = 次の年度の日程「{ $next }」があるのに、successor: not-announced と書かれています。
successor-known-help = successor: { $next } と書き換えてください。
successor-in-a-ring = 次の募集をたどると、この募集に戻ってきます。後に続く募集がありません。
successor-in-a-ring-help = 次の年度の募集を書いてください。日程が分からなければ successor: not-announced とします。
fiscal-year-basis = 何を基準にした年度かが書かれていません。
fiscal-year-basis-help = 研修が始まる年度なら {"{"}year: { $year }, basis: training-start{"}"} と書き、募集を行う年度なら basis: recruitment としてください。

## 言葉と文字

half-width-kana = 半角のカタカナが使われています（「{ $found }」）。
full-width-digits = 全角の数字が使われています（「{ $found }」）。
word-quotes = 文の全体が、ワープロの引用符で囲まれています（{ $found }）。この引用符は、ページにもそのまま表示されます。
word-quotes-help = YAMLの引用符のつもりであれば、「{ $right }」と書いてください。
character-width-help = 「{ $right }」に書き直してください。
rejected-rendering = 「{ $found }」は、用語集で使わないことにした呼び方です。
rejected-rendering-help = 「{ $preferred }」に書き直してください。
rejected-rendering-term-help = 用語集（{ $term }）の呼び方に書き直してください。
vague-link = リンクの言葉「{ $found }」だけでは、どこへのリンクかが分かりません。
vague-link-help = [申請書の様式](…) のように、リンク先のページやファイルの名前をリンクの言葉にしてください。
unmarked-language = 「{ $found }」は日本語ですが、この文は日本語ではありません（言語：{ $language }）。
unmarked-language-help = {"{"}{ $tag }:{ $found }{"}"} のように印を付けると、日本語として読み上げられ、表示されます。訳せる言葉は訳してください。
unknown-term = 「{ $found }」は、用語集にありません。
unknown-term-help = 「{ $found }」を名前とする項目を content/terms/ に書いてください。用語でなければ、読みや印を外してください。

## 文とレコード

contradicts-record = 「{ $found }」は、レコードに書かれた { $field } の値「{ $expected }」と合いません。
contradicts-record-linked = 「{ $found }」は、{ $record } に書かれた { $field } の値「{ $expected }」と合いません。
contradicts-record-help = 文かレコードのどちらかを直してください。[[fee/example-fee.amount]] のようにレコードの値を引用すれば、食い違うことはありません。
wrong-era-pair = 「{ $found }」と「{ $other }」は、同じ年ではありません。
wrong-era-pair-help = 出典で年を確かめ、どちらかを直してください。

## レコードの中の食い違い

future-date = 済んだことの日付なのに、まだ来ていない日になっています。
future-date-help = 日付を直してください。これからの予定は、文で書きます。
future-date-far = 何年も先の日付になっています。
future-date-far-help = 年を確かめてください。出典のとおりなら、理由とともに allow に future-date と書きます。
dates-reversed-review = 次に見直す日（review_by）が、照らし合わせた日（verified）より前になっています。
dates-reversed-posted = 掲載された日（posted）が、内容の時点（as_of）より前になっています。
dates-reversed-help = 両方の日付を確かめ、誤っているほうを直してください。
dates-reversed-successor = 次の募集（successor）の年度が、この募集の年度より前になっています。
verified-here = 照らし合わせた日はここです
as-of-here = 内容の時点はここです
successor-of-year = この募集の年度はここです
fiscal-year-differs = どの日付も、{ $year }年度（{ $basis }）の募集のものとしては合いません。
fiscal-year-differs-name = 名前では{ $found }年度ですが、レコードでは{ $year }年度になっています。
fiscal-year-differs-help = 年度と、それを何で数えるか（basis）を出典で確かめ、年度か日付を直してください。
dates-here = 日付はここからです
name-here = 名前はここです
parts-differ = 内訳の合計は{ $sum }で、全体の{ $whole }と合いません。
parts-differ-help = 両方を出典と照らし合わせ、誤っているほうを直してください。
parts-differ-phases = 期間ごとの長さの合計が、全体の長さと合いません。
parts-differ-count = 数は{ $count }とありますが、挙げられているのは{ $parts }です。
parts-differ-open-help = 両方を出典と照らし合わせ、誤っているほうを直してください。出典にも一部しか挙げられていなければ、open: true と書きます。
repeated-entry-round = この回次は、前の回次と段階も日付も同じです。
repeated-entry-host = この受入れ先は、同じ年度についてすでに挙げられています。
repeated-entry-number = 同じ一覧の、ほかの項目にもこの番号が付いています。
repeated-entry-text = 同じ一覧に、同じ項目がすでにあります。
repeated-entry-help = 重なっているものを消すか、写したまま直していないところを直してください。
first-listed-here = 初めに挙げたのはここです
unconfirmed-status = status は { $status } ですが、confirmed には、確認されていないとあります。
unconfirmed-status-confirmed = 確認された日があるのに、status が { $status } のままです。
unconfirmed-status-help = 確認できないうちは possible とし、確認できたら open か closed に変えて、その日を confirmed に書いてください。
duplicate-name = 同じ名前のレコードがほかにもあり、区別が付きません。
duplicate-name-help = 1つにまとめるか、読む人が区別できる名前にしてください。
same-name-here = 同じ名前のレコードです
near-copy = 名前のほかは、すべての文が { $record } と同じです。
near-copy-dates = すべての日付が { $record } と同じです。
near-copy-help = 写して作ったレコードなら、写したままになっているところを、このレコードの出典のとおりに直してください。
copied-from-here = 同じ内容のレコードです
reading-differs = ローマ字の「{ $found }」が、読みの「{ $reading }」と合いません。
reading-differs-kana = 名前にある「{ $found }」が、読みの「{ $reading }」にありません。
reading-differs-help = 名前、読み、ローマ字のうち、誤っているものを直してください。
quotation-differs = 「{ $found }」は別の言語（{ $language }）の言葉として引かれていますが、その言語の文にこの言葉がありません。
quotation-differs-help = その言語の文にあるとおりに引くか、その文のほうを直してください。

## 構成

empty-section = 見出し「{ $found }」の下に何もありません。
empty-section-help = 内容を書くか、見出しを消してください。
skipped-heading-level = この見出しは第{ $found }段ですが、ここに置けるのは第{ $expected }段までです。
skipped-heading-level-help = 行の初めを「{ $marks }」にしてください。
duplicate-heading = 同じ節の中に、見出し「{ $found }」がもう1つあります。
duplicate-heading-help = 見出しだけを並べても区別できるように、どちらかを変えてください。
host-redirects = 旧アドレス「{ $found }」は、転送しないホスティングサービスもあります。
host-redirects-file = この場所にはページを置けません。Netlify、Cloudflare Pages、GitLab Pages は /_redirects で、Apache は .htaccess で転送します（content/site.yaml に htaccess: true と書きます）。GitHub Pages では転送できません。
host-redirects-query = クエリ（「?」より後ろ）が付いています。Netlify は /_redirects で、Apache は .htaccess で転送します（content/site.yaml に htaccess: true と書きます）。Cloudflare Pages、GitLab Pages、GitHub Pages では転送できません。
host-redirects-many = /_redirects に旧アドレスが { $count } 行ありますが、{ $host } が読むのは { $most } 行までです。
host-redirects-many-help = 旧アドレス1件につき、言語ごとに1行と、言語なしの1行が書かれます。{ $host } で公開する場合は、もう使われていない aliases を消してください。旧アドレスにページを置ける場合は、上限を超えても読者は新しいページに案内されます。
host-redirects-long = /_redirects の「{ $found }」の行が { $count } 文字ありますが、Cloudflare Pages が読むのは { $most } 文字までです。
host-redirects-long-help = 英数字でない文字は1文字が9文字以上に数えられます。Cloudflare Pages で公開する場合は、転送先のファイル名を短くするか、この aliases を消してください。
image-without-text = 画像に説明がありません。
image-without-text-help = ![病院までの道順の地図](…) のように、何が写っているかを [ ] の中に書いてください。
literal-markup = 太字の初めにも終わりにもならないため、この「**」はそのまま表示されます。
literal-markup-help = 「**」は、太字にする言葉のすぐ前とすぐ後に、内側に空白を入れずに置いてください。文字としての「**」は \*\* と書きます。
wrong-language-link = リンク先が、ほかの言語（{ $language }）のページです。
wrong-language-link-help = 「{ $right }」に書き直してください。[[hospital/example-hospital]] のような参照なら、いつも読む人の言語のページにつながります。
unreferenced-record = どのレコードからも参照されていません。
unreferenced-record-help = 読む人が探しそうなところから参照してください。一覧やメニューから見つかれば十分なら、そのままで構いません。
missing-base-url = サイトを公開するアドレスが書かれていません（content/site.yaml に base_url がありません）。
missing-base-url-help = content/site.yaml に base_url: https://example.org/guide/ のように書くか、--base-url で渡してください。それまでは、フィード、サイトマップ、言語の間のリンクが http://localhost/ を指します。
missing-address = このリンクのアドレスが分かっていません。
missing-address-help = 分かったら書き入れてください。それまでは、アドレスが分からないことが読む人に示されます。

## 認めた指摘

unused-allow = 「{ $code }」を認めるとありますが、当てはまる指摘がありません。
unused-allow-help = この allow を消してください。エラーは認められないので、直す必要があります。
unknown-rule = 「{ $word }」という規則はありません。
unknown-rule-nearest = 「{ $nearest }」の誤りではありませんか。
unknown-rule-help = 指摘の [ ] の中にある規則の名前を、missing-translation のように書いてください。
slip-help = 「{ $line }」と書いてください。文字としてそのまま見せるときは、その記号の前に \ を書きます。
slip-heading = 見出しの書き方になっていないため、そのまま表示されます。
slip-list = リストの書き方になっていないため、前の行とつながって、そのまま表示されます。
slip-quote = 引用の書き方になっていないため、そのまま表示されます。
slip-table = 表の書き方になっていないため、そのまま表示されます。
slip-table-rule = 2行目に「|---|」の行がないため、表にならず、そのまま表示されます。
slip-rule = 区切り線の書き方になっていないため、そのまま表示されます。
slip-mention = 参照の括弧が全角のため、そのまま表示されます。
slip-ruby = ふりがなの記号が全角のため、そのまま表示されます。
slip-link = リンクの書き方になっていないため、そのまま表示されます。
slip-bold = 太字の書き方になっていないため、そのまま表示されます。
slip-indent = 行の初めの字下げのため、プログラムのように表示されます。
slip-underline = 次の行の「---」のため、この行は見出しになります。区切り線であれば、「---」の前に空の行を入れてください。
slip-footnote = 注「{ $found }」の本文がないため、そのまま表示されます。
lost-cells = この行には{ $cells }個のセルがありますが、表の見出しは{ $columns }列です。残りのセルは表示されません。
lost-cells-help = セルの数を見出しに合わせてください。文字としての「|」は \| と書きます。

lost-address = 公開していた { $address } が、どこにもつながらなくなりました。
lost-address-help = 代わりになるレコードに「aliases: [{ $alias }]」と書いてください。代わりがなければ、annai accept { $path } で公開の終わりを記録してください。
lost-address-file = { $file } が代わりになるなら、そこに「aliases: [{ $alias }]」と書いてください。代わりがなければ、annai accept { $path } で公開の終わりを記録してください。
lost-anchor = 公開していた見出し「#{ $anchor }」がなくなりました。
lost-anchor-help = 代わりになる見出しの後に {"{#"}{ $anchor }{"}"} と書いてください。
changed-event = 読者のカレンダーに入っている { $key } の日時が、{ $old } から { $new } に変わりました。
changed-event-help = 正しければ annai accept { $path } を実行してください。購読者に変更が届くようになります。
lost-event = 読者のカレンダーに入っている予定（{ $old }）がなくなりました。
lost-event-help = 中止になったのなら、消さずに「withdrawn: true」と書くと、購読者に伝わります。レコードの名前を変えたのなら、以前のアドレスを「aliases」に書いてください。知らせずになくすなら、annai accept { $path } を実行してください。
