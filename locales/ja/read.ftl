# サイトのファイルの読み取りと、基準とする日時

file-name-twice = 同じ名前のファイルが2つあります。文字の符号の組み合わせが異なりますが（{ $name }）、見た目も扱いも同じ名前です。
file-name-twice-help = どちらか一方を残し、もう一方を削除するか名前を変えてください。

file-name-not-utf8 = ファイル名がUTF-8ではないため、読み取りません。
file-name-not-utf8-help = 名前を変えてください。レコードと本文のファイル名には、英小文字、数字、ハイフンだけを使います。

link-out-of-site = { $target } へのリンクですが、サイトのファイルではないため、読み取りません。
link-out-of-site-help = ファイルやフォルダーそのものをサイトの中にコピーしてください。リンクできるのは content/、themes/、locales/ の中だけです。途中でその外に出たり、「.」で始まる名前や一時ファイルを通ったりすることはできません。

link-in-a-circle = リンク先が、このリンクを含むフォルダーになっているため、たどりません。
link-in-a-circle-help = リンクを削除してください。
links-too-many = フォルダーへのリンクが { $most } 個を超えたため、ここから先のリンクはたどりません。
links-too-many-help = リンクを含むフォルダーへのリンクを削除してください。

folder-unreadable = フォルダーを読み取れません（{ $reason }）。
folder-unreadable-help = 読み取りの権限を設定するか、コンピューターの管理者に相談してください。

as-of-unreadable = --as-ofの値「{ $value }」は、日時として読み取れません。
as-of-unreadable-help = 「2026-11-21」「令和8年11月21日」「2026-11-21 12:00」（サイトの時刻）または「2026-11-21T12:00:00+09:00」の形で書いてください。
as-of-part-help = 年月日まで、--as-of { $day } のように書いてください。

source-date-epoch-unreadable = 環境変数SOURCE_DATE_EPOCHの値「{ $value }」は、日時として読み取れません。
source-date-epoch-unreadable-help = 1970-01-01 00:00（協定世界時）からの秒数を整数で指定するか（例：1795230000）、この環境変数を取り除いてください。
