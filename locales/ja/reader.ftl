# サイトを読む人に見える言葉。値に HTML は書けません（separator_html を除く）。

# 表記
# separator：項目名と説明の間。末尾の空白は _ と書きます。separator_html は同じものの HTML です。
separator = ：
separator_html = ：
and_so_on = ほか

# 範囲。$from と $to は日付または回次です。
range_from_to = { $from }から{ $to }
range_from = { $from }から
range_to = { $to }まで

# ページの枠
skip_to_content = 本文へ移動
languages_label = 言語の切替え
language_lacks_page = 未翻訳
menu_label = 主なメニュー
crumbs_label = 現在の位置
crumb_home = トップページ
pages_label = サイト内の案内
feed_title = 更新情報（フィード）

# 入口と、見つからないとき
root_heading = 言語の選択
root_text = この言語でお読みになる方は、次のリンクからお進みください。
root_action = トップページへ進む
not_found_title = ページが見つかりません
not_found_text = お探しのページは、移動したか、なくなった可能性があります。アドレスをお確かめください。
not_found_action = トップページへ戻る

# 一覧
count_entries = { $count }件
list_empty = 該当する項目はありません。
list_empty_next = トップページに戻って、ほかの入口から探す
page_of = 全{ $pages }ページ中の{ $page }ページ目
title_with_page = { $title }（{ $page }ページ目）
pager_label = 一覧のページの切替え
pager_previous = 前のページ
pager_next = 次のページ

# レコードの種類（メニューと見出し）
kinds_journeys = 研修までの道筋
kinds_programs = プログラム
kinds_hospitals = 病院
kinds_organizations = 機関・団体
kinds_schedules = 日程
kinds_fees = 費用
kinds_notices = お知らせ
kinds_terms = 用語集
kinds_pages = 案内のページ
facet_prefecture = 都道府県
facet_specialty = 診療科
facet_program_kind = プログラムの種類
facet_recruitment = 募集状況

# 一覧の説明
describe_journeys = 研修に進むまでの道筋と、その順序の一覧です。
describe_programs = 日本で受けられる医療研修の制度とプログラムの一覧です。
describe_hospitals = 本サイトで取り上げている病院の一覧です。受入れの有無は、各ページでお確かめください。
describe_organizations = 制度の所管、プログラムの実施、情報の提供などに関わる機関・団体の一覧です。
describe_schedules = 募集の日程の一覧です。募集状況は、各日程に示しています。
describe_fees = 研修や手続にかかる費用の一覧です。
describe_notices = 制度や募集に関するお知らせの一覧です。過去のものも含みます。
describe_terms = 本サイトで使う用語の一覧です。日本語の正式な用語と、その訳語を示します。
describe_pages = 本サイトの案内のページの一覧です。
describe_prefectures = 病院とプログラムを都道府県別に探せます。
describe_specialties = 病院とプログラムを診療科別に探せます。
describe_program_kinds = プログラムを種類別に探せます。
describe_recruitment = プログラムと日程を募集状況別に探せます。
describe_value = 本サイトの掲載内容のうち、「{ $value }」に該当するものの一覧です（分類：{ $facet }）。
describe_state = 本サイトの掲載内容のうち、「{ $value }」に該当するものの一覧です。最初に状況が変わるのは{ $date }です。

# 募集状況
state_open = 募集中
state_closing_soon = まもなく締切り
state_upcoming = 募集開始前
state_closed = 募集終了
state_not_announced = 次回の日程は未掲載
state_unknown = 募集状況は不明
successor_not_announced = 次回の日程は本サイト未掲載
stage_withdrawn = 中止

# 値がないとき
absence_unknown = 不明
absence_none = なし
absence_not_applicable = 該当なし
absence_missing_in_source = 出典に記載なし
absence_varies = 一律ではありません

# 値の根拠。後に理由が続きます。
standing_derived = 出典の記載に基づく判断
standing_inferred = 本サイトによる推定
year_inferred = 年（{ $year }年）は本サイトによる推定
year_inferred_from_weekday = 年（{ $year }年）は曜日による推定

# 言語
only_in_language = { $language }のみ
untranslated_notice = このページには、まだ翻訳されていない部分があります。その部分は{ $languages }で表示しています。
draft_notice = この訳は下書きで、この言語を母語とする人の確認をまだ受けていません。大切なことは、このページの{ $languages }で確かめてください。
page_in_language = { $language }のページ
source_language = { $language }の資料
contact_fax = ファックス：{ $number }
contact_extension = 内線{ $extension }
contact_languages = 対応言語：{ $languages }

