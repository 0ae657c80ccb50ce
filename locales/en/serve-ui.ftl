## The editors' bar in the browser

serve-ui-bar = Editors’ bar
serve-ui-collapse = Hide bar
serve-ui-expand = Editors’ bar
serve-ui-findings = Problems
serve-ui-here-and-all = here { $here }, site { $all }
serve-ui-page = This page
serve-ui-lacks = missing { $count }
serve-ui-draft = Draft
serve-ui-view = Date and drafts
serve-ui-as-of-date = As of { $date }
serve-ui-without-drafts = no drafts
serve-ui-compare = Compare with { $name }
serve-ui-to-page = To the page
serve-ui-overview = All records
serve-ui-overview-short = Records
serve-ui-close = Close
serve-ui-open = Open in the editor
serve-ui-connected = annai serve answers again.
serve-ui-disconnected = annai serve does not answer. If it has ended, start it again: this page will then be brought up to date.

## Problems

serve-ui-clean = No problems were found.
serve-ui-mended = All errors have been mended.
serve-ui-stale = You see the last version of this page that worked. Once the error is mended, the new one appears.
serve-ui-here = On this page ({ $count })
serve-ui-error-elsewhere = An error on another page
serve-ui-elsewhere = Elsewhere in the site ({ $count })
serve-ui-all-findings = All other problems ({ $count })
serve-ui-unlisted = { $count } more are not listed. Run annai check to see all of them.
serve-ui-excerpt = The place in the file

## This page

serve-ui-gone = This page no longer exists: its file was removed or renamed. If it returns, the page comes back here.
serve-ui-hidden = This page is a draft. To see it, choose “Show drafts” under “Date and drafts”.
serve-ui-nothing = There is no page at this address. If you are about to write it, it appears here once its file is saved.
serve-ui-returned = The page has returned.
serve-ui-back = Back to the page before
serve-ui-home = Home page
serve-ui-is-draft = This page is a draft. It is shown here only, and is not published.
serve-ui-files = Made from
serve-ui-no-files = This page has no file of its own. It is made from the records that it lists.
serve-ui-languages = Other languages
serve-ui-side-by-side = Side by side
serve-ui-missing-prose = There is no text in this language yet; it goes into { $file }. The text in the other language:
serve-ui-missing-name = No name in this language yet:
serve-ui-missing-texts = Texts not yet in this language ({ $count }):
serve-ui-complete = Nothing is missing.

## Date and drafts

serve-ui-view-title = What the site shows
serve-ui-as-of-now = The site is shown as it is now ({ $date }, { $zone }).
serve-ui-as-of-fixed = The site is shown as it will be, or was, at { $date } ({ $zone }).
serve-ui-date = Date
serve-ui-time = Time
serve-ui-show = Show as of then
serve-ui-now = Back to now
serve-ui-dates = Dates on this page
serve-ui-drafts = Show drafts
serve-ui-everywhere = These settings hold for every window that shows this site, until annai serve ends. They change nothing in the files.

## The overview

serve-ui-overview-title = All records
serve-ui-records = Records
serve-ui-filter = Find
serve-ui-only = Show
serve-ui-only-all = All records
serve-ui-only-findings = With problems
serve-ui-only-missing = Missing in a language
serve-ui-only-overdue = Review overdue
serve-ui-only-drafts = Drafts
serve-ui-shown = { $shown } of { $all }
serve-ui-column-name = Name
serve-ui-column-kind = Kind
serve-ui-column-findings = Problems
serve-ui-column-checked = Last checked
serve-ui-column-review = Review by
serve-ui-column-file = File
serve-ui-errors = Errors
serve-ui-warnings = Warnings
serve-ui-overdue = overdue
serve-ui-broken = cannot be read

serve-ui-translations = Translations to do
serve-ui-translations-none = Every text is translated, and no translation is older than its source.
serve-ui-translations-more = { $count } more are not listed. annai status lists all of them.
serve-ui-column-language = Language
serve-ui-column-place = Text
serve-ui-column-state = State
serve-ui-column-source-old = Source then
serve-ui-column-source = Source now
serve-ui-column-translation = Translation
serve-ui-translation-missing = missing
serve-ui-translation-outdated = out of date

## Two languages side by side

serve-ui-compare-with = Compare with
serve-ui-compare-whole = Both languages have the same sections.
serve-ui-compare-untranslated = Sections that may not be translated yet: { $count }
serve-ui-compare-missing = Sections that one language does not have: { $count }
serve-ui-compare-gone = This page does not exist in { $name }.
serve-ui-section-missing = { $name } does not have this section.
serve-ui-section-same = Same text as in { $name }: not translated yet?
