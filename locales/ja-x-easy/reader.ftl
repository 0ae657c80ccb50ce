# やさしい日本語の言葉。母語話者（日本語教育の経験者）の確認はまだです。
# 値に HTML は書けません（separator_html を除く）。

# 表記
separator = ：
separator_html = ：
and_so_on = など

range_from_to = { $from }から { $to }
range_from = { $from }から
range_to = { $to }まで

# ページの まわり
skip_to_content = ページの 内容へ 行く
languages_label = ことばを えらぶ
language_lacks_page = まだ ありません
menu_label = メニュー
crumbs_label = いま いる ところ
crumb_home = はじめの ページ
pages_label = このサイトの ページ
feed_title = 新しい お知らせ（フィード）

# 入口、見つからない とき
root_heading = ことばを えらんでください
root_text = このことばで 読む人は、下の リンクを 押してください。
root_action = はじめの ページへ 行く
not_found_title = ページが ありません
not_found_text = ページが 移動したか、なくなったかもしれません。アドレスを もう一度 見てください。
not_found_action = はじめの ページへ もどる

# 一覧
count_entries = { $count }件
list_empty = ここには 何も ありません。
list_empty_next = はじめの ページに もどって、ほかの ところから さがす
page_of = { $pages }ページの 中の { $page }ページ目
title_with_page = { $title }（{ $page }ページ目）
pager_label = この一覧の ページ
pager_previous = 前の ページ
pager_next = 次の ページ

# 種類
kinds_journeys = 研修までの 道
kinds_programs = プログラム
kinds_hospitals = 病院
kinds_organizations = 機関（役所や 団体）
kinds_schedules = 日程（いつ あるか）
kinds_fees = お金（費用）
kinds_notices = お知らせ
kinds_terms = ことばの 説明
kinds_pages = 案内の ページ
facet_prefecture = 都道府県
facet_specialty = 診療科（病院の 科）
facet_program_kind = プログラムの 種類
facet_recruitment = 募集しているか

# 一覧の 説明
describe_journeys = 日本で 研修を 受けるまでの 道です。順番に 書いてあります。
describe_programs = 日本の 医療の 研修の 制度（決まり）と プログラムです。
describe_hospitals = このガイドに のっている 病院です。人を 受け入れているか、わかる ときは 病院の ページに 書いてあります。
describe_organizations = 制度や プログラムを 作る 機関、情報を 出す 機関です。
describe_schedules = 募集の 日程です。いま 募集しているかも 書いてあります。
describe_fees = 研修や 手続きに かかる お金です。
describe_notices = 制度や 募集の お知らせです。古い お知らせも あります。
describe_terms = このガイドで 使う ことばです。正式な 日本語と、その訳を 書いてあります。
describe_pages = このサイトの 案内の ページです。
describe_prefectures = 病院と プログラムを 都道府県で さがせます。
describe_specialties = 病院と プログラムを 診療科で さがせます。
describe_program_kinds = プログラムを 種類で さがせます。
describe_recruitment = プログラムと 日程を、募集しているかどうかで さがせます。
describe_value = このガイドの「{ $value }」の 一覧です（分け方：{ $facet }）。
describe_state = このガイドの「{ $value }」の 一覧です。はじめに 変わるのは { $date }です。

# 募集
state_open = いま 募集しています
state_closing_soon = もうすぐ 終わります
state_upcoming = まだ 始まっていません
state_closed = 募集は 終わりました
state_not_announced = 次の 日程は ここに ありません
state_unknown = 募集しているか わかりません
successor_not_announced = 次の 日程は このガイドに ありません
stage_withdrawn = なくなりました（中止）

# わからない とき
absence_unknown = わかりません
absence_none = ありません
absence_not_applicable = 関係 ありません
absence_missing_in_source = もとの 資料に 書いてありません
absence_varies = 場合で ちがいます

