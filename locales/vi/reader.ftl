# Lời mà người đọc thấy trên trang. Chưa được người bản ngữ xem lại.
# Giá trị không chứa HTML, trừ separator_html.

# Dấu câu
separator = :_
separator_html = :&#32;
and_so_on = v.v.

range_from_to = { $from } đến { $to }
range_from = từ { $from }
range_to = đến { $to }

# Khung của mọi trang
skip_to_content = Chuyển đến nội dung chính
languages_label = Ngôn ngữ
language_lacks_page = chưa dịch
menu_label = Trình đơn chính
crumbs_label = Bạn đang ở
crumb_home = Trang chủ
pages_label = Các trang của website này
feed_title = Tin cập nhật (nguồn tin)

# Trang vào và trang không tìm thấy
root_heading = Chọn ngôn ngữ
root_text = Để đọc bằng ngôn ngữ này, hãy mở liên kết dưới đây.
root_action = Đến trang chủ
not_found_title = Không tìm thấy trang
not_found_text = Trang có thể đã được chuyển đi hoặc đã bị xóa. Hãy kiểm tra lại địa chỉ.
not_found_action = Đến trang chủ

# Danh sách
count_entries = { $count } mục
list_empty = Ở đây không có mục nào.
list_empty_next = Hãy quay về trang chủ và chọn lối khác
page_of = Trang { $page } trên { $pages }
title_with_page = { $title } (trang { $page })
pager_label = Các trang của danh sách này
pager_previous = Trang trước
pager_next = Trang sau

# Các loại bản ghi
kinds_journeys = Lộ trình
kinds_programs = Chương trình
kinds_hospitals = Bệnh viện
kinds_organizations = Cơ quan
kinds_schedules = Lịch tuyển
kinds_fees = Chi phí
kinds_notices = Thông báo
kinds_terms = Bảng thuật ngữ
kinds_pages = Trang
facet_prefecture = Tỉnh
facet_specialty = Chuyên khoa
facet_program_kind = Loại chương trình
facet_recruitment = Tình trạng tuyển

# Mỗi danh sách có gì
describe_journeys = Các lộ trình để được đào tạo tại Nhật Bản, theo thứ tự từng bước.
describe_programs = Các chế độ và chương trình đào tạo y khoa tại Nhật Bản.
describe_hospitals = Các bệnh viện được giới thiệu trong hướng dẫn này. Nếu biết bệnh viện có nhận người hay không, điều đó được ghi ở trang của bệnh viện.
describe_organizations = Các cơ quan phụ trách chế độ, chương trình và thông tin.
describe_schedules = Lịch tuyển, kèm tình trạng của từng đợt.
describe_fees = Chi phí đào tạo và thủ tục.
describe_notices = Thông báo về chế độ và việc tuyển, gồm cả thông báo cũ.
describe_terms = Các thuật ngữ dùng trong hướng dẫn này: tên chính thức bằng tiếng Nhật và cách dịch được dùng ở đây.
describe_pages = Các trang hướng dẫn của website này.
describe_prefectures = Bệnh viện và chương trình theo tỉnh.
describe_specialties = Bệnh viện và chương trình theo chuyên khoa.
describe_program_kinds = Chương trình theo loại.
describe_recruitment = Chương trình và lịch tuyển theo tình trạng tuyển.
describe_value = Các mục trong hướng dẫn này thuộc “{ $value }” ({ $facet }).
describe_state = Các mục trong hướng dẫn này thuộc “{ $value }”. Thay đổi đầu tiên trong số đó là vào { $date }.

# Tình trạng tuyển
state_open = Đang nhận hồ sơ
state_closing_soon = Sắp hết hạn
state_upcoming = Chưa bắt đầu
state_closed = Đã hết hạn
state_not_announced = Chưa có lịch lần tới ở đây
state_unknown = Không rõ tình trạng tuyển
successor_not_announced = Hướng dẫn này chưa có lịch tiếp theo
stage_withdrawn = Đã hủy

# Khi không có giá trị
absence_unknown = Không rõ
absence_none = Không có
absence_not_applicable = Không áp dụng
absence_missing_in_source = Nguồn không ghi
absence_varies = Tùy trường hợp

# Căn cứ của giá trị. Sau đó là lý do.
standing_derived = tính ra từ các nguồn
standing_inferred = suy đoán của hướng dẫn này
year_inferred = năm { $year } là suy đoán của hướng dẫn này
year_inferred_from_weekday = năm { $year } được suy ra từ thứ trong tuần

