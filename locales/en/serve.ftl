## serve

serve-ready = { $pages ->
    [one] { $pages } page is
   *[other] { $pages } pages are
} ready after { $seconds } s. Open one of these addresses in a browser: it shows each file as soon as you save it.
serve-address = {"  "}{ $language }: { $address }
serve-address-elsewhere = {"  "}From other devices on this network: { $address }
serve-overview = {"  "}Overview for editors: { $address }
serve-stop = Press Ctrl-C to stop.
serve-clean = No problems are left.
serve-no-browser = No browser could be opened. Type one of the addresses above into your browser.
serve-polls-no-watches = The system has no file watches left (inotify), so files are looked at once a second. To see changes at once, ask your administrator to raise fs.inotify.max_user_watches.
serve-polls-network = The site’s folder is on a network drive, so files are looked at once a second.
serve-polls-failed = The system cannot tell which files change ({ $reason }), so files are looked at once a second.
serve-port-taken = Port { $port } is used by another program.
serve-port-taken-by = Port { $port } is used by { $program } (process { $pid }).
serve-port-taken-help = End that program, or choose another number with --port. Without --port, a free one is taken.
serve-cannot-listen = Cannot listen on port { $port } of { $host } ({ $reason }).
serve-unknown-host = There is no address “{ $host }”.
serve-unknown-host-help = Give --host the name or an address of this computer; 0.0.0.0 lets other computers see the site too.
serve-no-address = The address that is listened on is unknown.
serve-no-threads = No threads could be started. Close other programs and try again.
serve-host-refused = This address is not answered. Open an address that annai serve printed when it started, or name this one with --host.
serve-origin-refused = Requests from pages of other sites are not answered.
serve-settings-refused = Change settings in the editors’ bar.
serve-settings-elsewhere = Drafts and the date are set on the computer that runs annai serve. With --allow-settings, other computers may set them, too.
serve-seen = Warning: everybody on this network can see this site, with any drafts that you show. Drafts and the date can be set on this computer only.
serve-seen-and-set = Warning: everybody on this network can see this site, show its drafts and set its date.
serve-explained = This page cannot be shown yet
serve-explained-help = It cannot be made because of what follows. Correct the file and save it, and the page is shown here.
serve-state-own = yes
serve-state-part = in part
serve-state-missing = no
