# The words that readers of a site see. Values hold no HTML (except separator_html).

# Notation
# separator: between a label and its explanation; write _ for a blank at its end. separator_html: the same as HTML.
separator = :_
separator_html = :&#32;
and_so_on = and so on

# Ranges. $from and $to are dates or rounds.
range_from_to = { $from } to { $to }
range_from = from { $from }
range_to = until { $to }

# Around every page
skip_to_content = Skip to main content
languages_label = Language
language_lacks_page = not translated
menu_label = Main menu
crumbs_label = You are here
crumb_home = Home
pages_label = Pages of this site
feed_title = Updates (feed)

# The entrance, and what is not found
root_heading = Choose your language
root_text = To read in this language, follow the link below.
root_action = Go to the home page
not_found_title = Page not found
not_found_text = The page may have been moved or removed. Please check the address.
not_found_action = Go to the home page

# Lists
count_entries = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
list_empty = There are no entries here.
list_empty_next = Go back to the home page and choose another way in
page_of = Page { $page } of { $pages }
title_with_page = { $title } (page { $page })
pager_label = Pages of this list
pager_previous = Previous page
pager_next = Next page

# Kinds of record (menu and headings)
kinds_journeys = Routes
kinds_programs = Programs
kinds_hospitals = Hospitals
kinds_organizations = Organizations
kinds_schedules = Schedules
kinds_fees = Fees
kinds_notices = Notices
kinds_terms = Glossary
kinds_pages = Pages
facet_prefecture = Prefectures
facet_specialty = Specialties
facet_program_kind = Kinds of program
facet_recruitment = Recruitment status

# What each list holds
describe_journeys = The routes to training in Japan, each with its steps in order.
describe_programs = Schemes and programs of medical training in Japan.
describe_hospitals = The hospitals described in this guide. Whether a hospital takes people in is stated on its page, where known.
describe_organizations = The bodies behind the schemes, the programs and the information.
describe_schedules = Recruitment dates. The status of each recruitment is shown beside it.
describe_fees = What training and its procedures cost.
describe_notices = Notices on schemes and recruitment, past ones included.
describe_terms = The terms used in this guide: the official Japanese term and the rendering used here.
describe_pages = Pages of guidance on this site.
describe_prefectures = Hospitals and programs by prefecture.
describe_specialties = Hospitals and programs by specialty.
describe_program_kinds = Programs by kind.
describe_recruitment = Programs and schedules by recruitment status.
describe_value = Entries of this guide under “{ $value }” ({ $facet }).
describe_state = Entries of this guide under “{ $value }”. The first of them changes on { $date }.

# The state of a recruitment
state_open = Open
state_closing_soon = Closing soon
state_upcoming = Not yet open
state_closed = Closed
state_not_announced = Next dates not in this guide
state_unknown = Recruitment status unknown
successor_not_announced = The next dates are not in this guide
stage_withdrawn = Cancelled

# When there is no value
absence_unknown = Unknown
absence_none = None
absence_not_applicable = Not applicable
absence_missing_in_source = Not stated in the source
absence_varies = Varies

# How a value is known. The reason follows.
standing_derived = worked out from the sources
standing_inferred = inferred by this guide
year_inferred = the year, { $year }, is inferred by this guide
year_inferred_from_weekday = the year, { $year }, is inferred from the weekday

# Languages
only_in_language = { $language } only
untranslated_notice = Parts of this page have not been translated and are shown in { $languages }.
draft_notice = This translation is a draft that no native speaker has read. Before you decide anything, look at this page in { $languages }.
page_in_language = page in { $language }
source_language = in { $language }
contact_fax = Fax: { $number }
contact_extension = ext. { $extension }
contact_languages = Languages: { $languages }

# Links
link_login = login required
link_login_required = login required, no public address
link_missing = address not given in the source
link_pending = page not yet published
link_unverified = address not verified

# Official or not
organization_official = Public body
organization_unofficial = Unofficial (not a public body)
rank_official = official source
rank_mirror = copy of an official source
rank_unofficial = unofficial source
rank_ourselves = our own announcement

# Is a notice in force?
notice_legacy = Kept for the record, no longer in force
notice_proposed = Under consideration, not decided

# Taking part
participation_open = Takes people in
participation_closed = Does not take people in
participation_possible = Possible host (recruitment not confirmed)
participation_unknown = Unknown
means_post = post
means_counter = in person
means_upload = upload
means_online = online
means_email = e-mail
means_fax = fax
means_phone = telephone
means_through = through an institution
channel_public = Open to all applicants
channel_internal_recommendation = Internal recommendation only

