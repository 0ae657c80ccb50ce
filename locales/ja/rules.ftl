# annai explain が示す、規則ごとの説明。見つけるもの、.why（理由）、.bad（誤った例）、.good（正しい例）。

rule-ambiguous-reference = 当てはまるレコードが複数ある参照を見つけます。
    .why = 同じファイル名の病院と機関があると、名前だけではどちらを指すかが決まりません。
    .bad = 受入れ先は[[kanazawa-university]]です。
    .good = 受入れ先は[[hospital/kanazawa-university]]です。

rule-bad-address = アドレスとして読み取れない値を見つけます。
    .why = 形の正しくないアドレスは、リンクにも転送にも使えません。
    .bad = form: www.example.org/apply
    .good = form: https://www.example.org/apply

rule-bad-duration = 期間の長さとして読み取れない値を見つけます。
    .why = 期間の長さは、言語ごとに表し方を変えて表示し、比べたり足したりもします。文のままでは扱えません。
    .bad = duration: 二年ほど
    .good =
        duration:
          about: P2Y

rule-bad-file-name = アドレスに使えないファイル名を見つけます。
    .why = ファイル名は、そのままページのアドレスになります。大文字・空白・日本語を含むアドレスは、伝える途中で壊れやすくなります。
    .bad = content/hospitals/Kanazawa University.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-bad-language = サイトの設定にない言語や、正しくない言語タグを見つけます。
    .why = 設定にない言語の文は、どのページにも表示されません。書き間違いのこともあります。
    .bad =
        name:
          jp: 金沢大学附属病院
    .good =
        name:
          ja: 金沢大学附属病院

rule-bad-moment = 日付や日時として読み取れない値、暦にない日付、逆になった期間を見つけます。
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

rule-bad-quantity = 数または期間の長さとして読み取れない値を見つけます。
    .why = 「3年を超える」と「3年以上」は違う条件です。どちらであるかを、決まった書き方で区別します。
    .bad = quantity: 3年以上くらい
    .good =
        quantity:
          at_least: P3Y

rule-bad-zone = ない時間帯の名前を見つけます。
    .why = 締切の時刻は、時間帯が決まらないと、いつのことか分かりません。
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

rule-broken-link = このサイトの中の、ないページやファイルへのリンクを見つけます。
    .why = 読む人は「ページが見つかりません」という画面に着きます。
    .bad = [病院の案内](/ja/hospitals/kanazawa/)
    .good = [病院の案内](/ja/hospitals/kanazawa-university/)

rule-clashing-address = 同じアドレスを使う複数のページを見つけます。
    .why = 1つのアドレスで見せられるのは、1ページだけです。
    .bad =
        # content/hospitals/mie-university.yaml と content/hospitals/gunma-university.yaml の両方に
        aliases: ["/hospitals/old-name/"]
    .good =
        # どちらか一方だけに
        aliases: ["/hospitals/old-name/"]

rule-clashing-identity = 同じ名前のレコードになる複数のファイルを見つけます。
    .why = 参照がどちらを指すかが決まりません。
    .bad =
        content/hospitals/mie-university.yaml
        content/hospitals/mie-university.yml
    .good = content/hospitals/mie-university.yaml

rule-draft-reference = 公開するページから、下書きのレコードへの参照を見つけます。
    .why = 下書きは公開されないため、参照先のページがありません。
    .bad =
        # content/programs/observation.yaml に draft: true があるとき
        related: [program/observation]
    .good =
        # draft: true を消して公開したあとで
        related: [program/observation]

rule-duplicate-field = 2回書かれた項目を見つけます。
    .why = どちらの値を使えばよいかが決まりません。
    .bad =
        prefecture: mie
        prefecture: gunma
    .good = prefecture: mie

rule-file-name-not-utf8 = UTF-8ではないファイル名を見つけます。
    .why = ファイル名はアドレスになります。ほかの文字コードの名前は、コンピューターによって違って見えます。
    .bad = Shift_JISの日本語のファイル名
    .good = content/hospitals/kanazawa-university.yaml

rule-file-name-twice = 見た目の同じ2つのファイル名を見つけます。
    .why = 「が」は、1つの符号でも「か」と濁点の2つの符号でも表せます。見た目が同じなので、どちらを使うのか分かりません。
    .bad = どちらも「ガイド.png」と見えるファイルが2つある
    .good = 「ガイド.png」が1つだけある

rule-file-too-large = 大きすぎるファイルを見つけます。
    .why = レコードも本文も、ふつうは数十キロバイトまでです。別のファイルを誤って置いたおそれがあります。
    .bad = content/pages/about.ja.md（50メガバイト）
    .good = content/pages/about.ja.md（10キロバイト）

rule-folder-unreadable = 読み取れないフォルダーを見つけます。
    .why = 中のファイルが、気づかないままサイトに載らないことになります。
    .bad = 読み取りの権限がない content/hospitals/
    .good = 読み取りの権限がある content/hospitals/

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

rule-invalid-encoding = UTF-8ではないファイルを見つけます。
    .why = ほかの文字コードで保存されたファイルは、文字化けします。古いエディターや表計算ソフトは、Shift_JISで保存することがあります。
    .bad = Shift_JISで保存したファイル
    .good = UTF-8で保存したファイル

rule-link-in-a-circle = 自分を含むフォルダーへのリンク（シンボリックリンク）を見つけます。
    .why = たどると、同じフォルダーを限りなく読むことになります。
    .bad = content/hospitals/all から content/ へのリンク
    .good = リンクのない content/hospitals/

rule-link-out-of-site = サイトの外へのリンク（シンボリックリンク）を見つけます。
    .why = 公開するつもりのないファイルが、サイトに載るおそれがあります。
    .bad = content/assets/logo.png から /home/user/logo.png へのリンク
    .good = content/assets/ にコピーした logo.png

