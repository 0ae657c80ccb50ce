## build

build-done = Wrote { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} ({ $files ->
    [one] { $files } file
   *[other] { $files } files
}) to { $folder } in { $seconds } s.
build-mended = { $count ->
    [one] A file of the published site had been changed or removed since it was written, and has been written again:
   *[other] { $count } files of the published site had been changed or removed since they were written, and have been written again:
}{ $files }
build-kept = { $count ->
    [one] A file of the published site had been changed since it was written. The site no longer has it, so it stays as it is, and Annai leaves it alone from now on:
   *[other] { $count } files of the published site had been changed since they were written. The site no longer has them, so they stay as they are, and Annai leaves them alone from now on:
}{ $files }
verify-changed = changed
verify-missing = missing
verify-foreign = not written by Annai
verify-good = All { $files } files of { $folder } are as they were written, and there are no others.
verify-done = { $count ->
    [one] One file
   *[other] { $count } files
} of { $folder } { $count ->
    [one] is
   *[other] are
} not as the manifest says; it names { $files }.
links-done = { $count ->
    [one] One link
   *[other] { $count } links
} to other sites.
build-unchanged = Nothing changed; { $folder } stays as it is ({ $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}, { $seconds } s).
build-nothing-published = Nothing was published, because there are errors. { $folder } is as it was before.
build-strict = Warnings count as errors, because --strict was given.
build-progress = Making pages ({ $done }/{ $total })

## check

check-done = Checked { $records ->
    [one] { $records } record
   *[other] { $records } records
} in { $seconds } s.
check-clean = No problems were found.
check-findings = Problems found: { $summary }

## init

init-done = Created a new site in { $folder }.
init-next = What to do next:
init-next-edit = Open { $file } and change the name of the site.
init-next-serve = annai -C { $folder } serve shows the site in the browser while you write.
init-next-build = Run annai -C { $folder } build, which makes the site in { $output }.
init-next-schema = Run annai -C { $folder } schema, so that VS Code completes and explains fields; again when there are new records.
init-next-check = Run annai -C { $folder } check to look for mistakes.
init-not-empty = { $folder } is not empty. Name a new or an empty folder.

## explain

rules-title = Rules
rules-about = One page for each finding: what it is, why, and an example. annai explain CODE prints the same.
rules-code = Code
rules-finds = What it finds
explain-why = Why this is a problem
explain-bad = Wrong
explain-good = Right
explain-unknown = There is no rule “{ $code }”.
explain-nearest = Did you mean “{ $nearest }”?
explain-known = The rules are: { $known }
explain-hint = To learn more, run annai explain { $code }.

## Wrong usage

usage-bad-instant = “{ $found }” cannot be read as an instant. Write it like 2023-11-14T12:00:00+09:00.
usage-bad-base-url = “{ $found }” cannot be the address of a site. Write it like https://example.org/guide/.
usage-no-folder = The folder { $folder } does not exist.
usage-unknown-command = There is no command “{ $command }”.
usage-unknown-option = “{ $option }” is not expected here.
usage-no-value = { $option } needs a value.
usage-bad-value = “{ $value }” is not a value for { $option }.
usage-missing = This is missing: { $option }
usage-twice = { $option } can be given only once.
usage-conflict = { $option } and { $other } cannot be given together.
usage-nearest = Did you mean “{ $words }”?
usage-known = The values are: { $words }
usage-help = annai --help shows all commands; with --help behind a command, its options.

init-failed = { $path } could not be created ({ $reason }).

## schema

schema-done = Wrote { $count } schemas to { $folder }. Editors that read YAML with schemas now complete fields, words and references.

## status and accept