# What happened under a scheme
event_designated = Designated
event_recommended = Recommended
event_surveyed = Surveyed (accreditation not stated)
event_accredited = Accredited

# Kinds of caution. The explanation follows.
caution_inconsistent = Inconsistent source
caution_missing = Not in the source
caution_impossible = Impossible as stated
caution_inferred = Inferred by this guide
caution_outdated = Out of date
caution_timing = Timing

# Translations that are older than what they were made from.
outdated_section = This section has changed in its original language since it was translated. It may say what no longer holds.
outdated_texts = Some sentences on this page have changed in their original language since they were translated. They may say what no longer holds.

# Conditions and documents
all_of = All of the following
any_of = Any one of the following
only_part = only { $number } is needed
instead_of = The following may take its place
instead_of_at_most = { $count ->
    [one] The following may take its place, for at most { $count } item
   *[other] The following may take its place, for at most { $count } items
}
proves = proves condition { $number }
form_original = original
form_copy = copy
form_either = original or copy
variant_provisional = provisional, issued beforehand
variant_final = final, issued afterwards
copies = number required: { $count }
copies_received = copies: { $count }
limit_max = at most { $max }
by_scheme = as set by the scheme
office_at = as of { $date }

# Schedules as drawings
heading_timeline = Timeline
timeline_title = Timeline: { $title }
timeline_round = { $round }: from { $from } to { $to }.
timeline_round_number = Round { $number }
timeline_in_tables = Every date is also in a table on the page of this schedule.
timeline_earlier = Past recruitments
timeline_today = Today
timeline_past = Over
timeline_now = Under way
timeline_future = To come
timeline_vague = Day not known
timeline_undated = Stages without a date

# The map of all routes. The short forms stand above lines: U+200B where they are best broken.
heading_map = Map of the routes
map_start = Trained abroad
map_family_japanese = Routes with a Japanese licence
map_family_japanese_short = With Japanese licence
map_family_without = Routes without a Japanese licence
map_family_without_short = No Japanese licence
map_family_unknown = Routes whose licence requirement is unknown
map_family_unknown_short = Licence not known
licence_on_the_way = By way of a Japanese licence
licence_unknown = Not known whether a licence is required

# Routes
junction_step = (step { $number })
step_may_be_late = may take longer than the timetable allows

# Where sources disagree
claim_number = Statement { $number }
conflict_follows = This guide follows statement { $number }.
conflict_follows_none = This guide does not decide which statement is right.

# In prose
footnotes = Footnotes
footnote_reference = Footnote { $number }
footnote_back = { $occurrence ->
    [1] Back to where footnote { $number } is referred to
   *[other] Back to where footnote { $number } is referred to (place { $occurrence })
}
table_label = Table { $number }
task_done = Done
task_open = Not done

# Headings of all pages
heading_facts = Overview
heading_notes = Notes
heading_related = Related pages
heading_incoming = Pages that refer to this one
heading_cautions = Please note
heading_conflicts = Conflicting statements
heading_sources = Sources
heading_changes = Change history
heading_links = Links
heading_contacts = Contacts
heading_people = People
heading_history = History
heading_designations = Designations, recommendations, surveys and accreditations

# Headings of hospitals and organizations
heading_units = Units
heading_services = Services
heading_does = What it does
heading_programs = Related programs

# Headings of programs
heading_aims = Aims
heading_phases = Phases
heading_eligibility = Conditions stated by the source
heading_conditions = Conditions
heading_scope = What is allowed and what is not
heading_documents = Documents
heading_steps = Steps
heading_rules = Limits, and moving between rounds
heading_fees = Fees
heading_schedules = Schedules
heading_notices = Notices
heading_components = Components
heading_follow_up = Afterwards
heading_obligations = Obligations
heading_outcomes = Outcomes
heading_hosts = Hosts by year
heading_offerings = Programs under this scheme

# Headings of fees, schedules and routes
heading_fee_items = Items
heading_exceptions = Exceptions and further costs
heading_rounds = Recruitment dates
heading_journey_steps = Steps of this route
heading_leads_to = Where this route leads

# Headings of notices and terms
heading_points = Contents
heading_as_published = As printed in the source
heading_cohorts = Who is concerned
heading_definition = Meaning
heading_rejected = Renderings not used in this guide
heading_see = See also

# Labels of names
label_reading = Reading
label_romanized = In Latin letters
label_name_in_other_languages = Name in other languages
label_other_names = Other names