# なぜ そう 言えるか
standing_derived = もとの 資料から 計算しました
standing_inferred = このガイドの 考えです（推定）
year_inferred = 年（{ $year }年）は このガイドの 考えです
year_inferred_from_weekday = 年（{ $year }年）は 曜日から 考えました

# ことば
only_in_language = { $language }だけ です
untranslated_notice = このページには、やさしい日本語に なっていない ところが あります。そこは { $languages }で 書いてあります。
draft_notice = この ページの ことばは 下書きです。この ことばを いつも 使う 人は、まだ 読んで いません。大切な ことは、{ $languages }の ページで 見て ください。
page_in_language = { $language }の ページ
source_language = { $language }の 資料
contact_fax = ファックス：{ $number }
contact_extension = 内線{ $extension }
contact_languages = 使える ことば：{ $languages }

# リンク
link_login = ログインが 必要です
link_login_required = ログインが 必要です（だれでも 見られる アドレスは ありません）
link_missing = もとの 資料に アドレスが ありません
link_pending = ページは まだ ありません
link_unverified = アドレスは まだ 確かめていません

# 公式か
organization_official = 国や 県などの 機関
organization_unofficial = 公式では ありません
rank_official = 公式の 資料
rank_mirror = 公式の 資料の コピー
rank_unofficial = 公式では ない 資料
rank_ourselves = わたしたちの 情報

# お知らせは いまも 正しいか
notice_legacy = 記録です。いまは 使いません
notice_proposed = 考えている ところです。まだ 決まっていません

# 受け入れ
participation_open = 受け入れています
participation_closed = 受け入れていません
participation_possible = 受け入れるかもしれません（募集は 確かめていません）
participation_unknown = わかりません
means_post = 郵便で 送る
means_counter = 窓口に 持って いく
means_upload = アップロードする
means_online = インターネットで 出す
means_email = メールで 送る
means_fax = ファックスで 送る
means_phone = 電話で 申しこむ
means_through = 学校や 会社などから 出す
channel_public = だれでも 応募できます
channel_internal_recommendation = 中の 人の 推薦だけ です

# 制度の 中の できごと
event_designated = 指定を 受けました
event_recommended = 推薦を 受けました
event_surveyed = 調査を 受けました（認められたかは 書いてありません）
event_accredited = 認められました（認証）

# 注意
caution_inconsistent = もとの 資料の 中で 話が ちがいます
caution_missing = もとの 資料に ありません
caution_impossible = 書いてある とおりには できません
caution_inferred = このガイドの 考えです
caution_outdated = 古い 情報です
caution_timing = 時期に 注意

# もとの 文より 古い 訳
outdated_section = ここは、訳した あとで もとの 文が 変わりました。いまは ちがうかもしれません。
outdated_texts = このページの いくつかの 文は、訳した あとで もとの 文が 変わりました。いまは ちがうかもしれません。

# 条件と 書類
all_of = 次の 全部
any_of = 次の どれか 一つ
only_part = { $number }だけで いいです
instead_of = かわりに 次の ものでも いいです
instead_of_at_most = かわりに 次の ものでも いいです（{ $count }つまで）
proves = 条件{ $number }の 証明
form_original = 原本（もとの 紙）
form_copy = コピー
form_either = 原本か コピー
variant_provisional = 先に もらう 仮の もの
variant_final = あとで もらう 正式な もの
copies = 必要な 数：{ $count }
copies_received = { $count }まい
limit_max = { $max }まで
by_scheme = 制度で 決まっています
office_at = { $date }の とき

# 日程の 図
heading_timeline = 日程の 図
timeline_title = 日程の 図：{ $title }
timeline_round = { $round }は { $from }から { $to }まで です。
timeline_round_number = { $number }回目
timeline_in_tables = 全部の 日は、この日程の ページの 表にも あります。
timeline_earlier = これまでの 募集（ぼしゅう）
timeline_today = 今日
timeline_past = 終わりました
timeline_now = いま です
timeline_future = これから です
timeline_vague = 日は わかりません
timeline_undated = 日が ない もの