status-new = not recorded yet (a new translation)
status-missing = has no translation
status-outdated = the source has changed since the translation was accepted
status-changed = the text has changed since it was accepted
accept-question = Record { $count ->
    [one] this { $count } change
   *[other] these { $count } changes
} as looked at? [y/N]
accept-yes = y yes
accept-not = Nothing was recorded.
accept-language = { $language } is no language of this site.
languages-unread = The site's languages cannot be read, so nothing was done.
languages-unread-help = Mend content/site.yaml first; then run the command again.
status-old = source then:
status-source = source now:
status-translation = translation:
status-facts = facts have changed since they were accepted
status-fact-old = was:
status-fact-new = is now:
status-known = (known: it stands in content/translations.baseline)
status-unlisted = { $count ->
    [one] 1 address is not in the lock yet; annai accept adds it, and Annai then tells when it is lost.
   *[other] { $count } addresses are not in the lock yet; annai accept adds them, and Annai then tells when one is lost.
}
status-words = { $count ->
    [one] { $language } lacks one of the generator’s words for readers.
   *[other] { $language } lacks { $count } of the generator’s words for readers.
}
status-unknown-words = { $count ->
    [one] One message in locales/ is not asked for by anything; annai check says which.
   *[other] { $count } messages in locales/ are not asked for by anything; annai check says which.
}
status-done = Missing or older than the source: { $count } of { $all }, and { $known } known ones.
status-mended = { $path } lists { $count } that are no longer missing or out of date. annai status --baseline takes them out.
status-baseline = Wrote { $path }: { $count } known gaps.
status-required = { $count } of them are required.
status-too-many = { $count } are more than the { $most } allowed.
accept-done = Recorded the translations and facts of { $count ->
    [one] { $count } file
   *[other] { $count } files
} as up to date.
accept-unknown = The site has no file { $path }.
accept-unknown-help = Write its name beginning with content/. The nearest is: { $nearest }

## fmt

fmt-would = { $place }: “{ $found }” would become “{ $canonical }”.
fmt-would-order = { $place }: the keys would stand in the usual order.
fmt-checked = To rewrite: { $places } places in { $files } files.
fmt-done = Rewrote { $places } places in { $files } files.

build-more-warnings = There are { $count } more warnings. Run annai check to see all of them.

## The help of `--help`. Names of commands and options are what is typed.

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-examples = Examples:
help-begin =
    Examples:
      annai                            in a site's folder: show it in the browser
      annai init my-guide              make a small bilingual site
      annai -C my-guide serve          show it in the browser while you write
      annai -C my-guide build          build it into my-guide/public/
      annai -C my-guide check          look for mistakes, write nothing
      annai explain unknown-word       what a finding means, and how to mend it
