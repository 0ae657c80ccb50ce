## Languages that should say the same

other-language-here = the other language is here
languages-disagree = “{ $found }” is not in the other language ({ $source }).
languages-disagree-value = “{ $found }” here ({ $language }) is “{ $expected }” in the other language ({ $source }).
languages-disagree-missing = “{ $found }” is not in the other language ({ $language }).
languages-disagree-help = Compare both with the source, and correct the one that is wrong. A value from a record is best quoted, like [[fee/example-fee.amount]].
mention-only-here = “[[{ $found }]]” is used more often here than in the other language ({ $language }).
mention-only-here-help = Write [[{ $found }]] in the other language too, or remove it here.
comparison-differs = “{ $found }” has a different limit (“at least”, “more than” and so on) in the other language ({ $source }).
comparison-differs-help = “More than three years” and “at least three years” are different conditions. Compare both with the source, and correct the one that is wrong.
name-differs = “{ $found }” here ({ $language }) is “{ $expected }” in the other language ({ $source }).
name-differs-slip = “{ $found }” seems to be a slip for the name “{ $expected }”.
name-differs-help = Compare both with the source, and correct the one that is wrong. A name that is mentioned, like [[hospital/example-hospital]], cannot differ.
sense-differs = “{ $found }” here does not go with “{ $expected }” in the other language.
sense-differs-missing = Nothing in the other language ({ $language }) says “{ $found }”.
sense-differs-help = Compare both with the source, and correct the one that is wrong. If both are right, sentences that are built more alike say so more clearly.
order-differs = “{ $found }” has changed places with another value in the other language ({ $language }).
order-differs-help = Look up in the source which value belongs to what, and correct the language that is wrong.
structure-headings = The number of headings is { $found } here and { $expected } in the other language ({ $language }).
structure-links = The number of links is { $found } here and { $expected } in the other language ({ $language }).
structure-images = The number of images is { $found } here and { $expected } in the other language ({ $language }).
structure-tables = The number of tables is { $found } here and { $expected } in the other language ({ $language }).
structure-lists = The number of lists is { $found } here and { $expected } in the other language ({ $language }).
unmatched-heading = The heading “{ $found }” translates none of the headings in the other language ({ $language }), so its anchor is its own.
unmatched-heading-help = Write the same section in the other language, or remove this one. If it translates a heading there, give it the same level and the same place in the order.
unused-anchor = {"{#"}{ $found }{"}"} has no effect in a translation. The heading has the anchor of its source, #{ $id }.
unused-anchor-help = Remove the anchor here. To change it, change it in the source language.
taken-anchor = The anchor #{ $found } is taken on this page, so the heading has #{ $id }.
taken-anchor-help = Give the heading another anchor.
structure-differs-help = Add what is missing, or remove what is extra, so that both languages have the same.

## Amounts and quantities

range-reversed = The range begins with more than it ends with.
range-reversed-help = Swap “from” and “to”, or correct one of them.
refund-reversed = Of what is given back, a later step is not less than the one before it, or ends no later.
refund-reversed-help = Write the earliest end and the largest share first, as in “- {"{"}returned: 100%, until: 2027-02-01{"}"}”, “- {"{"}returned: 50%, until: 2027-03-01{"}"}”.
free-with-amount = The fee is free of charge as a whole, but one of its items is not.
free-with-amount-help = Correct the whole or the item. If somebody else pays for the item, write who under its “payer”.
amount-here = this item is not free of charge
unknown-in-total = The whole is an exact amount, although the amount of one of its items is not known.
unknown-in-total-help = Delete “amount” of the whole; what is known is then added up for readers. Or write {"{"}at_least: …{"}"} or “approximate: true”.

## Time

