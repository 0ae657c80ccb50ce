## serve

serve-ready = { $pages } ページを { $seconds } 秒で用意しました。次のアドレスをブラウザーで開いてください。ファイルを保存すると、表示がすぐに変わります。
serve-address = 　{ $language }：{ $address }
serve-address-elsewhere = 　同じネットワークのほかの機器から：{ $address }
serve-overview = 　編集者用の一覧：{ $address }
serve-stop = 終わるときは Ctrl-C を押してください。
serve-clean = 問題はなくなりました。
serve-no-browser = ブラウザーを開けませんでした。上のアドレスをブラウザーに入力してください。
serve-polls-no-watches = ファイルの変更を知らせる仕組み（inotify）の空きがないため、1 秒ごとにファイルを調べます。すぐに表示するには、管理者に fs.inotify.max_user_watches の値を増やしてもらってください。
serve-polls-network = サイトのフォルダーがネットワークドライブにあるため、1 秒ごとにファイルを調べます。
serve-polls-failed = ファイルの変更の知らせを受け取れないため（{ $reason }）、1 秒ごとにファイルを調べます。
serve-port-taken = ポート { $port } は、ほかのプログラムが使っています。
serve-port-taken-by = ポート { $port } は、{ $program }（プロセス { $pid }）が使っています。
serve-port-taken-help = そのプログラムを終わらせるか、--port で別の番号を指定してください。--port を書かなければ、空いている番号を使います。
serve-cannot-listen = { $host } のポート { $port } で待ち受けられません（{ $reason }）。
serve-unknown-host = 「{ $host }」というアドレスが見つかりません。
serve-unknown-host-help = --host には、このコンピューターの名前かアドレスを書いてください。ほかのコンピューターからも見るには 0.0.0.0 と書きます。
serve-no-address = 待ち受けるアドレスが分かりません。
serve-no-threads = スレッドを作れませんでした。ほかのプログラムを終わらせてから、もう一度お試しください。
serve-host-refused = このアドレスには答えません。annai serve を始めたときに表示されたアドレスを開くか、--host でこの名前を指定してください。
serve-origin-refused = ほかのサイトのページからの要求には答えません。
serve-settings-refused = 設定は、編集者用のバーから変えてください。
serve-state-own = あり
serve-state-part = 一部
serve-state-missing = なし
