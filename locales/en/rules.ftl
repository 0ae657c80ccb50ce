# What annai explain shows for each rule: what it finds, .why, .bad (an example), .good (the example mended).

rule-ambiguous-reference = Finds references that fit more than one record.
    .why = When a hospital and an organization have the same file name, the name alone does not say which is meant.
    .bad = Apply to [[minato]].
    .good = Apply to [[hospital/minato]].

rule-bad-address = Finds values that cannot be read as an address.
    .why = A malformed address works neither as a link nor as a redirect.
    .bad = form: www.example.org/apply
    .good = form: https://www.example.org/apply

rule-bad-colour = Finds values that cannot be read as a colour.
    .why = The name of a colour is not the same colour everywhere, and words in it may be impossible to read.
    .bad = colour: navy
    .good = colour: "#1a5276"

rule-bad-duration = Finds values that cannot be read as a length of time.
    .why = A length is shown in the words of each language, and is compared and added up. That is not possible with a sentence.
    .bad = duration: for some time
    .good =
        duration:
          about: P2Y

rule-bad-file-name = Finds file names that cannot become an address.
    .why = The file name becomes the address of the page. Addresses with capitals, spaces or Japanese easily break when they are passed on.
    .bad = content/hospitals/Minato Hospital.yaml
    .good = content/hospitals/minato.yaml

rule-bad-language = Finds languages that the site does not have, and malformed language tags.
    .why = A text in a language that the site does not have is shown on no page. Often the tag is a slip.
    .bad =
        name:
          jp: みなと病院
    .good =
        name:
          ja: みなと病院

rule-bad-message = Finds words for readers that do not say what the built-in ones say: a value that is not shown, a case of numbers that is none, HTML, a message that stands twice.
    .why = Most words have values in them. Where one is left out or misspelt, a page loses the year, the currency or the bound that stood there, or shows the words in another language.
    .bad = length_at_least = no less
    .good = length_at_least = no less than {"{"} $value {"}"}

rule-bad-moment = Finds values that cannot be read as a date or time, dates that do not exist, announcements of another century, and periods that end before they begin.
    .why = Dates are shown with their weekday and era in each language, and decide whether something is open.
    .bad = opens: 2023-11-31
    .good = opens: 2023-11-30 12:00

rule-bad-money = Finds values that cannot be read as an amount of money.
    .why = Amounts are shown in the style of each language and added up. An unknown amount written as 0 reads as free of charge.
    .bad = amount: please ask
    .good = amount: unknown

rule-bad-number = Finds values that cannot be read as a number.
    .why = Places in a menu, numbers of copies and the like can only be numbers.
    .bad = menu: first
    .good = menu: 1

rule-bad-phone = Finds values that cannot be read as one telephone number.
    .why = If other digits, such as office hours or a second number, were dialled with it, readers would call somebody else.
    .bad = phone: 03-1234-5678 (9:00-17:00)
    .good = phone: 03-1234-5678

rule-bad-quantity = Finds values that cannot be read as a number or a length of time.
    .why = “More than three years” and “at least three years” are different conditions. A fixed form keeps them apart.
    .bad = quantity: three years or so
    .good =
        quantity:
          at_least: P3Y

rule-bad-zone = Finds names of time zones that do not exist.
    .why = Without its time zone, the time of a deadline says nothing.
    .bad = zone: Tokyo
    .good = zone: Asia/Tokyo

