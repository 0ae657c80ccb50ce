# What annai explain shows for each rule: what it finds, .why, .bad (an example), .good (the example mended).

rule-ambiguous-reference = Finds references that fit more than one record.
    .why = When a hospital and an organization have the same file name, the name alone does not say which is meant.
    .bad = Apply to [[kanazawa-university]].
    .good = Apply to [[hospital/kanazawa-university]].

rule-bad-address = Finds values that cannot be read as an address.
    .why = A malformed address works neither as a link nor as a redirect.
    .bad = form: www.example.org/apply
    .good = form: https://www.example.org/apply

rule-bad-duration = Finds values that cannot be read as a length of time.
    .why = A length is shown in the words of each language, and is compared and added up. That is not possible with a sentence.
    .bad = duration: about two years
    .good =
        duration:
          about: P2Y

rule-bad-file-name = Finds file names that cannot become an address.
    .why = The file name becomes the address of the page. Addresses with capitals, spaces or Japanese easily break when they are passed on.
    .bad = content/hospitals/Kanazawa University.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-bad-language = Finds languages that the site does not have, and malformed language tags.
    .why = A text in a language that the site does not have is shown on no page. Often the tag is a slip.
    .bad =
        name:
          jp: 金沢大学附属病院
    .good =
        name:
          ja: 金沢大学附属病院

rule-bad-moment = Finds values that cannot be read as a date or time, dates that do not exist, and periods that end before they begin.
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

rule-broken-link = Finds links to pages or files that this site does not have.
    .why = The reader arrives at a page that says “not found”.
    .bad = [The hospital](/en/hospitals/kanazawa/)
    .good = [The hospital](/en/hospitals/kanazawa-university/)

rule-clashing-address = Finds pages that use the same address.
    .why = One address can show only one page.
    .bad =
        # both in content/hospitals/mie-university.yaml and in content/hospitals/gunma-university.yaml
        aliases: ["/hospitals/old-name/"]
    .good =
        # in one of them only
        aliases: ["/hospitals/old-name/"]

rule-clashing-identity = Finds files that become a record of the same name.
    .why = A reference could mean either of them.
    .bad =
        content/hospitals/mie-university.yaml
        content/hospitals/mie-university.yml
    .good = content/hospitals/mie-university.yaml

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

rule-file-name-not-utf8 = Finds file names that are not in UTF-8.
    .why = A file name becomes an address. In another encoding it looks different from one computer to the next.
    .bad = a Japanese file name in Shift_JIS
    .good = content/hospitals/kanazawa-university.yaml

rule-file-name-twice = Finds two file names that look the same.
    .why = A letter such as é can be stored as one character or as e with an accent. As both look the same, nobody can tell which file is meant.
    .bad = two files that both look like “café.png”
    .good = one file “café.png”

rule-file-too-large = Finds files that are too large.
    .why = A record or a page of prose is seldom larger than some tens of kilobytes. Perhaps another file was put there by mistake.
    .bad = content/pages/about.en.md (50 megabytes)
    .good = content/pages/about.en.md (10 kilobytes)

rule-folder-unreadable = Finds folders that cannot be read.
    .why = The files in them would be missing on the site without anybody noticing.
    .bad = content/hospitals/ without permission to read it
    .good = content/hospitals/ with permission to read it

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

rule-invalid-encoding = Finds files that are not encoded in UTF-8.
    .why = Text in another encoding turns into wrong characters. Old editors and spreadsheet programs may save in Shift_JIS.
    .bad = a file saved in Shift_JIS
    .good = a file saved in UTF-8

rule-link-in-a-circle = Finds symbolic links to a folder that holds them.
    .why = Following one would read the same folder for ever.
    .bad = a link from content/hospitals/all to content/
    .good = content/hospitals/ without the link

rule-link-out-of-site = Finds symbolic links to something outside the site.
    .why = Files that were never meant to be published could end up on the site.
    .bad = a link from content/assets/logo.png to /home/user/logo.png
    .good = logo.png copied into content/assets/

rule-locale-syntax = Finds mistakes in files of messages (.ftl files in locales/).
    .why = A message with a mistake is not read, and the built-in message is shown instead.
    .bad = greeting = Hello, {"{"} $name
    .good = greeting = Hello, {"{"} $name {"}"}

rule-markdown-nesting = Finds quotations and lists that are nested too deeply.
    .why = Deep nesting suits neither the screen nor a screen reader, and is mostly a slip.
    .bad = > > > > > > (200 levels of quotation)
    .good = > a quotation

rule-misplaced-file = Finds files in places where they are not used.
    .why = Their contents would be missing on the site without anybody noticing.
    .bad = content/kanazawa-university.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-missing-field = Finds records that lack a required field.
    .why = A page without a name cannot be shown, nor a fee that belongs to no program.
    .bad = amount: 300000
    .good =
        name:
          en: Fee for practical training
        program: program/practical-training
        amount: 300000