# Ngôn ngữ
only_in_language = Chỉ có bằng { $language }
untranslated_notice = Một số phần của trang này chưa được dịch và được hiển thị bằng { $languages }.
draft_notice = Bản dịch này là bản nháp, chưa được người bản ngữ đọc lại. Trước khi quyết định điều gì, hãy xem trang này bằng { $languages }.
page_in_language = trang bằng { $language }
source_language = bằng { $language }
contact_fax = Fax: { $number }
contact_extension = số máy lẻ { $extension }
contact_languages = Ngôn ngữ: { $languages }

# Liên kết
link_login = cần đăng nhập
link_login_required = cần đăng nhập, không có địa chỉ công khai
link_missing = nguồn không ghi địa chỉ
link_pending = trang chưa được công bố
link_unverified = địa chỉ chưa được kiểm chứng

# Chính thức hay không
organization_official = Cơ quan công
organization_unofficial = Không chính thức (không phải cơ quan công)
rank_official = nguồn chính thức
rank_mirror = bản sao của nguồn chính thức
rank_unofficial = nguồn không chính thức
rank_ourselves = do chúng tôi công bố

# Thông báo còn hiệu lực không
notice_legacy = Lưu lại để tham khảo, không còn hiệu lực
notice_proposed = Đang được xem xét, chưa quyết định

# Việc tham gia
participation_open = Có nhận người
participation_closed = Không nhận người
participation_possible = Nơi có thể nhận (chưa xác nhận có tuyển hay không)
participation_unknown = Không rõ
means_post = gửi bưu điện
means_counter = nộp trực tiếp
means_upload = tải lên
means_online = trực tuyến
means_email = e-mail
means_fax = fax
means_phone = điện thoại
means_through = qua một tổ chức
channel_public = Tuyển công khai
channel_internal_recommendation = Chỉ theo giới thiệu nội bộ

# Sự kiện trong chế độ
event_designated = Được chỉ định
event_recommended = Được giới thiệu
event_surveyed = Đã được khảo sát (không ghi rõ có được công nhận hay không)
event_accredited = Được công nhận

# Các loại lưu ý. Sau đó là giải thích.
caution_inconsistent = Nguồn tự mâu thuẫn
caution_missing = Không có trong nguồn
caution_impossible = Không thể đúng như nguồn ghi
caution_inferred = Suy đoán của hướng dẫn này
caution_outdated = Đã cũ
caution_timing = Thời gian

# Bản dịch cũ hơn nguyên bản
outdated_section = Phần này đã được sửa trong nguyên bản sau khi dịch. Nội dung có thể không còn đúng.
outdated_texts = Một số câu trên trang này đã được sửa trong nguyên bản sau khi dịch. Nội dung có thể không còn đúng.

# Điều kiện và giấy tờ
all_of = Tất cả những điều sau
any_of = Một trong những điều sau
only_part = chỉ cần { $number }
instead_of = Có thể thay bằng
instead_of_at_most = Có thể thay bằng những điều sau, nhiều nhất { $count } mục
proves = chứng minh điều kiện { $number }
form_original = bản chính
form_copy = bản sao
form_either = bản chính hoặc bản sao
variant_provisional = bản tạm, cấp trước
variant_final = bản chính thức, cấp sau
copies = số bản cần nộp: { $count }
copies_received = số bản: { $count }
limit_max = nhiều nhất { $max }
by_scheme = theo quy định của chế độ
office_at = tính đến { $date }

# Lịch dưới dạng hình vẽ
heading_timeline = Dòng thời gian
timeline_title = Dòng thời gian: { $title }
timeline_round = { $round }: từ { $from } đến { $to }.
timeline_round_number = Đợt { $number }
timeline_in_tables = Mọi ngày cũng có trong bảng ở trang của lịch này.
timeline_earlier = Các đợt tuyển trước đây
timeline_today = Hôm nay
timeline_past = Đã qua
timeline_now = Đang diễn ra
timeline_future = Sắp tới
timeline_vague = Không rõ ngày
timeline_undated = Giai đoạn không có ngày