# 道の 図
heading_map = 研修までの 道の 図
map_start = 外国で 勉強した 人
map_family_japanese = 日本の 免許を 使う 道
map_family_japanese_short = 日本の 免許が いる
map_family_without = 日本の 免許が いらない 道
map_family_without_short = 日本の 免許は いらない
map_family_unknown = 免許が いるか わからない 道
map_family_unknown_short = 免許は わからない
licence_on_the_way = 日本の 免許を とります
licence_unknown = 免許が いるか わかりません

# 道
junction_step = （{ $number }番目）
step_may_be_late = 日程より 長く かかるかもしれません

# 資料が ちがう とき
claim_number = 書き方{ $number }
conflict_follows = このガイドは、書き方{ $number }を 使います。
conflict_follows_none = どれが 正しいか、このガイドは 決めていません。

# 文の 中
footnotes = 注
footnote_reference = 注{ $number }
footnote_back = { $occurrence ->
    [1] 注{ $number }の もとへ もどる
   *[other] 注{ $number }の { $occurrence }番目の もとへ もどる
}
table_label = 表{ $number }
task_done = 終わりました
task_open = まだ です

# 見出し
heading_facts = まとめ
heading_notes = メモ
heading_related = 関係が ある ページ
heading_incoming = このページの ことが 書いてある ページ
heading_cautions = 注意してください
heading_conflicts = 話が ちがう ところ
heading_sources = もとの 資料
heading_changes = 変わった こと
heading_links = リンク
heading_contacts = 聞く ところ（連絡先）
heading_people = 係の 人
heading_history = 歴史
heading_designations = 指定・推薦・調査・認証

heading_units = 部や 科
heading_services = してくれる こと
heading_does = 仕事
heading_programs = 関係が ある プログラム

heading_aims = 目的
heading_phases = 期間の 分け方
heading_eligibility = もとの 資料に ある 条件
heading_conditions = 申しこみの 条件
heading_scope = しても いい こと、しては いけない こと
heading_documents = 必要な 書類
heading_steps = 手続きの 順番
heading_rules = 応募の 決まり
heading_fees = お金（費用）
heading_schedules = 日程
heading_notices = お知らせ
heading_components = 内容
heading_follow_up = 終わった あと
heading_obligations = しなければ ならない こと
heading_outcomes = もらえる もの
heading_hosts = 年ごとの 受け入れる ところ
heading_offerings = この制度の プログラム

heading_fee_items = お金の 内訳
heading_exceptions = ちがう 場合と ほかの お金
heading_rounds = 募集の 日程
heading_journey_steps = この道の 順番
heading_leads_to = この道の 次

heading_points = 内容
heading_as_published = もとの 資料の 書き方
heading_cohorts = だれの ことか
heading_definition = 意味
heading_rejected = このガイドで 使わない 言い方
heading_see = ほかに 見る ページ

# つなぐ ことば
way_from_to = { $from }から { $to }へ
way_from = { $from }から
way_to = { $to }へ
parenthesis = （{ $text }）

# 種類
kind_hospital = 病院
kind_organization = 機関
kind_program = プログラム
kind_fee = お金（費用）
kind_schedule = 日程
kind_journey = 研修までの 道
kind_notice = お知らせ
kind_term = ことばの 説明
kind_page = ページ

# ページの まわり
menu_open = メニュー
contents_label = このページの 内容
settings_label = 見え方
setting_furigana_off = ふりがなを 消す
setting_furigana_on = ふりがなを つける
setting_dark = 暗い 色
setting_light = 明るい 色