# Labels of places and bodies
label_prefecture = Prefecture
label_address = Address
label_access = How to get there
label_map = Map
label_hours = Office hours
label_beds = Beds
label_lodging = Lodging
postal_address = { $text }, { $code }
prefecture_by_address = from the address
label_place = Place
label_parent = Part of
label_specialties = Specialties
label_languages = Languages
label_organization_kind = Kind
label_scheme_name = Scheme
label_event = What happened
label_designated_by = By

# Labels of programs
label_program = Program
label_program_kind = Kind of program
label_scheme = Scheme
label_host = Host
label_organizer = Organizer
label_authority = Authority in charge
label_partners = Partners
label_licence = Licence
label_audience = For whom
label_regions = Regions
label_duration = Duration
label_capacity = Capacity
label_training_languages = Language of training
label_language_level = Language level
label_age = Age
label_practice = Years of practice
label_study_year = Year of study
label_excluded = Who cannot apply
label_quotas = Places kept for some
label_application = Who applies
level_at_least = { $language }: { $level } or above
level_equivalent = or equivalent
level_or = { $one } or { $other }
age_on = on { $date }
apply_by = { $party } apply
apply_through = through { $body }
facet_training_language = Language of training
facet_language_level = Language level
facet_practice = Your years of practice
facet_age = Your age
label_permit = Permit
label_supervision = Supervision
label_benefits = Benefits
label_funding = Funding
label_follows = Needed beforehand
label_leads_to = Leads to
label_may = Allowed
label_may_not = Not allowed
label_phase = Phase
label_share = Share
label_deadline = Deadline
label_if = If
label_copies = Number required
label_copies_received = Copies
document_sealed = in a sealed envelope
document_languages = in { $languages }
document_not_older = issued within { $length }
translation_plain = with a translation
translation_certified = with a certified translation
form_download = Form
form_file = { $type }, { $size }
label_details = Details
label_example = Example
label_takes = Takes
label_by = By
label_participation = Status
label_channel = How it recruits
label_confirmed = Confirmed on

# Labels of fees
label_amount = Amount
label_income = Amount paid to you
label_fee_kind = What it is
label_refund = Refund
refund_until = until { $date }
fee_kind_cost = cost
fee_kind_deposit = deposit
fee_kind_scholarship = scholarship, paid to you
fee_kind_salary = salary, paid to you
fee_kind_allowance = allowance, paid to you
returned_in_full = refunded in full
returned_in_part = refunded in part
refund_afterwards = { $returned } afterwards
returned_share = { $share } refunded
returned_never = not refunded
whichever_earlier = the earlier day
whichever_later = the later day
label_payer = Paid by
label_when = When
label_varies_by = Varies by
label_includes = Includes
label_excludes = Does not include
label_fee_item = Item

# Labels of schedules
label_fiscal_year = Fiscal year
label_zone = Time zone
label_successor = Next recruitment
label_stage = Stage
label_opens = Opens or takes place
label_not_held = Not on
label_ways = Deadline for each way of applying
label_closes = Closes
label_concerns = Who acts
label_overlaps = Overlaps with
label_venue = Place
label_parts = Parts
venue_one_of = one of: { $venues }
exam_questions = { $count } questions
exam_marks = { $count } marks
exam_choose = Choose { $count } of these

# Labels of routes

# Labels of notices
label_date = Date
label_as_of = Situation as of
label_posted = Posted on
label_superseded_by = Replaced by
label_about = About
label_what = What
label_as_printed = As printed
label_problem = Problem
label_cohort = Group
label_fiscal_years = Fiscal years
label_except = Except

# Labels of all pages
label_note = Note
label_retrieved = Retrieved on
label_verified = Last compared with the sources
label_review_by = Next review by

## Joining words

way_from_to = from { $from } to { $to }
way_from = from { $from }
way_to = to { $to }
parenthesis = _({ $text })
label_permit_by = Permit issued by

# One record's kind, above its title
kind_hospital = Hospital
kind_organization = Organization
kind_program = Program
kind_fee = Fee
kind_schedule = Schedule
kind_journey = Route
kind_notice = Notice
kind_term = Glossary
kind_page = Page

# Around every page
menu_open = Menu
contents_label = On this page
settings_label = Display
setting_furigana_off = Hide furigana
setting_furigana_on = Show furigana
setting_dark = Dark colours
setting_light = Light colours