# Bản đồ các lộ trình
heading_map = Bản đồ các lộ trình
map_start = Đã học y khoa ở nước ngoài
map_family_japanese = Lộ trình cần giấy phép hành nghề của Nhật Bản
map_family_japanese_short = Có giấy phép Nhật Bản
map_family_without = Lộ trình không cần giấy phép hành nghề của Nhật Bản
map_family_without_short = Không cần giấy phép Nhật Bản
map_family_unknown = Lộ trình không rõ có cần giấy phép hay không
map_family_unknown_short = Không rõ về giấy phép
licence_on_the_way = Lộ trình qua giấy phép hành nghề của Nhật Bản
licence_unknown = Không rõ có cần giấy phép hay không

# Lộ trình
junction_step = (bước { $number })
step_may_be_late = có thể mất nhiều thời gian hơn lịch cho phép

# Khi các nguồn không thống nhất
claim_number = Cách nói { $number }
conflict_follows = Hướng dẫn này theo cách nói { $number }.
conflict_follows_none = Hướng dẫn này không kết luận cách nói nào đúng.

# Trong bài viết
footnotes = Chú thích
footnote_reference = Chú thích { $number }
footnote_back = { $occurrence ->
    [1] Quay lại chỗ dẫn chú thích { $number }
   *[other] Quay lại chỗ dẫn chú thích { $number } (chỗ thứ { $occurrence })
}
table_label = Bảng { $number }
task_done = Đã xong
task_open = Chưa xong

# Tiêu đề chung
heading_facts = Tóm tắt
heading_notes = Ghi chú
heading_related = Trang liên quan
heading_incoming = Các trang dẫn đến trang này
heading_cautions = Xin lưu ý
heading_conflicts = Những điều mâu thuẫn
heading_sources = Nguồn
heading_changes = Lịch sử thay đổi
heading_links = Liên kết
heading_contacts = Liên hệ
heading_people = Người phụ trách
heading_history = Lịch sử
heading_designations = Chỉ định, giới thiệu, khảo sát và công nhận

heading_units = Khoa, phòng
heading_services = Dịch vụ
heading_does = Nhiệm vụ
heading_programs = Chương trình liên quan

heading_aims = Mục đích
heading_phases = Các giai đoạn
heading_eligibility = Điều kiện mà nguồn nêu
heading_conditions = Điều kiện
heading_scope = Được làm gì và không được làm gì
heading_documents = Giấy tờ
heading_steps = Các bước
heading_rules = Giới hạn và việc chuyển giữa các đợt
heading_fees = Chi phí
heading_schedules = Lịch tuyển
heading_notices = Thông báo
heading_components = Thành phần
heading_follow_up = Sau khi kết thúc
heading_obligations = Nghĩa vụ
heading_outcomes = Kết quả
heading_hosts = Nơi nhận theo năm
heading_offerings = Chương trình thuộc chế độ này

heading_fee_items = Các khoản
heading_exceptions = Ngoại lệ và chi phí khác
heading_rounds = Lịch tuyển
heading_journey_steps = Các bước của lộ trình này
heading_leads_to = Lộ trình này dẫn đến đâu

heading_points = Nội dung
heading_as_published = Nguyên văn trong nguồn
heading_cohorts = Áp dụng cho ai
heading_definition = Ý nghĩa
heading_rejected = Cách dịch không dùng trong hướng dẫn này
heading_see = Xem thêm

# Lời nối
way_from_to = từ { $from } đến { $to }
way_from = từ { $from }
way_to = đến { $to }
parenthesis = _({ $text })

# Loại, phía trên tiêu đề
kind_hospital = Bệnh viện
kind_organization = Cơ quan
kind_program = Chương trình
kind_fee = Chi phí
kind_schedule = Lịch tuyển
kind_journey = Lộ trình
kind_notice = Thông báo
kind_term = Thuật ngữ
kind_page = Trang

# Khung của mọi trang
menu_open = Trình đơn
contents_label = Trên trang này
settings_label = Hiển thị
setting_furigana_off = Ẩn furigana
setting_furigana_on = Hiện furigana
setting_dark = Màu tối
setting_light = Màu sáng

