# How dates, numbers, amounts and lengths of time are written. Read once; values are put in afterwards.
# $plural is the plural category of a number (zero, one, two, few, many, other), $number the number itself as text.

# The language of this file: its plural rules are used.
formats_language = en

# Patterns of dates (Unicode TR35). Used in the language of date_pattern_language only; other languages use ICU's own.
date_pattern_language = en
date_pattern_year = y
date_pattern_month = MMMM y
date_pattern_day = E d MMMM y
date_pattern_minute = E d MMMM y, HH:mm
date_pattern_noon = E d MMMM y, HH:mm 'noon'
date_pattern_yearless_month = MMMM
date_pattern_yearless_day = E d MMMM
date_pattern_yearless_minute = E d MMMM, HH:mm
date_pattern_yearless_noon = E d MMMM, HH:mm 'noon'
# The year of the Japanese era; its first year apart. Empty: no era is shown.
date_pattern_era = { "" }
date_pattern_era_first = { "" }
date_two_eras = { $first } / { $second }

# The short name of Japan's time. Empty: it is not shown.
zone_asia_tokyo = JST
date_with_zone = { $moment } { $zone }
date_from_to = { $from } to { $to }
date_from = from { $from }
date_until = until { $to }
date_end_of_day = { $moment }, 24:00
date_about = around { $moment }
date_counts_arrival = { $moment } (must have arrived)
date_counts_postmark = { $moment } (date of postmark)
date_counts_receipt = { $moment } (must have been received)
date_until_filled = { $moment } (earlier if all places are filled)
date_until_hired = { $moment } (earlier if the position is filled)
date_until_spent = { $moment } (earlier if the funds run out)
date_until_early = { $moment } (may be earlier)
date_only_until_filled = until all places are filled
date_only_until_hired = until the position is filled
date_only_until_spent = until the funds run out
date_only_until_early = may close at any time
date_not_fixed = not fixed yet
date_not_fixed_expected = not fixed yet (expected to be announced: { $moment })
counted_within = within { $length } after “{ $event }”
counted_after = { $length } after “{ $event }”
counted_before = { $length } before “{ $event }”
counted_earlier = { $counted } or { $date }, whichever is earlier
counted_later = { $counted } or { $date }, whichever is later
business_days = { $count ->
    [1] 1 business day
   *[other] { $count } business days
}
counted_business_day = { $date } if only weekends are left out; holidays move it further
recurrence_weeks = every { $days }
recurrence_fortnights = every other { $days }
recurrence_days = on the { $days } of every month
recurrence_days_of = every year on the { $days } of { $months }
recurrence_weekdays = on the { $numbers } { $day } of every month
recurrence_weekdays_of = every year on the { $numbers } { $day } of { $months }
recurrence_number = { $number ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] fifth
}
recurrence_last = last
recurrence_day = { $day ->
    [1] 1st
    [2] 2nd
    [3] 3rd
    [21] 21st
    [22] 22nd
    [23] 23rd
    [31] 31st
   *[other] { $day }th
}
recurrence_last_day = last day
recurrence_times_week = { $count ->
    [1] once a week
    [2] twice a week
   *[other] { $count } times a week
}
recurrence_times_month = { $count ->
    [1] once a month
    [2] twice a month
   *[other] { $count } times a month
}
recurrence_times_year = { $count ->
    [1] once a year
    [2] twice a year
   *[other] { $count } times a year
}
recurrence_hours = { $rule }, { $from }–{ $to }
recurrence_time = { $rule }, { $from }
date_provisional = { $moment } (provisional)
date_to_confirm = { $moment } (not confirmed)
date_part_early = early { $moment }
date_part_mid = mid-{ $moment }
date_part_late = late { $moment }
date_part_end = end of { $moment }
date_part_spring = spring { $moment }
date_part_summer = summer { $moment }
date_part_autumn = autumn { $moment }
date_part_winter = winter { $moment }
date_inferred_year = { $moment } (year inferred: { $year })

fiscal_year = fiscal year { $year }
fiscal_year_with_basis = fiscal year { $year } ({ $basis })
basis_training_start = by start of training
basis_recruitment = by year of recruitment

length_years = { $plural ->
    [one] { $number } year
   *[other] { $number } years
}
length_months = { $plural ->
    [one] { $number } month
   *[other] { $number } months
}
length_weeks = { $plural ->
    [one] { $number } week
   *[other] { $number } weeks
}
length_days = { $plural ->
    [one] { $number } day
   *[other] { $number } days
}
length_hours = { $plural ->
    [one] { $number } hour
   *[other] { $number } hours
}
length_minutes = { $plural ->
    [one] { $number } minute
   *[other] { $number } minutes
}
length_seconds = { $plural ->
    [one] { $number } second
   *[other] { $number } seconds
}
# Days, where the length stands alone.
length_days_alone = { length_days }
length_and = { $first } { $second }