# 大事な こと
heading_answers = 大事な こと
answer_who = だれの ため
answer_how_long = どのくらいの 長さ
answer_cost = お金
answer_income = もらえる お金
answer_when = 募集
answer_papers = 書類
answer_ask = 聞く ところ
answer_state = いま
answer_next = 次の 日
answer_later = この あとの 募集
answer_not_here = このガイドに 書いてありません
answer_no_dates = このガイドに 募集の 日程は ありません
answer_conditions = 条件を 見る
answer_steps = 順番を 見る
answer_contacts = 連絡先を 見る
answer_host_contacts = この 機関の 連絡先を 見る
answer_no_contact = このガイドに 連絡先は ありません
answer_cost_details = くわしく 見る
answer_cost_exceptions = ちがう 場合と ほかの お金を 見る
answer_papers_count = { $count }つ
answer_papers_list = 一覧を 見る
next_opens = { $date }に 始まります
next_none = このガイドに 次の 日は ありません
next_occurrence = 次は { $date }
next_closes_way = { $date }に 終わります（{ $way }：{ $first }）
last_time = 前は { $dates }
next_closes = { $date }に 終わります

# 自分で 確かめる
self_check_how = あなたに 合う ものを チェックしてください。チェックは どこにも 送りません。
self_check_open = まだ 全部は チェックしていません。
self_check_met = { $date }の とき、あなたは ここに ある 条件に 合います。
self_check_met_undated = あなたは ここに ある 条件に 合います。
self_check_decides = このガイドに ない 条件が あるかもしれません。受け入れるかどうかは、病院や 大学などが 決めます。

# 時間
live_local = あなたの 時間で { $time }
stage_upcoming = まだ です
stage_open = いま です
stage_over = 終わりました
stage_later = これから です
stage_passed = 過ぎました

# 新しいか
review_overdue = このページは { $date }までに もう一度 確かめる 予定でしたが、まだ 確かめていません。使う 前に、もとの 資料を 見てください。
retired_since = { $date }に 終わりました。前の ことが わかるように、残して います。
retired_followed = 今は { $record }を 見て ください。

# はじめの ページ
home_departures = いまの 募集
home_none_open = 今 募集して いる ものは この ガイドに ありません。新しい 日程が 出て いる かも しれません。公式（こうしき）の ページも 見て ください。
home_all_departures = 全部の 日程
home_changes = 新しい お知らせと 変わった こと
home_all_notices = 全部の お知らせ

# 表
fees_caption = お金。安い ものが 先です。一つの お金の 中身は つづけて 書きます。わからない ものは 最後です
fees_scale = わかっている お金を くらべます
fees_scale_note = ぬった ところは、少なくても いる お金です。わくだけの ところは、もっと いる ことが ある お金です。線の おわりは { $most }です。
fee_exception = ちがう 場合か ほかの お金
sorted_by = {"{column}"}の 順
menu_can = うけられる けんしゅう
menu_compare = くらべる
compare_title = プログラムを くらべる
compare_description = このガイドの プログラムを ならべて 見る ページです。
compare_description_schemes = このガイドには { $count }の プログラムが あります。ここでは 制度を ならべます。病院や 大学の プログラムは、プログラムの 一覧に あります。
compare_question = 質問
compare_others = ほかの プログラム
compare_choose = 四つまで えらんでください
compare_most = 四つ 出ています。ほかの ものを えらぶ ときは、先に 一つ 消してください。
compare_chosen = 出ている プログラム：{"{count}"}

# 資料
sources_title = 全部の 資料
sources_description = このガイドの もとの 資料と、読んだ 日と、その資料で 作った ページです。
source_cited = { $count ->
    [0] この資料で 作った ページは ありません
   *[other] この資料で 作った ページは { $count }です
}
sources_verified = もとの 資料と くらべた 日が ある ページ
sources_unverified = くらべた 日が ない ページ
sources_overdue = 確かめる 日を 過ぎた ページ
sources_none_overdue = ありません

# 一覧を しぼる
filter_any = 全部
filter_reset = しぼるのを やめる
filter_count = 見つかった 数：{"{count}"}
filter_empty = 全部に 合う ものは ありません。一つ やめるか、病院や 大学などに 聞いてください。

# カレンダー
add_to_calendar = この日を カレンダーに 入れる
subscribe_calendar = この日程を カレンダーで 受け取る
download_calendar = 日程を ダウンロードする（.ics）

