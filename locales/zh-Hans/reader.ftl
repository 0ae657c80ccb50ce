# 网站读者看到的文字。尚未经母语人士校阅。
# 除 separator_html 以外，值中不含 HTML。

# 标点
separator = ：
separator_html = ：
and_so_on = 等

range_from_to = { $from }至{ $to }
range_from = { $from }起
range_to = 至{ $to }

# 每个页面的外框
skip_to_content = 跳到正文
languages_label = 语言
language_lacks_page = 未翻译
menu_label = 主菜单
crumbs_label = 当前位置
crumb_home = 首页
pages_label = 本网站的页面
feed_title = 更新信息（订阅源）

# 入口页与找不到的页面
root_heading = 请选择语言
root_text = 要用这种语言阅读，请点击下面的链接。
root_action = 前往首页
not_found_title = 找不到页面
not_found_text = 该页面可能已移动或删除。请确认网址。
not_found_action = 前往首页

# 列表
count_entries = { $count }条
list_empty = 这里没有内容。
list_empty_next = 返回首页，从其他入口查找
page_of = 第{ $page }页，共{ $pages }页
title_with_page = { $title }（第{ $page }页）
pager_label = 本列表的页码
pager_previous = 上一页
pager_next = 下一页

# 记录的种类（菜单和标题）
kinds_journeys = 路径
kinds_programs = 项目
kinds_hospitals = 医院
kinds_organizations = 机构
kinds_schedules = 日程
kinds_fees = 费用
kinds_notices = 通知
kinds_terms = 术语表
kinds_pages = 页面
facet_prefecture = 都道府县
facet_specialty = 专科
facet_program_kind = 项目种类
facet_recruitment = 招收状态

# 各列表的说明
describe_journeys = 在日本接受培训的路径，按步骤排列。
describe_programs = 日本医学培训的制度与项目。
describe_hospitals = 本指南介绍的医院。是否招收学员，凡已知者均写在各医院的页面上。
describe_organizations = 制度、项目和信息背后的机构。
describe_schedules = 招收日程，并附各次招收的状态。
describe_fees = 培训及相关手续的费用。
describe_notices = 有关制度和招收的通知，包括过去的通知。
describe_terms = 本指南使用的术语：日语正式名称及本指南采用的译名。
describe_pages = 本网站的说明页面。
describe_prefectures = 按都道府县查找医院和项目。
describe_specialties = 按专科查找医院和项目。
describe_program_kinds = 按种类查找项目。
describe_recruitment = 按招收状态查找项目和日程。
describe_value = 本指南中属于“{ $value }”（{ $facet }）的内容。
describe_state = 本指南中属于“{ $value }”的内容。其中最早的变化在{ $date }。

# 招收的状态
state_open = 招收中
state_closing_soon = 即将截止
state_upcoming = 尚未开始
state_closed = 已截止
state_not_announced = 本指南没有下一次日程
state_unknown = 招收状态不明
successor_not_announced = 本指南没有下一次的日程
stage_withdrawn = 已取消

# 没有值的情况
absence_unknown = 不明
absence_none = 无
absence_not_applicable = 不适用
absence_missing_in_source = 出处没有写明
absence_varies = 因情况而异

# 值的依据。后面接理由。
standing_derived = 根据出处推算
standing_inferred = 本指南的推测
year_inferred = 年份（{ $year }年）为本指南的推测
year_inferred_from_weekday = 年份（{ $year }年）由星期推测

# 语言
only_in_language = 仅有{ $language }
untranslated_notice = 本页有部分内容尚未翻译，以{ $languages }显示。
draft_notice = 本页译文为草稿，尚未经母语者审阅。作决定之前，请查看本页的{ $languages }版本。
page_in_language = { $language }页面
source_language = { $language }
contact_fax = 传真：{ $number }
contact_extension = 分机{ $extension }
contact_languages = 可用语言：{ $languages }