# Câu trả lời ở đầu trang
heading_answers = Điểm chính
answer_who = Dành cho ai
answer_how_long = Bao lâu
answer_cost = Chi phí
answer_income = Tiền được nhận
answer_when = Tuyển
answer_papers = Giấy tờ
answer_ask = Hỏi ai
answer_state = Hiện nay
answer_next = Ngày sắp tới
answer_later = Sau đợt này
answer_not_here = Hướng dẫn này không ghi
answer_no_dates = Hướng dẫn này không có lịch tuyển
answer_conditions = Xem điều kiện
answer_steps = Xem các bước
answer_contacts = Xem địa chỉ liên hệ
answer_host_contacts = Xem địa chỉ liên hệ của cơ quan này
answer_no_contact = hướng dẫn này không có địa chỉ liên hệ
answer_cost_details = Xem chi tiết
answer_cost_exceptions = Xem ngoại lệ và chi phí khác
answer_papers_count = { $count } mục
answer_papers_list = Xem danh sách
next_opens = bắt đầu { $date }
next_none = Hướng dẫn này không có ngày nào tiếp theo
next_occurrence = lần tới: { $date }
next_closes_way = hết hạn { $date } ({ $way }: { $first })
last_time = lần trước: { $dates }
next_closes = hết hạn { $date }

# Tự kiểm tra
self_check_how = Đánh dấu những điều đúng với bạn. Những gì bạn đánh dấu không được gửi đi đâu cả.
self_check_open = Chưa đánh dấu hết các điều kiện ở trên.
self_check_met = Bạn đáp ứng các điều kiện nêu ở đây, tính đến { $date }.
self_check_met_undated = Bạn đáp ứng các điều kiện nêu ở đây.
self_check_decides = Có thể còn những điều kiện mà hướng dẫn này không nêu. Nơi nhận quyết định có nhận bạn hay không.

# Giờ do thiết bị của người đọc hiển thị
live_local = { $time } giờ của bạn
stage_upcoming = Chưa bắt đầu
stage_open = Đang nhận
stage_over = Đã kết thúc
stage_later = Sắp tới
stage_passed = Đã qua

# Độ mới
review_overdue = Trang này lẽ ra phải được kiểm tra lại trước { $date } nhưng chưa được kiểm tra. Hãy đối chiếu với nguồn trước khi dựa vào nội dung.
retired_since = Nội dung này đã kết thúc vào { $date }. Trang được giữ lại để lưu trữ.
retired_followed = Hãy xem { $record } thay thế.

# Trang chủ
home_departures = Tình hình tuyển hiện nay
home_none_open = Hướng dẫn này hiện không có đợt tuyển nào đang mở hoặc đã công bố. Có thể đã có lịch mới chưa được đưa vào đây: hãy xem cả trang chính thức.
home_all_departures = Tất cả lịch tuyển
home_changes = Thông báo và thay đổi mới nhất
home_all_notices = Tất cả thông báo

# Bảng gồm nhiều bản ghi
fees_caption = Chi phí, thấp nhất trước, các khoản của cùng một chi phí đi liền nhau; khoản không rõ số tiền ở cuối
fees_scale = So sánh các khoản đã biết
fees_scale_note = Phần tô đậm: mức thấp nhất. Phần rỗng: mức có thể lên tới. Thang kết thúc ở { $most }.
fee_exception = ngoại lệ hoặc chi phí khác
sorted_by = Sắp xếp theo {"{column}"}
menu_can = Tôi có thể tham gia gì
menu_compare = So sánh
compare_title = So sánh các chương trình
compare_description = Các chương trình trong hướng dẫn này, đặt cạnh nhau.
compare_description_schemes = Hướng dẫn này có { $count } chương trình. Ở đây các chế độ được đặt cạnh nhau; chương trình của từng nơi nhận có trong danh sách chương trình.
compare_question = Câu hỏi
compare_others = Các chương trình khác
compare_choose = Chọn nhiều nhất bốn chương trình
compare_most = Đang hiển thị bốn chương trình. Muốn chọn thêm, hãy bỏ bớt một chương trình.
compare_chosen = Số chương trình hiển thị: {"{count}"}

# Nguồn của cả website
sources_title = Tất cả nguồn
sources_description = Mọi nguồn của hướng dẫn này, ngày đọc và các trang dựa vào nguồn đó.
source_cited = { $count ->
    [0] Không có trang nào dựa vào nguồn này
   *[other] { $count } trang dựa vào nguồn này
}
sources_verified = Trang có ngày đối chiếu với nguồn
sources_unverified = Trang không có ngày đối chiếu
sources_overdue = Trang đã quá hạn kiểm tra lại
sources_none_overdue = Không có trang nào