# ことばの 説明
term_endings = { "" }

# 項目の 名前
label_reading = 読み方
label_romanized = ローマ字
label_name_in_other_languages = ほかの ことばの 名前
label_other_names = ほかの 名前
label_prefecture = 都道府県
label_address = じゅうしょ
label_access = 行き方
label_map = 地図
label_hours = あいている 時間
label_beds = ベッドの 数
label_lodging = とまる ところ
postal_address = 〒{ $code } { $text }
prefecture_by_address = じゅうしょから
label_place = ある ところ
label_parent = 上の 組織
label_specialties = 診療科
label_languages = 使える ことば
label_organization_kind = 種類
label_scheme_name = 制度
label_event = できごと
label_designated_by = した ところ
label_program = プログラム
label_program_kind = 種類
label_scheme = 制度
label_host = 受け入れる ところ
label_organizer = する ところ
label_authority = 担当の 役所
label_partners = いっしょに する ところ
label_licence = 免許
label_audience = だれの ため
label_regions = 国と 地域
label_duration = 期間
label_capacity = 人数
label_training_languages = 研修の ことば
label_language_level = ことばの レベル
label_age = 年
label_practice = はたらいた 年
label_study_year = 学年
label_excluded = 申しこめない 人
label_quotas = わく
label_application = だれが 申しこむか
level_at_least = { $language }：{ $level }いじょう
level_equivalent = または 同じくらい
level_or = { $one } または { $other }
age_on = { $date }の とき
apply_by = { $party }が 申しこみます
apply_through = { $body }を とおして
facet_training_language = 研修の ことば
facet_language_level = ことばの レベル
facet_practice = あなたの けいけん年数
facet_age = あなたの 年れい
label_permit = 許可
label_supervision = 指導
label_benefits = してもらえる こと
label_funding = お金の 出どころ
label_follows = 前に する こと
label_leads_to = 次に する こと
label_may = しても いい こと
label_may_not = しては いけない こと
label_phase = 期間の 部分
label_share = 割合
label_deadline = しめきり
label_if = もし
label_copies = 必要な 数
label_copies_received = まい数
document_sealed = 封を した もの
document_languages = { $languages }で 書いた もの
document_not_older = { $length } いないに 出た もの
translation_plain = 訳を つける
translation_certified = 証明の ある 訳を つける
form_download = 用紙
form_file = { $type }、{ $size }
label_details = くわしい こと
label_example = 例
label_takes = かかる 時間
label_by = する 人
label_participation = いまの ようす
label_channel = 募集の しかた
label_confirmed = 確かめた 日
label_amount = 金額
label_income = もらう お金
label_fee_kind = どんな お金か
label_refund = お金が もどるか
refund_until = { $date } まで
fee_kind_cost = はらう お金
fee_kind_deposit = あずける お金
fee_kind_scholarship = もらう 奨学金
fee_kind_salary = もらう 給料
fee_kind_allowance = もらう 手当
returned_in_full = ぜんぶ もどる
returned_in_part = すこし もどる
refund_afterwards = その あとは { $returned }
returned_share = { $share } もどる
returned_never = もどらない
whichever_earlier = 早い ほう
whichever_later = 遅い ほう
label_payer = 払う 人
label_when = いつ
label_varies_by = 何で ちがうか
label_includes = 入っている もの
label_excludes = 入っていない もの
label_fee_item = 内訳
label_fiscal_year = 年度
label_zone = 時間の 決まり（時間帯）
label_successor = 次の 募集
label_stage = 段階
label_opens = 始まる 日、ある 日
label_not_held = しない 日
label_ways = 出し方ごとの 終わる 日
label_closes = 終わる 日
label_concerns = する 人
label_overlaps = 重なる もの
label_venue = ばしょ
label_parts = 内容
venue_one_of = { $venues }の どれか
exam_questions = { $count }問
exam_marks = { $count }点
exam_choose = この 中から { $count }つを えらぶ
label_date = 日
label_as_of = いつの ことか
label_posted = 出した 日
label_superseded_by = かわりの もの
label_about = 何の ことか
label_what = 何か
label_as_printed = 書いてある とおり
label_problem = 問題
label_cohort = グループ
label_fiscal_years = 年度
label_except = ちがう もの
label_note = メモ
label_retrieved = 読んだ 日
label_verified = もとの 資料と くらべた 日
label_review_by = 次に 確かめる 日
label_permit_by = 許可を 出す ところ