# リンク
link_login = ログインが必要
link_login_required = ログインが必要（公開のアドレスなし）
link_missing = 出典にアドレスの記載なし
link_pending = ページは未公開
link_unverified = アドレスは未確認

# 公式か
organization_official = 公的機関
organization_unofficial = 非公式（公的機関ではありません）
rank_official = 公式の情報源
rank_mirror = 公式の情報源の写し
rank_unofficial = 非公式の情報源
rank_ourselves = 当機関の発表

# お知らせの効力
notice_legacy = 参考（現在は効力なし）
notice_proposed = 検討中（未決定）

# 受入れ
participation_open = 受入れあり
participation_closed = 受入れなし
participation_possible = 受入れの可能性あり（募集は未確認）
participation_unknown = 不明
means_post = 郵送
means_counter = 窓口への持参
means_upload = アップロード
means_online = オンライン
means_email = 電子メール
means_fax = ファックス
means_phone = 電話
means_through = 所属機関などを通じて
channel_public = 公募
channel_internal_recommendation = 内部の推薦のみ

# 指定・認定などの出来事
event_designated = 指定を受けた
event_recommended = 推奨を受けた
event_surveyed = 訪問調査を受けた（認証の記載なし）
event_accredited = 認証を受けた

# 注意の種類。後に説明が続きます。
caution_inconsistent = 出典の記載の不整合
caution_missing = 出典に記載のない事項
caution_impossible = 成り立たない記載
caution_inferred = 本サイトによる推定
caution_outdated = 古い情報
caution_timing = 日程上の注意

# 原文より古い訳
outdated_section = この節は、訳した後に原文が変わりました。今の内容と異なることがあります。
outdated_texts = このページの一部の文は、訳した後に原文が変わりました。今の内容と異なることがあります。

# 条件と書類
all_of = 次のすべて
any_of = 次のいずれか
only_part = { $number }のみで足りる
instead_of = 代わりに次のものでも可
instead_of_at_most = 代わりに次のものでも可（{ $count }件まで）
proves = 条件{ $number }を証明するもの
form_original = 原本
form_copy = 写し
form_either = 原本または写し
variant_provisional = 見込みの段階のもの
variant_final = 確定後のもの
copies = 必要数：{ $count }
copies_received = { $count }通
limit_max = { $max }件まで
by_scheme = 制度の定めによる
office_at = { $date }時点

# 日程の図
heading_timeline = 日程の図
timeline_title = 日程の図：{ $title }
timeline_round = { $round }は{ $from }から{ $to }までです。
timeline_round_number = { $number }番目の回次
timeline_in_tables = すべての日付は、この日程のページの表にも示しています。
timeline_earlier = これまでの募集
timeline_today = 本日
timeline_past = 終了
timeline_now = 期間中
timeline_future = これから
timeline_vague = 日は不明
timeline_undated = 日付のない段階

# すべての道筋の路線図。短い形は線の上に置きます。U+200B は改行してよい箇所です。
heading_map = 道筋の路線図
map_start = 海外で学んだ方
map_family_japanese = 日本の免許による道筋
map_family_japanese_short = 日本の{ "\u200B" }免許あり
map_family_without = 日本の免許によらない道筋
map_family_without_short = 日本の{ "\u200B" }免許なし
map_family_unknown = 免許の要否が不明な道筋
map_family_unknown_short = 免許の{ "\u200B" }要否は不明
licence_on_the_way = 日本の免許を取得して進む道筋
licence_unknown = 免許の要否は不明

# ルート
junction_step = （{ $number }番目の段階）
step_may_be_late = 予定の期間に収まらない可能性あり

# 出典の食い違い
claim_number = 記載{ $number }
conflict_follows = 本サイトは、記載{ $number }に従っています。
conflict_follows_none = 本サイトは、いずれの記載が正しいとも判断していません。

# 文章の中
footnotes = 脚注
footnote_reference = 脚注{ $number }
footnote_back = { $occurrence ->
    [1] 脚注{ $number }の参照元へ戻る
   *[other] 脚注{ $number }の{ $occurrence }番目の参照元へ戻る
}
table_label = 表{ $number }
task_done = 済み
task_open = 未了

# 見出し：どのページにも
heading_facts = 概要
heading_notes = 備考
heading_related = 関連ページ
heading_incoming = このページを参照しているページ
heading_cautions = 注意事項
heading_conflicts = 出典の記載の食い違い
heading_sources = 出典
heading_changes = 更新履歴
heading_links = 関連リンク
heading_contacts = 問合せ先
heading_people = 役職者
heading_history = 沿革
heading_designations = 指定・推奨・調査・認証

