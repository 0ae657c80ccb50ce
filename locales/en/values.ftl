## What a value should be (the $expected of findings.ftl)

value-text = a text in each language (ja: …, en: …)
value-word = the id of a choice, in lower-case letters, digits and hyphens
value-choice = one of the fixed choices
value-reference = a reference, such as hospital/example-hospital
value-moment = a date, or a date with a time, such as 2023-11-14
value-period = a period (a date, or from and to)
value-fiscal-year = a fiscal year (year and basis)
value-duration = a length of time, such as P2Y
value-months-of-pay = a number of months of salary, such as 4.5
value-quantity = a number or a length of time, such as 2 or P3Y
value-search = true, false or a map with weights
value-money = an amount of money, such as 300000
value-language-level = a level of a language, such as N2, or a map with language and level
value-age = an age with its bounds, such as at_least: 18
value-quota = a quota (for and capacity)
value-application = who applies (by and through)
value-postal = an address in each language (ja: …, en: …)
value-form-file = the address of a file, or one for each language
value-refund = in-full, in-part, never or a share such as 50%, or a map with returned; a list of these where less is given back later
value-returned = in-full, in-part, never, or a share such as 50%
value-link = a link (an address that begins with https://)
value-language = a language tag, such as ja or en
value-boolean = true or false
value-number = a number, such as 1
value-scalar = a single value
value-list = a list (values that each begin with “- ”)
value-map = a group of “field: value” lines
value-requirement = a condition (a text, or conditions under all_of or any_of)
value-document = a document (a group of “field: value” lines with text)
value-step = a step (a group of “field: value” lines with a name)
value-record = a record (a group of “field: value” lines)
value-stage = a stage (stage, and opens and closes or at)
value-recurrence = what takes place again and again, such as every Wednesday 15:00
value-count = a length of time, such as P30D or 10 business days
value-counted = what it is counted from (from or event, and within, after or before)
value-way = a way (way, and closes)
value-offset = an offset (at and of)
value-contact = a contact (a group of “field: value” lines with name, email and so on)
value-person = an office and the person who holds it (a group of “field: value” lines with office)
value-designation = a designation (a group of “field: value” lines with scheme and event)
value-absence = a reason for having no value (unknown, none, not-applicable, missing-in-source, varies)
value-zone = the name of a time zone, such as Asia/Tokyo

## What stands there instead ($found)

found-list = a list
found-map = a group of “field: value” lines
found-nothing = empty
found-text = a piece of text
found-number = a number
found-boolean = true or false
found-scalar = a single value

## Kinds of record

kind-hospital = hospital
kind-organization = organization
kind-program = program
kind-fee = fee
kind-schedule = schedule
kind-journey = journey (route)
kind-notice = notice
kind-term = term
kind-page = page
kind-site = site settings
kind-vocabulary = vocabulary

## Vocabularies

vocabulary-regions = regions
vocabulary-prefectures = prefectures
vocabulary-specialties = specialties
vocabulary-rounds = recruitment rounds
vocabulary-stages = recruitment stages
vocabulary-designations = designations
vocabulary-program-kinds = kinds of program
vocabulary-organization-kinds = kinds of organization
vocabulary-anchors = starting points of steps
vocabulary-parties = parties
vocabulary-professions = professions
vocabulary-purposes = purposes
vocabulary-licences = licences
vocabulary-sources = sources

## Fields that take fixed words only

vocabulary-absences = reasons for having no value
vocabulary-statuses = states of acceptance
vocabulary-channels = ways of recruiting
vocabulary-events = events of a designation
vocabulary-cautions = kinds of caution
vocabulary-forms = forms of a document
vocabulary-variants = versions of a document
vocabulary-per = periods of an amount
vocabulary-bases = ways of counting a fiscal year
vocabulary-addresses = reasons for having no address
vocabulary-fields = names of fields

## Weekdays (the $expected of wrong-weekday)

weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