# The answers at the top of a page
heading_answers = At a glance
answer_who = For whom
answer_how_long = How long
answer_cost = Cost
answer_income = Money paid to you
answer_when = Recruitment
answer_papers = Documents
answer_ask = Whom to ask
answer_state = Now
answer_next = Next date
answer_later = After this
answer_not_here = Not stated in this guide
answer_no_dates = This guide has no recruitment dates
answer_conditions = See the conditions
answer_steps = See the steps
answer_contacts = See the contacts
answer_host_contacts = See the contacts of this institution
answer_no_contact = no contact address in this guide
answer_cost_details = See the details
answer_cost_exceptions = See the exceptions and further costs
answer_papers_count = { $count ->
    [one] { $count } item
   *[other] { $count } items
}
answer_papers_list = See the list
next_opens = opens { $date }
next_none = No further date in this guide
next_occurrence = next: { $date }
next_closes_way = closes { $date } ({ $way }: { $first })
last_time = last time: { $dates }
next_closes = closes { $date }

# Checking oneself
self_check_how = Tick what applies to you. Nothing you tick is sent anywhere.
self_check_open = Not all of the conditions above are ticked.
self_check_met = You meet the conditions listed here, as of { $date }.
self_check_met_undated = You meet the conditions listed here.
self_check_decides = There may be conditions that this guide does not list. The institution decides whether you are accepted.

# Times, written by the reader's own device
live_local = { $time } your time
stage_upcoming = Not yet open
stage_open = Open now
stage_over = Over
stage_later = Still to come
stage_passed = Over

# Freshness
review_overdue = The review of this page, due by { $date }, is overdue. Check the facts with the sources before you rely on them.
retired_since = This came to an end on { $date }. The page is kept as a record.
retired_followed = See { $record } instead.

# The home page
home_departures = Recruitment now
home_none_open = This guide knows of no recruitment that is open or announced now. Before you give up a plan, look at the official page: dates may be out that are not here.
home_all_departures = All schedules
home_changes = Latest notices and changes
home_all_notices = All notices

# Tables over many records
fees_caption = Costs, the least first, each with what belongs to it; unknown amounts last
fees_scale = Known amounts side by side
fees_scale_note = Full: what it costs at least. Hollow: what it can cost. The scale ends at { $most }.
fee_exception = exception or further cost
sorted_by = Sorted by {"{column}"}
menu_can = Can I?
menu_compare = Compare
compare_title = Compare programs
compare_description = The programs of this guide side by side.
compare_description_schemes = This guide has { $count } programs. Here are the schemes side by side; what each host offers is in the list of programs.
compare_question = Question
compare_others = Other programs
compare_choose = Choose up to four programs
compare_most = Four programs are shown. To choose another, clear one first.
compare_chosen = Programs shown: {"{count}"}

# Sources of the whole site
sources_title = All sources
sources_description = Every source of this guide, when it was read, and the pages that are based on it.
source_cited = { $count ->
    [0] No page is based on it
    [one] { $count } page is based on it
   *[other] { $count } pages are based on it
}
sources_verified = Pages with a date of comparison with the sources
sources_unverified = Pages without a date of comparison
sources_overdue = Pages whose review is overdue
sources_none_overdue = No pages

# Filters over a list
filter_any = All
filter_reset = Clear filters
filter_count = Entries found: {"{count}"}
filter_empty = No entry meets all of these. Clear a filter, or ask the institution itself.

# Calendars
add_to_calendar = Add these dates to your calendar
subscribe_calendar = Subscribe to these dates
download_calendar = Download the dates (.ics)

# Glossary
# term_endings: what a word may end in beside a term's name, separated by spaces; such as the endings of plurals. "" when there are none.
term_endings = s es

## Search

search_title = Search
search_label = Search this guide
search_no_script = Search works in browsers that run JavaScript. If yours does not, look through the lists below.
search_lists = Look through the lists
search_start = Type the name of a hospital, scheme or term, or what you want to know. Japanese names can be typed in Latin letters or kana too.
search_waiting = Searching…
search_count = Results: { $count }
search_none = Nothing was found. Try fewer or other words, or look through the lists.
search_nearest = Close to it:
search_more = Show more
search_narrow = Narrow down
search_any = All
search_kind = Kind
search_cost = Costs at most (yen)
search_language = Written in
search_reset = Show all results
search_failed = The data for searching could not be loaded. Check your connection, then try again.
search_others = Pages in other languages
search_other = Search the { $language } pages too
search_part = In the part:

# Words by which a question is known, separated by |. They are not shown to readers.
search_ask_cost = how much | cost | costs | fee | fees | price | prices | tuition | charge | charges | expense | expenses | free of charge
search_ask_when = deadline | deadlines | closing date | due date | dates | when | application period | until when
search_ask_papers = documents | papers | paperwork | required documents | application documents
search_ask_length = how long | duration | how many months | how many years | how many weeks

# The line under a title
provenance_own = Official site
provenance_guide = Unofficial guide
provenance_page = read on { $date }, on the page itself
provenance_copy = read on { $date } from an archived copy, not on the page itself
provenance_part_of_copy = read on { $date }, in part, from an archived copy, not on the page itself
provenance_compared = compared with the source on { $date }
provenance_undated = not known when the source was read
provenance_ourselves = announced by us, checked on { $date }
provenance_ourselves_undated = announced by us
provenance_sources = { $count } sources
provenance_sources_dated = { $dated } of { $count } sources
provenance_official_page = Official page
provenance_source_page = Page of the source
provenance_page_of = Source: { $publisher }
provenance_copy_of = Copy of an official text: { $publisher }
answer_official = Official information
compared_page = read on the page itself
compared_copy = read from an archived copy, not on the page itself
compared_part_of_copy = read in part, from an archived copy, not on the page itself
answer_cost_others = Also to pay, or an exception: { $costs }

# The letter that asks what is not known
letter = Letter
letter_write = Write a letter that asks what is not known
letter_title = Letter: { $program }
letter_intro = This letter asks only what this guide does not know. Fill in what stands in brackets, then copy, send or print it.
letter_to = To whom
letter_no_contact = No address for this is in this guide. Ask the main office of the institution, or look on its page.
letter_institution = [name of the institution]
letter_hosts = Each host decides for itself. Choose the one that you want to write to, or put its name into the letter below.
letter_to_host = The letter to this host
letter_copy = Copy
letter_copied = Copied.
letter_mail = Open in your mail program
letter_reply = Reply sheet
letter_reply_how = For the person who answers: write below each question, and return the sheet.
letter_reply_name = Name of the person who answers
letter_reply_date = Date
letter_subject = Question about { $program }
letter_greeting = To: { $body }
letter_begins =
    Dear Sir or Madam,

    My name is [name]. I am a { $profession }, and I live in [country]. I am interested in “{ $program }”.
letter_please = Could you please tell me the following?
letter_thanks = Thank you very much for your time. I look forward to your answer.
letter_date = [date]
letter_profession = [profession]
letter_name = [name]
letter_address = [e-mail address]
letter_ask_who = Who may apply, and with which qualification and experience?
letter_ask_length = How long does it last?
letter_ask_cost = What does it cost?
letter_ask_other_cost = What do I have to pay besides, and how much is it?
letter_ask_when = When can I apply, and by when?
letter_ask_how = How do I apply?
letter_ask_papers = Which documents do I need?
letter_ask_places = How many people are accepted?
letter_ask_language = Which language is used, and which level do I need?

# Can I?
can_begin = I am a …
can_who = { $profession }: the programs that fit
can_what = { $profession }: { $purpose }
can_want = What do you want to do?
can_other = Somebody else: all programs
can_how = These programs fit. Look first for the licence that you hold; what nobody has published is named, and a letter asks for it.
can_how_one = These programs fit. What nobody has published is named, and a letter asks for it.
can_in_all = In all
can_length_unknown = Length not known
can_cost_in_all = Cost in all
can_cost_unknown = Cost not known
in_all_direct = { $amount } without the steps that not everybody goes through
in_all_with_all = { $amount } with all steps
step_only_for = Only for: { $who }
route_lengths = How long, step by step
route_lengths_note = Each step begins where the one before it ends. Full: how long it lasts at least. Hollow: how long it can last. Dashed: it can be longer. A dot is a step without a length of its own; of a hollow dot the length is unknown.
route_costs = Cost, step by step
heading_cost_in_all = Cost in all
can_count = { $count ->
    [one] { $count } program
   *[other] { $count } programs
}
can_licence_unknown = The licence that is needed is unknown
can_route = Route
can_unknown = Not known
label_professions = Professions
letter_of_who = the conditions for applying
letter_of_length = how long it lasts
letter_of_cost = the cost
letter_of_other_cost = further costs
letter_of_when = when to apply
letter_of_how = how to apply
letter_of_papers = the documents
letter_of_places = the number of places
letter_of_language = the language and its level
report_wrong = Something wrong here?
report_subject = Something is wrong: { $page }
report_body =
    Page: { $record } ({ $language })
    { $address }
    { $compared }

    What is wrong, and where is it right?