# Bộ lọc của danh sách
filter_any = Tất cả
filter_reset = Bỏ bộ lọc
filter_count = Số mục tìm thấy: {"{count}"}
filter_empty = Không có mục nào đáp ứng tất cả. Hãy bỏ bớt một bộ lọc, hoặc hỏi trực tiếp nơi nhận.

# Lịch
add_to_calendar = Thêm các ngày này vào lịch của bạn
subscribe_calendar = Theo dõi các ngày này
download_calendar = Tải các ngày về (.ics)

# Bảng thuật ngữ
term_endings = { "" }

# Nhãn
label_reading = Cách đọc
label_romanized = Chữ Latinh
label_name_in_other_languages = Tên bằng ngôn ngữ khác
label_other_names = Tên khác
label_prefecture = Tỉnh
label_address = Địa chỉ
label_access = Đường đi
label_map = Bản đồ
label_hours = Giờ làm việc
label_beds = Số giường bệnh
label_lodging = Chỗ ở
postal_address = { $text }, { $code }
prefecture_by_address = theo địa chỉ
label_place = Địa điểm
label_parent = Thuộc
label_specialties = Chuyên khoa
label_languages = Ngôn ngữ
label_organization_kind = Loại
label_scheme_name = Chế độ
label_event = Việc
label_designated_by = Bên thực hiện
label_program = Chương trình
label_program_kind = Loại chương trình
label_scheme = Chế độ
label_host = Nơi nhận
label_organizer = Bên tổ chức
label_authority = Cơ quan phụ trách
label_partners = Đối tác
label_licence = Giấy phép hành nghề
label_audience = Đối tượng
label_regions = Nước và khu vực
label_duration = Thời gian
label_capacity = Số chỗ
label_training_languages = Ngôn ngữ đào tạo
label_language_level = Trình độ ngôn ngữ
label_age = Tuổi
label_practice = Kinh nghiệm làm việc
label_study_year = Năm học
label_excluded = Người không thể đăng ký
label_quotas = Chỉ tiêu riêng
label_application = Người nộp và nơi nộp qua
level_at_least = { $language }: { $level } trở lên
level_equivalent = hoặc tương đương
level_or = { $one } hoặc { $other }
age_on = vào { $date }
apply_by = { $party } nộp
apply_through = qua { $body }
facet_training_language = Ngôn ngữ đào tạo
facet_language_level = Trình độ ngôn ngữ
facet_practice = Số năm hành nghề của bạn
facet_age = Tuổi của bạn
label_permit = Giấy phép
label_supervision = Hướng dẫn, giám sát
label_benefits = Quyền lợi
label_funding = Nguồn tiền
label_follows = Cần làm trước
label_leads_to = Dẫn đến
label_may = Được phép
label_may_not = Không được phép
label_phase = Giai đoạn
label_share = Tỷ lệ
label_deadline = Hạn chót
label_if = Nếu
label_copies = Số bản
label_copies_received = Số bản
document_sealed = niêm phong
document_languages = bằng { $languages }
document_not_older = cấp trong vòng { $length }
translation_plain = kèm bản dịch
translation_certified = kèm bản dịch công chứng
form_download = Mẫu đơn
form_file = { $type }, { $size }
label_details = Chi tiết
label_example = Ví dụ
label_takes = Mất
label_by = Ai làm
label_participation = Tình trạng
label_channel = Cách tuyển
label_confirmed = Ngày xác nhận
label_amount = Số tiền
label_income = Số tiền được nhận
label_fee_kind = Loại tiền
label_refund = Hoàn tiền
refund_until = đến { $date }
fee_kind_cost = chi phí
fee_kind_deposit = tiền đặt cọc
fee_kind_scholarship = học bổng được nhận
fee_kind_salary = lương được nhận
fee_kind_allowance = trợ cấp được nhận
returned_in_full = hoàn lại toàn bộ
returned_in_part = hoàn lại một phần
refund_afterwards = sau đó { $returned }
returned_share = hoàn lại { $share }
returned_never = không hoàn lại
whichever_earlier = ngày sớm hơn
whichever_later = ngày muộn hơn
label_payer = Ai trả
label_when = Khi nào
label_varies_by = Thay đổi theo
label_includes = Bao gồm
label_excludes = Không bao gồm
label_fee_item = Khoản
label_fiscal_year = Năm tài khóa
label_zone = Múi giờ
label_successor = Đợt tuyển tiếp theo
label_stage = Bước
label_opens = Bắt đầu hoặc diễn ra
label_not_held = Không tổ chức vào
label_ways = Hạn chót theo từng cách nộp
label_closes = Hết hạn
label_concerns = Ai thực hiện
label_overlaps = Trùng với
label_venue = Địa điểm
label_parts = Nội dung
venue_one_of = một trong: { $venues }
exam_questions = { $count } câu hỏi
exam_marks = { $count } điểm
exam_choose = Chọn { $count } trong số này
label_date = Ngày
label_as_of = Tình hình tính đến
label_posted = Ngày đăng
label_superseded_by = Được thay bằng
label_about = Về
label_what = Nội dung
label_as_printed = Như đã in
label_problem = Vấn đề
label_cohort = Nhóm
label_fiscal_years = Các năm tài khóa
label_except = Trừ
label_note = Ghi chú
label_retrieved = Ngày đọc
label_verified = Lần đối chiếu gần nhất với nguồn
label_review_by = Lần kiểm tra tiếp theo trước
label_permit_by = Nơi cấp phép