# 見出し：病院、機関・団体
heading_units = 部署
heading_services = 業務
heading_does = 業務
heading_programs = 関連するプログラム

# 見出し：プログラム
heading_aims = 目的
heading_phases = 期間の内訳
heading_eligibility = 出典が示す応募条件
heading_conditions = 応募条件
heading_scope = できることとできないこと
heading_documents = 必要書類
heading_steps = 手続の流れ
heading_rules = 応募の制限と次の回次
heading_fees = 費用
heading_schedules = 日程
heading_notices = お知らせ
heading_components = 構成
heading_follow_up = 修了後
heading_obligations = 義務
heading_outcomes = 成果・証明書
heading_hosts = 年度別の受入状況
heading_offerings = この制度によるプログラム

# 見出し：費用、日程、ルート
heading_fee_items = 費用の内訳
heading_exceptions = 例外・別途の費用
heading_rounds = 募集日程
heading_journey_steps = 道筋の段階
heading_leads_to = 次に進める道筋

# 見出し：お知らせ、用語
heading_points = 内容
heading_as_published = 出典の表記に関する注意
heading_cohorts = 対象者
heading_definition = 意味
heading_rejected = 本サイトで使わない表記
heading_see = 参照

# ラベル：名称
label_reading = 読み方
label_romanized = ローマ字表記
label_name_in_other_languages = 他の言語での名称
label_other_names = 別名

# ラベル：所在と組織
label_prefecture = 都道府県
label_address = 住所
label_access = 交通・アクセス
label_map = 地図
label_hours = 窓口の受付時間
label_beds = 病床数
label_lodging = 宿舎・宿泊
postal_address = 〒{ $code } { $text }
prefecture_by_address = 住所による
label_place = 所在地
label_parent = 上位の組織
label_specialties = 診療科
label_languages = 対応言語
label_organization_kind = 種類
label_scheme_name = 制度・区分
label_event = 内容
label_designated_by = 実施した機関

# ラベル：プログラム
label_program = プログラム
label_program_kind = 種類
label_scheme = 制度
label_host = 受入機関
label_organizer = 実施団体
label_authority = 所管
label_partners = 連携先
label_licence = 免許
label_audience = 対象者
label_regions = 対象の国・地域
label_duration = 期間
label_capacity = 定員
label_training_languages = 研修で使う言語
label_language_level = 必要な語学力
label_age = 年齢
label_practice = 実務経験
label_study_year = 学年
label_excluded = 応募できない人
label_quotas = 枠（定員の内訳）
label_application = 申請者と経由する機関
level_at_least = { $language }：{ $level }以上
level_equivalent = または同等
level_or = { $one }または{ $other }
age_on = { $date }現在
apply_by = { $party }が申請
apply_through = { $body }を経由
facet_training_language = 研修で使う言語
facet_language_level = 必要な語学力
facet_practice = 経験年数（あなたの）
facet_age = 年齢（あなたの）
label_permit = 許可
label_supervision = 指導・監督
label_benefits = 待遇など
label_funding = 財源
label_follows = 事前に必要な段階
label_leads_to = 次の段階
label_may = できること
label_may_not = できないこと
label_phase = 段階
label_share = 割合
label_deadline = 期限
label_if = 条件
label_copies = 必要数
label_copies_received = 部数
document_sealed = 厳封
document_languages = { $languages }で作成
document_not_older = 発行後{ $length }以内
translation_plain = 訳文を添付
translation_certified = 公的な証明のある訳文を添付
form_download = 様式
form_file = { $type }、{ $size }
label_details = 詳細
label_example = 例
label_takes = 所要期間
label_by = 担当
label_participation = 受入状況
label_channel = 募集の方法
label_confirmed = 確認日

# ラベル：費用
label_amount = 金額
label_income = 受け取る額
label_fee_kind = 金額の種類
label_refund = 返還
refund_until = { $date }まで
fee_kind_cost = 費用
fee_kind_deposit = 保証金・敷金
fee_kind_scholarship = 奨学金（受給）
fee_kind_salary = 給与（受給）
fee_kind_allowance = 手当（受給）
returned_in_full = 全額返還
returned_in_part = 一部返還
refund_afterwards = それより後は{ $returned }
returned_share = { $share }を返還
returned_never = 返還なし
whichever_earlier = 早い日
whichever_later = 遅い日
label_payer = 負担者
label_when = 時期
label_varies_by = 金額が異なる要因
label_includes = 含まれるもの
label_excludes = 含まれないもの
label_fee_item = 項目