window-reversed = The window closes before it opens, or at the same moment.
window-reversed-help = Correct “opens” or “closes”.
opens-here = it opens here
stage-too-early = The stage “{ $stage }” begins before “{ $before }”, which it follows, has ended.
stage-too-early-help = Correct the dates. If the source has them like this, write “overlaps: [{ $id }]” in the stage “{ $stage }”.
stage-too-early-begins = The stage “{ $stage }” is over before “{ $before }” has begun.
earlier-stage-ends-here = the earlier stage ends here
earlier-stage-begins-here = the earlier stage begins here
stages-overlap = The stages “{ $stage }” and “{ $other }” overlap.
stages-overlap-help = Correct the dates. If the source has them like this, write “overlaps: [{ $id }]” in the stage “{ $stage }”.
other-stage-here = the other stage begins here
rounds-overlap = The round begins before the one before it has ended.
rounds-overlap-help = Correct the dates. If the source has them like this, write “allow: [{"{"}code: rounds-overlap, because: …{"}"}]” with the reason.
earlier-round-here = the last stage of the round before is here
step-too-late = The step takes at least as long as the time that is left for it.
step-too-late-help = Correct “takes” or “when”. If the source has them like this, tell readers with a caution of the kind “timing” under “cautions”.
time-left-here = this much time is left
review-overdue = The day for comparing this record with its sources again is past.
review-overdue-help = Compare the record with its sources, then write today’s date under “verified” and the day of the next review under “review_by”.
no-successor = The recruitment is over, and nothing says what comes after it.
no-successor-help = Write the next one, like “successor: schedule/{ $next }”, or “successor: not-announced” if its dates are not known.
successor-known = The schedule of the next year is there (“{ $next }”), but this one says “successor: not-announced”.
successor-known-help = Write “successor: { $next }”.
successor-in-a-ring = The recruitments name each other as what comes next, or this one names itself: nothing comes after them.
successor-in-a-ring-help = Write the recruitment of the next year, or “successor: not-announced”.
fiscal-year-basis = The fiscal year does not say what it is counted by.
fiscal-year-basis-help = Write {"{"}year: { $year }, basis: training-start{"}"} if training starts in it, or “basis: recruitment” if recruitment takes place in it.

## Words and characters

half-width-kana = Half-width katakana are used (“{ $found }”).
full-width-digits = Full-width digits are used (“{ $found }”).
word-quotes = The whole text stands between quotation marks of a word processor ({ $found }), and readers see these too.
word-quotes-help = If they are meant as those of YAML, write { $right }.
character-width-help = Write “{ $right }”.
rejected-rendering = “{ $found }” is a rendering that the glossary rejects.
rejected-rendering-help = Write “{ $preferred }”.
rejected-rendering-term-help = Write the rendering of the glossary (see { $term }).
vague-link = The words of the link, “{ $found }”, do not say where it leads.
vague-link-help = Use the name of the page or file it leads to as the words of the link, like [Application form](…).
unmarked-language = “{ $found }” is Japanese, and this text is not (it is in the language “{ $language }”).
unmarked-language-help = Mark the words as in {"{"}{ $tag }:{ $found }{"}"}, so that they are read aloud and shown as what they are; or translate them.
unknown-term = The glossary has no entry for “{ $found }”.
unknown-term-help = Write an entry in content/terms/ whose name is “{ $found }”. If it is not a term, leave out the reading or the mark.

## Sentences and records

contradicts-record = “{ $found }” is not what the record states: { $field } is { $expected }.
contradicts-record-linked = “{ $found }” is not what { $record } states: { $field } is { $expected }.
contradicts-record-help = Correct the sentence or the record. A sentence that takes the value from the record, like [[fee/example-fee.amount]], cannot contradict it.
wrong-era-pair = “{ $found }” is not the same year as “{ $other }”.
wrong-era-pair-help = Check the year in the source, and correct one of the two.

## Records by themselves

