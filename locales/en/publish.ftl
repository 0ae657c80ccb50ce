# Publishing to the output folder.

publish-file-system-root = The site cannot be published to “{ $path }”: this is the top of the file system.
publish-file-system-root-help = Give a folder for the site alone, for example --out public.

publish-home = The site cannot be published to “{ $path }”: this is your home folder, or a folder that holds it.
publish-home-help = Give a folder for the site alone, for example --out public.

publish-site = The site cannot be published to “{ $path }”: this is the folder of the site’s sources, or a folder that holds it.
publish-site-help = Give a folder for the published site alone, for example --out public.

publish-input = The site cannot be published to “{ $path }”: it would mix with “{ $input }”, from which the site is made.
publish-input-help = Give a folder outside content, themes and locales, for example --out public.

publish-not-a-folder = “{ $path }” is a file, so the site cannot be published there.
publish-not-a-folder-help = Give another folder, or move the file elsewhere.

publish-broken-link = “{ $path }” is a link to something that does not exist.
publish-broken-link-help = Make the folder that the link names, or remove the link.

publish-outside = “{ $path }” is a link that leads out of the site, to “{ $target }”.
publish-outside-help = If you want the site to be published there, say so: --out "{ $target }". If you do not know the link, remove it.

publish-mount-point = “{ $path }” is a disk or share of its own, or comes from a container’s image, so the site cannot be exchanged in one step.
publish-mount-point-help = Publish to a folder inside it, for example “{ $path }/public”, and let no other disk be mounted in that folder.

publish-foreign-folder =
    { $count ->
        [one] “{ $path }” holds a file that Annai did not write: “{ $example }”.
       *[other] “{ $path }” holds { $count } files that Annai did not write, for example “{ $example }”.
    }
publish-foreign-folder-help = Give an empty folder or a new one. To publish here and keep those files, add --adopt: only files where a page belongs are replaced.

publish-foreign-file = “{ $path }” was not written by Annai, and a page of the site belongs there.
publish-foreign-file-help = Move or rename the file. To have it replaced by the page, add --adopt.

publish-foreign-in-the-way = “{ $path }” was not written by Annai and is in the way: one of file and folder stands where the site needs the other.
publish-foreign-in-the-way-help = Move or rename it, then build again.

publish-manifest = “{ $path }”, the list of files that Annai wrote, is damaged or comes from a newer version of Annai.
publish-manifest-help = Use the newer version, or publish to a new folder. With --adopt, this folder is taken over as it is: pages are replaced, and all other files stay, old pages among them.

publish-no-manifest = There is no “{ $path }”, the list of files that Annai writes beside a site.
publish-no-manifest-help = Give a folder to which annai build has published. An upload must include files whose names begin with a dot.

publish-busy = Another build is publishing to “{ $path }” at this moment.
publish-busy-help = Wait until it has finished, then build again.

publish-work-folder = Annai needs the name “{ $path }” for its own work, and something else has it.
publish-work-folder-help = Look whether you need it, and rename or remove it.

publish-leftover = “{ $path }” is left over from an earlier build and cannot be removed: { $reason }.
publish-leftover-help = Look whether you need it, and move or remove it by hand. The published site is not affected.

publish-bad-path = A site cannot have a file with the path “{ $path }”.
publish-bad-path-help = Use names without \ and control characters, at most 255 bytes long, with / between them; neither . nor .. is a name.

publish-path-twice = Two files of the site have the path “{ $path }”.
publish-path-twice-help = Rename one of the two. Some systems do not tell capital letters from small ones.

publish-file-and-folder = The site needs “{ $path }” as a file and as a folder.
publish-file-and-folder-help = Rename one of the two.

publish-system = The system does not allow publishing at “{ $path }”: { $reason }.
publish-system-help = Put this right, then build again. Nothing was published; the output folder is as it was.

system-permission-denied = there is no permission
system-storage-full = the disk is full
system-read-only = the disk can only be read
system-not-found = it does not exist
system-invalid-name = the name is not possible here
