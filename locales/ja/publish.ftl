# 出力フォルダーへの公開

publish-file-system-root = 「{ $path }」はファイルシステムの最上位なので、出力先にできません。
publish-file-system-root-help = サイト専用のフォルダーを指定してください（例：--out public）。

publish-home = 「{ $path }」はホームフォルダーか、それを含むフォルダーなので、出力先にできません。
publish-home-help = サイト専用のフォルダーを指定してください（例：--out public）。

publish-site = 「{ $path }」はサイトの原稿のフォルダーか、それを含むフォルダーなので、出力先にできません。
publish-site-help = 公開するサイト専用のフォルダーを指定してください（例：--out public）。

publish-input = 「{ $path }」は原稿のフォルダー「{ $input }」と重なるので、出力先にできません。
publish-input-help = content、themes、localesの外にあるフォルダーを指定してください（例：--out public）。

publish-not-a-folder = 「{ $path }」はフォルダーではなくファイルなので、出力先にできません。
publish-not-a-folder-help = 別のフォルダーを指定するか、このファイルを移動してください。

publish-broken-link = 「{ $path }」はリンクですが、リンク先がありません。
publish-broken-link-help = リンク先のフォルダーを作るか、リンクを削除してください。

publish-outside = 「{ $path }」はサイトの外の「{ $target }」へのリンクです。
publish-outside-help = そこに公開する場合は、--out "{ $target }" と明示してください。心当たりのないリンクは削除してください。

publish-mount-point = 「{ $path }」は独立したディスクか共有フォルダー、またはコンテナーのイメージに含まれるフォルダーなので、サイトを一度に入れ替えることができません。
publish-mount-point-help = その中のフォルダー（例：「{ $path }/public」）を出力先にしてください。出力先の中に別のディスクを接続しないでください。

publish-foreign-folder = 「{ $path }」には、Annaiが書き出したものではないファイルが{ $count }個あります（例：「{ $example }」）。
publish-foreign-folder-help = 空のフォルダーか新しいフォルダーを指定してください。ファイルを残したままここに公開するときは、--adoptを付けてください。置き換わるのは、ページと同じ場所にあるファイルだけです。

publish-foreign-file = 「{ $path }」はAnnaiが書き出したものではありませんが、同じ場所にページを書き出す必要があります。
publish-foreign-file-help = このファイルを移動するか、名前を変えてください。ページで置き換えてよいときは、--adoptを付けてください。

publish-foreign-in-the-way = 「{ $path }」はAnnaiが書き出したものではなく、ファイルとフォルダーの違いのため、サイトを書き出せません。
publish-foreign-in-the-way-help = 移動するか名前を変えてから、もう一度実行してください。

publish-manifest = Annaiが書き出したファイルの一覧「{ $path }」が壊れているか、新しい版のAnnaiで作られています。
publish-manifest-help = 新しい版のAnnaiを使うか、別のフォルダーに公開してください。--adoptを付けると、このフォルダーをそのまま引き継ぎます。ページは置き換わり、そのほかのファイルは古いページも含めて残ります。

publish-no-manifest = Annaiがサイトとともに書き出すファイルの一覧「{ $path }」がありません。
publish-no-manifest-help = annai buildで公開したフォルダーを指定してください。アップロードするときは、名前が「.」で始まるファイルも含める必要があります。

publish-busy = 別のビルドが「{ $path }」に公開している最中です。
publish-busy-help = 終わるまで待って、もう一度実行してください。

publish-work-folder = 「{ $path }」はAnnaiの作業用の名前ですが、ほかのものに使われています。
publish-work-folder-help = 必要なものかどうかを確かめ、名前を変えるか削除してください。

publish-leftover = 以前のビルドの残り「{ $path }」を削除できません（{ $reason }）。
publish-leftover-help = 必要なものかどうかを確かめ、手作業で移動するか削除してください。公開中のサイトに影響はありません。

publish-bad-path = 「{ $path }」というパスのファイルは、サイトに置けません。
publish-bad-path-help = 名前は255バイト以内とし、\と制御文字は使わず、/で区切ってください。「.」と「..」は名前にできません。

publish-path-twice = サイトの中で、2つのファイルが同じパス「{ $path }」になります。
publish-path-twice-help = どちらかの名前を変えてください。大文字と小文字を区別しないシステムもあります。

publish-file-and-folder = サイトの中で、「{ $path }」がファイルとしてもフォルダーとしても必要になります。
publish-file-and-folder-help = どちらかの名前を変えてください。

publish-system = 「{ $path }」で、システムの制限により公開できませんでした（{ $reason }）。
publish-system-help = 原因を取り除いてから、もう一度実行してください。何も公開していません。出力先のフォルダーは元のままです。

system-permission-denied = 権限がありません
system-storage-full = ディスクの空きがありません
system-read-only = 書き込みが禁止されています
system-not-found = 見つかりません
system-invalid-name = この名前は使えません
