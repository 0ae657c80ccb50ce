# annai explain が示す、規則ごとの説明。見つけるもの、.why（理由）、.bad（誤った例）、.good（正しい例）。

rule-ambiguous-reference = 当てはまるレコードが複数ある参照を見つけます。
    .why = 同じファイル名の病院と機関があると、名前だけではどちらを指すかが決まりません。
    .bad = 受入れ先は[[minato]]です。
    .good = 受入れ先は[[hospital/minato]]です。

rule-bad-address = アドレスとして読み取れない値を見つけます。
    .why = 形の正しくないアドレスは、リンクにも転送にも使えません。
    .bad = form: www.example.org/apply
    .good = form: https://www.example.org/apply

rule-bad-colour = 色として読み取れない値を見つけます。
    .why = 色の名前は環境によって違う色になり、字が読めなくなることがあります。
    .bad = colour: 紺色
    .good = colour: "#1a5276"

rule-bad-duration = 期間の長さとして読み取れない値を見つけます。
    .why = 期間の長さは、言語ごとに表し方を変えて表示し、比べたり足したりもします。文のままでは扱えません。
    .bad = duration: しばらくの間
    .good =
        duration:
          about: P2Y

rule-bad-file-name = アドレスに使えないファイル名を見つけます。
    .why = ファイル名は、そのままページのアドレスになります。大文字・空白・日本語を含むアドレスは、伝える途中で壊れやすくなります。
    .bad = content/hospitals/Minato Hospital.yaml
    .good = content/hospitals/minato.yaml

rule-bad-language = サイトの設定にない言語や、正しくない言語タグを見つけます。
    .why = 設定にない言語の文は、どのページにも表示されません。書き間違いのこともあります。
    .bad =
        name:
          jp: みなと病院
    .good =
        name:
          ja: みなと病院

rule-bad-message = 読者に見せる文言のうち、組み込みの文言が示すものを欠くものを見つけます。値が入っていない、数の場合分けの名前が違う、HTML がある、同じ名前が2回ある、などです。
    .why = 文言の多くには値が入ります。抜けたり書き間違えたりすると、年度や通貨、「以上」などの条件がページから消えるか、その文言が別の言語で表示されます。
    .bad = length_at_least = 以上
    .good = length_at_least = {"{"} $value {"}"}以上

rule-bad-moment = 日付や日時として読み取れない値、暦にない日付、百年以上も前のお知らせや照合の日付、逆になった期間を見つけます。
    .why = 日付は、曜日や元号を付けて言語ごとに表示し、募集中かどうかの判断にも使います。
    .bad = opens: 2023-11-31
    .good = opens: 2023-11-30 12:00

rule-bad-money = 金額として読み取れない値を見つけます。
    .why = 金額は、言語ごとに表し方を変えて表示し、合計もします。分からない金額を「0」と書くと、無料と読まれます。
    .bad = amount: 要問合せ
    .good = amount: unknown

rule-bad-number = 数として読み取れない値を見つけます。
    .why = 順番や部数などは、数としてだけ扱えます。
    .bad = menu: 一番目
    .good = menu: 1

rule-bad-phone = 1つの電話番号として読み取れない値を見つけます。
    .why = 番号のほかの数字（受付時間や2つ目の番号）まで続けてダイヤルされると、違う相手につながります。
    .bad = phone: 03-1234-5678（9:00-17:00）
    .good = phone: 03-1234-5678

rule-bad-quantity = 数または期間の長さとして読み取れない値を見つけます。
    .why = 「3年を超える」と「3年以上」は違う条件です。どちらであるかを、決まった書き方で区別します。
    .bad = quantity: 3年以上くらい
    .good =
        quantity:
          at_least: P3Y

rule-bad-zone = ないタイムゾーンの名前を見つけます。
    .why = 締切の時刻は、タイムゾーンが決まらないと、いつのことか分かりません。
    .bad = zone: Tokyo
    .good = zone: Asia/Tokyo