## Tìm kiếm

search_title = Tìm kiếm
search_label = Tìm trong trang này
search_no_script = Tính năng tìm kiếm cần trình duyệt chạy được JavaScript. Nếu không dùng được, hãy xem các danh sách bên dưới.
search_lists = Xem các danh sách
search_start = Hãy nhập tên bệnh viện, chế độ, thuật ngữ hoặc điều bạn muốn biết. Tên tiếng Nhật có thể nhập bằng kana hoặc chữ Latinh.
search_waiting = Đang tìm…
search_count = Số kết quả: { $count }
search_none = Không tìm thấy. Hãy thử ít từ hơn hoặc từ khác, hoặc xem các danh sách.
search_nearest = Từ gần giống:
search_more = Xem thêm
search_narrow = Thu hẹp kết quả
search_any = Tất cả
search_kind = Loại
search_cost = Chi phí tối đa (yên)
search_language = Ngôn ngữ của trang
search_reset = Hiện mọi kết quả
search_failed = Không tải được dữ liệu tìm kiếm. Hãy kiểm tra kết nối rồi thử lại.
search_others = Trang bằng ngôn ngữ khác
search_other = Tìm cả trong các trang { $language }
search_part = Ở phần:

# Những từ cho biết câu hỏi, cách nhau bằng |. Không hiện cho người đọc.
search_ask_cost = chi phí | bao nhiêu tiền | giá | lệ phí | học phí | miễn phí
search_ask_when = hạn chót | hạn nộp | thời hạn | khi nào | bao giờ | lịch
search_ask_papers = giấy tờ | hồ sơ | tài liệu
search_ask_length = bao lâu | thời gian | mấy tháng | mấy năm | mấy tuần

provenance_own = Trang chính thức
provenance_guide = Trang hướng dẫn không chính thức
provenance_page = đã đối chiếu với trang gốc ngày { $date }
provenance_copy = đã đối chiếu với bản sao ngày { $date }; chưa mở trang gốc
provenance_part_of_copy = đã đối chiếu với một phần bản sao ngày { $date }; chưa mở trang gốc
provenance_compared = đã đối chiếu với nguồn ngày { $date }
provenance_undated = không rõ ngày đối chiếu
provenance_ourselves = do chúng tôi công bố, kiểm tra ngày { $date }
provenance_ourselves_undated = do chúng tôi công bố
provenance_sources = { $count } nguồn
provenance_sources_dated = { $dated } trong { $count } nguồn
provenance_official_page = Trang chính thức
provenance_source_page = Trang nguồn
provenance_page_of = Nguồn: { $publisher }
provenance_copy_of = Bản sao của văn bản chính thức: { $publisher }
answer_official = Thông tin chính thức
compared_page = đã đọc trang gốc
compared_copy = đã đọc bản sao, chưa mở trang gốc
compared_part_of_copy = đã đọc một phần bản sao, chưa mở trang gốc
answer_cost_others = Chi phí khác hoặc ngoại lệ: { $costs }
letter = Thư hỏi
letter_write = Viết thư hỏi những điều chưa rõ
letter_title = Thư hỏi: { $program }
letter_intro = Thư này chỉ hỏi những điều trang hướng dẫn chưa biết. Hãy điền vào chỗ trong ngoặc vuông, rồi sao chép, gửi hoặc in.
letter_to = Gửi đến
letter_no_contact = Chưa rõ địa chỉ liên hệ. Hãy hỏi văn phòng chính của cơ quan hoặc qua trang chính thức.
letter_institution = [tên cơ sở]
letter_hosts = Mỗi cơ sở tiếp nhận tự quyết định. Hãy chọn cơ sở bạn muốn viết thư, hoặc điền tên cơ sở vào thư dưới đây.
letter_to_host = Thư gửi cơ sở này
letter_copy = Sao chép
letter_copied = Đã sao chép.
letter_mail = Mở bằng chương trình thư
letter_reply = Phiếu trả lời
letter_reply_how = Gửi người trả lời: xin viết dưới mỗi câu hỏi rồi gửi lại phiếu này.
letter_reply_name = Họ tên người trả lời
letter_reply_date = Ngày
letter_subject = Câu hỏi về { $program }
letter_greeting = Kính gửi: { $body }
letter_begins =
    Kính thưa Quý vị,

    Tôi tên là [họ tên], là { $profession } tại [quốc gia]. Tôi quan tâm đến “{ $program }”.