# 链接
link_login = 需要登录
link_login_required = 需要登录，没有公开网址
link_missing = 出处没有给出网址
link_pending = 页面尚未公布
link_unverified = 网址未经核实

# 是否官方
organization_official = 公共机构
organization_unofficial = 非官方（不是公共机构）
rank_official = 官方出处
rank_mirror = 官方出处的副本
rank_unofficial = 非官方出处
rank_ourselves = 本机构发布

# 通知是否有效
notice_legacy = 仅作记录，已经失效
notice_proposed = 研究中，尚未决定

# 参加情况
participation_open = 招收学员
participation_closed = 不招收学员
participation_possible = 可能的接收单位（是否招收未经确认）
participation_unknown = 不明
means_post = 邮寄
means_counter = 窗口递交
means_upload = 上传
means_online = 在线
means_email = 电子邮件
means_fax = 传真
means_phone = 电话
means_through = 通过所属机构等
channel_public = 公开招收
channel_internal_recommendation = 仅限内部推荐

# 制度下的认定等
event_designated = 已指定
event_recommended = 已推荐
event_surveyed = 已接受评审（是否认定未写明）
event_accredited = 已认定

# 注意事项的种类。后面接说明。
caution_inconsistent = 出处内容前后不一致
caution_missing = 出处没有记载
caution_impossible = 照出处所写不可能成立
caution_inferred = 本指南的推测
caution_outdated = 内容已过时
caution_timing = 时间安排

# 比原文旧的译文
outdated_section = 本节翻译之后，原文已有改动。内容可能已经不再适用。
outdated_texts = 本页部分语句翻译之后，原文已有改动。内容可能已经不再适用。

# 条件与文件
all_of = 以下全部
any_of = 以下任意一项
only_part = 只需{ $number }
instead_of = 可用以下内容代替
instead_of_at_most = 可用以下内容代替，最多{ $count }项
proves = 证明条件{ $number }
form_original = 原件
form_copy = 复印件
form_either = 原件或复印件
variant_provisional = 事先开具的临时文件
variant_final = 事后开具的正式文件
copies = 所需份数：{ $count }
copies_received = { $count }份
limit_max = 最多{ $max }
by_scheme = 由制度规定
office_at = 截至{ $date }

# 用图表示的日程
heading_timeline = 时间线
timeline_title = 时间线：{ $title }
timeline_round = { $round }：{ $from }至{ $to }。
timeline_round_number = 第{ $number }轮
timeline_in_tables = 所有日期也列在本日程页面的表格中。
timeline_earlier = 以往的招收
timeline_today = 今天
timeline_past = 已结束
timeline_now = 进行中
timeline_future = 尚未开始
timeline_vague = 具体日期不明
timeline_undated = 没有日期的阶段

# 路径总图
heading_map = 路径图
map_start = 在国外受过医学教育
map_family_japanese = 需要日本执照的路径
map_family_japanese_short = 需日本执照
map_family_without = 不需要日本执照的路径
map_family_without_short = 无需日本执照
map_family_unknown = 是否需要执照不明的路径
map_family_unknown_short = 执照要求不明
licence_on_the_way = 先取得日本执照的路径
licence_unknown = 是否需要执照不明

# 路径
junction_step = （第{ $number }步）
step_may_be_late = 所需时间可能超过日程允许的时间

# 出处之间的矛盾
claim_number = 说法{ $number }
conflict_follows = 本指南采用说法{ $number }。
conflict_follows_none = 本指南不判断哪种说法正确。

# 正文
footnotes = 脚注
footnote_reference = 脚注{ $number }
footnote_back = { $occurrence ->
    [1] 回到引用脚注{ $number }的位置
   *[other] 回到引用脚注{ $number }的位置（第{ $occurrence }处）
}
table_label = 表{ $number }
task_done = 已完成
task_open = 未完成

