## Prose: mentions and footnotes

unread-mention = This “[[” cannot be read as a reference.
unread-mention-help = Write it as “[[kind/file-name]]”, for example [[hospital/example-hospital]]. Write \[\[ for the characters “[[” themselves.
duplicate-footnote = The footnote “{ $name }” is written twice. Only the first is shown.
duplicate-footnote-help = Give one of them another name, or make them one.
unused-footnote = Nothing in the text points to the footnote “{ $name }”, so it is not shown.
unused-footnote-help = Write “{ $name }” where it belongs in the text, or remove this footnote.