# ラベル：日程
label_fiscal_year = 年度
label_zone = タイムゾーン
label_successor = 次回の募集
label_stage = 段階
label_opens = 開始・日時
label_not_held = 行わない日
label_ways = 提出方法ごとの締切
label_closes = 終了
label_concerns = 関係者
label_overlaps = 期間が重なる段階
label_venue = 会場
label_parts = 内容
venue_one_of = { $venues }のいずれか
exam_questions = { $count }問
exam_marks = { $count }点
exam_choose = 次のうち{ $count }つを選択

# ラベル：ルート

# ラベル：お知らせ
label_date = 日付
label_as_of = 情報の時点
label_posted = 掲載日
label_superseded_by = 後継の情報
label_about = 関連する項目
label_what = 事項
label_as_printed = 出典の表記
label_problem = 問題点
label_cohort = 対象者
label_fiscal_years = 年度
label_except = ただし、次を除く

# ラベル：共通
label_note = 備考
label_retrieved = 閲覧日
label_verified = 出典との照合日
label_review_by = 次回の見直し

## つなぎの言葉

way_from_to = { $from }から{ $to }へ
way_from = { $from }から
way_to = { $to }へ
parenthesis = （{ $text }）
label_permit_by = 許可を出す機関

# 題名の上に示す、記録の種類
kind_hospital = 病院
kind_organization = 機関・団体
kind_program = プログラム
kind_fee = 費用
kind_schedule = 日程
kind_journey = 道筋
kind_notice = お知らせ
kind_term = 用語
kind_page = ページ

# どのページにもあるもの
menu_open = メニュー
contents_label = このページの内容
settings_label = 表示
setting_furigana_off = ふりがなを隠す
setting_furigana_on = ふりがなを付ける
setting_dark = 暗い配色
setting_light = 明るい配色

# ページの最初に示す答え
heading_answers = 要点
answer_who = 対象
answer_how_long = 期間
answer_cost = 費用
answer_income = 受け取れるお金
answer_when = 募集
answer_papers = 書類
answer_ask = 問合せ先
answer_state = 現在
answer_next = 次の期日
answer_later = この後の募集
answer_not_here = 本サイトに記載なし
answer_no_dates = 募集の日程は、本サイトに記載なし
answer_conditions = 条件を見る
answer_steps = 手順を見る
answer_contacts = 問合せ先を見る
answer_host_contacts = この機関の問合せ先を見る
answer_no_contact = 連絡先は本サイトに記載なし
answer_cost_details = 詳細を見る
answer_cost_exceptions = 例外・別途の費用を見る
answer_papers_count = { $count }項目
answer_papers_list = 一覧を見る
next_opens = { $date }に開始
next_none = 今後の期日は、本サイトに記載なし
next_occurrence = 次回：{ $date }
next_closes_way = { $date }に締切（{ $way }は{ $first }）
last_time = 前回：{ $dates }
next_closes = { $date }に締切

# 自分で確かめる
self_check_how = 当てはまるものに印を付けてください。印の内容は、どこにも送信されません。
self_check_open = まだ印の付いていない条件があります。
self_check_met = { $date }時点で、ここに挙げた条件を満たしています。
self_check_met_undated = ここに挙げた条件を満たしています。
self_check_decides = ここに挙げていない条件があるかもしれません。受入れの可否は、実施機関が判断します。

# 読む人の端末が書き加える時刻
live_local = お使いの端末の時刻では{ $time }
stage_upcoming = 開始前
stage_open = 受付中
stage_over = 終了
stage_later = これから
stage_passed = 終了

# 新しさ
review_overdue = このページの見直しの期限（{ $date }）を過ぎています。内容を利用する前に、出典で最新の情報を確かめてください。
retired_since = { $date }をもって終わりました。記録として残しています。
retired_followed = 代わりに{ $record }をご覧ください。

# トップページ
home_departures = 現在の募集状況
home_none_open = 現在募集中のもの、または今後の日程が分かっているものは、本サイトにありません。本サイトに載っていない日程が公表されている場合がありますので、公式ページもご確認ください。
home_all_departures = すべての日程
home_changes = 新しいお知らせと変更
home_all_notices = すべてのお知らせ