# 各页面的标题
heading_facts = 概要
heading_notes = 备注
heading_related = 相关页面
heading_incoming = 提到本页的页面
heading_cautions = 请注意
heading_conflicts = 互相矛盾的说法
heading_sources = 出处
heading_changes = 更新记录
heading_links = 链接
heading_contacts = 联系方式
heading_people = 负责人
heading_history = 沿革
heading_designations = 指定、推荐、评审与认定

heading_units = 科室
heading_services = 服务
heading_does = 职责
heading_programs = 相关项目

heading_aims = 目的
heading_phases = 阶段
heading_eligibility = 出处写明的条件
heading_conditions = 申请条件
heading_scope = 可以做的与不可以做的
heading_documents = 所需文件
heading_steps = 步骤
heading_rules = 限制与轮次之间的转换
heading_fees = 费用
heading_schedules = 日程
heading_notices = 通知
heading_components = 构成
heading_follow_up = 结束之后
heading_obligations = 义务
heading_outcomes = 结果
heading_hosts = 各年度的接收单位
heading_offerings = 本制度下的项目

heading_fee_items = 明细
heading_exceptions = 例外与其他费用
heading_rounds = 招收日程
heading_journey_steps = 本路径的步骤
heading_leads_to = 本路径通往何处

heading_points = 内容
heading_as_published = 出处的原文表述
heading_cohorts = 适用对象
heading_definition = 含义
heading_rejected = 本指南不采用的译名
heading_see = 参见

# 连接用语
way_from_to = 从{ $from }到{ $to }
way_from = 从{ $from }起
way_to = 到{ $to }
parenthesis = （{ $text }）

# 标题上方的种类
kind_hospital = 医院
kind_organization = 机构
kind_program = 项目
kind_fee = 费用
kind_schedule = 日程
kind_journey = 路径
kind_notice = 通知
kind_term = 术语
kind_page = 页面

# 每个页面的外框
menu_open = 菜单
contents_label = 本页内容
settings_label = 显示
setting_furigana_off = 隐藏注音假名
setting_furigana_on = 显示注音假名
setting_dark = 深色
setting_light = 浅色

# 页面开头的要点
heading_answers = 要点
answer_who = 对象
answer_how_long = 期限
answer_cost = 费用
answer_income = 可领取的钱
answer_when = 招收
answer_papers = 所需文件
answer_ask = 咨询处
answer_state = 目前
answer_next = 下一个日期
answer_later = 之后
answer_not_here = 本指南没有记载
answer_no_dates = 本指南没有招收日程
answer_conditions = 查看条件
answer_steps = 查看步骤
answer_contacts = 查看联系方式
answer_host_contacts = 查看该机构的联系方式
answer_no_contact = 本指南没有联系方式
answer_cost_details = 查看明细
answer_cost_exceptions = 查看例外与其他费用
answer_papers_count = { $count }项
answer_papers_list = 查看清单
next_opens = { $date }开始
next_none = 本指南没有之后的日期
next_occurrence = 下一次：{ $date }
next_closes_way = { $date }截止（{ $way }：{ $first }）
last_time = 上一次：{ $dates }
next_closes = { $date }截止

# 自我核对
self_check_how = 请勾选符合您情况的项目。勾选内容不会发送到任何地方。
self_check_open = 以上条件尚未全部勾选。
self_check_met = 截至{ $date }，您符合这里列出的条件。
self_check_met_undated = 您符合这里列出的条件。
self_check_decides = 可能还有本指南没有列出的条件。是否接收由接收单位决定。

# 由读者的设备显示的时间
live_local = 当地时间{ $time }
stage_upcoming = 尚未开始
stage_open = 进行中
stage_over = 已结束
stage_later = 尚未到来
stage_passed = 已过

# 是否及时核对
review_overdue = 本页应在{ $date }之前重新核对，但尚未进行。请先与出处核对后再使用。
retired_since = 已于{ $date }终止。本页作为记录保留。
retired_followed = 请改看{ $record }。