help-command-annai = Annai turns typed records and prose in several languages into one cross-linked static guide site.
help-command-serve = Show the site in the browser, and each change as soon as it is saved; writes nothing
help-command-build = Build the site and publish it to a folder, whole or not at all
help-command-check = Read and check everything, write nothing
help-command-fmt = Rewrite what was read in another spelling to the canonical one, and put the fields of maps in order
help-command-status = List translations that are missing or older than their source, and facts that have changed
help-command-accept = Record that translations and facts are up to date, and what is published
help-command-verify = Compare a published folder with its manifest; fails when a file is changed, missing or not of the site
help-command-links = Print every address outside the site, with the file, line and field in which it stands
help-command-new = Begin a record: with all its fields as comments, as a copy of another, or as the schedule that follows one
help-command-export = Write the records of a kind into a sheet (a row for each, a column for each value), or what a language lacks into a file for translators
help-command-import = Take over what differs in a sheet, and nothing else, after it was shown; or what translators wrote
help-command-retire = Say that what a record is about is no more: its page stays, lists leave it out, events are cancelled
help-command-rename = Give a record another name: its files, every place that names it, and its former address
help-command-merge = Make one record of two: what names the first then names the second, which takes over what it lacks
help-command-schema = Tell editors’ programs what may stand in each file: JSON Schemas, with the words and records of the site
help-command-explain = Explain a finding by its code
help-command-init = Make a small bilingual site to begin with
help-command-help = Show this help, or that of a command
help-option-help = Show this help
help-option-version = Show the version
help-option-root = The site's folder, which holds content/, and themes/ and locales/ if there are any [default: the current folder]
help-option-lang = Language of messages and findings: ja or en [default: from the environment]
help-option-format = How findings are printed: human (with the line of the file and a caret), short (a line for each), json (an object on a line for each), github (annotations of GitHub Actions), sarif (one SARIF 2.1.0 log) or markdown (for diff, as the summary of a job) [default: human]
help-option-quiet = Print findings only
help-option-port = The port [default: 4321, or the next that is free]
help-option-host = The name or address to listen on; 0.0.0.0 lets other computers see the site [default: 127.0.0.1]
help-option-allow-settings = Let other computers show drafts and set the date, too
help-option-open = Open the browser
help-option-as-of = The instant for which states of recruitment are told [default: SOURCE_DATE_EPOCH, else now]
help-option-base-url = Where the site is published; takes the place of base_url in site.yaml
help-option-serve-base-url = Where the site will be published; takes the place of the address that is served
help-option-strict = Warnings count as errors
help-option-out = The output folder [default: public in the site's folder]
help-option-adopt = Take over an output folder that holds files which Annai did not write
help-option-fmt-check = Only say what would be rewritten; fail if there is anything
help-option-fmt-paths = Files or folders [default: all of content/]
help-option-max-stale = Fail when more translations than this are missing or out of date
help-option-require = Fail when one is missing or out of date in a language, of these kinds: en:fee,schedule
help-option-baseline = Record the gaps of today in content/translations.baseline; --max-stale and --require let them pass, and the file can only shrink
help-option-accept-paths = Files whose texts and facts are right, or single fields of them: content/fees/x.yaml:amount
help-option-all = All files of the site
help-option-language = Only the texts of that language, and no facts: those of all files if none is named
help-option-yes = Do not ask
help-option-verify-dir = The published folder
help-option-kind = The kind: hospital, program, fee, schedule and so on
help-option-name = The name of the new record, as in addresses and references
help-option-from = The record that is copied
help-option-after = The schedule that it follows: next year’s is made of it
help-option-export-what = The kind, and the file to write (.xlsx or .csv); with --language .xlsx, .po or .xliff, and the kind only if no others are wanted
help-option-import-what = The file to read (.xlsx, .csv, .po or .xliff); before it the kind, where neither the sheet nor the file is named for it
help-option-record = The record, as it is named in references: program/example-program
help-option-retire-since = The day on which it came to an end [default: today]
help-option-by = The record that takes its place
help-option-rename-from = The record, as it is named in references: hospital/example-hospital
help-option-rename-to = Its new name
help-option-export-language = The language of the translation, such as vi
help-option-merge-from = The record that goes
help-option-merge-into = The record that stays
help-option-dry-run = Only show what would change, and change nothing
help-option-code = The code of a finding; without it, all codes are listed
help-option-schema-out = The folder of the schemas [default: .annai/schema in the site’s folder]
help-option-reference = Print the reference of all fields as Markdown instead
help-option-init-dir = A new or empty folder
## rename, merge

change-written = changed: { $path }
change-new = new: { $path }
change-removed = removed: { $path }
change-moved = moved: { $from } → { $path }
change-done = { $count ->
    [one] Changed one file.
   *[other] Changed { $count } files.
}
change-dry = { $count ->
    [one] Nothing was changed, since --dry-run was given: one file would be.
   *[other] Nothing was changed, since --dry-run was given: { $count } files would be.
}
change-failed = { $path } could not be changed, so everything is as it was ({ $reason }).
change-completed = { $count ->
    [one] A change of one file had been broken off. It has been completed.
   *[other] A change of { $count } files had been broken off. It has been completed.
}
change-taken-back = { $count ->
    [one] A change of one file had been broken off. It has been taken back: the file is as it was.
   *[other] A change of { $count } files had been broken off. It has been taken back: all of them are as they were.
}
change-unsettled = An earlier change was broken off and cannot be completed at { $path } ({ $reason }).
change-unsettled-help = Make sure that the file can be written, then run the command again. What is still to be done is written down in .annai-change.json or .annai-change-back.json in the site’s folder.
change-errors = { $count ->
    [one] This would cause a new error
   *[other] This would cause { $count } new errors
}, so nothing was changed.
change-errors-help = Mend what is named above first, then run the command again.
change-unknown = There is no record “{ $name }”.
change-unknown-help = Did you mean “{ $nearest }”?
change-ambiguous = Several records are called “{ $name }”. Write the kind before it: { $known }
change-broken = The file of { $name } has errors. Mend them first; annai check names them.
change-bad-name = “{ $name }” cannot be the name of a record.
change-bad-name-nearest = “{ $nearest }” can: lower-case letters and digits, with single hyphens between them.
change-bad-name-help = Use lower-case letters and digits, with single hyphens between them, as in city-hospital.
change-taken = There is a record { $name } already.
change-taken-help = Choose another name. To make one record of two, use annai merge.
change-other-kind = { $name } is of another kind. Name a record of the same kind ({ $kind }).
change-retired = { $name } is retired already.
retire-bad-date = “{ $found }” cannot be read as a date. Write it like “--since { $day }”.
change-same = It is { $name } before and after: there is nothing to change.

alone-no-site = There is no site (no folder “content”) in “{ $folder }”. Typed in a site’s folder, annai shows the site in the browser. To start a new one, use annai init.

## new

new-head =
    Remove the “# ” before a field to use it, and replace the example.
    Lines of fields that are not needed may be removed, or stay as they are.
new-required = {"{label}"} (required)
new-unknown-kind = There is no kind “{ $found }”.
new-nearest-kind = Did you mean “{ $nearest }”? The kinds are { $known }.
new-kinds = The kinds are { $known }.
new-after-schedule = --after makes next year’s schedule; a { $kind } has none.
new-draft = It is a draft and not published yet; annai serve shows it. When it is ready, remove the line “draft: true”.
new-after = The dates are 52 weeks later, on the same weekdays, each marked “to be confirmed”. Compare them with the announcement and remove the mark where they are right; annai check names those that are left.
change-followed = { $name } is followed by { $by } already.
change-followed-help = Change that one, or remove the line “successor” of { $name } and run the command again.

## What changed between two folders

diff-done = { $count ->
    [0] Nothing changed.
    [one] 1 change.
   *[other] { $count } changes.
}
diff-changed = { $name }: { $old } → { $new }
diff-come = { $name }: new: { $new }
diff-gone = { $name }: removed: { $old }
diff-page-come = a new page: { $name }
diff-page-gone = the page is gone: { $name }
diff-page-moved = the page has moved: { $old } → { $new }
diff-language-gained = now in { $language }
diff-language-lost = no longer in { $language }
diff-state = recruitment: { $old } → { $new }
diff-address-lost = this address now leads nowhere: { $name }
diff-event-lost = readers’ calendars lose an event: { $name } ({ $old })
diff-file = the file has changed: { $old } → { $new } bytes
diff-file-come = a new file of { $new } bytes
diff-file-gone = the file is gone; it had { $old } bytes

## When the site says something else without an edit

next-state = { $record }: { $old } → { $new }
next-stage = { $record }: a stage begins or is over
next-round = { $record }: a round is over and no longer has a calendar
next-review = { $record }: the review is overdue
next-none = As it stands, the site will say the same for ever.
next-more = { $count ->
    [one] There is 1 more; --all shows it.
   *[other] There are { $count } more; --all shows them.
}
next-past = The published site has been out of date since { $at }: build it again.
next-not-yet = The published site is up to date until { $at }.
help-command-diff = Tell what changed between two folders of a site: facts, texts, pages, languages, states, lost addresses and events
help-command-next-change = Tell when the site will say something else without an edit
help-option-diff-old = The site's folder as it was
help-option-diff-new = The site's folder as it is
help-option-diff-as-of = The instant for which states of recruitment are compared [default: SOURCE_DATE_EPOCH, else now]
help-option-next-change-as-of = Look at what comes after this instant [default: SOURCE_DATE_EPOCH, else now]
help-option-next-change-all = Show all instants that are known, not only the first ten
help-option-since = Only say whether the next change of a published site is past, by its manifest; fails if it is
## export, import

sheet-ending = Give “{ $path }” a name that ends in .xlsx or .csv.
export-id = The record’s name in addresses and references. A row with a new name makes a new record
export-done = { $count ->
    [one] Wrote one record
   *[other] Wrote { $count } records
} to { $path }.
import-unreadable = { $path } could not be read ({ $reason }).
import-protected = { $path } is protected by a password, or has an old format. Take the password away and save it as an Excel workbook (*.xlsx).
import-broken = { $path } is damaged, or no spreadsheet ({ $reason }). Open it in a spreadsheet program and save it again.
import-too-large = { $path } has values in cells far away from the table. Delete the rows and columns that are not needed.
import-no-kind = Nothing says what this is a table of.
import-no-kind-help = Write the kind before the file, as in annai import hospital list.xlsx. The kinds are { $known }.
import-question = Change { $cells ->
    [one] one value
   *[other] { $cells } values
} of { $count ->
    [one] one record
   *[other] { $count } records
}? [y/N]
import-yes = Nothing was changed. If this is right, run the command with --yes.
import-not = Nothing was changed.
import-nothing = Nothing differs.
import-done = { $cells ->
    [one] Changed one value
   *[other] Changed { $cells } values
} of { $count ->
    [one] one record.
   *[other] { $count } records.
}
import-refused = Sheet “{ $sheet }”, { $cell } (row { $row }), “{ $found }”: { $why }
import-refused-text = { $cell } (row { $row }), “{ $found }”: { $why }
import-nothing-written = { $count ->
    [one] One cell cannot be taken over
   *[other] { $count } cells cannot be taken over
}, so nothing was changed.
import-no-id = No column is headed “id”. Keep the headings of the table that annai export wrote.
import-unknown-column = There is no field for this heading. Remove it, or write it as annai export does.
import-unknown-column-nearest = There is no field for this heading. Did you mean “{ $value }”?
import-twice-column = Another column has the same heading. Remove one of them.
import-empty-id = The id is empty. Write the record’s name in lower-case letters, as in city-hospital.
import-bad-id = This cannot be the name of a record. “{ $value }” can.
import-twice-id = There is another row of “{ $value }”. Make them one.
import-merged = Merged cells cannot be read. Unmerge them and write the value in each row.
import-formula = The formula gives an error ({ $value }). Write the value itself.
import-gap = The one before it is empty. Fill the columns of { $value } first.
import-has-parts = This record writes { $value } in parts, in columns that begin with { $value }. – leave this cell empty and write there.
import-is-whole = In this record { $value } is one value. Empty the column { $value } first, or leave this cell empty.
import-fixed = This place cannot be changed alone. Edit the file itself.
import-serial = This is the number by which spreadsheets count days. Write { $value }, or format the cell as a date.

## export --language, import
export-no-kind = Nothing says what is to be written.
export-no-kind-help = Write a kind before the file, as in annai export hospital list.xlsx, or a language, as in annai export --language vi vi.po.
translations-ending = The name of { $path } does not say what it is. Files for translators end in .xlsx, .po or .xliff.
translations-exported = { $count ->
    [one] Wrote one text to { $path }.
   *[other] Wrote { $count } texts to { $path }.
}
translations-imported = { $count ->
    [one] Took over one translation
   *[other] Took over { $count } translations
}{ $refused ->
    [0] .
    [one] ; one was refused.
   *[other] ; { $refused } were refused.
}
translations-language = The site has no language “{ $language }”.
translations-language-help = It has { $known }. Add the language to languages in content/site.yaml first.
translations-no-utf8 = { $path } is not in UTF-8. Save it as UTF-8 and try again.
translations-unread = { $path } cannot be read ({ $reason }).
translations-row = Row { $row } cannot be read in { $path }. The first row must keep its headings, every other one its id; formulas must not give errors.
translations-head-open = to be checked
translations-head-before = as it was translated
translations-head-notes = Context
translations-open = the source has changed
translations-note-id = By this Annai finds the place again. Leave it as it is.
translations-note-source = The text to be translated. Leave it as it is.
translations-note-target = Write the translation here. What stands in [[ ]] and the addresses of links must stand in it, too.
translations-note-open = A row in which something stands here is not taken over. Empty the cell when the translation is right.
translations-note-before = The text as it was when it was translated.
translations-note-notes = The page on which the text is seen, and the same in English.
translations-broken = Line { $line } of { $path } cannot be read. Open the file in the program that wrote it and save it again.
translations-unknown = Refused { $id }: the site has no such text.
translations-older = Refused { $id }: the source is another by now: { $detail }
translations-newer = Refused { $id }: there is another translation by now: { $detail } To take the file’s instead, delete that one first.
translations-message = Refused { $id }: { $detail }
translations-left-out = Left out what is marked as unfinished (fuzzy): { $count ->
    [one] one text
   *[other] { $count } texts
}.
translations-question = Write { $count ->
    [one] this translation
   *[other] these { $count } translations
}? [y/N]
translations-accept = When they are right, record that: annai accept --language { $language }
translations-no-language = { $path } does not say which language it is in.
translations-no-language-help = Its first entry (msgid "") needs a line "Language: es\n" with the language’s tag; in XLIFF it is target-language.
translations-source = { $language } is the language that is translated from.
translations-source-help = Name another language of the site. Nothing was written.
translations-names = Refused { $id }: { $detail } must stand in the translation as often as in the source.
translations-incomplete = Refused { $id }: the page is not there yet, and { $count } more of its sections are not translated, the first being “{ $detail }”. A new page is written once all of its sections are.
translations-fixed = Refused { $id }: its place in the file cannot be changed. Put it in by hand.
