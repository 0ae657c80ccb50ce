//! The program on a terminal of its own, as a person sees it and types into it.

use std::fs;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;

use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};

use super::Project;

/// What the program writes when it is started on a terminal into which this is typed.
pub fn typed(site: &Project, arguments: &[&str], environment: &[(&str, &str)], input: &str) -> String {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let open = || fs::File::options().read(true).write(true).open(std::ffi::OsStr::from_bytes(name.as_bytes())).unwrap();
    let run = site.annai(arguments.iter().copied()).env("TERM", "xterm");
    let mut command = environment.iter().fold(run, |run, (name, value)| run.env(name, value)).command();
    let mut child = command.stdin(open()).stdout(open()).stderr(open()).spawn().unwrap();
    // The last names of the terminal's other end: reading ends when the program does.
    drop(command);
    let mut master = fs::File::from(master);
    master.write_all(input.as_bytes()).unwrap();
    let mut seen = Vec::new();
    let mut part = [0; 4096];
    while let Ok(count @ 1..) = master.read(&mut part) {
        seen.extend_from_slice(&part[..count]);
    }
    child.wait().unwrap();
    String::from_utf8(seen).unwrap()
}