# 首页
home_departures = 目前的招收
home_none_open = 本指南目前没有正在招收或已公布的招收。可能另有本指南未收录的日程，请同时查看官方网页。
home_all_departures = 全部日程
home_changes = 最新通知与更新
home_all_notices = 全部通知

# 汇总多条记录的表格
fees_caption = 费用，从低到高，同一费用的各项列在一起；金额不明的排在最后
fees_scale = 已知金额对比
fees_scale_note = 实心部分是最低金额，空心部分是可能增加的金额。刻度终点是{ $most }。
fee_exception = 例外或其他费用
sorted_by = 按{"{column}"}排序
menu_can = 我能参加哪些研修
menu_compare = 比较
compare_title = 比较项目
compare_description = 并列比较本指南的各个项目。
compare_description_schemes = 本指南共有{ $count }个项目。这里并列比较各项制度；各接收单位的项目请见项目列表。
compare_question = 问题
compare_others = 其他项目
compare_choose = 最多可选四个项目
compare_most = 已显示四个项目。如要选择其他项目，请先取消一个。
compare_chosen = 显示的项目：{"{count}"}

# 全站的出处
sources_title = 全部出处
sources_description = 本指南的所有出处、查阅日期，以及以其为依据的页面。
source_cited = { $count ->
    [0] 没有页面以此为依据
   *[other] { $count }个页面以此为依据
}
sources_verified = 有核对日期的页面
sources_unverified = 没有核对日期的页面
sources_overdue = 已超过核对期限的页面
sources_none_overdue = 没有

# 列表的筛选
filter_any = 全部
filter_reset = 清除筛选
filter_count = 找到的条目：{"{count}"}
filter_empty = 没有符合全部条件的条目。请减少筛选条件，或直接向接收单位咨询。

# 日历
add_to_calendar = 将这些日期加入日历
subscribe_calendar = 订阅这些日期
download_calendar = 下载日期（.ics）

# 术语表
term_endings = { "" }

