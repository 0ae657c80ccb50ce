## 値の書き方の名前（findings.ftl の $expected に入ります）

value-text = 言語ごとの文（ja: …、en: …）
value-word = 選択肢の id（半角の英小文字・数字・ハイフンの名前）
value-choice = 決まった選択肢の1つ
value-reference = 参照（hospital/example-hospital の形）
value-moment = 日付または日時（2023-11-14 など）
value-period = 期間（日付、または from と to）
value-fiscal-year = 年度（year と basis）
value-duration = 期間の長さ（2年、P2Y など）
value-months-of-pay = 給与の月数（4.5など）
value-quantity = 数または期間の長さ（2、P3Y など）
value-search = true、false、または「weights」を書いたまとまり
value-money = 金額（300000 など）
value-language-level = 語学力（N2、または language と level を書いた組）
value-age = 年齢（18歳以上 など）
value-quota = 枠（for と capacity）
value-application = 申請者（by と through）
value-postal = 言語ごとの住所（ja: …、en: …）
value-form-file = ファイルのアドレス、または言語ごとのアドレス
value-refund = 返還（in-full、in-part、never、50% のような割合、または returned を書いた組。段階があれば、そのリスト）
value-returned = in-full、in-part、never のどれか、または 50% のような割合
value-link = リンク（https:// で始まるアドレス）
value-language = 言語タグ（ja や en など）
value-boolean = 「true」か「false」
value-number = 数（1 など）
value-scalar = 1つの値
value-list = リスト（「- 」で並べた値）
value-map = 「項目: 値」の組
value-requirement = 条件（文、または all_of・any_of でまとめた条件）
value-document = 書類（text を含む「項目: 値」の組）
value-step = 手順（name を含む「項目: 値」の組）
value-record = レコード（「項目: 値」の組）
value-stage = 募集の段階（stage と、opens・closes または at）
value-recurrence = 繰り返しの予定（毎月第2金曜日 15:00 など）
value-count = 期間（P30D、10営業日 など）
value-counted = 数え方（from または event と、within・after・before のどれか）
value-way = 提出方法（way と closes）
value-offset = 起点からのずれ（at と of）
value-contact = 連絡先（name、email などの「項目: 値」の組）
value-person = 役職と人（office を含む「項目: 値」の組）
value-designation = 指定や認定（scheme と event を含む「項目: 値」の組）
value-absence = 値がない理由（unknown、none、not-applicable、missing-in-source、varies）
value-zone = タイムゾーンの名前（Asia/Tokyo など）

## 実際に書かれていた値の名前（$found に入ります）

found-list = リスト
found-map = 「項目: 値」の組
found-nothing = 空欄
found-text = 文字列
found-number = 数
found-boolean = true または false
found-scalar = 1つの値

## レコードの種類

kind-hospital = 病院
kind-organization = 機関・団体
kind-program = プログラム
kind-fee = 費用
kind-schedule = 日程
kind-journey = 道筋
kind-notice = お知らせ
kind-term = 用語
kind-page = ページ
kind-site = サイトの設定
kind-vocabulary = 選択肢の一覧

## 選択肢の一覧

vocabulary-regions = 地方
vocabulary-prefectures = 都道府県
vocabulary-specialties = 診療科
vocabulary-rounds = 募集の回次
vocabulary-stages = 募集の段階
vocabulary-designations = 指定・認定
vocabulary-program-kinds = プログラムの種類
vocabulary-organization-kinds = 機関・団体の種類
vocabulary-anchors = 手順の起点
vocabulary-parties = 当事者
vocabulary-professions = 職種
vocabulary-purposes = 目的
vocabulary-licences = 免許
vocabulary-sources = 出典

## 決まった言葉だけを書く項目

vocabulary-absences = 値がない理由
vocabulary-statuses = 受入れの状況
vocabulary-channels = 募集の方法
vocabulary-events = 指定・認定の出来事
vocabulary-cautions = 注意の種類
vocabulary-forms = 書類の形式
vocabulary-variants = 書類の版
vocabulary-per = 金額の単位期間
vocabulary-bases = 年度の数え方
vocabulary-addresses = アドレスがない理由
vocabulary-fields = 項目の名前

## 曜日（wrong-weekday の $expected に入ります）

weekday-monday = 月曜日
weekday-tuesday = 火曜日
weekday-wednesday = 水曜日
weekday-thursday = 木曜日
weekday-friday = 金曜日
weekday-saturday = 土曜日
weekday-sunday = 日曜日
