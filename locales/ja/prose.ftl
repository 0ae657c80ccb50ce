## Prose: mentions and footnotes

unread-mention = この「[[」は参照として読み取れません。
unread-mention-help = 「[[種類/ファイル名]]」の形で書いてください（例：[[hospital/example-hospital]]）。「[[」という文字そのものは \[\[ と書きます。
duplicate-footnote = 脚注「{ $name }」が二度書かれています。表示されるのは初めのものだけです。
duplicate-footnote-help = どちらかの名前を変えるか、一つにまとめてください。
unused-footnote = 脚注「{ $name }」は、本文のどこからも指されていないため表示されません。
unused-footnote-help = 本文の該当する箇所に「{ $name }」と書くか、この脚注を消してください。
