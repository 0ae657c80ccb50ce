# Reading the site’s files, and the instant that a build is as of.

file-name-twice = Two files have this name; the letters are composed differently ({ $name }), but look and count the same.
file-name-twice-help = Keep one of the two files and remove or rename the other.

file-name-not-utf8 = The name of this file is not in UTF-8, so it is not read.
file-name-not-utf8-help = Rename it. For records and texts use lower-case letters, digits and hyphens only.

link-out-of-site = This is a link to { $target }, which is not among the files of the site, so it is not read.
link-out-of-site-help = Copy the file or folder itself into the site. A link may only lead to what is in content/, themes/ or locales/, by a way that stays in them and passes nothing hidden (names that begin with “.”) or temporary.

link-in-a-circle = This link leads to a folder that holds the link, so it is not followed.
link-in-a-circle-help = Remove the link.
links-too-many = More than { $most } links to folders are followed here; this one and those after it are not.
links-too-many-help = Remove links to folders that hold links to folders.

folder-unreadable = This folder cannot be read: { $reason }.
folder-unreadable-help = Give yourself permission to read it, or ask whoever looks after this computer.

as-of-unreadable = “{ $value }” is not an instant that --as-of understands.
as-of-unreadable-help = Write 2026-11-21, “2026-11-21 12:00” (by the clocks of the site) or 2026-11-21T12:00:00+09:00.
as-of-part-help = Write it to the day, like “--as-of { $day }”.

source-date-epoch-unreadable = “{ $value }” in the environment variable SOURCE_DATE_EPOCH is not an instant.
source-date-epoch-unreadable-help = Give the seconds since 1970-01-01 00:00 UTC as a whole number, for example 1795230000, or unset the variable.