rule-locale-syntax = 文言ファイル（locales/ の .ftl）の誤りを見つけます。
    .why = 誤りのある文言は読み取られず、組み込みの文言が代わりに表示されます。
    .bad = greeting = こんにちは、{"{"} $name
    .good = greeting = こんにちは、{"{"} $name {"}"}

rule-markdown-nesting = 深すぎる引用やリストの入れ子を見つけます。
    .why = 深い入れ子は、画面にも読み上げにも向きません。書き間違いのことが多いものです。
    .bad = > > > > > > （200段の引用）
    .good = > 引用

rule-misplaced-file = 使われない場所に置かれたファイルを見つけます。
    .why = 気づかないまま、内容がサイトに載らないことになります。
    .bad = content/kanazawa-university.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-missing-field = なくてはならない項目がないレコードを見つけます。
    .why = 名前のないページや、どのプログラムの費用かが分からない費用は、表示できません。
    .bad = amount: 30万円
    .good =
        name:
          ja: 実地修練の費用
        program: program/practical-training
        amount: 30万円

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
    .bad = content/hospitals/kanazawa-university.yaml だけがある
    .good =
        content/site.yaml
        content/hospitals/kanazawa-university.yaml

rule-missing-translation = 訳がない文や本文を見つけます（警告）。
    .why = 訳がない間は、ほかの言語の文が、その言語の名前とともに表示されます。読む人には読めないおそれがあります。
    .bad =
        name:
          ja: 金沢大学附属病院
    .good =
        name:
          ja: 金沢大学附属病院
          en: Kanazawa University Hospital

rule-no-site = サイトの設定ファイルがないことを見つけます。
    .why = content/site.yaml には、サイトの名前と言語を書きます。これがないフォルダーは、サイトとして扱えません。
    .bad = content/hospitals/kanazawa-university.yaml だけがある
    .good =
        content/site.yaml
        content/hospitals/kanazawa-university.yaml

rule-raw-html = 本文に書かれたHTMLを見つけます。
    .why = HTMLを許すと、安全でない内容が入りこみ、見た目もページごとに変わってしまいます。
    .bad = <b>重要</b>です。
    .good = **重要**です。

rule-template-error = テンプレートの誤りを見つけます。
    .why = 誤りのあるテンプレートからは、ページを作れません。
    .bad = <h1>{"{{"} page.titel {"}}"}</h1>
    .good = <h1>{"{{"} page.title {"}}"}</h1>

rule-unclosed-mention = 閉じていない「[[」を見つけます。
    .why = 参照として読み取れず、「[[」がそのまま表示されてしまいます。
    .bad = 詳しくは[[hospital/kanazawa-university]をご覧ください。
    .good = 詳しくは[[hospital/kanazawa-university]]をご覧ください。

rule-unknown-fact = 本文から引用しようとした、レコードにない値を見つけます。
    .why = 金額や日付はレコードに一度だけ書き、本文はそれを引用します。ない値は引用できません。
    .bad = 費用は[[fee/practical-training.amout]]です。
    .good = 費用は[[fee/practical-training.amount]]です。

rule-unknown-field = 使えない名前の項目を見つけます。
    .why = 項目の名前を書き間違えると、その値はどこにも表示されません。
    .bad = prefecure: ishikawa
    .good = prefecture: ishikawa

rule-unknown-kind = レコードの種類ではないフォルダーを見つけます。
    .why = フォルダーの名前が、レコードの種類を決めます。知らない種類のレコードは表示できません。
    .bad = content/hospital/kanazawa-university.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-unknown-reference = ないレコードへの参照を見つけます。
    .why = 参照はリンクになります。参照先がないと、リンクも名前も表示できません。
    .bad = host: hospital/kanazawa
    .good = host: hospital/kanazawa-university

rule-unknown-word = 選択肢にない言葉を見つけます。
    .why = 都道府県や診療科などの選択肢は、一覧・絞りこみ・訳に使います。選択肢にない言葉は、そのどれにも現れません。
    .bad = prefecture: ibarki
    .good = prefecture: ibaraki

rule-unreadable-file = 読み取れないファイルを見つけます。
    .why = ファイルの代わりにフォルダーがある、読み取りの権限がないなどの理由で、内容を使えません。
    .bad = content/site.yaml という名前のフォルダー
    .good = content/site.yaml という名前のファイル

rule-unsafe-address = 安全のため使えないアドレスを見つけます。
    .why = javascript: などで始まるアドレスは、読む人のブラウザーで勝手に動作するおそれがあります。
    .bad = [申請](javascript:apply())
    .good = [申請](https://example.org/apply)

rule-unused-footnote = 本文から指されていない脚注、同じ名前の脚注を見つけます（警告）。
    .why = そのような脚注は、ページに表示されません。
    .bad =
        本文です。

        {"[^1]"}: 注です。
    .good =
        本文です{"[^1]"}。

        {"[^1]"}: 注です。

rule-wrong-kind-reference = 種類の違うレコードへの参照を見つけます。
    .why = たとえば費用は、プログラムにだけ付きます。病院に付けると、どのプログラムの費用かが分かりません。
    .bad = program: hospital/kanazawa-university
    .good = program: program/kanazawa-clinical-training

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
        a: &a [x, x, x]
        b: [*a, *a, *a]
    .good = b: [x, x, x]

rule-yaml-syntax = YAMLとして読み取れない箇所を見つけます。
    .why = 字下げや記号が1か所違うだけで、ファイル全体が読み取れなくなります。
    .bad = summary: 対象: 医師
    .good = summary: "対象: 医師"