future-date = This is told as done, but the day has not come yet.
future-date-help = Correct the date. What is only planned is told in a text.
future-date-far = This day is years ahead.
future-date-far-help = Check the year. If the source has it like this, write “allow: [future-date]” with the reason.
dates-reversed-review = The facts are to be compared again before the day on which they were compared.
dates-reversed-posted = The notice was put up before the day whose state it describes.
dates-reversed-help = Check both dates, and correct the wrong one.
dates-reversed-successor = The recruitment that comes next is of an earlier fiscal year than this one.
verified-here = compared on this day
as-of-here = it describes this day
successor-of-year = it is of the fiscal year that is written here
fiscal-year-differs = None of the dates goes with the fiscal year { $year } ({ $basis }).
fiscal-year-differs-name = The name speaks of the fiscal year { $found }, and the record of { $year }.
fiscal-year-differs-help = Check the fiscal year, and what it is counted by, in the source; then correct the year or the dates.
dates-here = the dates begin here
name-here = the name is here
parts-differ = The items add up to { $sum }, but the whole is { $whole }.
parts-differ-help = Compare both with the source, and correct the one that is wrong.
parts-differ-phases = The phases together do not last as long as the whole.
parts-differ-count = This says { $count }, but { $parts } are listed.
parts-differ-open-help = Compare both with the source, and correct the one that is wrong. If the source lists some of them only, write “open: true”.
repeated-entry-round = This round has the same stages and dates as an earlier one.
repeated-entry-host = This host is listed before, for the same fiscal year.
repeated-entry-number = Another item of the same list has this number.
repeated-entry-text = The same list has this item before.
repeated-entry-help = Delete what is there twice, or correct what was copied and not changed yet.
first-listed-here = listed first here
unconfirmed-status = The status is “{ $status }”, but “confirmed” says that nobody confirmed it.
unconfirmed-status-confirmed = The status is still “{ $status }”, although there is a day on which it was confirmed.
unconfirmed-status-help = Write “possible” while nobody has confirmed it; then “open” or “closed”, with the day under “confirmed”.
duplicate-name = Another record has the same name, and nothing tells the two apart.
duplicate-name-help = Make one of the two, or name them so that readers can tell them apart.
same-name-here = the other record of this name
near-copy = Apart from the name, every word is that of { $record }.
near-copy-dates = Every date is that of { $record }.
near-copy-help = If this record was made from a copy, replace what was taken over by what its own source says.
copied-from-here = the record that it is like
reading-differs = “{ $found }” in Latin letters does not go with the reading { $reading }.
reading-differs-kana = “{ $found }” in the name is not in the reading { $reading }.
reading-differs-help = Correct the one that is wrong: the name, its reading, or its Latin letters.
quotation-differs = “{ $found }” is marked as words of another language ({ $language }), but the text in that language does not have them.
quotation-differs-help = Quote the words as that text has them, or correct that text.

## Structure