## さがす

search_title = さがす
search_label = このサイトの 中を さがす
search_no_script = さがす ためには、JavaScriptが 動く ブラウザーが 必要です。動かない ときは、下の 一覧から さがしてください。
search_lists = 一覧から さがす
search_start = 病院や ことばの 名前、知りたい ことを 書いてください。ひらがなや ローマ字でも さがせます。
search_waiting = さがしています…
search_count = 見つかった 数：{ $count }
search_none = 見つかりませんでした。短い ことばや ほかの ことばで さがしてください。一覧からも さがせます。
search_nearest = 近い ことば：
search_more = もっと 見る
search_narrow = しぼる
search_any = 全部
search_kind = 種類
search_cost = お金は いくらまで（円）
search_language = 書いてある ことば
search_reset = しぼるのを やめる
search_failed = さがす ための データを 読めませんでした。インターネットを たしかめて、もう一度 さがしてください。
search_others = ほかの ことばの ページ
search_other = { $language }の ページからも さがす
search_part = ここに あります：

# 質問を表す言葉。| で区切る。読者には表示されない。
search_ask_cost = お金 | 費用 | いくら | 料金 | ただ
search_ask_when = いつ | いつまで | しめきり | 締切 | 日にち
search_ask_papers = 書類 | 必要な書類 | 出す書類
search_ask_length = どのくらい | 何か月 | 何年 | 期間

provenance_own = 公式（こうしき）の サイト
provenance_guide = 公式（こうしき）では ない 案内（あんない）
provenance_page = { $date }に もとの ページと くらべました
provenance_copy = { $date }に コピーと くらべました（もとの ページは 見て いません）
provenance_part_of_copy = { $date }に コピーの 一部（いちぶ）と くらべました（もとの ページは 見て いません）
provenance_compared = { $date }に もとの 情報（じょうほう）と くらべました
provenance_undated = いつ くらべたか わかりません
provenance_ourselves = わたしたちの 情報です（{ $date }に 見ました）
provenance_ourselves_undated = わたしたちの 情報です
provenance_sources = もとの 情報（じょうほう） { $count }つ
provenance_sources_dated = もとの 情報（じょうほう） { $count }つの うち { $dated }つ
provenance_official_page = 公式（こうしき）の ページ
provenance_source_page = もとの ページ
provenance_page_of = もとの ページ：{ $publisher }
provenance_copy_of = 公式（こうしき）の 文（ぶん）の コピー：{ $publisher }
answer_official = 公式（こうしき）の 情報（じょうほう）
compared_page = もとの ページを 見ました
compared_copy = コピーを 見ました。もとの ページは 見て いません
compared_part_of_copy = コピーの 一部（いちぶ）を 見ました。もとの ページは 見て いません
answer_cost_others = ほかに かかる お金・ちがう 場合：{ $costs }
letter = 手紙（てがみ）
letter_write = わからない ことを 聞く 手紙（てがみ）を 書く
letter_title = 手紙（てがみ）：{ $program }
letter_intro = この 案内（あんない）で わからない ことだけを 聞く 手紙です。［　］の 中を 書いて、コピーするか、メールで 送るか、印刷（いんさつ）して ください。
letter_to = あて先（さき）
letter_no_contact = 連絡先（れんらくさき）は わかりません。その 機関（きかん）の 代表（だいひょう）か、公式（こうしき）の ページで 聞いて ください。
letter_institution = ［病院（びょういん）などの 名前］
letter_hosts = うけいれるか どうかは それぞれの 病院（びょういん）などが 決めます。手紙（てがみ）を 書く ところを 選（えら）んで ください。
letter_to_host = ここへの 手紙（てがみ）
letter_copy = コピーする
letter_copied = コピーしました。
letter_mail = メールの ソフトで 開（ひら）く
letter_reply = 答（こた）えの 紙
letter_reply_how = 答える 人へ：質問（しつもん）の 下に 書いて、返（かえ）して ください。
letter_reply_name = 答える 人の 名前
letter_reply_date = 書いた 日
letter_subject = 「{ $program }」についての 質問（しつもん）
letter_greeting = { $body }の みなさま
letter_begins =
    はじめまして。わたしは ［国］の { $profession }の ［名前］です。

    「{ $program }」に 興味（きょうみ）が あります。
