# 日付・数・金額・期間の書き方。プログラムは最初に一度だけ読み、値を当てはめます。
# $plural は数の複数形の種類（zero, one, two, few, many, other）、$number は整形済みの数です。

# このファイルの言語。複数形の規則はこの言語のものが使われます。
formats_language = ja

# 日付の型（Unicode TR35 の記号）。date_pattern_language の言語だけで使われ、ほかの言語では ICU の型が使われます。
date_pattern_language = ja
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
date_until = { $to }まで
date_end_of_day = { $moment }24:00
date_about = { $moment }頃
date_counts_arrival = { $moment }（必着）
date_counts_postmark = { $moment }（消印有効）
date_counts_receipt = { $moment }（受付有効）
date_provisional = { $moment }（予定）
date_to_confirm = { $moment }（未確定）
date_part_early = { $moment }上旬
date_part_mid = { $moment }中旬
date_part_late = { $moment }下旬
date_part_end = { $moment }末
date_part_spring = { $moment }春
date_part_summer = { $moment }夏
date_part_autumn = { $moment }秋
date_part_winter = { $moment }冬
date_inferred_year = { $moment }（{ $year }と推定）

fiscal_year = { $year }年度
fiscal_year_with_basis = { $year }年度（{ $basis }）
basis_training_start = 研修開始年度
basis_recruitment = 募集年度

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
length_more_than = { $value }を超える
length_at_most = { $value }以内
length_less_than = { $value }未満
length_about = 約{ $value }
length_range = { $from }から{ $to }
length_range_same_unit = { $from }から{ $to }

count_few = 若干
count_at_least = { $value }以上
count_more_than = { $value }を超える
count_at_most = { $value }以下
count_less_than = { $value }未満
count_about = 約{ $value }
count_range = { $from }から{ $to }

percent = { $number }%
percent_at_least = { $value }以上
percent_more_than = { $value }を超える
percent_at_most = { $value }以下
percent_less_than = { $value }未満
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
money_more_than = { $value }を超える
money_at_most = { $value }以下
money_less_than = { $value }未満
money_about = 約{ $value }
money_range = { $from }から{ $to }
money_above = { $value }（これを超える場合あり）
money_per_hour = 1時間{ $money }
money_per_night = 1泊{ $money }
money_per_half_year = 半期{ $money }
money_per_semester = 学期ごとに{ $money }
money_per_visit = 1回{ $money }
money_tax_included = { $money }（税込み）
money_tax_excluded = { $money }（税別）
money_per_once = { $money }（1回限り）
money_per_day = 日額{ $money }
money_per_week = 週額{ $money }
money_per_month = 月額{ $money }
money_per_year = 年額{ $money }
per_hour = 1時間当たり
per_night = 1泊当たり
per_half_year = 半期ごと
per_semester = 学期ごと
per_visit = 1回ごと
per_once = 1回限り
per_day = 日額
per_week = 週額
per_month = 月額
per_year = 年額
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