empty-section = There is nothing under the heading “{ $found }”.
empty-section-help = Write the section, or delete the heading.
skipped-heading-level = This heading is of level { $found }; the deepest level that can stand here is { $expected }.
skipped-heading-level-help = Begin the line with “{ $marks }”.
duplicate-heading = There is another heading “{ $found }” in the same section.
duplicate-heading-help = Change one of the headings, so that they can be told apart in a list of headings.
host-redirects = Not every host leads on from the former address “{ $found }”.
host-redirects-file = No page can stand there. Netlify, Cloudflare Pages and GitLab Pages lead on by /_redirects, Apache by .htaccess (htaccess: true in content/site.yaml); GitHub Pages cannot.
host-redirects-query = It has a query (what follows “?”). Netlify leads on by /_redirects and Apache by .htaccess (htaccess: true in content/site.yaml); Cloudflare Pages, GitLab Pages and GitHub Pages cannot.
host-redirects-many = There are { $count } lines of former addresses in /_redirects, and { $host } reads { $most }.
host-redirects-many-help = Each former address has a line for each language, and one without. If you publish on { $host }, take away the aliases that nobody follows any more. Where a page can stand at a former address, readers are led on all the same.
host-redirects-long = The line of “{ $found }” in /_redirects has { $count } characters, and Cloudflare Pages reads { $most }.
host-redirects-long-help = A character that is not a Latin letter counts nine or more. If you publish on Cloudflare Pages, shorten the name of the file that it leads to, or take the alias away.
image-without-text = The image has no description.
image-without-text-help = Say between the brackets what the image shows: ![a map of the ways to the hospital](…).
literal-markup = This “**” is shown to readers as it stands, because no bold words begin or end here.
literal-markup-help = Put “**” directly before and after the bold words, without spaces inside. Write \*\* for the characters themselves.
wrong-language-link = The link leads to a page in another language ({ $language }).
wrong-language-link-help = Write “{ $right }”, or a reference such as [[hospital/example-hospital]], which leads to the page in the reader’s language.
unreferenced-record = No other record refers to this one.
unreferenced-record-help = Refer to it where readers would look for it. If lists and menus are enough, nothing need be done.
missing-base-url = Nothing says where the site is published: content/site.yaml has no base_url.
missing-base-url-help = Write base_url: https://example.org/guide/ in content/site.yaml, or give --base-url. Until then, feeds, the sitemap and links between languages lead to http://localhost/.
missing-address = The address of this link is missing.
missing-address-help = Write the address once it is known. Until then readers are told that it is missing.

## Accepted findings

unused-allow = “{ $code }” is accepted here, but there is no such finding.
unused-allow-help = Delete this entry of “allow”. Errors cannot be accepted; they have to be corrected.
unknown-rule = There is no rule “{ $word }”.
unknown-rule-nearest = Did you mean “{ $nearest }”?
unknown-rule-help = Write the name of the rule that stands in brackets in the finding, such as missing-translation.
slip-help = Write “{ $line }”. To show the sign as it stands, put \ before it.
slip-heading = This is no heading as it is written, and is shown as typed.
slip-list = This is no list as it is written: it is joined to the line before and shown as typed.
slip-quote = This is no quotation as it is written, and is shown as typed.
slip-table = This is no table as it is written, and is shown as typed.
slip-table-rule = There is no line “|---|” under the first row, so that this is no table and is shown as typed.
slip-rule = This is no rule as it is written, and is shown as typed.
slip-mention = The brackets of this reference are full-width ones, so that it is shown as typed.
slip-ruby = The signs of this reading are full-width ones, so that it is shown as typed.
slip-link = This is no link as it is written, and is shown as typed.
slip-bold = These are no bold words as they are written, and are shown as typed.
slip-indent = Since the line is indented, it is shown like the text of a program.
slip-underline = The “---” in the next line makes this line a heading. If you mean a rule, put an empty line before “---”.
slip-footnote = There is no text of the note “{ $found }”, so that it is shown as typed.
lost-cells = This row has { $cells } cells, and the head of the table { $columns }. The other cells are not shown.
lost-cells-help = Give the row as many cells as the head has. Write \| for the character “|” itself.

lost-address = { $address } was published and leads nowhere now.
lost-address-help = Write “aliases: [{ $alias }]” into the record that takes its place. If there is none, give it up: annai accept { $path }.
lost-address-file = Write “aliases: [{ $alias }]” into { $file } if it takes its place. If there is none, give it up: annai accept { $path }.
lost-anchor = The heading “#{ $anchor }” was published and is gone.
lost-anchor-help = Write {"{#"}{ $anchor }{"}"} after the heading that takes its place.
changed-event = The date at { $key } is in readers’ calendars and has changed from { $old } to { $new }.
changed-event-help = If it is right, run annai accept { $path }: subscribers are then told of the change.
lost-event = A date in readers’ calendars is gone: { $old }.
lost-event-help = If it does not take place, leave it and write “withdrawn: true”, so that subscribers are told. If the record was renamed, write its former address into “aliases”. If it is to go without a word, run annai accept { $path }.