rule-missing-site-field = Finds required fields that the description of the site lacks.
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

rule-missing-site-file = Finds that the description of the site is missing.
    .why = content/site.yaml holds the name of the site and its languages. Without it, nothing says in which languages to make pages.
    .bad = content/hospitals/kanazawa-university.yaml alone
    .good =
        content/site.yaml
        content/hospitals/kanazawa-university.yaml

rule-missing-translation = Finds texts and prose without a translation (a warning).
    .why = Until it is translated, the text is shown in another language, labelled with that language's name. Readers may not understand it.
    .bad =
        name:
          ja: 金沢大学附属病院
    .good =
        name:
          ja: 金沢大学附属病院
          en: Kanazawa University Hospital

rule-no-site = Finds that the description of the site is missing.
    .why = content/site.yaml holds the name of the site and its languages. A folder without it is not a site.
    .bad = content/hospitals/kanazawa-university.yaml alone
    .good =
        content/site.yaml
        content/hospitals/kanazawa-university.yaml

rule-raw-html = Finds HTML in prose.
    .why = HTML could bring in unsafe content, and would make pages look different from one another.
    .bad = This is <b>important</b>.
    .good = This is **important**.

rule-template-error = Finds mistakes in templates.
    .why = No page can be made from a template with a mistake.
    .bad = <h1>{"{{"} page.titel {"}}"}</h1>
    .good = <h1>{"{{"} page.title {"}}"}</h1>

rule-unclosed-mention = Finds “[[” without “]]”.
    .why = It is not read as a reference, and the brackets would be shown to readers.
    .bad = See [[hospital/kanazawa-university].
    .good = See [[hospital/kanazawa-university]].

rule-unknown-fact = Finds values quoted in prose that the record does not have.
    .why = Amounts and dates are written once, in a record, and prose quotes them. What is not there cannot be quoted.
    .bad = The fee is [[fee/practical-training.amout]].
    .good = The fee is [[fee/practical-training.amount]].

rule-unknown-field = Finds fields with a name that is not known.
    .why = When the name of a field is misspelt, its value is shown nowhere.
    .bad = prefecure: ishikawa
    .good = prefecture: ishikawa

rule-unknown-kind = Finds folders that are not a kind of record.
    .why = The name of the folder decides the kind of the record. A record of an unknown kind cannot be shown.
    .bad = content/hospital/kanazawa-university.yaml
    .good = content/hospitals/kanazawa-university.yaml

rule-unknown-reference = Finds references to records that do not exist.
    .why = A reference becomes a link. Without its record there is neither a link nor a name to show.
    .bad = host: hospital/kanazawa
    .good = host: hospital/kanazawa-university

rule-unknown-word = Finds words that are not among the choices.
    .why = Prefectures, specialties and other choices make up lists, filters and translations. A word outside them appears in none of these.
    .bad = prefecture: ibarki
    .good = prefecture: ibaraki

rule-unreadable-file = Finds files that cannot be read.
    .why = The contents cannot be used, for example because there is a folder in place of the file or permission is missing.
    .bad = a folder with the name content/site.yaml
    .good = a file with the name content/site.yaml

rule-unsafe-address = Finds addresses that are not allowed, for safety.
    .why = An address that begins with javascript: or the like could run a program in the reader's browser.
    .bad = [Apply](javascript:apply())
    .good = [Apply](https://example.org/apply)

rule-unused-footnote = Finds footnotes that the prose does not point to, and footnotes of the same name (a warning).
    .why = Such a footnote is not shown on the page.
    .bad =
        Some text.

        {"[^1]"}: A note.
    .good =
        Some text.{"[^1]"}

        {"[^1]"}: A note.

rule-wrong-kind-reference = Finds references to a record of the wrong kind.
    .why = A fee, for example, belongs to a program. Given to a hospital, it does not say for which program it is.
    .bad = program: hospital/kanazawa-university
    .good = program: program/kanazawa-clinical-training

rule-wrong-shape = Finds values of the wrong shape, such as a single value where a list belongs.
    .why = Without the expected shape, nothing says what to show where.
    .bad = specialties: surgery
    .good = specialties: [surgery]

rule-wrong-weekday = Finds weekdays that do not fit their date.
    .why = Either the date or the weekday is wrong, and a reader may miss a deadline.
    .bad = closes: 2023-11-14 (水) 12:00
    .good = closes: 2023-11-14 (火) 12:00

rule-yaml-limit = Finds YAML that is too complex.
    .why = Reused values (“&” and “*”) and deep nesting can grow from a few characters into more than can ever be read.
    .bad =
        a: &a [x, x, x]
        b: [*a, *a, *a]
    .good = b: [x, x, x]

rule-yaml-syntax = Finds places that cannot be read as YAML.
    .why = A single wrong space or sign can make the whole file unreadable.
    .bad = summary: For: doctors
    .good = summary: "For: doctors"