rule-broken-anchor = ページの中の、ない見出しへのリンクを見つけます。
    .why = 読む人は目的の箇所ではなく、ページの初めに着きます。
    .bad =
        ## 申請 {"{#apply}"}

        手順は[申請](#application)をご覧ください。
    .good =
        ## 申請 {"{#apply}"}

        手順は[申請](#apply)をご覧ください。

rule-broken-html = テーマのテンプレートから作られる HTML の誤りを見つけます。正しく入れ子になっていない要素、2つある id、説明のない画像、サイトにないページへのリンクです（警告）。
    .why = このようなページの見え方はブラウザーごとに違い、画面読み上げソフトでは読む場所が分からなくなることがあります。
    .bad = <section><h2>About us</h2>
    .good = <section><h2>About us</h2></section>

rule-broken-link = このサイトの中の、ないページやファイルへのリンクを見つけます。
    .why = 読む人は「ページが見つかりません」という画面に着きます。
    .bad = [病院の案内](/ja/hospitals/mintao/)
    .good = [病院の案内](/ja/hospitals/minato/)

rule-changed-event = 読者のカレンダーに入っている予定のうち、日時が変わったものやなくなったもので、まだ誰も確かめていないものを見つけます。
    .why = カレンダーを購読している人は、それを見て予定を立てます。書き誤りで日時が変わると、その人たちのカレンダーでも変わってしまいます。正しい変更なら annai accept で記録すると、購読者に変更として届きます。
    .bad = {"{"}stage: application, closes: 2030-02-07 17:00{"}"}
    .good = {"{"}stage: application, closes: 2030-01-31 17:00{"}"}

rule-changed-facts = 出典と照らし合わせた後に、値が変わったレコードを見つけます（警告）。
    .why = 確かめた値を後から誤って変えても、見た目では分かりません。新しい値が正しいことは、annai accept で記録します。
    .bad =
        # 300000 を確かめた後、照らし合わせていない
        amount: 350000
    .good =
        # annai accept content/fees/practical-training.yaml の後
        amount: 350000

rule-changed-texts = 確かめて受け入れたときから変わった文を見つけます（警告）。
    .why = 片方の言語だけが変わった文、加わった文、なくなった文、順序が変わった文を、誰も見ないうちに公開しないためのものです。annai accept は、前と今を並べて示してから記録します。
    .bad = {"{"}ja: 2年の研修, en: a three-year course{"}"}
    .good = {"{"}ja: 2年の研修, en: two years of training{"}"}

rule-character-width = 半角のカタカナと全角の数字を見つけます（警告）。
    .why = ほかの文字とそろわず見苦しくなり、ふつうの文字で検索しても見つかりません。
    .bad = ２０２４年に始まるｺｰｽです。
    .good = 2024年に始まるコースです。

rule-clashing-address = 同じアドレスを使う複数のページを見つけます。
    .why = 1つのアドレスで見せられるのは、1ページだけです。
    .bad =
        # content/hospitals/wakaba.yaml と content/hospitals/aoba.yaml の両方に
        aliases: ["/hospitals/old-name/"]
    .good =
        # どちらか一方だけに
        aliases: ["/hospitals/old-name/"]

rule-clashing-identity = 同じ名前のレコードになる複数のファイルを見つけます。
    .why = 参照がどちらを指すかが決まりません。
    .bad =
        content/hospitals/wakaba.yaml
        content/hospitals/wakaba.yml
    .good = content/hospitals/wakaba.yaml

rule-comparison-differs = 「以上」「超える」などの条件が、言語によって違う数量を見つけます（警告）。
    .why = 「3年を超える」と「3年以上」では、当てはまる人が違います。読む言語によって、違うことが伝わってしまいます。
    .bad =
        ja: 3年を超える経験
        en: at least 3 years of experience
    .good =
        ja: 3年以上の経験
        en: at least 3 years of experience

rule-contradicts-record = 文の中の日付、金額、期間、人数、連絡先のうち、そのレコードや、そのプログラム、費用、日程の値と合わないものを見つけます（警告）。
    .why = 1つのページに2つの値が出て、どちらかが誤りになります。ほかの意味に取れないものだけを見つけます。一部だけが違う日付、レコードにない金額、期間として書かれた長さなどです。
    .bad =
        duration:
          at_most: P2Y
        summary:
          ja: 研修期間は最長3年です。
          en: Training lasts up to three years.
    .good =
        duration:
          at_most: P2Y
        summary:
          ja: 研修期間は最長2年です。
          en: Training lasts up to two years.

rule-dates-reversed = 先に来るはずの日付のほうが遅い、レコードの2つの日付を見つけます（警告）。
    .why = 内容の時点より前に掲載されたお知らせや、照らし合わせる前に見直すことになっている内容は、どちらかの日付が誤りです。
    .bad =
        as_of: 2026-10-01
        posted: 2026-09-01
    .good =
        as_of: 2026-10-01
        posted: 2026-10-09

rule-draft-reference = 公開するページから、下書きのレコードへの参照を見つけます。
    .why = 下書きは公開されないため、参照先のページがありません。
    .bad =
        # content/programs/observation.yaml に draft: true があるとき
        related: [program/observation]
    .good =
        # draft: true を消した後
        related: [program/observation]

rule-duplicate-field = 2回書かれた項目を見つけます。
    .why = どちらの値を使えばよいかが決まりません。
    .bad =
        prefecture: mie
        prefecture: gunma
    .good = prefecture: mie

rule-duplicate-heading = 1つの節の中にある、同じ言葉の見出しを見つけます（警告）。
    .why = 目次や見出しの一覧に並ぶと、区別できません。
    .bad =
        ## 提出書類

        応募のとき……

        ## 提出書類

        在留資格の申請のとき……
    .good =
        ## 応募の提出書類

        応募のとき……

        ## 在留資格の申請の提出書類

        在留資格の申請のとき……

rule-duplicate-name = 名前が同じで、所在地、プログラム、年度などでも区別の付かない、同じ種類の2つのレコードを見つけます（警告）。
    .why = 読む人は、どちらを見ればよいか分かりません。もうあるのに気づかず、二重に作ったものであることも多いものです。
    .bad =
        name:
          ja: みなと病院
          en: Minato Hospital
        prefecture: ishikawa
    .good =
        name:
          ja: みなと中央病院
          en: Minato Central Hospital
        prefecture: ishikawa

rule-empty-section = 下に何もない見出しを見つけます（警告）。
    .why = そこへ来た読む人には、何もないのか、書き忘れなのかが分かりません。
    .bad =
        ## 費用

        ## 提出書類

        免許証の写し。
    .good =
        ## 提出書類

        免許証の写し。

rule-file-name-not-utf8 = UTF-8ではないファイル名を見つけます。
    .why = ファイル名はアドレスになります。ほかの文字コードの名前は、コンピューターによって違って見えます。
    .bad = Shift_JISの日本語のファイル名
    .good = content/hospitals/minato.yaml

rule-file-name-twice = 見た目の同じ2つのファイル名を見つけます。
    .why = 「が」は、1つの符号でも「か」と濁点の2つの符号でも表せます。見た目が同じなので、どちらを使うのか分かりません。
    .bad = どちらも「ガイド.png」と見えるファイルが2つある
    .good = 「ガイド.png」が1つだけある

rule-file-too-large = 大きすぎるファイルを見つけます。
    .why = レコードも本文も、ふつうは数十キロバイトまでです。別のファイルを誤って置いたおそれがあります。
    .bad = content/pages/about.ja.md（50メガバイト）
    .good = content/pages/about.ja.md（10キロバイト）

rule-fiscal-year-basis = 何を基準に数えるかが書かれていない年度を見つけます（警告）。
    .why = 「2024年度」は、研修が始まる年度のことも、募集を行う年度のこともあります。募集は、研修の前の年度に行われることが多いものです。
    .bad = fiscal_year: 2024
    .good =
        fiscal_year:
          year: 2024
          basis: training-start

rule-fiscal-year-differs = 募集の日付とも、レコードの名前にある年度とも合わない年度を見つけます（警告）。
    .why = 前の年のレコードを写すと、年度か日付の直し忘れが起こりがちです。読む人は、違う年度の募集に応募してしまいます。
    .bad =
        fiscal_year:
          year: 2026
          basis: recruitment
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-11-01
                closes: 2024-11-14
    .good =
        fiscal_year:
          year: 2024
          basis: recruitment
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-11-01
                closes: 2024-11-14

rule-folder-unreadable = 読み取れないフォルダーを見つけます。
    .why = 中のファイルが、気づかないままサイトに載らないことになります。
    .bad = 読み取りの権限がない content/hospitals/
    .good = 読み取りの権限がある content/hospitals/

rule-free-with-amount = 全体は無料なのに、有料の内訳がある費用を見つけます。返される保証金などは対象にしません。
    .why = どちらかが誤りです。読む人が、思わぬ請求を受けるおそれがあります。
    .bad =
        amount: 0
        items:
          - name: {"{"}ja: 食費{"}"}
            amount: 5000
    .good =
        amount: 5000
        items:
          - name: {"{"}ja: 食費{"}"}
            amount: 5000

rule-front-matter = 本文の初めに「---」で囲んで書かれた設定を見つけます。
    .why = このサイトでは、題名や日付などの事実を、言語によらないYAMLファイルに一度だけ書きます。本文に書くと、言語ごとに食い違うおそれがあります。
    .bad =
        ---
        title: 案内について
        ---
        このサイトは……
    .good =
        # 案内について

        このサイトは……

rule-future-date = まだ来ていない日付で、済んだことが書かれているところを見つけます（警告）。verified、confirmed、posted、as_of と、changes の日付が対象です。お知らせや募集の、5年より先の日付も見つけます。
    .why = 「最後に照らし合わせた日」が来年なら、照らし合わせたとは言えません。読む人は、誤った日付を信じてしまいます。
    .bad = verified: 2027-11-01
    .good = verified: 2026-11-01

rule-hidden-character = 目に見えず、ほかの文字の見え方を変える文字を見つけます。
    .why = 制御文字は、画面によっては空白や四角になります。書字方向を変える文字があると、続く文字が逆の順に表示され、名前やアドレスが実際と違って読めます。
    .bad =
        name:
          ja: "れい\u202Eです"
          en: Example
    .good =
        name:
          ja: 例
          en: Example

rule-host-redirects = 転送しないホスティングサービスもある旧アドレスを挙げます（参考）。
    .why = 古いリンクから来た読者は、サービスが転送する場合にだけ新しいページに着きます。転送できないサービスではリンク切れになりますが、公開する側からは見えません。
    .bad =
        aliases:
          - /guide.php?id=3
    .good =
        aliases:
          - /guide/

rule-image-without-text = 説明のない画像を見つけます。
    .why = 画像を見られない人には、何も伝わりません。
    .bad = ![](/assets/map.png)
    .good = ![駅から病院までの道順](/assets/map.png)

rule-invalid-encoding = UTF-8ではないファイルを見つけます。
    .why = ほかの文字コードで保存されたファイルは、文字化けします。古いエディターや表計算ソフトは、Shift_JISで保存することがあります。
    .bad = Shift_JISで保存したファイル
    .good = UTF-8で保存したファイル

rule-languages-disagree = 一方の言語にだけある日付、金額、期間、数、連絡先、参照を見つけます（警告）。
    .why = 読む言語によって違うことが伝わり、どちらかが誤りです。
    .bad =
        ja: 締切は6月30日です。
        en: The deadline is 29 June.
    .good =
        ja: 締切は6月30日です。
        en: The deadline is 30 June.

rule-link-in-a-circle = 自分を含むフォルダーへのリンク（シンボリックリンク）を見つけます。
    .why = たどると、同じフォルダーを限りなく読むことになります。
    .bad = content/hospitals/all から content/ へのリンク
    .good = リンクのない content/hospitals/

rule-link-out-of-site = サイトのファイルではないもの（content/、themes/、locales/ の外や、隠しファイル）へのリンク（シンボリックリンク）を見つけます。
    .why = 公開するつもりのないファイルが、サイトに載るおそれがあります。
    .bad = content/assets/logo.png から /home/user/logo.png や ../../.git/config へのリンク
    .good = content/assets/ にコピーした logo.png

rule-literal-markup = 書いたまま表示されてしまう記号（「**」や全角の「＃」「｜」、行頭の「・」など）を見つけます（警告）。
    .why = 太字や見出し、リスト、表にならず、記号が誤りのように見えます。
    .bad = これは** 重要 **です。
    .good = これは**重要**です。

rule-locale-syntax = 文言ファイル（locales/ の .ftl）の誤りを見つけます。
    .why = 誤りのある文言は読み取られず、組み込みの文言が代わりに表示されます。
    .bad = count_entries = {"{"} $count件
    .good = count_entries = {"{"} $count {"}"}件

rule-lost-address = 公開したことのあるページで、そのアドレスがなくなったものと、外からリンクされうる見出しで、その名前がなくなったものを見つけます。
    .why = 何年も前に張られたリンクや、印刷されたアドレスから来た人が「ページが見つかりません」に着きます。以前のアドレスは、今のレコードの aliases に書けば引き継がれます。公開したものは、annai accept が content/translations.lock に記録しています。もう公開しないと決めたレコードは、そのパスを annai accept に渡します。
    .bad =
        ## 費用

        無料です。
    .good =
        ## 費用 {"{#cost}"}

        無料です。

rule-lost-words = YAMLが文として読まない言葉や、表の見出しより多いセルのように、ページから消えてしまうものを見つけます。
    .why = 半角スペースの後の「#」から行の終わりまではコメントに、値の初めの「&」は名前に、「!」は型の指定になります。書いた人が気づかないまま、文の一部が失われます。
    .bad =
        summary:
          ja: 受付 #1 で配布
          en: Handed out at desk #1
    .good =
        summary:
          ja: "受付 #1 で配布"
          en: "Handed out at desk #1"

rule-markdown-nesting = 深すぎる引用やリストの入れ子を見つけます。
    .why = 深い入れ子は、画面にも読み上げにも向きません。書き間違いのことが多いものです。
    .bad = > > > > > > （200段の引用）
    .good = > 引用

rule-misplaced-file = 使われない場所に置かれたファイルを見つけます。
    .why = 気づかないまま、内容がサイトに載らないことになります。
    .bad = content/minato.yaml
    .good = content/hospitals/minato.yaml

rule-missing-address = アドレスの分からないリンクを示します（参考）。
    .why = 読む人には、アドレスが分からないことが示されます。分かったら書き入れます。
    .bad =
        links:
          - label: {"{"}ja: 申請書の様式{"}"}
            address: missing
    .good =
        links:
          - label: {"{"}ja: 申請書の様式{"}"}
            address: https://www.example.org/form.pdf

rule-missing-base-url = サイトを公開するアドレスが書かれていないことを見つけます（警告）。
    .why = フィード、サイトマップ、言語の間のリンクには、完全なアドレスが要ります。書かれていないと、ほかの人には開けない http://localhost/ を指します。
    .bad =
        # content/site.yaml
        title:
          ja: 医師の研修案内
          en: Guide to medical training
        languages: [ja, en]
    .good =
        # content/site.yaml
        title:
          ja: 医師の研修案内
          en: Guide to medical training
        languages: [ja, en]
        base_url: https://example.org/guide/

rule-missing-field = なくてはならない項目がないレコードを見つけます。
    .why = 名前のないページや、どのプログラムの費用かが分からない費用は、表示できません。
    .bad = amount: 300000
    .good =
        name:
          ja: 実地修練の費用
        program: program/practical-training
        amount: 300000

rule-missing-site-field = サイトの設定に、なくてはならない項目がないことを見つけます。
    .why = 言語やサイトの名前が決まらないと、どのページも作れません。
    .bad =
        # content/site.yaml
        languages: [ja, en]
    .good =
        # content/site.yaml
        languages: [ja, en]
        title:
          ja: 医師の研修案内
          en: Guide to medical training

rule-missing-site-file = サイトの設定ファイルがないことを見つけます。
    .why = content/site.yaml には、サイトの名前と言語を書きます。これがないと、どの言語のページを作るかが決まりません。
    .bad = content/hospitals/minato.yaml だけがある
    .good =
        content/site.yaml
        content/hospitals/minato.yaml

rule-missing-translation = 訳がない文や本文を見つけます（警告）。
    .why = 訳がない間は、ほかの言語の文が、その言語の名前とともに表示されます。読む人には読めないおそれがあります。
    .bad =
        name:
          ja: みなと病院
    .good =
        name:
          ja: みなと病院
          en: Minato Hospital

rule-missing-words = サイトの言語のうち、Annai の文言がそろっていないものを見つけます（注記）。
    .why = 見出しや日付、お知らせの文言が、読者の言語の文章の中に別の言語で混ざります。annai export --language で文言を書き出し、訳して annai import で取り込めます。例は Annai に文言がそろっている言語ですが、そろっていない言語をサイトに加えてもかまいません。
    .bad = languages: [ja, en, fr]
    .good = languages: [ja, en, vi]

rule-name-differs = 言語によって違う名前を見つけます（警告）。
    .why = 病院、機関、プログラム、用語、都道府県、診療科の名前も事実です。片方の言語で別のものを指していると、読む人は違う場所へ申し込みます。名前の1、2文字だけが違うときは、書き誤りとして示します。
    .bad =
        {"{"}ja: みなと病院で行います。, en: It takes place at Aoba Hospital.{"}"}
    .good =
        {"{"}ja: みなと病院で行います。, en: It takes place at Minato Hospital.{"}"}
rule-no-site = content フォルダーがないことを見つけます。
    .why = サイトの原稿は、すべて content フォルダーに置きます。別のフォルダーで実行したのかもしれません。
    .bad = hospitals/minato.yaml だけがある
    .good =
        content/site.yaml
        content/hospitals/minato.yaml

rule-near-copy = 日付がすべて、または名前のほかの文がすべて、ほかのレコードと同じものを見つけます（警告）。1つの制度の同じ年度の募集なら、日付は同じで構いません。
    .why = レコードは、別のレコードを写して作ることがよくあります。直し忘れたところも、そのレコードの事実に見えてしまいます。
    .bad =
        fiscal_year:
          year: 2026
          basis: training-start
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-10-01
                closes: 2024-10-31
              - stage: result
                at: 2024-11-30
    .good =
        fiscal_year:
          year: 2026
          basis: training-start
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2025-10-01
                closes: 2025-10-31
              - stage: result
                at: 2025-11-30

rule-no-successor = 終わった募集のうち、次の募集について何も書かれていないもの、次の日程があるのに未発表とされているもの、次の募集をたどると元に戻るものを見つけます（警告）。
    .why = 間に合わなかった人は、次の募集がいつか、まだ分からないのかを知りたいものです。
    .bad =
        # content/schedules/specialist-2024.yaml（すべての期間が終わった後）
        program: program/specialist-training
    .good =
        # content/schedules/specialist-2024.yaml（すべての期間が終わった後）
        program: program/specialist-training
        successor: not-announced

rule-order-differs = 1つの文の中で、入れ替わった2つの値を見つけます（警告）。
    .why = 値がそろっていても、付く相手が逆になれば誤りです。ほかの値や名前は同じ順に並び、ある種類の値だけが逆の順に並ぶときに示します。
    .bad =
        {"{"}ja: 1次募集は11月、2次募集は12月です。, en: "Round 1 is in December, round 2 in November."{"}"}
    .good =
        {"{"}ja: 1次募集は11月、2次募集は12月です。, en: "Round 1 is in November, round 2 in December."{"}"}
rule-outdated-translation = 確かめた後に元の文が変わった訳を見つけます（警告）。
    .why = 訳が、変わる前の内容のままになっているおそれがあります。
    .bad =
        # en を確かめた後に、ja が「2年」から「3年」に変わった
        ja: 3年の研修
        en: two years of training
    .good =
        # 直してから、annai accept で記録した
        ja: 3年の研修
        en: three years of training

rule-parts-differ = 全体と部分が合わないところを見つけます（警告）。内訳と合計、期間の区分と全体の長さ、「書類8点」とあるのに7点しかない一覧などです。
    .why = どちらかが誤りです。読む人が、払う額や期間、出す書類を間違えます。
    .bad =
        amount: 100000
        items:
          - name: {"{"}ja: 研修費{"}"}
            amount: 60000
          - name: {"{"}ja: 保険料{"}"}
            amount: 30000
    .good =
        amount: 90000
        items:
          - name: {"{"}ja: 研修費{"}"}
            amount: 60000
          - name: {"{"}ja: 保険料{"}"}
            amount: 30000

rule-placeholder = annai new が書いた「…」や仮の名前が、書き換えられないまま残っているレコードを見つけます。
    .why = 書き換えるまでは何も述べていないのに、公開されるとサイトに出ます。
    .bad = summary: {"{"}ja: …, en: …{"}"}
    .good = summary: {"{"}ja: 来日する方のための案内です。, en: A guide for those who come to Japan.{"}"}

rule-quotation-differs = {"{"}ja:願書{"}"} のように別の言語の言葉として引かれているのに、その言語の文にない言葉を見つけます（警告）。
    .why = 読む人は、その言葉を書類や案内板で探します。もとの言葉と違っていれば、見つけられません。
    .bad =
        summary:
          ja: 申込書を出します。
          en: Hand in the form {"{"}ja:願書{"}"}.
    .good =
        summary:
          ja: 申込書を出します。
          en: Hand in the form {"{"}ja:申込書{"}"}.

rule-range-reversed = 初めの値が終わりの値より大きい範囲を見つけます。
    .why = 2つの値が逆になっているか、どちらかが誤りです。
    .bad =
        amount:
          from: 800000
          to: 300000
    .good =
        amount:
          from: 300000
          to: 800000

rule-raw-html = 本文に書かれたHTMLを見つけます。
    .why = HTMLを許すと、安全でない内容が入り込み、見た目もページごとに変わってしまいます。
    .bad = <b>重要</b>です。
    .good = **重要**です。

rule-reading-differs = 読みと合わないローマ字の名前や、名前の中のかなを見つけます（警告）。
    .why = どれかに書き誤りがあります。一覧の並びは読みで決まり、ローマ字は、読む人が声に出し、検索に使うものです。
    .bad =
        reading: みなとびょういん
        romanized: Manato Byōin
    .good =
        reading: みなとびょういん
        romanized: Minato Byōin

rule-rejected-rendering = 用語集で使わないことにした呼び方を見つけます（警告）。かぎ括弧などの中は、ほかの人の言葉なので対象にしません。
    .why = 1つのことがページごとに違う名前で呼ばれると、別のことのように読まれます。使わない呼び方は、用語集の rejected に書いてあります。
    .bad = 後期研修医として応募します。
    .good = 専攻医として応募します。

rule-repeated-entry = 一覧に2度現れる回次、受入れ先、番号、項目を見つけます（警告）。
    .why = たいていは、写した項目の直し忘れです。そのぶん、あるはずの項目が抜けています。
    .bad =
        eligibility:
          all_of:
            - number: "(1)"
              text: {"{"}ja: 免許{"}"}
            - number: "(1)"
              text: {"{"}ja: 3年の経験{"}"}
    .good =
        eligibility:
          all_of:
            - number: "(1)"
              text: {"{"}ja: 免許{"}"}
            - number: "(2)"
              text: {"{"}ja: 3年の経験{"}"}

rule-review-overdue = 見直す日（review_by）を過ぎたレコードを見つけます（警告）。
    .why = 確かめた日には正しかったことも、その後に変わっているおそれがあります。
    .bad =
        verified: 2023-04-01
        review_by: 2024-04-01
    .good =
        verified: 2026-04-01
        review_by: 2027-04-01

rule-rounds-overlap = 前の回次が終わらないうちに始まる回次を見つけます（警告）。同時に始まる回次は、並行する募集とみなします。
    .why = たいていは、どちらかの日付が誤りです。本当に重なるときは、allow に理由を書きます。
    .bad =
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2023-11-01
                closes: 2023-11-14
          - round: second
            stages:
              - stage: application
                opens: 2023-11-10
                closes: 2023-12-04
    .good =
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2023-11-01
                closes: 2023-11-14
          - round: second
            stages:
              - stage: application
                opens: 2023-12-01
                closes: 2023-12-04

rule-sense-differs = 言語によって逆のことを言う文を見つけます（警告）。
    .why = 「できる」と「できない」、「前」と「後」、「必須」と「任意」、「税込」と「税別」、曜日、「月額」と「年額」などの違いは、数が同じでも読む人を誤らせます。文と文とが対応しているときだけ比べます。
    .bad =
        {"{"}ja: 処方は認められていません。, en: Prescribing is permitted.{"}"}
    .good =
        {"{"}ja: 処方は認められていません。, en: Prescribing is not permitted.{"}"}
rule-skipped-heading-level = 前の見出しより2段以上深い見出しを見つけます（警告）。
    .why = 読み上げでは、見出しから見出しへと移ります。段が飛ぶと、抜けた節があるように聞こえます。
    .bad =
        ## 応募

        #### 提出書類

        免許証の写し。
    .good =
        ## 応募

        ### 提出書類

        免許証の写し。

rule-spelling = 標準とは異なる書き方の値を見つけます。意味は同じなので、このままでも構いません。
    .why = 同じ値が同じ書き方であれば、検索や見比べがしやすくなります。annai fmt を実行すると、標準の書き方にそろいます。
    .bad = amount: ３０万円
    .good = amount: 300000

rule-stage-too-early = 前にあるはずの段階が終わらないうちに始まる段階や、応募の受付より前の面接のように、先に始まるはずの段階より前に終わる段階を見つけます。前の段階の途中に始まり、それより後まで続く期間は、stages-overlap が扱います。
    .why = 選考が終わる前に結果が出ることも、応募の受付中に選考が始まることも、ないはずです。
    .bad =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: selection
          at: 2023-11-10
    .good =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: selection
          at: 2023-11-20

rule-stages-overlap = 1つの回次の中で、断りなく重なる期間を見つけます（警告）。
    .why = たいていは、どちらかの日付が誤りです。本当に重なるときは、overlaps に書きます。
    .bad =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: interview
          opens: 2023-11-10
          closes: 2023-11-20
    .good =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: interview
          opens: 2023-11-10
          closes: 2023-11-20
          overlaps: [application]

rule-step-too-late = 残された期間では終わらないおそれのある手続を見つけます（警告）。
    .why = 書かれた時期に始めても、間に合わないかもしれません。出典のとおりなら、注意書きで読む人に知らせます。
    .bad =
        steps:
          - name: {"{"}ja: 許可の申請{"}"}
            when:
              at: -P1M
              of: training-start
            takes:
              at_least: P1M
    .good =
        steps:
          - name: {"{"}ja: 許可の申請{"}"}
            when:
              at: -P1M
              of: training-start
            takes:
              at_least: P1M
        cautions:
          - kind: timing
            text: {"{"}ja: 許可が、残された期間に間に合わないことがあります。{"}"}

rule-structure-differs = 一方の言語にだけある見出し、リンク、画像、表、箇条書きを見つけます（警告）。
    .why = たいていは、一方の言語に書き加えて、もう一方に書き忘れたものです。
    .bad =
        {"<!--"} 日本語の本文には見出しが2つあります。 {"-->"}
        ## How to apply

        Send the form.
    .good =
        {"<!--"} 日本語の本文には見出しが2つあります。 {"-->"}
        ## How to apply

        Send the form.

        ## Fees

        None.

rule-template-error = テンプレートの誤りを見つけます。
    .why = 誤りのあるテンプレートからは、ページを作れません。
    .bad = <h1>{"{{"} page.titel {"}}"}</h1>
    .good = <h1>{"{{"} page.title {"}}"}</h1>

rule-to-be-confirmed = 「要確認」の印が付いたままの日付を示します（参考）。
    .why = annai new --after で作った次の年度の日程は、同じ曜日のまま52週後に移した日付で始まります。募集要項と照らし合わせるまでは、推測にすぎません。
    .bad = closes: 2026-12-11 要確認
    .good = closes: 2026-12-11

rule-unclosed-mention = 閉じていない「[[」を見つけます。
    .why = 参照として読み取れず、「[[」がそのまま表示されてしまいます。
    .bad = 詳しくは[[hospital/minato]をご覧ください。
    .good = 詳しくは[[hospital/minato]]をご覧ください。

rule-unconfirmed-status = status と、その確認が食い違う受入れ先を見つけます（警告）。誰も確認していないのに open、確認されたのに possible となっているものです。
    .why = 「受け入れる可能性がある」と「受け入れている」は違う事実です。読む人は、後者なら引っ越しまで考えます。
    .bad =
        participation:
          - host: hospital/aoba
            status: open
            confirmed: none
    .good =
        participation:
          - host: hospital/aoba
            status: possible
            confirmed: none

rule-unknown-fact = 本文から引用しようとした、レコードにない値を見つけます。
    .why = 金額や日付はレコードに一度だけ書き、本文はそれを引用します。ない値は引用できません。
    .bad = 費用は[[fee/practical-training.amout]]です。
    .good = 費用は[[fee/practical-training.amount]]です。

rule-unknown-field = 使えない名前の項目を見つけます。
    .why = 項目の名前を書き間違えると、その値はどこにも表示されません。
    .bad = prefecure: ishikawa
    .good = prefecture: ishikawa

rule-unknown-in-total = 分からない内訳があるのに、正確な金額になっている合計を見つけます（警告）。
    .why = 内訳に分からないものがあれば、全体も正確には分かりません。読む人は、それだけ払えば済むと思ってしまいます。
    .bad =
        amount: 300000
        items:
          - name: {"{"}ja: 保険料{"}"}
            amount: unknown
    .good =
        amount:
          at_least: 300000
        items:
          - name: {"{"}ja: 保険料{"}"}
            amount: unknown

rule-unknown-kind = レコードの種類ではないフォルダーを見つけます。
    .why = フォルダーの名前が、レコードの種類を決めます。知らない種類のレコードは表示できません。
    .bad = content/hospital/minato.yaml
    .good = content/hospitals/minato.yaml

rule-unknown-message = 文言ファイルの中で、どこからも使われない文言を見つけます（警告）。
    .why = その文言は表示されません。名前の書き間違いであることが多く、組み込みの文言が代わりに表示されます。
    .bad = kinds_hopsitals = 医療機関
    .good = kinds_hospitals = 医療機関

rule-unknown-reference = ないレコードへの参照を見つけます。
    .why = 参照はリンクになります。参照先がないと、リンクも名前も表示できません。
    .bad = host: hospital/mintao
    .good = host: hospital/minato

rule-unknown-term = 用語集にない用語を示します（参考）。読みや言語の印を付けた言葉を、用語とみなします。
    .why = 初めて見る人が、意味を調べられません。
    .bad = {"{臨床教授|りんしょうきょうじゅ}"}が署名します。
    .good = {"{専攻医|せんこうい}"}が署名します。

rule-unknown-word = 選択肢にない言葉を見つけます。
    .why = 都道府県や診療科などの選択肢は、一覧・絞り込み・訳に使います。選択肢にない言葉は、そのどれにも現れません。
    .bad = prefecture: ibarki
    .good = prefecture: ibaraki

rule-unmarked-language = 日本語でない文の中の、印のない日本語を見つけます（警告）。
    .why = 印がないと、読み上げソフトは別の言語の規則で読み、ブラウザーは中国語の字形で表示することがあります。
    .bad = Trainees (専攻医) register first.
    .good = Trainees ({"{ja:専攻医}"}) register first.

rule-unmatched-heading = 原文のどの見出しの訳でもない、訳文の見出しを見つけます（警告）。
    .why = 節へのリンクは、どの言語でも同じ節に届くようになっています。それには、対応する見出しが必要です。たいていは、一方の言語に節を書き加えてもう一方に書き忘れたか、見出しのレベルが違っています。
    .bad =
        {"<!--"} 日本語の本文にあるのは、はじめの2つの見出しです。 {"-->"}
        ## How to apply

        Send the form.

        ## Costs

        None.

        ## Parking

        There is none.
    .good =
        {"<!--"} 日本語の本文にあるのは、はじめの2つの見出しです。 {"-->"}
        ## How to apply

        Send the form.

        ## Costs

        None.

rule-unportable-name = Windowsで使えないファイル名と、大文字と小文字だけが違うファイル名を見つけます（警告）。
    .why = Windowsでサイトを編集する人は、そのファイルを受け取れず、サイト全体を受け取れないこともあります。大文字と小文字を区別しないWindowsとmacOSでは、2つのファイルの一方がもう一方に置き換わります。
    .bad = content/assets/aux.pdf
    .good = content/assets/auxiliary.pdf

rule-unreadable-file = 読み取れないファイルを見つけます。
    .why = ファイルの代わりにフォルダーがある、読み取りの権限がないなどの理由で、内容を使えません。
    .bad = content/site.yaml という名前のフォルダー
    .good = content/site.yaml という名前のファイル

rule-unreferenced-record = どのレコードからも参照されていないレコードを示します（参考）。
    .why = 読む人がそのページに着くのは、一覧やメニュー、検索からだけになります。
    .bad = どこからも参照されない content/fees/iist-seminar.yaml
    .good =
        # content/programs/iist-seminar.yaml
        related: [fee/iist-seminar]

rule-unsafe-address = 安全のため使えないアドレスを見つけます。
    .why = javascript: などで始まるアドレスは、読む人のブラウザーで勝手に動作するおそれがあります。
    .bad = [申請](javascript:apply())
    .good = [申請](https://example.org/apply)

rule-unused-allow = 何も認めていない allow を見つけます（警告）。
    .why = 認めた指摘がもうないのに allow が残っていると、次の誤りが隠れてしまいます。
    .bad =
        # 次の募集が書かれているのに
        allow:
          - code: no-successor
            because: {"{"}ja: プログラムが終わったため{"}"}
    .good = # allow を消す

rule-unused-anchor = 書いてあるのに使われない見出しのアンカーを見つけます（警告）。
    .why = 見出しのアンカーは、どの言語でも原文と同じです。そのため、見出しへのリンクはどの言語でも同じ所に届きます。また、1つのページに同じアンカーは1つしか置けません。
    .bad =
        {"<!--"} 日本語の本文では、見出しのアンカーは apply です。 {"-->"}
        ## How to apply {"{"}#how-to-apply{"}"}

        Send the form.
    .good =
        {"<!--"} 日本語の本文では、見出しのアンカーは apply です。 {"-->"}
        ## How to apply

        Send the form.

rule-unused-footnote = 本文から指されていない脚注、同じ名前の脚注を見つけます（警告）。
    .why = そのような脚注は、ページに表示されません。
    .bad =
        本文です。

        {"[^1]"}: 注です。
    .good =
        本文です{"[^1]"}。

        {"[^1]"}: 注です。

rule-vague-link = どこへのリンクかが分からないリンクの言葉を見つけます（警告）。
    .why = リンクだけをたどって読む人には、「こちら」「こちら」としか聞こえません。
    .bad = 様式は[こちら](https://www.example.org/form.pdf)です。
    .good = [申請書の様式](https://www.example.org/form.pdf)に記入します。

rule-window-reversed = 終わりが始まりより前か、同じ時刻の期間を見つけます。
    .why = どちらかの日付が誤りです。このままでは、募集中と表示される時がありません。
    .bad =
        opens: 2023-11-14 正午
        closes: 2023-11-01 正午
    .good =
        opens: 2023-11-01 正午
        closes: 2023-11-14 正午

rule-wrong-era = 元号が使われた期間の外にある日付を見つけます。
    .why = 「昭和65年」のような年は、書き間違いか、元号の変わり目の思い違いです。西暦に直すと、ほかの年になります。
    .bad = date: 平成31年5月1日
    .good = date: 令和元年5月1日

rule-wrong-kind-reference = 種類の違うレコードへの参照を見つけます。
    .why = たとえば費用は、プログラムにだけ付きます。病院に付けると、どのプログラムの費用かが分かりません。
    .bad = program: hospital/minato
    .good = program: program/minato-clinical-training

rule-wrong-language-link = ある言語のページから、ほかの言語のページへのリンクを見つけます（警告）。
    .why = 読めない言語のページに、突然着くことになります。参照なら、いつも読む人の言語のページにつながります。
    .bad = [病院の案内](/en/hospitals/minato/)
    .good = [[hospital/minato|病院の案内]]

rule-wrong-shape = 形の違う値を見つけます（リストを書くところに1つの値、など）。
    .why = 決まった形でないと、どこに何を表示すればよいかが分かりません。
    .bad = specialties: surgery
    .good = specialties: [surgery]

rule-wrong-weekday = 日付と合わない曜日を見つけます。
    .why = 日付か曜日のどちらかが誤りです。読む人が締切を間違えるおそれがあります。
    .bad = closes: 2023-11-14 (水) 12:00
    .good = closes: 2023-11-14 (火) 12:00

rule-yaml-limit = 複雑すぎるYAMLを見つけます。
    .why = 使い回し（「&」と「*」）や深い入れ子は、少ない文字から膨大な値を作り出し、読み取りが終わらなくなることがあります。
    .bad =
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    .good =
        a: [x, x, x, x, x, x, x, x, x, x]

rule-yaml-syntax = YAMLとして読み取れない箇所を見つけます。
    .why = 字下げや記号が1か所違うだけで、ファイル全体が読み取れなくなります。
    .bad = summary: {"{"}ja: 対象: 医師, en: "For: doctors"{"}"}
    .good = summary: {"{"}ja: "対象: 医師", en: "For: doctors"{"}"}
