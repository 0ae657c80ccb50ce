# やさしい日本語での、日付・数・金額・期間の書き方。母語話者（日本語教育の経験者）の確認はまだです。

formats_language = ja-x-easy

# 日付の型（Unicode TR35 の記号）。date_pattern_language の言語だけで使われ、ほかの言語では ICU の型が使われます。
date_pattern_language = ja-x-easy
date_pattern_year = y年
date_pattern_month = y年M月
date_pattern_day = y年M月d日（E）
date_pattern_minute = y年M月d日（E）HH:mm
date_pattern_noon = y年M月d日（E）'正午'
date_pattern_yearless_month = M月
date_pattern_yearless_day = M月d日（E）
date_pattern_yearless_minute = M月d日（E）HH:mm
date_pattern_yearless_noon = M月d日（E）'正午'
# 元号の年。最初の年は別に書きます。空なら元号を示しません。
date_pattern_era = Gy年
date_pattern_era_first = G'元年'
date_two_eras = { $first }・{ $second }

# 日本時間の略称。空なら示しません。
zone_asia_tokyo = { "" }
date_with_zone = { $moment }（{ $zone }）
date_from_to = { $from }から{ $to }まで
date_from = { $from }から
date_end_of_day = { $moment }24:00
date_about = { $moment }ごろ
date_counts_arrival = { $moment }（この日までに 着くこと）
date_counts_postmark = { $moment }（この日までに 郵便局で 出すこと）
date_counts_receipt = { $moment }（この日までに 受け付けて もらうこと）
date_provisional = { $moment }（変わるかも しれません）
date_to_confirm = { $moment }（まだ 決まって いません）
date_part_early = { $moment }の はじめ
date_part_mid = { $moment }の なかば
date_part_late = { $moment }の おわりごろ
date_part_end = { $moment }の おわり
date_part_spring = { $moment }の 春
date_part_summer = { $moment }の 夏
date_part_autumn = { $moment }の 秋
date_part_winter = { $moment }の 冬
date_until = { $to }まで
date_inferred_year = { $moment }（年は このガイドの 考えで { $year }）

fiscal_year = { $year }年度
fiscal_year_with_basis = { $year }年度（{ $basis }）
basis_training_start = 研修が 始まる 年
basis_recruitment = 募集する 年

length_years = { $number }年
length_months = { $number }か月
length_weeks = { $number }週間
length_days = { $number }日
length_hours = { $number }時間
length_minutes = { $number }分
length_seconds = { $number }秒
# それだけで書くときの日数。
length_days_alone = { $number }日間
length_and = { $first }{ $second }

length_at_least = { $value }以上
length_more_than = { $value }より 長い
length_at_most = { $value }まで
length_less_than = { $value }より 短い
length_about = 約{ $value }
length_range = { $from }から{ $to }
length_range_same_unit = { $from }から{ $to }

count_few = すこし
count_at_least = { $value }以上
count_more_than = { $value }より 多い
count_at_most = { $value }以下
count_less_than = { $value }より 少ない
count_about = 約{ $value }
count_range = { $from }から{ $to }

percent = { $number }%
percent_at_least = { $value }以上
percent_more_than = { $value }より 多い
percent_at_most = { $value }以下
percent_less_than = { $value }より 少ない
percent_about = 約{ $value }
percent_range = { $from }から{ $to }

offset_before = { $anchor }の{ $length }前
offset_after = { $anchor }の{ $length }後
offset_at = { $anchor }時
offset_about_at = { $anchor }の頃

money_free = 無料
money_yen = { $number }円
money_other = { $currency } { $number }
money_at_least = { $value }以上
money_more_than = { $value }より 多い
money_at_most = { $value }以下
money_less_than = { $value }より 少ない
money_about = 約{ $value }
money_range = { $from }から{ $to }
money_above = { $value }（もっと 多い ときも あります）
money_per_hour = 1時間に{ $money }
money_per_night = 1泊に{ $money }
money_per_half_year = 半年に{ $money }
money_per_semester = 学期ごとに{ $money }
money_per_visit = 1回に{ $money }
money_tax_included = { $money }（税金を 入れた 金額）
money_tax_excluded = { $money }（税金は 別）
money_per_once = { $money }（1回だけ）
money_per_day = 1日に { $money }
money_per_week = 1週間に { $money }
money_per_month = 1か月に { $money }
money_per_year = 1年に { $money }
per_hour = 1時間に
per_night = 1泊に
per_half_year = 半年に
per_semester = 学期ごとに
per_visit = 1回に
per_once = 1回だけ
per_day = 1日に
per_week = 1週間に
per_month = 1か月に
per_year = 1年に
sum_with_unknown = { $sum }（ほかに金額不明の項目が{ $number }件）
sum_unknown = 金額不明（{ $number }件）

# 言語の名前。id はタグを小文字にし、- を _ にしたものです。
language_ar = アラビア語
language_bn = ベンガル語
language_bo = チベット語
language_cs = チェコ語
language_da = デンマーク語
language_de = ドイツ語
language_el = ギリシャ語
language_en = 英語
language_en_gb = イギリス英語
language_en_us = アメリカ英語
language_es = スペイン語
language_fa = ペルシャ語
language_fi = フィンランド語
language_fil = フィリピノ語
language_fr = フランス語
language_he = ヘブライ語
language_hi = ヒンディー語
language_hu = ハンガリー語
language_id = インドネシア語
language_it = イタリア語
language_ja = 日本語
language_jsl = 日本手話
language_km = クメール語
language_ko = 韓国語
language_lo = ラオ語
language_mn = モンゴル語
language_ms = マレー語
language_my = ミャンマー語
language_ne = ネパール語
language_nl = オランダ語
language_no = ノルウェー語
language_pl = ポーランド語
language_pt = ポルトガル語
language_pt_br = ブラジル・ポルトガル語
language_ro = ルーマニア語
language_ru = ロシア語
language_si = シンハラ語
language_sv = スウェーデン語
language_sw = スワヒリ語
language_ta = タミル語
language_th = タイ語
language_tl = タガログ語
language_tr = トルコ語
language_uk = ウクライナ語
language_ur = ウルドゥー語
language_uz = ウズベク語
language_vi = ベトナム語
language_yue = 広東語
language_zh = 中国語
language_zh_cn = 中国語（簡体字）
language_zh_hans = 中国語（簡体字）
language_zh_hant = 中国語（繁体字）
language_zh_tw = 中国語（繁体字）
