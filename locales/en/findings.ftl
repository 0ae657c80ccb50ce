## Severities and headings

severity-error = error
severity-warning = warning
severity-info = note
help-label = help

## Reading YAML

yaml-syntax = This cannot be read as YAML ({ $detail }).
yaml-syntax-help = Check the indentation (spaces) and the places of “:” and “-”. If a value begins with a sign, put the whole value between " and ".
yaml-conflict = A conflict of Git is not resolved: its marks (<<<<<<<, =======, >>>>>>>) are still in the file.
yaml-conflict-help = Decide which of the two versions stays, and delete the other one and the three lines with marks.
yaml-tab = A tab is used for indentation.
yaml-tab-help = Replace the tab with spaces, two for each level: “{ $line }”.
yaml-quote = This quotation mark (" or ') has no partner at the end of the text.
yaml-quote-close-help = Put the same mark at the end of the text.
yaml-apostrophe-help = If it is the sign that Excel puts before a number, delete it: “{ $line }”. If it begins a text, put the same mark at the end of the text.
yaml-after-quote = Something follows a text in quotation marks.
yaml-after-quote-help = Delete what follows, or put the whole text between " and " and write each quotation mark inside it as \".
yaml-escape = This “\” has no meaning in a text between " and ".
yaml-escape-help = Write \\ for the character “\” itself, or put the whole text between ' and '.
yaml-bracket = A {"{"} {"}"} or [ ] is not closed properly.
yaml-bracket-help = Close the bracket, and separate the values with commas. Put a text that contains a comma between " and ".
yaml-bracket-in-text = The bracket “[” or “{"{"}” in this text is read as the beginning of a list or a group.
yaml-bracket-in-text-help = Put the whole text between " and ": “{ $line }”.
yaml-comma = There is no “,” between this value and the one before.
yaml-comma-help = Write “,” before it. If the “:” belongs to a text, put the whole text between " and ".
yaml-full-width-colon = The “：” after the name of a field is a full-width one.
yaml-full-width-colon-help = Write “:” (half-width) and a space: “{ $line }”.
yaml-comma-in-text = The value ends at this comma. If it belongs to a text, the whole text must stand between " and ".
yaml-comma-in-text-help = Write “{ $line }”.
yaml-no-value = There is no value after “{ $found }”.
yaml-no-value-help = Write a value, “{ $line }”, or delete it. If it belongs to the text before it, put it inside that text’s quotation marks.
yaml-full-width-bracket = This bracket is a full-width one.
yaml-full-width-bracket-help = Write the brackets of ASCII: “{ $line }”.
yaml-full-width-comma = A full-width “、” or “，” stands where a “,” must separate values.
yaml-full-width-comma-help = Write “,” (half-width): “{ $line }”.
yaml-full-width-space = There is a full-width space at the beginning of the line.
yaml-full-width-space-help = Begin the line with half-width spaces, two for each level: “{ $line }”.
yaml-foreign-space = Before the name of a field there is a character that only looks like a space, such as a no-break space.
yaml-colon-space = There is no plain space right after the “:”.
yaml-colon-space-help = Write one plain space right after the “:” and no space of another kind: “{ $line }”.
yaml-control = There is a character that cannot be seen (a control character).
yaml-control-help = Delete it. If you cannot see it, write the line anew.
yaml-no-colon = There is no “:” after the name of a field.
yaml-no-colon-help = Write the name, “:”, a space and the value, as in “name: value”.
yaml-indentation = The indentation does not fit the lines before.
yaml-indentation-help = Begin all fields of one level with the same number of spaces. The name of a field is followed by “:”.
yaml-colon = A “: ” cannot stand here. In this line or the one before, the indentation is wrong, or a space is missing after “:” or “-”, or the “: ” belongs to a text.
yaml-colon-help = Correct the indentation, or the space after “:” or “-”. If the “: ” belongs to a text, put the whole text between " and ": “{ $line }”.
yaml-character = A value cannot begin with this character, or the character cannot be seen.
yaml-quote-help = Correct the slip. If the sign belongs to a text, put the whole text between " and ": “{ $line }”.
yaml-key-not-text = The name of this field is not a piece of text.
yaml-key-not-text-help = Write the name of the field without brackets, or put the whole name between " and ".
yaml-unknown-anchor = A value that begins with “*” repeats what “&” named, and nothing has this name.
yaml-unknown-anchor-help = If a text begins with “*”, such as bold words, put the whole text between " and ": “{ $line }”.
lost-words = After a space, “{ $found }” is a comment, and no page shows it.
lost-words-name = At the start of a value, “{ $found }” is a name for it in YAML, and no page shows it.
lost-words-type = At the start of a value, “{ $found }” is a type of value in YAML, and no page shows it.
lost-words-help = If it belongs to a text, put the whole text between " and ". If it is a comment, write a space after the “#”.
yaml-several-documents = The file holds several documents, separated by “---”. Only the first is read.
yaml-several-documents-help = Make a file for each, or delete the line “---”.
yaml-too-deep = Reading stopped, because values are nested too deeply (the limit is { $limit } levels).
yaml-too-deep-help = Use fewer levels of brackets or indentation.
yaml-too-many-values = Reading stopped, because there are too many values (the limit is { $limit }, values reused with “&” and “*” included).
yaml-too-many-values-help = Reuse fewer values with “*”, or divide the contents into several files.

## Shapes and fields

wrong-shape = This should be { $expected }, but it is { $found }.
wrong-shape-help = Write { $expected }.
wrong-shape-text = Write it for each language, like “{ $line }”.
wrong-shape-list = Put it in brackets, like “{ $line }”. Separate several values with commas.
wrong-shape-line = Write “{ $line }”.
wrong-shape-one = There can be only one: write “{ $line }”, for example.
wrong-shape-dash = Begin the first line like “{ $line }”, and begin the lines that follow below the first letter behind “- ”.
wrong-shape-no-dash = Delete the “- ”: begin with “{ $line }”, and begin the lines that follow at the same place.
several-comparisons = Fields that exclude each other are written together.
several-groups = all_of and any_of are written together.
several-groups-help = Write one of them as a condition inside the other.
window-and-event = at is written together with opens or closes.
window-and-event-help = For a period write opens and closes; for a single day or time write at alone.
several-comparisons-help = Keep only one of at_least, at_most, more_than, about and the like. For a range, use from and to.
empty-file = The file is empty.
empty-file-help = Write its contents, or delete the file.
bad-letter-help = Write one capital letter, such as A.
unknown-field = There is no field “{ $field }”.
unknown-field-nearest = Did you mean “{ $nearest }”?
unknown-field-known = The fields are { $known }.
missing-field = “{ $field }” is missing.
missing-field-help = Add “{ $field }”.
missing-requirement-help = Add text (the condition), all_of (all are needed) or any_of (one is enough).
missing-amount-help = Add amount (the whole amount) or items (its parts). If the amount is not known, write amount: unknown.
missing-station-help = Add name (of the step) or record (a reference to a record).
missing-window = The days or times of this stage are missing.
missing-window-help = For a period add opens and closes; for a single day or time add at.
stage-without-group = It is not said whether “{ $stage }” is a stage in which people apply, so that the state of this recruitment is unknown.
stage-without-group-help = If people apply in it, add “group: application” to “id: { $stage }” in content/vocabularies/stages.yaml. If it only tells of what is to come, such as a briefing, write “group: announcement”, and add the stage in which people apply.
missing-title = This page has no title.
missing-title-help = Begin the prose with a heading such as “# Title”, or write name in the .yaml file of the same name.
missing-phrase = There is no text after “{ $language }”.
missing-phrase-help = Write the text, or delete “{ $language }”.
missing-text = “{ $field }” holds no text.
missing-text-help = Write the text in at least one language, or delete “{ $field }”.
blank-heading = The heading has no words.
blank-heading-help = Write the words of the heading, or delete the line.
hidden-character = A character that nobody sees, { $found }, stands here.
hidden-character-help = Delete it: type the words around it anew. Text that is copied from another program may hold such characters.
duplicate-field = “{ $field }” is written twice.
duplicate-field-help = Delete one of them.
duplicate-word = The choice “{ $field }” is written twice.
duplicate-word-help = Change the id of one of them, or delete one.
first-written-here = the first one is here
also-claimed-here = it is used here too

## Choices, kinds, places

unknown-word = “{ $word }” is not among the { $vocabulary }.
unknown-word-nearest = Write “{ $nearest }”, if you mean { $choice }. If it is another one, add “{ $line }” below “words:” in { $file }.
unknown-word-several = Write each apart, like “{ $several }”, all of them between [ and ].
unknown-word-known = The choices are { $known }. A new one is added as “{ $line }” below “words:” in { $file }.
unknown-word-help = Check the choices. A new one is added as “{ $line }” below “words:” in { $file }.
unknown-choice = “{ $field }” cannot be “{ $word }”.
unknown-choice-nearest = Did you mean “{ $nearest }”?
unknown-choice-known = Write one of { $known }.
choice-separator = {", "}
choice-with-name = { $id } ({ $name })
unknown-vocabulary = There is no vocabulary “{ $found }”.
unknown-vocabulary-nearest = Rename the file to “{ $nearest }.yaml”.
unknown-vocabulary-known = The vocabularies are { $known }.
unknown-kind = There is no kind of record “{ $kind }”.
unknown-kind-nearest = Did you mean “{ $nearest }”?
unknown-kind-known = The kinds are { $known }.
unknown-folder = There is no kind of record with the folder “{ $found }”.
unknown-folder-nearest = Rename the folder to “{ $nearest }”.
unknown-folder-copy = If it is a copy of “{ $nearest }”, move it out of content/. Otherwise rename it to “{ $nearest }”.
unknown-folder-known = The folders are { $known }.
misplaced-file = A file in this place is not used.
misplaced-file-help = Put records directly in the folder of their kind, such as content/hospitals/, images in content/assets/, and files for the top of the site in content/site-root/. Move what is not used out of content/.
misplaced-file-ending = Rename the file to “{ $nearest }”. If you cannot see how its name ends, turn on “File name extensions” under “View” in File Explorer.
prose-without-record = There is no record “{ $identity }” for this prose.
prose-without-record-help = Create a .yaml file of the same name, or check the name of this file.
bad-file-name = The name “{ $found }” cannot become an address.
bad-file-name-nearest = Rename the file to “{ $nearest }” or the like: use only lower-case letters, digits and hyphens.
bad-file-name-copy = If it is only a copy, move it out of content/. If it is a new record, give it a name of lower-case letters, digits and hyphens.
bad-file-name-published = Rename the file, without \ and without control characters such as line breaks: it is published under this name.
unportable-name = Windows cannot hold a file or folder named “{ $found }”.
unportable-name-help = Rename it. Windows takes no names such as con, aux, nul, com1, with any ending; none with < > : " | ? * or \; and none that ends in a full stop or a space.
name-differs-by-case = “{ $found }” differs from “{ $other }” by capital letters alone.
name-differs-by-case-help = Rename this one or “{ $other }”. Windows and macOS do not tell the two apart, and would keep only one.
bad-file-name-help = Use only lower-case letters, digits and hyphens, for example example-hospital.yaml.
prose-without-language = The file name “{ $found }” names no language.
prose-without-language-help = Put the language before “.md”, for example “{ $stem }.en.md”.
bad-word-id = “{ $found }” cannot be the id of a choice.
bad-word-id-nearest = Write “{ $nearest }” or the like: use only lower-case letters, digits and hyphens.
bad-word-id-help = Use only lower-case letters, digits and hyphens, for example internal-medicine.

## References

unknown-reference = “{ $reference }” was not found.
unknown-reference-nearest = Did you mean “{ $nearest }”?
unknown-reference-help = Write “kind/file-name”, for example hospital/example-hospital. If the file was renamed or deleted, change this reference too.
wrong-kind-reference = “{ $field }” takes a reference to: { $expected }. “{ $reference }” is of the kind { $found }.
wrong-kind-reference-help = Refer to a record of the kind: { $expected }.
ambiguous-reference = “{ $reference }” fits more than one record.
ambiguous-reference-help = Write one of { $candidates }, for example { $first }.
unknown-fact = “{ $reference }” has no value “{ $fact }”.
unknown-fact-nearest = Did you mean “{ $nearest }”?
unknown-fact-known = The values that can be quoted are { $known }.
unknown-fact-none = This record holds no value that can be quoted. Write the value in the record first.
draft-reference = “{ $reference }” is a draft and will not be published.
draft-reference-shown = “{ $reference }” is a draft. As long as it is, annai build publishes nothing.
draft-reference-help = Remove “draft: true” from that record, or remove this reference.
clashing-identity = Another file claims to be “{ $identity }” too ({ $other }).
clashing-identity-help = Rename or delete one of the files.
clashing-address = Another page, such as a list, uses the address “{ $address }”.
clashing-address-with = The address “{ $address }” is also used by the page of { $other }.
clashing-address-help = Change “aliases” or the file name, so that the addresses differ.

## Links

broken-link = “{ $address }” is not in this site.
broken-link-nearest = Did you mean “{ $nearest }”?
broken-link-help = Check the address, or write a reference such as [[hospital/example-hospital]].
broken-link-asset = Put the file at { $file }. If it is there, check capital and small letters in its name.
broken-anchor = The page has no heading “#{ $anchor }”.
broken-anchor-nearest = Did you mean “#{ $nearest }”?
broken-anchor-known = The headings are { $known }.
unsafe-address = The address “{ $address }” is not allowed, for safety.
unsafe-address-help = Write an address that begins with https://, http://, mailto: or tel:, or one inside this site.
bad-address = “{ $found }” cannot be read as an address.
bad-address-help = Write an address that begins with https://, or one inside this site that begins with “/”.
alias-with-language = “{ $found }” begins with the language “{ $language }”, and would lead from every language at once.
bad-alias-help = Write the former address without its language, like /hospitals/old-name/ or /hospitals/old.html. It may end in “/”, .html, .htm, .php or .pdf, and then in a query such as ?id=3.
bad-email = “{ $found }” cannot be read as an e-mail address.
bad-email-help = Write it like name@example.org.
bad-email-more = Write the address alone, “{ $line }”. Names belong under name or note, and a second address in a contact of its own.
bad-phone = “{ $found }” cannot be read as one telephone number.
bad-phone-help = Write it with its area code, like 03-1234-5678; with an extension, 03-1234-5678 ext. 123; from another country, +1 650-253-0000.
bad-phone-more = Write the number alone, “{ $line }”. Hours and the like belong under note, and a second number in a contact of its own.
bad-phone-zero = In “{ $found }”, there is a zero too many after the code of the country.
bad-phone-zero-help = Leave out the zero with which the area begins: “{ $line }”.
bad-base-url-help = Write it like https://example.org/guide/.
bad-asset-help = Write a file of content/assets/ like “{ $field }: /assets/logo.svg”.
bad-colour = “{ $found }” is no colour.
bad-colour-help = Write it with six hexadecimal digits: colour: "#1a5276".
unknown-menu = There is no list “{ $found }”.
unknown-menu-help = Write a list ({ $known }) or a page, like page/NAME.
placeholder = “{ $found }” still stands here as in the example.
placeholder-help = Write what is meant, or delete the line if the field is not needed.
placeholder-name = The name is still that of the file, “{ $found }”.
placeholder-name-help = Write the name that readers see, in each language. Keep “draft: true” until the record is finished.
bad-editor-link = “{ $found }” does not open a program for texts that Annai knows.
bad-editor-link-help = Write a link of such a program, for example vscode://file{"{path}"}:{"{line}"}, or idea, zed, subl, txmt, cursor, emacs.

## Languages

missing-words = { $count ->
    [one] In “{ $language }”, one word for readers is missing; it is shown in another language.
   *[other] In “{ $language }”, { $count } words for readers are missing; they are shown in another language.
}
missing-words-help = To write them all, run annai export --language { $language } words.po and, when they are translated, annai import words.po. By hand: a file in locales/{ $language }/ that ends in .ftl, with lines such as “{ $first } = words”.
unknown-message = Nothing asks for the message “{ $found }”.
unknown-message-nearest = Did you mean “{ $nearest }”?
unknown-message-help = Delete it, or use it in a template of your theme.
bad-message = A message loses or mistakes what it has to say.
bad-message-variable = The message “{ $id }” asks for { $found }, and nobody gives it that.
bad-message-variable-help = { $known ->
    [none] Take it out: this message has no variables.
   *[other] What it may show: { $known }.
}
bad-message-lost = The message “{ $id }” does not show { $found }: a fact would be lost on the page.
bad-message-lost-help = Put { $found }, in braces, where the value is to stand. Where a message has several cases, it must stand in the one marked with *.
bad-message-plural = The message “{ $id }” has a case “{ $found }”; cases of numbers are not named so.
bad-message-plural-help = Write the English names of the plural forms. This language has: { $known }. The last case is *[other].
bad-message-case = The message “{ $id }” has a case “{ $found }”, which never happens.
bad-message-case-help = The cases are: { $known }. They are not translated.
bad-message-html = The message “{ $id }” holds HTML, “{ $found }”, which readers would see as it is written.
bad-message-html-help = Take it out.
bad-message-language = In the message “{ $id }”, “{ $found }” is no language tag.
bad-message-language-help = Write “{ $id } = { $known }”.
bad-message-pattern = In the pattern “{ $id }”, “{ $found }” is taken for parts of a date and not for words.
bad-message-pattern-help = Put words between single quotation marks, as “de” in: d 'de' MMMM 'de' y.
bad-message-twice = The message “{ $id }” stands twice in this file. Only the second is used.
bad-message-twice-help = Delete one of them.
bad-facts-class = “[{ $found }]” is no class of words for facts; the lines below it are not read.
bad-facts-class-help = { $nearest ->
    [none] Known are: { $known }.
   *[other] Did you mean [{ $nearest }]? Known are: { $known }.
}
bad-facts-value = In the class [{ $class }] there is nothing called “{ $found }”; this line is not read.
bad-facts-value-help = Write “value = word | word”, with the values of locales/en/facts.txt, which are the same in all languages.
unknown-message-editors = The message “{ $found }” is one for editors. A site’s own file does not change those.
unknown-message-editors-help = Delete it. Words for readers are those that annai export writes.
misplaced-words-folder = “{ $found }” is no language tag, so this file of words is not read.
misplaced-words-folder-help = A file of words lies in the folder that bears the tag of a language of the site: locales/tag/reader.ftl, with a tag of: { $known }.
misplaced-words-language = The site has no language “{ $found }”, so this file of words is not read.
misplaced-words-file = A file called “{ $found }” is not read here.
misplaced-words-file-help = Files of words end in .ftl, such as locales/{ $folder }/reader.ftl; words for facts stand in locales/{ $folder }/facts.txt.
missing-translation = Some translations are missing ({ $languages }).
missing-translation-help = Add the text in these languages. Until then it is shown in another language, with that language’s name.
missing-translation-many = { $count } translations are missing ({ $languages }) in { $files ->
    [one] { $examples }
   *[other] { $files } files of { $folder }, such as { $examples }
}.
missing-translation-many-help = To write them all, run annai export with --language and a file for translators, and annai import. annai status lists them.
missing-translation-prose = The prose is not translated into some languages ({ $languages }).
missing-translation-prose-help = Create the .md files for these languages. Until then the prose is shown in another language, with that language’s name.
missing-translation-file = The form has no file for some languages ({ $languages }).
missing-translation-file-help = Add a file for these languages under file. Until then their readers are given another language’s, with that language’s name.
bad-language = “{ $found }” is not a language tag.
bad-language-help = Write it like ja, en, es or pt-BR: mostly two letters for the language (ISO 639-1; Spanish is es), then perhaps a hyphen and two capitals for the country. If it is the name of a field, correct its indentation.
bad-language-nearest = Write “{ $nearest }”.
bad-language-country = “{ $found }” is the code of a country. For the language, write “{ $nearest }”.
fallback-is-itself = “{ $found }” is to stand in for itself.
fallback-is-itself-help = Name another language of the site, or take fallback out.
fallback-not-in-site = “{ $found }” is to stand in, and is no language of this site.
fallback-not-in-site-help = The languages of this site are: { $languages }. Name one of them, or add “{ $found }” to languages.
source-is-draft = “{ $found }” is the first language of the site, from which the others are translated, and cannot be a draft.
source-is-draft-help = Take out draft, or put the language from which is translated first.
bad-language-in-name = “{ $found }” in the file name is not a language tag.
language-not-in-site = “{ $found }” is not a language of this site.
language-not-in-site-help = Write one of { $known }, or add “{ $found }” under “languages” in content/site.yaml.
repeated-language = The language “{ $found }” is written twice.
repeated-language-help = Delete one of them.

## Dates, lengths, numbers, amounts

bad-moment = “{ $found }” cannot be read as a date or time.
bad-moment-help = Write it like 2023-11-14, 2023-11-14 12:00, 2016-12, 14 November 2023 or 令和5年11月14日, with the year.
bad-moment-line = Write “{ $line }”.
bad-moment-order = It is not clear which of the numbers is the month. Write one of “{ $value }”, beginning with the year.
bad-moment-year = Begin with the year, like “{ $line }”. If the source gives no year, write {"{"}month: 9, day: 1, year: inferred 2023, because: weekday{"}"} with the year that you infer and the reason.
bad-moment-window = Write the beginning and the end in two lines, “{ $value }”.
bad-moment-window-inside = Write the beginning and the end apart, “{ $value }”.
bad-moment-period = Write from and to apart: “{ $line }”.
bad-moment-remark = Write the date and the other words in two lines, “{ $line }”.
bad-moment-remark-inside = Write the date and the other words apart, “{ $line }”.
bad-moment-rolling = For applications at any time, name the round “round: rolling” and leave this field out.
bad-moment-until-filled = This ends a window: write “{ $value }” under closes.
bad-moment-whichever = Where one of the days is counted from something, write “{ $value }” in the place of this field.
missing-program-help = Write the program that it is of; of an examination that is no program here, write organization: and who holds it.
choose-parts = “choose” says how many of the parts somebody takes, and it is not a number from 1 to the number of parts.
choose-parts-help = Write all parts under parts, and in choose how many of them somebody takes. Leave choose out where all are taken.
counted-parts = It is not clear what it is counted from, or how long.
counted-parts-help = Write from (a stage of this round) or event (a text), and one of within, after and before: {"{"}from: result, within: 10 business days{"}"}.
counted-or = The day of the calendar (or) and which of the two counts (whichever) stand together.
counted-or-help = Write it like “{"{"}from: result, within: P14D, or: 2027-03-31, whichever: earlier{"}"}”; the other word is later.
bad-count = “{ $found }” cannot be read as a length of time.
bad-count-help = Write it like 30 days, 2 weeks, P1M or 10 business days.
bad-moment-every = This happens again and again: write “{ $value }” in the place of this field.
bad-recurrence = “{ $found }” cannot be read as what takes place again and again.
bad-recurrence-help = Write it like every Wednesday, second Friday of every month, 10th of every month, last day of every month, every other Tuesday or twice a year, with the hours behind it: every Wednesday 15:00–16:30.
bad-moment-not-set = If it is not decided, leave this field out; where the reason for a missing value can be written, write “unknown”.
bad-moment-day = The calendar has no day “{ $found }”.
bad-moment-day-help = Check the month and the day.
value-and-remark = Write “{ $line }”, and put “{ $remark }” into note or notes.
bad-money-in-kind = For what is given in kind write, in the place of an amount, “{ $line }”.
bad-moment-from = For what begins on that day, write “{ $value }” in the place of this field.
bad-moment-either = For one of several days, write the beginning and the end apart, in three lines: “{ $value }”.
bad-moment-counted = For a day that is counted from another, write “{ $value }” in the place of this field. Where that is a stage of this round, write “from: result” or the like in the place of event.
requirement-list = Conditions or documents are listed without saying whether all or any of them are asked for.
requirement-list-help = If all are needed, write “{ $line }”; if one will do, any_of in the place of all_of.
postal-text = The postal code stands apart, and the address has no text.
postal-text-help = Put the address in each language together: “{ $line }”.
bad-refund = “{ $found }” is a sentence, and cannot be read as what is refunded.
bad-refund-help = If nothing is ever refunded, write “refund: never”; in some case only, like “{ $line }”.
bad-moment-day-line = Check the source, and write “{ $line }”.
bad-moment-days = Check the source, and write “{ $line }” or “{ $other }”.
bad-moment-day-parts = Check the source, and write “{ $value }”.
bad-moment-days-parts = Check the source, and write “{ $value }” or “{ $other_value }”.
bad-moment-window-day = Check the source, and write two lines, “{ $value }” or “{ $other_value }”.
bad-moment-window-day-inside = Check the source, and write “{ $value }” or “{ $other_value }”.
bad-moment-long-ago = This date is more than a century ago.
bad-moment-long-ago-help = Check the year: it stands with four figures, like 2026.
bad-moment-time = The time in “{ $found }” cannot be read.
bad-time = “{ $found }” cannot be read as a time.
bad-time-help = Write a time from 00:00 to 24:00, like 12:00. Other words belong in a note.
bad-weekday = “{ $found }” cannot be read as a weekday.
bad-weekday-help = Write it like 金 or Fri.
bad-inferred-year = “{ $found }” cannot be read as an inferred year.
bad-inferred-year-help = Write a year that you infer as “inferred 2023”.
bad-fiscal-year = “{ $found }” cannot be read as a fiscal year.
bad-fiscal-year-help = Write a fiscal year like 2024.
bad-zone = There is no time zone “{ $found }”.
bad-zone-help = Write the name as area/city, like Asia/Tokyo.
bad-duration = “{ $found }” cannot be read as a length of time.
bad-duration-help = Write it like P2Y (two years), P6M (six months), P2W (two weeks) or 2年. “At most two years” is {"{"}at_most: P2Y{"}"}, “at least two years” {"{"}at_least: P2Y{"}"}.
bad-duration-unit = Write it with its unit: “P{ $value }Y” or “{ $value }年” for years, “P{ $value }M” for months, “P{ $value }W” for weeks.
bad-quantity = “{ $found }” cannot be read as a number or a length of time.
bad-quantity-help = Write it like 2 or P3Y (three years), without other words. “More than three years” is {"{"}more_than: P3Y{"}"}, “two or more” {"{"}at_least: 2{"}"}.
bad-capacity = “{ $found }” is a length of time, and this is a number, such as of people, beds or questions.
bad-capacity-help = Write the number alone: “{ $line }”. How long something lasts stands in a field of its own: duration, or lasts.
bad-percent = “{ $found }” cannot be read as a share.
bad-percent-help = Write a share as a whole number from 0% to 100%, like 50%.
bad-money = “{ $found }” cannot be read as an amount of money.
bad-money-help = Write it like 300000, ¥300,000, 30万円, 50,000-100,000 yen, USD 1,200.50 or at cost. If the amount is not known, write unknown.
bad-money-slip = There seems to be a slip in a comma or letter. If you mean it, write “{ $line }”.
bad-money-fraction = The amount has more decimals than its currency. Write “{ $line }”; how it was rounded can stand under note.
bad-money-currency = Say which country’s currency it is, for example “{ $line }”.
bad-money-not-known = If the amount is not known yet, write “{ $line }”, with the reason in each language.
bad-money-tax = Write it with the amount: {"{"}is: 50000, tax: included{"}"} or {"{"}from: 50000, to: 100000, tax: included{"}"}.
bad-money-share = Say in each language what it is a part of, like “{ $line }”.
bad-money-months = Write how many months of salary as a number, like “{ $line }”, and the rest, such as the months of payment, in note.
money-measures = It is written in several ways, or in half of one, how the amount is measured.
money-measures-help = Write one of at_cost, share and months_of_pay. Of what something is a part stands in “of”, beside share.
bad-months-of-pay = “{ $found }” cannot be read as a number of months of salary.
bad-months-of-pay-help = Write how many months of salary it is, like 4.5.
bad-level = “{ $found }” cannot be read as a level of a language.
bad-level-help = Write N5 to N1 of the Japanese-Language Proficiency Test, or a level of CEFR with its language: {"{"}language: en, level: B2{"}"}.
bad-level-more = Write the level alone: “{ $line }”.
bad-level-language = Say which language the level is of, for example “{ $line }”.
bad-level-scale = N5 to N1 are levels of Japanese. For another language, write a level of CEFR: {"{"}language: en, level: B2{"}"}.
bad-age = “{ $found }” cannot be read as an age.
bad-age-help = Write it like 18 or older, 18-35, under 35, or {"{"}at_most: 35, on: 2027-04-01{"}"} with the day on which it counts.
bad-age-below = Whoever is below an age is at most a year younger. Write “{ $line }”.
bad-study-year = “{ $found }” cannot be read as a year of study.
bad-study-year-help = Write it like 5, year 5 or above, or 4-6.
bad-postal-code = “{ $found }” has no postal code of seven digits.
bad-postal-code-help = Write it like 〒113-0000. If you do not know it, leave it out: “{ $value }”.
bad-postal-code-alone = Write seven digits, like 113-0000.
postal-codes-differ = The postal code of “{ $found }” is another than that of the other language.
postal-codes-differ-help = If the other is right, write “{ $value }”. The code is the same in all languages.
bad-form-file = “{ $found }” is not the address of a file.
bad-form-file-help = Put the file into content/assets/ and write “{ $line }”.
bad-form-file-none = Leave the field out where there is no file to download.
bad-max-age = “{ $found }” cannot be read as a length of time.
bad-max-age-help = Write how long ago it may have been issued, like 3か月 or 6 months.
bad-max-age-unit = Say of what: “{ $line }”.
rank-contradicts = rank and official say different things.
rank-contradicts-help = Keep rank alone: it says more than official.
bad-currency = “{ $found }” cannot be read as a currency.
bad-currency-help = Write the currency as three capital letters, like JPY or USD.
bad-currency-nearest = Did you mean “{ $value }”? A currency is written with its three letters of ISO 4217, like JPY or USD.
bad-number = “{ $found }” cannot be read as a number.
bad-weight-help = Write a number from 0 to 10, such as 2 or 0.5. 1 is the usual weight.
bad-number-help = Write digits only, such as 1.
bad-claim-number = There is no claim number { $found }.
bad-claim-number-help = Write the number of the claim, from 1 to { $count }, or none.
wrong-era = “{ $found }” lies outside the time of its era.
wrong-era-help = Check the era and the year, and write it like 令和元年5月1日 or 2019-05-01.
wrong-weekday = By the calendar, the weekday of “{ $found }” is { $right }.
wrong-weekday-help = Check in the source whether the date or the weekday is right. If the source is wrong, remove the weekday and describe the problem under “cautions”.

## Reading files

invalid-encoding = The text is not encoded in UTF-8 (line { $line }, { $offset } bytes from the beginning of the file).
invalid-encoding-shift-jis = The text is not encoded in UTF-8 but, it seems, in Shift_JIS (line { $line }, { $offset } bytes from the beginning of the file).
invalid-encoding-help = Save the file again in your editor, with the encoding “UTF-8”.
unreadable-file = The file cannot be read ({ $reason }).
unreadable-file-help = Check that the file exists and that you may read it.
folder-for-file = There is a folder where a file belongs.
folder-for-file-help = Rename the folder, or move it elsewhere.
file-too-large = The file is too large ({ $size } MiB).
file-too-large-help = Divide it into several files.

## Prose

raw-html = HTML cannot be used in prose.
raw-html-help = Write Markdown: **…** for bold, \ at the end of a line for a line break, <br> inside a cell of a table. Write \< for the character “<” itself.
front-matter = A block of settings between “---” or “+++” cannot stand at the beginning of prose.
front-matter-help = Write the title, dates and so on in the YAML file of the same name.
markdown-nesting = Quotations or lists are nested too deeply.
markdown-nesting-help = Nest them less deeply.
unclosed-mention = There is no “]]” for this “[[”.
unclosed-mention-help = Write “]]” at the end of the reference. Write \[\[ for the characters “[[” themselves.

## Site, templates, messages

no-site = There is no site in “{ $folder }”: it has no folder “content”.
no-site-help = Run the command in the folder that holds the folder “content”, or name it with -C. To start a new site, use annai init.
missing-site-file = The settings file of the site, content/site.yaml, is missing.
missing-site-file-help = Create content/site.yaml with the name of the site (title) and its languages (languages).
missing-site-field = “{ $field }” is missing in the settings of the site.
missing-site-field-help = Add “{ $field }” to content/site.yaml.
html-unclosed = <{ $name }> is not closed before the element around it ends.
html-stray = </{ $name }> closes nothing that is open.
html-nesting = <{ $name }> cannot stand in <{ $outer }>.
html-id-twice = The id “{ $name }” stands on the page twice.
html-no-alt = The image has no text for those who do not see it.
html-no-page = There is no page at { $name }.
html-no-page-help = Correct the address. In a template, the addresses of the site’s own pages come from values, as {"{{"} site.home {"}}"}.
broken-html-help = Correct the template. Browsers show such a page, each in its own way, and screen readers lose their place in it. An image that only decorates has alt="".
template-error = There is a mistake in a template ({ $problem }).
template-error-help = Correct the line shown, or delete this file in themes/ to return to the built-in template.
template-lacks-block = This template no longer has the block “{ $block }”, which { $by } fills.
template-lacks-block-help = Add { "{%" } block { $block } { "%}" }{ "{%" } endblock { "%}" } where it belongs, or delete this file in themes/ to return to the built-in template.
template-block-in-itself = The block “{ $block }” is inside itself: super() shows a block that holds it.
template-takes-name = “{ $template }” is how templates call the built-in { $bare }, so this file would have no effect.
template-takes-name-help = Give this file another name, or move it to { $bare } to put it in place of the built-in template.
locale-syntax = There is a mistake in a file of messages. { $problem }
locale-default-help = Begin the last case with an asterisk, as in “*[other] months”: it is for all that no other case names.
locale-syntax-help = Write “name = text”. Indent each further line, and write {"{"}"{"{"}"{"}"} for the character “{"{"}” itself.

## The $problem of locale-syntax

locale-expected = “{ $token }” is needed here.
locale-no-text = There is no text after “=”.
locale-no-default = None of the cases is marked with “*” as the default.
locale-two-defaults = Two of the cases are marked with “*” as the default.
locale-closing-brace = There is a “{"}"}” without a “{"{"}” before it.
locale-unclosed-brace = There is no “{"}"}” for a “{"{"}”.
locale-unclosed-quote = A “"” is not closed.
locale-bad-escape = What follows “\” is not valid.
locale-not-an-entry = The line does not begin with a name that starts with an ASCII letter.
locale-bad-placeable = What stands between “{"{"}” and “{"}"}” is not valid.
locale-too-deep = The “{"{"}” are nested too deeply.
locale-constant-choice = The cases do not depend on a variable ($…).
locale-double-braces = The “{"{"}” is doubled.
locale-long-number = The number is too long.

## Summary

summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
summary-infos = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
summary-separator = {", "}
summary-clean = No problems were found

bad-letter = “{ $field }” takes one capital letter.

outdated-translation = The { $language } translation of “{ $key }” is older than its source.
outdated-translation-help = The source changed from “{ $old }” to “{ $new }”. Mend the translation, then run annai accept { $path }.
changed-texts = “{ $key }” ({ $language }) has changed since it was accepted.
changed-texts-one-help = It changed from “{ $old }” to “{ $new }”. If that is right by the source and the other language, run annai accept { $path }; if not, undo the change.
changed-texts-new = Nobody has looked at “{ $key }” yet ({ $count ->
    [one] { $count } text
   *[other] { $count } texts
} in all).
changed-texts-gone = “{ $key }” was accepted and is gone ({ $count ->
    [one] { $count } text
   *[other] { $count } texts
} in all).
changed-texts-order = “{ $key }” stands in another order than it was accepted in.
changed-texts-help = If that is right, run annai accept { $path }; if not, undo the change.
changed-texts-file = The file { $path } was accepted and is gone.
changed-texts-file-help = If it was deleted or renamed on purpose, run annai accept { $path }; if not, bring it back.
changed-facts = The facts of this record differ from those that were accepted (“{ $old }” is now “{ $new }”).
changed-facts-help = Compare with the source. If they are right, run annai accept { $path }; if not, undo the change.

spelling = “{ $found }” was read as “{ $canonical }”.
spelling-help = It may stay as it is. annai fmt rewrites it to the canonical spelling.

to-be-confirmed = This date (“{ $field }”) was carried over from an earlier year and has not been confirmed.
to-be-confirmed-help = Compare it with the announcement. If it is right, remove the mark and write { $value }; if not, write the right date.