# 标签
label_reading = 日语读音
label_romanized = 拉丁字母
label_name_in_other_languages = 其他语言的名称
label_other_names = 其他名称
label_prefecture = 都道府县
label_address = 地址
label_access = 交通
label_map = 地图
label_hours = 办公时间
label_beds = 床位数
label_lodging = 住宿
postal_address = 〒{ $code } { $text }
prefecture_by_address = 根据地址
label_place = 所在地
label_parent = 所属
label_specialties = 专科
label_languages = 语言
label_organization_kind = 种类
label_scheme_name = 制度
label_event = 事项
label_designated_by = 实施机构
label_program = 项目
label_program_kind = 项目种类
label_scheme = 制度
label_host = 接收单位
label_organizer = 主办方
label_authority = 主管机关
label_partners = 合作方
label_licence = 执照
label_audience = 对象
label_regions = 国家和地区
label_duration = 期限
label_capacity = 名额
label_training_languages = 培训语言
label_language_level = 语言水平
label_age = 年龄
label_practice = 工作经验
label_study_year = 年级
label_excluded = 不能申请的人
label_quotas = 名额分配
label_application = 申请人与经由机构
level_at_least = { $language }：{ $level }以上
level_equivalent = 或同等
level_or = { $one }或{ $other }
age_on = 截至{ $date }
apply_by = 由{ $party }申请
apply_through = 经由{ $body }
facet_training_language = 培训语言
facet_language_level = 语言水平
facet_practice = 您的从业年限
facet_age = 您的年龄
label_permit = 许可
label_supervision = 指导
label_benefits = 待遇
label_funding = 资金
label_follows = 事先所需
label_leads_to = 之后
label_may = 可以
label_may_not = 不可以
label_phase = 阶段
label_share = 比例
label_deadline = 期限
label_if = 条件
label_copies = 所需份数
label_copies_received = 份数
document_sealed = 密封
document_languages = 用{ $languages }书写
document_not_older = 开具后{ $length }以内
translation_plain = 附译文
translation_certified = 附经认证的译文
form_download = 表格
form_file = { $type }，{ $size }
label_details = 详情
label_example = 例
label_takes = 所需时间
label_by = 由谁
label_participation = 状态
label_channel = 招收方式
label_confirmed = 确认日期
label_amount = 金额
label_income = 领取金额
label_fee_kind = 金额种类
label_refund = 退还
refund_until = 截至{ $date }
fee_kind_cost = 费用
fee_kind_deposit = 押金
fee_kind_scholarship = 奖学金（领取）
fee_kind_salary = 工资（领取）
fee_kind_allowance = 津贴（领取）
returned_in_full = 全额退还
returned_in_part = 部分退还
refund_afterwards = 此后{ $returned }
returned_share = 退还{ $share }
returned_never = 不退还
whichever_earlier = 较早的日期
whichever_later = 较晚的日期
label_payer = 支付者
label_when = 时间
label_varies_by = 随何而异
label_includes = 包括
label_excludes = 不包括
label_fee_item = 项目
label_fiscal_year = 年度
label_zone = 时区
label_successor = 下一次招收
label_stage = 阶段
label_opens = 开始或举行
label_not_held = 不举行的日期
label_ways = 各提交方式的截止时间
label_closes = 截止
label_concerns = 由谁办理
label_overlaps = 与之重叠
label_venue = 地点
label_parts = 内容
venue_one_of = { $venues }之一
exam_questions = { $count }题
exam_marks = { $count }分
exam_choose = 从中选择{ $count }项
label_date = 日期
label_as_of = 所述情况的时间
label_posted = 发布日期
label_superseded_by = 取代者
label_about = 相关内容
label_what = 内容
label_as_printed = 原文
label_problem = 问题
label_cohort = 对象群体
label_fiscal_years = 年度
label_except = 除外
label_note = 备注
label_retrieved = 查阅日期
label_verified = 最近与出处核对
label_review_by = 下次核对期限
label_permit_by = 许可机关

## 搜索

search_title = 搜索
search_label = 在本站中搜索
search_no_script = 搜索需要浏览器启用 JavaScript。无法使用时，请从下面的列表中查找。
search_lists = 从列表中查找
search_start = 请输入医院、制度、用语的名称，或想了解的内容。日语名称也可以用假名或罗马字输入。
search_waiting = 正在搜索……
search_count = 搜索结果：{ $count } 条
search_none = 没有找到。请缩短词语或换一种说法，也可以从列表中查找。
search_nearest = 相近的词：
search_more = 显示更多
search_narrow = 缩小范围
search_any = 全部
search_kind = 类型
search_cost = 费用上限（日元）
search_language = 页面语言
search_reset = 显示全部结果
search_failed = 无法读取搜索数据。请检查网络连接后重试。
search_others = 其他语言的页面
search_other = 同时搜索{ $language }页面
search_part = 所在部分：

# 表示提问的词语，用 | 分隔，不向读者显示。
search_ask_cost = 费用 | 多少钱 | 价格 | 学费 | 收费 | 免费 | 金额
search_ask_when = 截止 | 截止日期 | 期限 | 什么时候 | 何时 | 报名时间 | 申请时间 | 日程
search_ask_papers = 所需文件 | 材料 | 申请材料 | 文件 | 资料
search_ask_length = 多长时间 | 多久 | 几个月 | 几年 | 几周