letter_please = Xin Quý vị vui lòng cho tôi biết những điều sau:
letter_thanks = Xin chân thành cảm ơn. Tôi mong nhận được hồi âm của Quý vị.
letter_date = [ngày]
letter_profession = [nghề nghiệp]
letter_name = [họ tên]
letter_address = [địa chỉ thư điện tử]
letter_ask_who = Ai có thể đăng ký, cần bằng cấp và kinh nghiệm nào?
letter_ask_length = Thời gian kéo dài bao lâu?
letter_ask_cost = Chi phí là bao nhiêu?
letter_ask_other_cost = Tôi còn phải trả những khoản nào khác, bao nhiêu?
letter_ask_when = Thời gian nhận đơn từ khi nào đến khi nào?
letter_ask_how = Đăng ký bằng cách nào?
letter_ask_papers = Cần những giấy tờ nào?
letter_ask_places = Nhận bao nhiêu người?
letter_ask_language = Sử dụng ngôn ngữ nào và cần trình độ nào?

can_begin = Tôi có thể tham gia không? Tôi là
can_who = Chương trình dành cho: { $profession }
can_what = { $profession }: { $purpose }
can_want = Bạn muốn làm gì?
can_other = Người khác: tất cả chương trình
can_how = Đây là các chương trình phù hợp. Trước hết hãy xem mục giấy phép bạn đang có; điều chưa ai công bố được nêu rõ, kèm thư để hỏi.
can_how_one = Đây là các chương trình phù hợp. Điều chưa ai công bố được nêu rõ, kèm thư để hỏi.
can_in_all = Tổng thời gian
can_length_unknown = Chưa rõ thời gian
can_cost_in_all = Tổng chi phí
can_cost_unknown = Chưa rõ chi phí
in_all_direct = { $amount }, không kể các bước chỉ dành cho một số người
in_all_with_all = { $amount }, với tất cả các bước
step_only_for = Chỉ dành cho: { $who }
route_lengths = Thời gian từng bước
route_lengths_note = Mỗi bước bắt đầu ở chỗ bước trước kết thúc. Phần tô đậm: thời gian ngắn nhất. Phần rỗng: thời gian có thể kéo dài. Nét đứt: có thể lâu hơn nữa. Chấm tròn là bước không có thời gian riêng; chấm rỗng là chưa rõ thời gian.
route_costs = Chi phí từng bước
heading_cost_in_all = Tổng chi phí
can_count = { $count } chương trình
can_licence_unknown = Không rõ giấy phép cần có
can_route = Lộ trình
can_unknown = Chưa rõ
label_professions = Nghề nghiệp
letter_of_who = điều kiện đăng ký
letter_of_length = thời gian
letter_of_cost = chi phí
letter_of_other_cost = chi phí khác
letter_of_when = thời gian đăng ký
letter_of_how = cách đăng ký
letter_of_papers = giấy tờ
letter_of_places = số người nhận
letter_of_language = ngôn ngữ và trình độ
report_wrong = Có gì sai ở đây?
report_subject = Có chỗ sai: { $page }
report_body =
    Trang: { $record } ({ $language })
    { $address }
    { $compared }

    Sai ở đâu và thông tin đúng ở đâu?