letter_please = つぎの ことを 教（おし）えて ください。
letter_thanks = おいそがしい ところ すみません。お返事（へんじ）を 待（ま）って います。
letter_date = ［日にち］
letter_profession = ［仕事］
letter_name = ［名前］
letter_address = ［メールアドレス］
letter_ask_who = だれが 申（もう）しこめますか。どんな 資格（しかく）と 経験（けいけん）が いりますか。
letter_ask_length = 期間（きかん）は どのくらいですか。
letter_ask_cost = お金は いくら かかりますか。
letter_ask_other_cost = ほかに どんな お金を はらいますか。いくらですか。
letter_ask_when = いつから いつまで 申しこめますか。
letter_ask_how = どうやって 申しこみますか。
letter_ask_papers = どんな 書類（しょるい）が いりますか。
letter_ask_places = 何人（なんにん）が 入れますか。
letter_ask_language = どの ことばを 使（つか）いますか。どのくらい できれば いいですか。

can_begin = わたしは
can_who = { $profession }の ための プログラム
can_what = { $profession }：{ $purpose }
can_want = 何が したいですか。
can_other = ほかの 人（全部の プログラム）
can_how = あなたに 合（あ）う プログラムです。持（も）って いる 免許（めんきょ）の ところを 見て ください。わからない ことは 名前を 書いて います。聞く ための 手紙（てがみ）も あります。
can_how_one = あなたに 合（あ）う プログラムです。わからない ことは 名前を 書いて います。聞く ための 手紙（てがみ）も あります。
can_in_all = ぜんぶの 期間（きかん）
can_length_unknown = 期間（きかん）が わからない もの
can_cost_in_all = ぜんぶの お金
can_cost_unknown = お金が わからない もの
in_all_direct = { $amount }（全員が する ことでは ない ものは 入れません）
in_all_with_all = { $amount }（ぜんぶを する とき）
step_only_for = する 人：{ $who }
route_lengths = 一つずつの 期間（きかん）
route_lengths_note = 前の ものが おわった ところから 次が はじまります。ぬった ところは いちばん 短い 期間（きかん）、わくだけの ところは もっと 長く なる ことが ある 期間です。点線は もっと 長い かも しれない ことを 表します。点は 期間が ない もの、わくだけの 点は 期間が わからない ものです。
route_costs = 一つずつの お金
heading_cost_in_all = ぜんぶの お金
can_count = { $count }つ
can_licence_unknown = どの 免許（めんきょ）が いるか わかりません
can_route = 道すじ
can_unknown = わからない こと
label_professions = 仕事（しごと）
letter_of_who = だれが 申（もう）しこめるか
letter_of_length = 期間（きかん）
letter_of_cost = お金
letter_of_other_cost = ほかの お金
letter_of_when = いつ 申しこむか
letter_of_how = 申しこみかた
letter_of_papers = 書類（しょるい）
letter_of_places = 何人（なんにん）か
letter_of_language = 使（つか）う ことば
report_wrong = まちがいを 見つけましたか
report_subject = まちがいの 連絡（れんらく）：{ $page }
report_body =
    ページ：{ $record }（{ $language }）
    { $address }
    { $compared }

    どこが まちがって いますか。