provenance_own = 官方网站
provenance_guide = 非官方指南
provenance_page = { $date }查阅原网页
provenance_copy = { $date }查阅存档副本（未打开原网页）
provenance_part_of_copy = { $date }查阅部分存档副本（未打开原网页）
provenance_compared = { $date }与来源核对
provenance_undated = 查阅来源的日期不明
provenance_ourselves = 本机构发布，{ $date }确认
provenance_ourselves_undated = 本机构发布
provenance_sources = { $count }个来源
provenance_sources_dated = { $count }个来源中的{ $dated }个
provenance_official_page = 官方网页
provenance_source_page = 来源网页
provenance_page_of = 来源：{ $publisher }
provenance_copy_of = 官方文件的副本：{ $publisher }
answer_official = 官方信息
compared_page = 已阅读原网页
compared_copy = 阅读的是副本，未打开原网页
compared_part_of_copy = 阅读的是部分副本，未打开原网页
answer_cost_others = 另付费用或例外：{ $costs }
letter = 咨询信
letter_write = 写信询问未知事项
letter_title = 咨询信：{ $program }
letter_intro = 这封信只询问本指南尚不清楚的事项。请填写方括号内的内容，然后复制、发送或打印。
letter_to = 收信方
letter_no_contact = 联系方式不明。请联系该机构总机或通过其官方网页咨询。
letter_institution = ［机构名称］
letter_hosts = 是否接收由各机构自行决定。请选择收信的机构，或在下面的信中填写机构名称。
letter_to_host = 写给该机构的信
letter_copy = 复制
letter_copied = 已复制。
letter_mail = 用邮件程序打开
letter_reply = 回复表
letter_reply_how = 致回复者：请在各问题下方填写后寄回。
letter_reply_name = 回复人姓名
letter_reply_date = 日期
letter_subject = 关于“{ $program }”的咨询
letter_greeting = 致：{ $body }
letter_begins =
    您好！

    我是［姓名］，{ $profession }，现居［国家］。我对“{ $program }”很感兴趣。
letter_please = 能否请您告知以下事项？
letter_thanks = 非常感谢您抽出时间，期待您的回复。
letter_date = ［日期］
letter_profession = ［职业］
letter_name = ［姓名］
letter_address = ［电子邮箱］
letter_ask_who = 哪些人可以申请？需要什么资格和经验？
letter_ask_length = 期限多长？
letter_ask_cost = 费用是多少？
letter_ask_other_cost = 此外还需支付哪些费用，金额多少？
letter_ask_when = 申请从何时开始，截止到何时？
letter_ask_how = 如何申请？
letter_ask_papers = 需要哪些材料？
letter_ask_places = 接收多少人？
letter_ask_language = 使用什么语言，需要什么水平？

can_begin = 我能参加吗？我是
can_who = 面向{ $profession }的项目
can_what = { $profession }：{ $purpose }
can_want = 您想做什么？
can_other = 其他人：全部项目
can_how = 以下是符合的项目。请先看您持有的执照一栏；尚未公布的事项已列出，并备有询问信。
can_how_one = 以下是符合的项目。尚未公布的事项已列出，并备有询问信。
can_in_all = 总时长
can_length_unknown = 时长不明
can_cost_in_all = 总费用
can_cost_unknown = 费用不明
in_all_direct = { $amount }（不含仅部分人需要的步骤）
in_all_with_all = { $amount }（全部步骤）
step_only_for = 仅限：{ $who }
route_lengths = 各步骤所需时间
route_lengths_note = 每一步从上一步结束处开始。实心部分是最短时间，空心部分是可能延长的时间，虚线表示还可能更长。圆点是没有期限的步骤，空心圆点的时间不明。
route_costs = 各步骤的费用
heading_cost_in_all = 总费用
can_count = { $count }个项目
can_licence_unknown = 所需执照不明
can_route = 路线
can_unknown = 尚不清楚
label_professions = 职业
letter_of_who = 申请条件
letter_of_length = 期限
letter_of_cost = 费用
letter_of_other_cost = 其他费用
letter_of_when = 申请时间
letter_of_how = 申请方法
letter_of_papers = 所需材料
letter_of_places = 接收人数
letter_of_language = 使用语言及水平
report_wrong = 发现错误？
report_subject = 内容有误：{ $page }
report_body =
    页面：{ $record }（{ $language }）
    { $address }
    { $compared }

    哪里有误？正确信息的来源：