rule-broken-anchor = Finds links to headings that a page does not have.
    .why = The reader arrives at the top of the page instead of the place that was meant.
    .bad =
        ## How to apply {"{#apply}"}

        See [How to apply](#application).
    .good =
        ## How to apply {"{#apply}"}

        See [How to apply](#apply).

rule-broken-html = Finds mistakes in the HTML that a theme’s templates make: elements that do not nest, ids that stand twice, images without a text, links to pages that this site does not have (a warning).
    .why = Browsers show such a page, each in its own way, and screen readers lose their place in it.
    .bad = <section><h2>About us</h2>
    .good = <section><h2>About us</h2></section>

rule-broken-link = Finds links to pages or files that this site does not have.
    .why = The reader arrives at a page that says “not found”.
    .bad = [The hospital](/en/hospitals/mintao/)
    .good = [The hospital](/en/hospitals/minato/)

rule-changed-event = Finds dates in readers’ calendars that have moved or gone, and that nobody has accepted yet.
    .why = Whoever follows a calendar plans by it. A date that moves by a slip moves in their calendars, too. annai accept records that the new one is right; calendars then show it as a change.
    .bad = {"{"}stage: application, closes: 2030-02-07 17:00{"}"}
    .good = {"{"}stage: application, closes: 2030-01-31 17:00{"}"}

rule-changed-facts = Finds records whose facts have changed since somebody compared them with their sources (a warning).
    .why = A fact that was checked and then changed by mistake looks as trustworthy as before. annai accept records that the new value is right.
    .bad =
        # accepted as 300000, never compared again
        amount: 350000
    .good =
        # after annai accept content/fees/practical-training.yaml
        amount: 350000

rule-changed-texts = Finds texts that have changed since they were accepted (a warning).
    .why = A text that changes in one language alone, comes, goes or changes places should not be published before somebody has looked. annai accept shows what was and what is, and records it.
    .bad = {"{"}ja: 2年の研修, en: a three-year course{"}"}
    .good = {"{"}ja: 2年の研修, en: two years of training{"}"}

rule-character-width = Finds half-width katakana and full-width digits (a warning).
    .why = They look untidy beside other text, and searching for the usual characters does not find them.
    .bad = The course begins in ２０２４.
    .good = The course begins in 2024.

rule-clashing-address = Finds pages that use the same address.
    .why = One address can show only one page.
    .bad =
        # both in content/hospitals/wakaba.yaml and in content/hospitals/aoba.yaml
        aliases: ["/hospitals/old-name/"]
    .good =
        # in one of them only
        aliases: ["/hospitals/old-name/"]

rule-clashing-identity = Finds files that become a record of the same name.
    .why = A reference could mean either of them.
    .bad =
        content/hospitals/wakaba.yaml
        content/hospitals/wakaba.yml
    .good = content/hospitals/wakaba.yaml

rule-comparison-differs = Finds quantities whose limit (“more than”, “at least” and so on) differs between the languages (a warning).
    .why = “More than three years” and “at least three years” let different people in. A reader of one language would be told something else.
    .bad =
        ja: 3年を超える経験
        en: at least 3 years of experience
    .good =
        ja: 3年以上の経験
        en: at least 3 years of experience

rule-contradicts-record = Finds dates, amounts, lengths, numbers of people and contacts in sentences that are not those of the record, or of its program, fees and schedules (a warning).
    .why = The page then shows two values, and one of them is wrong. Only what can hardly be meant otherwise is found: a date that differs in one part, an amount where the record has another, a length that the sentence calls its duration.
    .bad =
        duration:
          at_most: P2Y
        summary:
          ja: 研修期間は最長3年です。
          en: Training lasts up to three years.
    .good =
        duration:
          at_most: P2Y
        summary:
          ja: 研修期間は最長2年です。
          en: Training lasts up to two years.

rule-dates-reversed = Finds two dates of a record of which the one that comes first is the later (a warning).
    .why = A notice that was put up before the day whose state it describes, or facts to be compared again before they were compared: one of the two dates is a slip.
    .bad =
        as_of: 2026-10-01
        posted: 2026-09-01
    .good =
        as_of: 2026-10-01
        posted: 2026-10-09

rule-draft-reference = Finds references from published pages to drafts.
    .why = A draft is not published, so the reference would lead to no page.
    .bad =
        # while content/programs/observation.yaml has draft: true
        related: [program/observation]
    .good =
        # after draft: true was removed there
        related: [program/observation]

rule-duplicate-field = Finds fields that are written twice.
    .why = Nothing says which of the two values to use.
    .bad =
        prefecture: mie
        prefecture: gunma
    .good = prefecture: mie

rule-duplicate-heading = Finds two headings of the same words in one section (a warning).
    .why = In a table of contents or a list of headings, nobody can tell which is which.
    .bad =
        ## Documents

        For the application …

        ## Documents

        For the residence permit …
    .good =
        ## Documents for the application

        For the application …

        ## Documents for the residence permit

        For the residence permit …

rule-duplicate-name = Finds two records of one kind that have the same name and that nothing tells apart: no place, no program, no year (a warning).
    .why = Readers who find two of them do not know which one they want. Often one of them was made although the other was there.
    .bad =
        name:
          ja: みなと病院
          en: Minato Hospital
        prefecture: ishikawa
    .good =
        name:
          ja: みなと中央病院
          en: Minato Central Hospital
        prefecture: ishikawa

rule-empty-section = Finds headings with nothing under them (a warning).
    .why = A reader who goes there finds nothing, and cannot tell whether something was forgotten.
    .bad =
        ## Fees

        ## Documents

        A copy of the licence.
    .good =
        ## Documents

        A copy of the licence.

rule-file-name-not-utf8 = Finds file names that are not in UTF-8.
    .why = A file name becomes an address. In another encoding it looks different from one computer to the next.
    .bad = a Japanese file name in Shift_JIS
    .good = content/hospitals/minato.yaml

rule-file-name-twice = Finds two file names that look the same.
    .why = A letter such as é can be stored as one character or as e with an accent. As both look the same, nobody can tell which file is meant.
    .bad = two files that both look like “café.png”
    .good = one file “café.png”

rule-file-too-large = Finds files that are too large.
    .why = A record or a page of prose is seldom larger than some tens of kilobytes. Perhaps another file was put there by mistake.
    .bad = content/pages/about.en.md (50 megabytes)
    .good = content/pages/about.en.md (10 kilobytes)

rule-fiscal-year-basis = Finds fiscal years that do not say what they are counted by (a warning).
    .why = “Fiscal year 2024” can be the year in which training starts or the year in which people are recruited, which is often the year before.
    .bad = fiscal_year: 2024
    .good =
        fiscal_year:
          year: 2024
          basis: training-start

rule-fiscal-year-differs = Finds fiscal years that go neither with the dates of their recruitment nor with the year in the name of the record (a warning).
    .why = When last year’s record is copied, the year or a date is easily left as it was, and people apply for the wrong year.
    .bad =
        fiscal_year:
          year: 2026
          basis: recruitment
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-11-01
                closes: 2024-11-14
    .good =
        fiscal_year:
          year: 2024
          basis: recruitment
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-11-01
                closes: 2024-11-14

rule-folder-unreadable = Finds folders that cannot be read.
    .why = The files in them would be missing on the site without anybody noticing.
    .bad = content/hospitals/ without permission to read it
    .good = content/hospitals/ with permission to read it

rule-free-with-amount = Finds fees that are free of charge as a whole and have an item that is not. A deposit that is given back is none.
    .why = One of the two is wrong, and a reader may be surprised by a bill.
    .bad =
        amount: 0
        items:
          - name: {"{"}en: Meals{"}"}
            amount: 5000
    .good =
        amount: 5000
        items:
          - name: {"{"}en: Meals{"}"}
            amount: 5000

rule-front-matter = Finds settings between “---” at the beginning of prose.
    .why = Titles, dates and other facts are written once, in a YAML file that belongs to no language. In prose they could differ from one language to another.
    .bad =
        ---
        title: About this guide
        ---
        This site …
    .good =
        # About this guide

        This site …

rule-future-date = Finds days on which something was done, and which have not come yet (a warning): verified, confirmed, posted, as_of, the dates of changes. Also the dates of notices and recruitments that are more than five years ahead.
    .why = Facts that were “last compared” next year were not compared; readers trust a date that is a slip.
    .bad = verified: 2027-11-01
    .good = verified: 2026-11-01

rule-hidden-character = Finds characters that nobody sees and that change how others are shown.
    .why = A control character is a gap or a box on some screens. A sign that turns the direction of writing shows what follows in reverse: a name or an address reads other than it is.
    .bad =
        name:
          ja: 例
          en: "Exam\u202Eple"
    .good =
        name:
          ja: 例
          en: Example

rule-host-redirects = Lists former addresses that some hosts do not redirect (a note).
    .why = A reader with an old link arrives only where the host leads on from it. Where it cannot, the link is dead, and nobody who publishes sees it.
    .bad =
        aliases:
          - /guide.php?id=3
    .good =
        aliases:
          - /guide/

rule-image-without-text = Finds images without a description.
    .why = People who cannot see the image are told nothing of it.
    .bad = ![](/assets/map.png)
    .good = ![The way from the station to the hospital](/assets/map.png)

rule-invalid-encoding = Finds files that are not encoded in UTF-8.
    .why = Text in another encoding turns into wrong characters. Old editors and spreadsheet programs may save in Shift_JIS.
    .bad = a file saved in Shift_JIS
    .good = a file saved in UTF-8

rule-languages-disagree = Finds dates, amounts, lengths, numbers, addresses and references that one language has and the other has not (a warning).
    .why = Readers of the two languages would be told different things, and one of them is wrong.
    .bad =
        ja: 締切は6月30日です。
        en: The deadline is 29 June.
    .good =
        ja: 締切は6月30日です。
        en: The deadline is 30 June.

rule-link-in-a-circle = Finds symbolic links to a folder that holds them.
    .why = Following one would read the same folder for ever.
    .bad = a link from content/hospitals/all to content/
    .good = content/hospitals/ without the link

rule-link-out-of-site = Finds symbolic links to something that is not among the files of the site: outside content/, themes/ and locales/, or hidden.
    .why = Files that were never meant to be published could end up on the site.
    .bad = a link from content/assets/logo.png to /home/user/logo.png, or to ../../.git/config
    .good = logo.png copied into content/assets/

rule-literal-markup = Finds signs that are shown to readers as they stand: “**”, full-width “＃” and “｜”, “・” at the start of a line, and the like (a warning).
    .why = There is no bold word, heading, list or table, and the signs look like a mistake.
    .bad = This is ** important **.
    .good = This is **important**.

rule-locale-syntax = Finds mistakes in files of messages (.ftl files in locales/).
    .why = A message with a mistake is not read, and the built-in message is shown instead.
    .bad = count_entries = {"{"} $count entries
    .good = count_entries = {"{"} $count {"}"} entries

rule-lost-address = Finds pages that were published and have no address any more, and headings that other sites may link to and that have lost theirs.
    .why = Whoever linked to a page years ago, or printed its address, arrives at “not found”. A former address leads to the page of today: aliases of the record. What was published is in content/translations.lock, which annai accept writes; a record that is given up for good is accepted by its path.
    .bad =
        ## Fees

        It is free.
    .good =
        ## Fees {"{#cost}"}

        It is free.

rule-lost-words = Finds words that no page shows: those that YAML does not read as text, and cells of a row that has more of them than the head of its table.
    .why = From a “#” after a space to the end of the line all is a comment; a “&” at the start of a value makes a name, and a “!” a type. Part of the text is lost, and whoever wrote it does not notice.
    .bad =
        summary:
          ja: 受付 #1 で配布
          en: Handed out at desk #1
    .good =
        summary:
          ja: "受付 #1 で配布"
          en: "Handed out at desk #1"

rule-markdown-nesting = Finds quotations and lists that are nested too deeply.
    .why = Deep nesting suits neither the screen nor a screen reader, and is usually a slip.
    .bad = > > > > > > (200 levels of quotation)
    .good = > a quotation

rule-misplaced-file = Finds files in places where they are not used.
    .why = Their contents would be missing on the site without anybody noticing.
    .bad = content/minato.yaml
    .good = content/hospitals/minato.yaml

rule-missing-address = Lists links whose address is not known (a note).
    .why = Readers are told that the address is missing. When it becomes known, it should be written.
    .bad =
        links:
          - label: {"{"}en: Application form{"}"}
            address: missing
    .good =
        links:
          - label: {"{"}en: Application form{"}"}
            address: https://www.example.org/form.pdf

rule-missing-base-url = Finds a site that does not say where it is published (a warning).
    .why = Feeds, the sitemap and the links between languages need whole addresses. Without one they lead to http://localhost/, which works for nobody else.
    .bad =
        # content/site.yaml
        title:
          ja: 医師の研修案内
          en: Guide to medical training
        languages: [ja, en]
    .good =
        # content/site.yaml
        title:
          ja: 医師の研修案内
          en: Guide to medical training
        languages: [ja, en]
        base_url: https://example.org/guide/

rule-missing-field = Finds records that lack a required field.
    .why = A page without a name cannot be shown, nor a fee that belongs to no program.
    .bad = amount: 300000
    .good =
        name:
          en: Fee for practical training
        program: program/practical-training
        amount: 300000

rule-missing-site-field = Finds required fields that are missing in the settings of the site.
    .why = Without the languages and the name of the site, no page can be made.
    .bad =
        # content/site.yaml
        languages: [ja, en]
    .good =
        # content/site.yaml
        languages: [ja, en]
        title:
          ja: 医師の研修案内
          en: Guide to medical training

rule-missing-site-file = Finds that the settings file of the site is missing.
    .why = content/site.yaml holds the name of the site and its languages. Without it, nothing says in which languages to make pages.
    .bad = content/hospitals/minato.yaml alone
    .good =
        content/site.yaml
        content/hospitals/minato.yaml

rule-missing-translation = Finds texts and prose without a translation (a warning).
    .why = Until it is translated, the text is shown in another language, labelled with that language’s name. Readers may not understand it.
    .bad =
        name:
          ja: みなと病院
    .good =
        name:
          ja: みなと病院
          en: Minato Hospital

rule-missing-words = Finds languages of the site in which the generator cannot say everything (a remark).
    .why = Labels, dates and notices are then shown in another language, between texts in the reader's own. annai export --language writes the words for translators, and annai import takes them back. The example is a language of which Annai has all words; one without them may well be on a site.
    .bad = languages: [ja, en, fr]
    .good = languages: [ja, en, vi]

rule-name-differs = Finds names that are others in the other language (a warning).
    .why = Names of hospitals, institutions, programs, terms, prefectures and specialties are facts. If one language names another, its readers apply at the wrong place. A name of which only a letter or two differ is shown as a slip.
    .bad =
        {"{"}ja: みなと病院で行います。, en: It takes place at Aoba Hospital.{"}"}
    .good =
        {"{"}ja: みなと病院で行います。, en: It takes place at Minato Hospital.{"}"}
rule-no-site = Finds that there is no folder “content”.
    .why = Everything that a site is made of lies in its folder “content”. Perhaps the command was run in another folder.
    .bad = hospitals/minato.yaml alone
    .good =
        content/site.yaml
        content/hospitals/minato.yaml

rule-near-copy = Finds records that repeat all dates or, apart from the name, all words of another (a warning). Recruitments of one scheme in one year may share their dates.
    .why = A record is often made from a copy of another. What was not replaced yet looks like a fact of its own.
    .bad =
        fiscal_year:
          year: 2026
          basis: training-start
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2024-10-01
                closes: 2024-10-31
              - stage: result
                at: 2024-11-30
    .good =
        fiscal_year:
          year: 2026
          basis: training-start
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2025-10-01
                closes: 2025-10-31
              - stage: result
                at: 2025-11-30

rule-no-successor = Finds recruitments that are over and do not say what comes after them, or say that it is not announced where it is, or whose next ones lead back to them (a warning).
    .why = A reader who comes too late wants to know when the next recruitment is, or that nobody knows yet.
    .bad =
        # content/schedules/specialist-2024.yaml, when all its windows are past
        program: program/specialist-training
    .good =
        # content/schedules/specialist-2024.yaml, when all its windows are past
        program: program/specialist-training
        successor: not-announced

rule-order-differs = Finds two values of a sentence that have changed places (a warning).
    .why = All values are there, but each belongs to the other thing. It is found where names and other values stand in the same order in both languages, and the values of one kind alone do not.
    .bad =
        {"{"}ja: 1次募集は11月、2次募集は12月です。, en: "Round 1 is in December, round 2 in November."{"}"}
    .good =
        {"{"}ja: 1次募集は11月、2次募集は12月です。, en: "Round 1 is in November, round 2 in December."{"}"}
rule-outdated-translation = Finds translations whose source text has changed since they were accepted (a warning).
    .why = The translation may say what was right before the change.
    .bad =
        # ja changed from 2年 to 3年 after en was accepted
        ja: 3年の研修
        en: two years of training
    .good =
        # corrected, then accepted with annai accept
        ja: 3年の研修
        en: three years of training

rule-parts-differ = Finds a whole and its parts that do not go together (a warning): items and their total, phases and the duration, “eight documents” above a list of seven.
    .why = One of the two is wrong. Readers pay, wait or hand in too little.
    .bad =
        amount: 100000
        items:
          - name: {"{"}en: Training fee{"}"}
            amount: 60000
          - name: {"{"}en: Insurance{"}"}
            amount: 30000
    .good =
        amount: 90000
        items:
          - name: {"{"}en: Training fee{"}"}
            amount: 60000
          - name: {"{"}en: Insurance{"}"}
            amount: 30000

rule-placeholder = Finds records that still have the “…” or the name that annai new wrote.
    .why = It says nothing, and would be published as it is.
    .bad = summary: {"{"}ja: …, en: …{"}"}
    .good = summary: {"{"}ja: 来日する方のための案内です。, en: A guide for those who come to Japan.{"}"}

rule-quotation-differs = Finds words that are marked as another language’s, like {"{"}ja:願書{"}"}, and that the record’s text in that language does not have (a warning).
    .why = Readers look for the words on a form or a sign. If they are not those of the original, they find nothing.
    .bad =
        summary:
          ja: 申込書を出します。
          en: Hand in the form {"{"}ja:願書{"}"}.
    .good =
        summary:
          ja: 申込書を出します。
          en: Hand in the form {"{"}ja:申込書{"}"}.

rule-range-reversed = Finds ranges that begin with more than they end with.
    .why = The two ends are swapped, or one of them is wrong.
    .bad =
        amount:
          from: 800000
          to: 300000
    .good =
        amount:
          from: 300000
          to: 800000

rule-raw-html = Finds HTML in prose.
    .why = HTML could bring in unsafe content, and would make pages look different from one another.
    .bad = This is <b>important</b>.
    .good = This is **important**.

rule-reading-differs = Finds names in Latin letters, and kana in names, that do not go with the reading of the name (a warning).
    .why = One of them has a slip. The reading decides where a name stands in lists, and the Latin letters are what readers say and search for.
    .bad =
        reading: みなとびょういん
        romanized: Manato Byōin
    .good =
        reading: みなとびょういん
        romanized: Minato Byōin

rule-rejected-rendering = Finds renderings that the glossary rejects (a warning). What stands between quotation marks is somebody else’s, and left alone.
    .why = A term that is called something else on each page seems to be several things. An entry of the glossary names under “rejected” what the guide does not call it.
    .bad = Externs take part in practical training.
    .good = Trainees take part in practical training.

rule-repeated-entry = Finds a round, a host, a number or an item that a list has twice (a warning).
    .why = Usually an entry was copied, and not everything in it was changed; so another one is missing.
    .bad =
        eligibility:
          all_of:
            - number: "(1)"
              text: {"{"}en: A licence{"}"}
            - number: "(1)"
              text: {"{"}en: Three years of experience{"}"}
    .good =
        eligibility:
          all_of:
            - number: "(1)"
              text: {"{"}en: A licence{"}"}
            - number: "(2)"
              text: {"{"}en: Three years of experience{"}"}

rule-review-overdue = Finds records whose day of review (review_by) is past (a warning).
    .why = What was right on the day it was checked may have changed since.
    .bad =
        verified: 2023-04-01
        review_by: 2024-04-01
    .good =
        verified: 2026-04-01
        review_by: 2027-04-01

rule-rounds-overlap = Finds rounds that begin before the round before them has ended (a warning). Rounds that begin together are tracks beside each other.
    .why = Usually one of the dates is wrong. Where rounds do overlap, the record says so in allow, with the reason.
    .bad =
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2023-11-01
                closes: 2023-11-14
          - round: second
            stages:
              - stage: application
                opens: 2023-11-10
                closes: 2023-12-04
    .good =
        rounds:
          - round: first
            stages:
              - stage: application
                opens: 2023-11-01
                closes: 2023-11-14
          - round: second
            stages:
              - stage: application
                opens: 2023-12-01
                closes: 2023-12-04

rule-sense-differs = Finds sentences that say the opposite in the other language (a warning).
    .why = May and may not, before and after, required and optional, with and without tax, days of the week, a month and a year: readers are misled although all numbers are the same. Only sentences that belong together are compared.
    .bad =
        {"{"}ja: 処方は認められていません。, en: Prescribing is permitted.{"}"}
    .good =
        {"{"}ja: 処方は認められていません。, en: Prescribing is not permitted.{"}"}
rule-skipped-heading-level = Finds headings that are more than one level below the one before (a warning).
    .why = People who listen to a page go from heading to heading, and a missing level seems to be a missing section.
    .bad =
        ## Application

        #### Documents

        A copy of the licence.
    .good =
        ## Application

        ### Documents

        A copy of the licence.

rule-spelling = Finds values that are not in the canonical spelling. They mean the same, and may stay as they are.
    .why = Values that are always written alike are easier to search for and to compare. annai fmt rewrites them.
    .bad = amount: ３０万円
    .good = amount: 300000

rule-stage-too-early = Finds stages that begin before the stage that they follow has ended, or are over before any can have begun: an interview before applications open. A window that begins while the other is open, and ends no sooner, is a question of stages-overlap.
    .why = A result cannot come before the selection has ended, nor a selection before applications are closed.
    .bad =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: selection
          at: 2023-11-10
    .good =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: selection
          at: 2023-11-20

rule-stages-overlap = Finds windows of one round that overlap without saying so (a warning).
    .why = Usually one of the dates is wrong. Where windows do overlap, “overlaps” says so.
    .bad =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: interview
          opens: 2023-11-10
          closes: 2023-11-20
    .good =
        - stage: application
          opens: 2023-11-01
          closes: 2023-11-14
        - stage: interview
          opens: 2023-11-10
          closes: 2023-11-20
          overlaps: [application]

rule-step-too-late = Finds steps that take at least as long as the time that is left for them (a warning).
    .why = Readers who begin when the step says may be too late. If the source has it like this, a caution tells them.
    .bad =
        steps:
          - name: {"{"}en: Apply for the permit{"}"}
            when:
              at: -P1M
              of: training-start
            takes:
              at_least: P1M
    .good =
        steps:
          - name: {"{"}en: Apply for the permit{"}"}
            when:
              at: -P1M
              of: training-start
            takes:
              at_least: P1M
        cautions:
          - kind: timing
            text: {"{"}en: The permit may take longer than the time left for it.{"}"}

rule-structure-differs = Finds headings, links, images, tables and lists that one language has and the other has not (a warning).
    .why = Usually something was added in one language and forgotten in the other.
    .bad =
        {"<!--"} The Japanese prose has two headings. {"-->"}
        ## How to apply

        Send the form.
    .good =
        {"<!--"} The Japanese prose has two headings. {"-->"}
        ## How to apply

        Send the form.

        ## Fees

        None.

rule-template-error = Finds mistakes in templates.
    .why = No page can be made from a template with a mistake.
    .bad = <h1>{"{{"} page.titel {"}}"}</h1>
    .good = <h1>{"{{"} page.title {"}}"}</h1>

rule-to-be-confirmed = Lists dates that are still marked “to be confirmed” (a note).
    .why = The schedule that annai new --after makes begins with last year’s dates, 52 weeks later on the same weekdays. Until somebody compares them with the announcement, they are guesses.
    .bad = closes: 2026-12-11 to be confirmed
    .good = closes: 2026-12-11

rule-unclosed-mention = Finds “[[” without “]]”.
    .why = It is not read as a reference, and the brackets would be shown to readers.
    .bad = See [[hospital/minato].
    .good = See [[hospital/minato]].

rule-unconfirmed-status = Finds hosts whose status is not what its confirmation says (a warning): “open” although nobody confirmed it, or “possible” although somebody did.
    .why = “May take people in” and “takes people in” are different facts. People move for the second.
    .bad =
        participation:
          - host: hospital/aoba
            status: open
            confirmed: none
    .good =
        participation:
          - host: hospital/aoba
            status: possible
            confirmed: none

rule-unknown-fact = Finds values quoted in prose that the record does not have.
    .why = Amounts and dates are written once, in a record, and prose quotes them. What is not there cannot be quoted.
    .bad = The fee is [[fee/practical-training.amout]].
    .good = The fee is [[fee/practical-training.amount]].

rule-unknown-field = Finds fields with a name that is not known.
    .why = When the name of a field is misspelt, its value is shown nowhere.
    .bad = prefecure: ishikawa
    .good = prefecture: ishikawa

rule-unknown-in-total = Finds exact totals of which one item is not known (a warning).
    .why = If an item is unknown, the whole cannot be exact; readers would take it for all that they have to pay.
    .bad =
        amount: 300000
        items:
          - name: {"{"}en: Insurance{"}"}
            amount: unknown
    .good =
        amount:
          at_least: 300000
        items:
          - name: {"{"}en: Insurance{"}"}
            amount: unknown

rule-unknown-kind = Finds folders that are not a kind of record.
    .why = The name of the folder decides the kind of the record. A record of an unknown kind cannot be shown.
    .bad = content/hospital/minato.yaml
    .good = content/hospitals/minato.yaml

rule-unknown-message = Finds messages in files of words that nothing asks for (a warning).
    .why = The words are never shown: most likely the name has a slip, and the built-in words are shown instead.
    .bad = kinds_hopsitals = Clinics
    .good = kinds_hospitals = Clinics

rule-unknown-reference = Finds references to records that do not exist.
    .why = A reference becomes a link. Without its record there is neither a link nor a name to show.
    .bad = host: hospital/mintao
    .good = host: hospital/minato

rule-unknown-term = Lists terms that the glossary does not have (a note). A term is what has a reading or a mark of its language.
    .why = Somebody who meets the word for the first time can look it up nowhere.
    .bad = The {"{ja:指導医長}"} signs the form.
    .good = The {"{ja:専攻医}"} signs the form.

rule-unknown-word = Finds words that are not among the choices.
    .why = Prefectures, specialties and other choices make up lists, filters and translations. A word outside them appears in none of these.
    .bad = prefecture: ibarki
    .good = prefecture: ibaraki

rule-unmarked-language = Finds Japanese in a text of another language that is not marked as Japanese (a warning).
    .why = A screen reader reads it aloud by the rules of the wrong language, and a browser may show the Chinese shape of a character.
    .bad = Trainees (専攻医) register first.
    .good = Trainees ({"{ja:専攻医}"}) register first.

rule-unmatched-heading = Finds headings of a translation that translate none of the source (a warning).
    .why = A link to a section leads to the same section in every language, which needs a heading there. Usually a section was added in one language and forgotten in the other, or a heading has another level.
    .bad =
        {"<!--"} The Japanese prose has the first two headings. {"-->"}
        ## How to apply

        Send the form.

        ## Costs

        None.

        ## Parking

        There is none.
    .good =
        {"<!--"} The Japanese prose has the first two headings. {"-->"}
        ## How to apply

        Send the form.

        ## Costs

        None.

rule-unportable-name = Finds names of files that Windows cannot hold, and names that differ by capital letters alone (a warning).
    .why = Whoever works on the site on Windows gets no copy of such a file, and often none of the site. Where capital letters count for nothing (Windows, macOS), one of two such files takes the place of the other.
    .bad = content/assets/aux.pdf
    .good = content/assets/auxiliary.pdf

rule-unreadable-file = Finds files that cannot be read.
    .why = The contents cannot be used, for example because there is a folder in place of the file or permission is missing.
    .bad = a folder with the name content/site.yaml
    .good = a file with the name content/site.yaml

rule-unreferenced-record = Lists records that no other record refers to (a note).
    .why = Readers can find them only through lists, the menu or search.
    .bad = content/fees/iist-seminar.yaml, to which nothing refers
    .good =
        # content/programs/iist-seminar.yaml
        related: [fee/iist-seminar]

rule-unsafe-address = Finds addresses that are not allowed, for safety.
    .why = An address that begins with javascript: or the like could run a program in the reader’s browser.
    .bad = [Apply](javascript:apply())
    .good = [Apply](https://example.org/apply)

rule-unused-allow = Finds entries of allow that accept nothing (a warning).
    .why = What it once accepted has been mended, and the entry would hide the next mistake.
    .bad =
        # while the record has a next one
        allow:
          - code: no-successor
            because: {"{"}en: The program has ended.{"}"}
    .good = # no entry

rule-unused-anchor = Finds anchors of headings that are written and have no effect (a warning).
    .why = A heading has the anchor of its source in every language, so that a link to it leads to the same place in each. On one page an anchor can stand once.
    .bad =
        {"<!--"} In the Japanese prose the heading has the anchor apply. {"-->"}
        ## How to apply {"{"}#how-to-apply{"}"}

        Send the form.
    .good =
        {"<!--"} In the Japanese prose the heading has the anchor apply. {"-->"}
        ## How to apply

        Send the form.

rule-unused-footnote = Finds footnotes that the prose does not point to, and footnotes of the same name (a warning).
    .why = Such a footnote is not shown on the page.
    .bad =
        Some text.

        {"[^1]"}: A note.
    .good =
        Some text.{"[^1]"}

        {"[^1]"}: A note.

rule-vague-link = Finds links whose words do not say where they lead (a warning).
    .why = Many people go from link to link, and hear nothing but “here, here, here”.
    .bad = For the form, click [here](https://www.example.org/form.pdf).
    .good = Fill in the [application form](https://www.example.org/form.pdf).

rule-window-reversed = Finds windows that close before they open, or at the same moment.
    .why = One of the two dates is wrong, and the guide would never show the window as open.
    .bad =
        opens: 2023-11-14 12:00
        closes: 2023-11-01 12:00
    .good =
        opens: 2023-11-01 12:00
        closes: 2023-11-14 12:00

rule-wrong-era = Finds dates outside the time of their era.
    .why = A year such as Shōwa 65 is a slip, or the change of era was overlooked. In the Western calendar it may be another year.
    .bad = date: 平成31年5月1日
    .good = date: 令和元年5月1日

rule-wrong-kind-reference = Finds references to a record of the wrong kind.
    .why = A fee, for example, belongs to a program. Given to a hospital, it does not say for which program it is.
    .bad = program: hospital/minato
    .good = program: program/minato-clinical-training

rule-wrong-language-link = Finds links from a page in one language to a page in another (a warning).
    .why = Readers suddenly find themselves on a page in a language that they may not read. A reference always leads to the page in theirs.
    .bad = [The hospital](/ja/hospitals/minato/)
    .good = [[hospital/minato|The hospital]]

rule-wrong-shape = Finds values of the wrong shape, such as a single value where a list belongs.
    .why = Without the expected shape, it is not clear what to show where.
    .bad = specialties: surgery
    .good = specialties: [surgery]

rule-wrong-weekday = Finds weekdays that do not fit their date.
    .why = Either the date or the weekday is wrong, and a reader may miss a deadline.
    .bad = closes: 2023-11-14 (水) 12:00
    .good = closes: 2023-11-14 (火) 12:00

rule-yaml-limit = Finds YAML that is too complex.
    .why = Reused values (“&” and “*”) and deep nesting can grow from a few characters into more than can ever be read.
    .bad =
        a: &a [x, x, x, x, x, x, x, x, x, x]
        b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
        c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
        d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
        e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
    .good =
        a: [x, x, x, x, x, x, x, x, x, x]

rule-yaml-syntax = Finds places that cannot be read as YAML.
    .why = A single wrong space or sign can make the whole file unreadable.
    .bad = summary: {"{"}ja: "対象: 医師", en: For: doctors{"}"}
    .good = summary: {"{"}ja: "対象: 医師", en: "For: doctors"{"}"}
