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
init-next-check = Run annai -C { $folder } check to look for mistakes.
init-not-empty = { $folder } is not empty. Name a new or an empty folder.

## explain

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
status-old = source then:
status-source = source now:
status-translation = translation:
status-facts = facts have changed since they were accepted
status-fact-old = was:
status-fact-new = is now:
status-known = (known: it stands in content/translations.baseline)
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