# 多くの記録をまとめた表
fees_caption = 費用（低い順。一つの費用に属するものは続けて示し、不明なものは最後）
fees_scale = 分かっている金額の比較
fees_scale_note = 塗った部分は最低の金額、枠だけの部分はそこから上がり得る金額です。目盛りの終わりは{ $most }です。
fee_exception = 例外・別途
sorted_by = 「{"{column}"}」で並べ替えました
menu_can = 受けられる研修
menu_compare = 比較
compare_title = プログラムの比較
compare_description = 本サイトのプログラムを並べて比べられます。
compare_description_schemes = 本サイトには{ $count }件のプログラムがあります。ここでは制度どうしを並べて比べられます。各施設のものは、プログラムの一覧で探せます。
compare_question = 項目
compare_others = その他のプログラム
compare_choose = 比べるプログラム（4つまで）
compare_most = 4つ表示しています。ほかのプログラムを選ぶには、先にどれか1つを外してください。
compare_chosen = {"{count}"}つ表示しています。

# サイト全体の出典
sources_title = 出典の一覧
sources_description = 本サイトの出典と、その閲覧日、それぞれの資料によるページの一覧です。
source_cited = この資料によるページ：{ $count }件
sources_verified = 出典と照合した日を記録しているページ
sources_unverified = 出典と照合した日の記録がないページ
sources_overdue = 見直しの期限を過ぎたページ
sources_none_overdue = 該当なし

# 一覧の絞込み
filter_any = すべて
filter_reset = 条件を消す
filter_count = 該当：{"{count}"}件
filter_empty = すべての条件に合うものはありません。条件を減らすか、実施機関に直接お問い合わせください。

# カレンダー
add_to_calendar = この日程をカレンダーに追加する
subscribe_calendar = 日程をカレンダーで購読する
download_calendar = 日程をダウンロードする（.ics）

# 用語集
# term_endings：用語の直後に付いていても同じ語とみなす語尾（英語の複数形など）。空白で区切ります。なければ "" とします。
term_endings = { "" }

## 検索

search_title = 検索
search_label = 本サイト内を検索
search_no_script = 検索は、JavaScriptが使えるブラウザーで動きます。使えない場合は、下の一覧から探せます。
search_lists = 一覧から探す
search_start = 病院、制度、用語などの名前や、知りたいことを入れてください。読み仮名やローマ字でも探せます。
search_waiting = 検索しています…
search_count = 検索結果：{ $count }件
search_none = 見つかりませんでした。言葉を短くするか、別の言い方でお試しください。一覧から探すこともできます。
search_nearest = 近い言葉：
search_more = 続きを表示
search_narrow = 絞り込む
search_any = すべて
search_kind = 種類
search_cost = 費用の上限（円）
search_language = 書かれている言語
search_reset = 絞り込みをやめる
search_failed = 検索のデータを読み込めませんでした。通信状態をお確かめのうえ、もう一度お試しください。
search_others = ほかの言語のページ
search_other = { $language }のページからも探す
search_part = 該当箇所：

# 質問を表す言葉。| で区切る。読者には表示されない。
search_ask_cost = 費用 | 料金 | 金額 | 値段 | 代金 | 学費 | 授業料 | 受講料 | 経費 | いくら | いくらかかる | いくらかかりますか | 有料 | 無料
search_ask_when = 締切 | 締切り | 締め切り | 〆切 | 期限 | 期日 | 日程 | いつ | いつまで | いつから | 応募期間 | 募集期間 | 申込期間
search_ask_papers = 書類 | 必要書類 | 提出書類 | 申請書類 | 応募書類 | 提出物
search_ask_length = 期間 | どのくらい | 何か月 | 何ヶ月 | 何カ月 | 何年 | 何週間

# 題名の下の行
provenance_own = 公式サイト
provenance_guide = 非公式の案内
provenance_page = { $date }に元のページで確認
provenance_copy = { $date }に保存版で確認（元のページは未確認）
provenance_part_of_copy = { $date }に保存版の一部で確認（元のページは未確認）
provenance_compared = { $date }に出典と照合
provenance_undated = 出典を確認した日は不明
provenance_ourselves = 当機関の発表（{ $date }確認）
provenance_ourselves_undated = 当機関の発表
provenance_sources = 出典{ $count }件
provenance_sources_dated = 出典{ $count }件のうち{ $dated }件
provenance_official_page = 公式ページ
provenance_source_page = 出典のページ
provenance_page_of = 出典：{ $publisher }
provenance_copy_of = 公式の文書の写し：{ $publisher }
answer_official = 公式の情報
compared_page = 元のページを確認
compared_copy = 写しで確認（元のページは未確認）
compared_part_of_copy = 写しの一部で確認（元のページは未確認）
answer_cost_others = ほかにかかる費用や例外：{ $costs }