length_at_least = at least { $value }
length_more_than = more than { $value }
length_at_most = up to { $value }
length_less_than = less than { $value }
length_about = about { $value }
length_range = { $from } to { $to }
length_range_same_unit = { $from_number } to { $to }

count_few = a few
count_at_least = at least { $value }
count_more_than = more than { $value }
count_at_most = at most { $value }
count_less_than = fewer than { $value }
count_about = about { $value }
count_range = { $from } to { $to }

percent = { $number }%
percent_at_least = at least { $value }
percent_more_than = more than { $value }
percent_at_most = at most { $value }
percent_less_than = less than { $value }
percent_about = about { $value }
percent_range = { $from } to { $to }

offset_before = { $length } before { $anchor }
offset_after = { $length } after { $anchor }
offset_at = at { $anchor }
offset_about_at = around { $anchor }

money_free = free of charge
money_yen = ¥{ $number }
money_other = { $currency } { $number }
money_at_least = at least { $value }
money_more_than = more than { $value }
money_at_most = up to { $value }
money_less_than = less than { $value }
money_about = about { $value }
money_range = { $from } to { $to }
money_above = { $value } (more in some cases)
age_years = age { $number }
study_year = year { $number }
money_at_cost = at cost
money_at_cost_bounded = at cost, { $value }
money_months = { $plural ->
    [one] { $number } month
   *[other] { $number } months
}
money_of_pay = { $value } of salary
money_of_pay_bounded = { $months }, { $value }
money_of_pay_yearly = { $money } per year
money_share_of = { $share } of { $of }
money_share_bounded = { $share }, { $value }
money_payments = { $plural ->
    [one] { $money }, in { $number } payment
   *[other] { $money }, in { $number } payments
}
money_per_hour = { $money } per hour
money_per_night = { $money } per night
money_per_half_year = { $money } per half-year
money_per_semester = { $money } per semester
money_per_visit = { $money } per visit
money_per_person = { $money } per person
money_tax_included = { $money } (tax included)
money_tax_excluded = { $money } plus tax
money_per_once = { $money } (one-time)
money_per_day = { $money } per day
money_per_week = { $money } per week
money_per_month = { $money } per month
money_per_year = { $money } per year
per_hour = per hour
per_night = per night
per_half_year = per half-year
per_semester = per semester
per_visit = per visit
per_person = per person
per_once = one-time
per_day = per day
per_week = per week
per_month = per month
per_year = per year
sum_with_unknown = { $plural ->
    [one] { $sum }, plus { $number } item of unknown amount
   *[other] { $sum }, plus { $number } items of unknown amount
}
sum_unknown = { $plural ->
    [one] amount unknown ({ $number } item)
   *[other] amount unknown ({ $number } items)
}

# Names of languages. The id is the tag in lower case, with _ for -.
language_ar = Arabic
language_bn = Bengali
language_bo = Tibetan
language_cs = Czech
language_da = Danish
language_de = German
language_el = Greek
language_en = English
language_en_gb = British English
language_en_us = American English
language_es = Spanish
language_fa = Persian
language_fi = Finnish
language_fil = Filipino
language_fr = French
language_he = Hebrew
language_hi = Hindi
language_hu = Hungarian
language_id = Indonesian
language_it = Italian
language_ja = Japanese
language_jsl = Japanese Sign Language
language_km = Khmer
language_ko = Korean
language_lo = Lao
language_mn = Mongolian
language_ms = Malay
language_my = Burmese
language_ne = Nepali
language_nl = Dutch
language_no = Norwegian
language_pl = Polish
language_pt = Portuguese
language_pt_br = Brazilian Portuguese
language_ro = Romanian
language_ru = Russian
language_si = Sinhala
language_sv = Swedish
language_sw = Swahili
language_ta = Tamil
language_th = Thai
language_tl = Tagalog
language_tr = Turkish
language_uk = Ukrainian
language_ur = Urdu
language_uz = Uzbek
language_vi = Vietnamese
language_yue = Cantonese
language_zh = Chinese
language_zh_cn = Chinese (simplified)
language_zh_hans = Chinese (simplified)
language_zh_hant = Chinese (traditional)
language_zh_tw = Chinese (traditional)