# 分からない点を問い合わせる手紙
letter = 問合せの手紙
letter_write = 分からない点を問い合わせる手紙を書く
letter_title = 問合せの手紙：{ $program }
letter_intro = 本サイトで分からない点だけを尋ねる手紙です。［　］の部分を書き換えてから、コピー、メール、印刷のいずれかでお使いください。
letter_to = 宛先
letter_no_contact = 連絡先は本サイトに記載がありません。機関の代表窓口またはウェブページからお問い合わせください。
letter_institution = ［機関名］
letter_hosts = 受入れは、各機関が決めます。宛先とする機関を選ぶか、下の手紙に機関名を記入してください。
letter_to_host = この機関への手紙
letter_copy = コピーする
letter_copied = コピーしました。
letter_mail = メールソフトで開く
letter_reply = ご回答用紙
letter_reply_how = ご回答くださる方へ：各質問の下にご記入のうえ、ご返送ください。
letter_reply_name = ご回答者のお名前
letter_reply_date = ご記入日
letter_subject = 「{ $program }」についてのお尋ね
letter_greeting = { $body }　ご担当者様
letter_begins =
    突然のご連絡、失礼いたします。［お住まいの国・地域］で{ $profession }をしております［氏名］と申します。

    「{ $program }」に関心があり、ご連絡いたしました。
letter_please = お忙しいところ恐れ入りますが、次の点をご教示いただけますでしょうか。
letter_thanks = ご多用のところ恐縮ですが、ご返信をいただけましたら幸いです。どうぞよろしくお願い申し上げます。
letter_date = ［日付］
letter_profession = ［職種］
letter_name = ［氏名］
letter_address = ［メールアドレス］
letter_ask_who = 応募できる人の条件（必要な資格と経験）を教えてください。
letter_ask_length = 期間はどのくらいですか。
letter_ask_cost = 費用はいくらですか。
letter_ask_other_cost = ほかに負担する費用と、その金額を教えてください。
letter_ask_when = 応募の受付はいつからいつまでですか。
letter_ask_how = 応募の方法を教えてください。
letter_ask_papers = 必要な書類は何ですか。
letter_ask_places = 受入れの人数は何人ですか。
letter_ask_language = 使用する言語と、必要な語学力を教えてください。

# 自分に合うプログラム
can_begin = あなたは
can_who = { $profession }の方に合うプログラム
can_what = { $profession }：{ $purpose }
can_want = したいことを選んでください。
can_other = このほかの方（すべてのプログラム）
can_how = 条件に合うプログラムです。まず、お持ちの免許の欄をご覧ください。公表されていない点は項目名で示し、それを尋ねる手紙を用意しています。
can_how_one = 条件に合うプログラムです。公表されていない点は項目名で示し、それを尋ねる手紙を用意しています。
can_in_all = 合計の期間
can_length_unknown = 期間が分からないもの
can_cost_in_all = 費用の合計
can_cost_unknown = 費用が分からないもの
in_all_direct = { $amount }（一部の方だけの段階を除く）
in_all_with_all = { $amount }（すべての段階）
step_only_for = 対象：{ $who }
route_lengths = 段階ごとの期間
route_lengths_note = 各段階は、前の段階の終わりから始めて描いています。塗った部分は最短の期間、枠だけの部分はそこから延び得る期間、破線はさらに長くなり得ることを示します。点は期間のない段階、枠だけの点は期間が分からない段階です。
route_costs = 段階ごとの費用
heading_cost_in_all = 費用の合計
can_count = { $count }件
can_licence_unknown = 必要な免許は不明
can_route = 道筋
can_unknown = 分からないこと
label_professions = 職種
letter_of_who = 応募の条件
letter_of_length = 期間
letter_of_cost = 費用
letter_of_other_cost = ほかの費用
letter_of_when = 応募の時期
letter_of_how = 応募の方法
letter_of_papers = 必要な書類
letter_of_places = 受入れの人数
letter_of_language = 使用する言語と語学力
report_wrong = このページに誤りを見つけたら
report_subject = 誤りの連絡：{ $page }
report_body =
    ページ：{ $record }（{ $language }）
    { $address }
    { $compared }

    誤りの内容と、正しい情報の出典：
