//! What is sent: downloads over slow lines, parts of files, redirects, events that nobody hears any more.

use std::io::{Read, Write};
use std::net::{IpAddr, TcpStream, UdpSocket};
use std::time::Duration;

use super::faults::quiet;
use super::server::{Answer, Served, parse};
use crate::support::{AS_OF, Project};

/// A file of so many bytes that all differ from those beside them.
fn film(size: usize) -> Vec<u8> {
    (0..251).cycle().take(size).collect()
}

fn request(served: &Served, path: &str, fields: &str) -> String {
    format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{fields}Connection: close\r\n\r\n", served.address)
}

#[test]
fn clients_on_slow_lines_get_all_of_it_and_files_are_held_once() {
    let _quiet = quiet();
    let film = film(6 << 20);
    let project = Project::init().file("content/assets/film.mp4", &film);
    let served = Served::new(&project.path("."));
    assert_eq!(served.get("/assets/film.mp4").body, film);
    let before = served.memory();
    let slow: Vec<TcpStream> = (0..12)
        .map(|_| {
            let mut stream = served.connect();
            stream.write_all(request(&served, "/assets/film.mp4", "").as_bytes()).unwrap();
            stream
        })
        .collect();
    // None of them takes anything for a while.
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(served.get("/ja/").status, 200);
    let now = served.memory();
    assert!(now <= before + 40, "{before} MiB became {now} MiB");
    for mut stream in slow {
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        assert!(parse(&bytes).unwrap().body == film, "cut after {} bytes", bytes.len());
    }
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let film = film(200_000);
    let project = Project::init().file("content/assets/film.mp4", &film);
    let served = Served::new(&project.path("."));
    let ask = |fields: &str| served.ask(request(&served, "/assets/film.mp4", fields)).unwrap();
    let says = |answer: &Answer, field: &str| answer.head.contains(&format!("{field}\r\n")) || answer.head.ends_with(field);
    let part = ask("Range: bytes=100000-100009\r\n");
    assert!(part.status == 206 && part.body == film[100_000..100_010], "{}", part.head);
    assert!(says(&part, "Content-Range: bytes 100000-100009/200000") && says(&part, "Content-Length: 10"), "{}", part.head);
    assert_eq!(ask("Range: bytes=-5\r\n").body, film[199_995..]);
    assert_eq!(ask("Range: bytes=199990-\r\n").body, film[199_990..]);
    let past = ask("Range: bytes=200000-\r\n");
    assert!(past.status == 416 && says(&past, "Content-Range: bytes */200000"), "{}", past.head);
    for ignored in ["", "Range: bytes=1-2,4-5\r\n", "Range: lines=1-2\r\n", "Range: bytes=0-1\r\nIf-Range: \"x\"\r\n"] {
        let whole = ask(ignored);
        assert!(whole.status == 200 && whole.body == film && says(&whole, "Accept-Ranges: bytes"), "{ignored}: {}", whole.head);
    }
}

#[test]
fn the_query_is_kept_on_the_way_to_the_slash_and_fields_may_be_latin_1() {
    let project = Project::init();
    let served = Served::new(&project.path("."));
    for (path, location) in [
        ("/ja", "/ja/"),
        ("/ja?q=%E7%97%85&x=1", "/ja/?q=%E7%97%85&x=1"),
        ("/en/index.html?a", "/en/?a"),
        ("/ja?", "/ja/"),
        ("/ja?//evil.example/", "/ja/?//evil.example/"),
    ] {
        let answer = served.get(path);
        assert!(answer.status == 308 && answer.head.contains(&format!("Location: {location}\r\n")), "{path}: {}", answer.head);
    }
    let mut latin = format!("GET /ja/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nUser-Agent: ", served.address).into_bytes();
    latin.extend(b"Caf\xE9 \xFF\r\n\r\n");
    assert_eq!(served.ask(latin).unwrap().status, 200);
}

#[test]
fn event_streams_that_are_gone_leave_nothing_behind() {
    let _quiet = quiet();
    let project = Project::init();
    let served = Served::new(&project.path("."));
    let threads = || std::fs::read_dir(format!("/proc/{}/task", served.pid())).unwrap().count();
    let files = || std::fs::read_dir(format!("/proc/{}/fd", served.pid())).unwrap().count();
    let open = || {
        let mut stream = served.connect();
        let head = format!("GET /_annai/events HTTP/1.1\r\nHost: {}\r\n\r\n", served.address);
        stream.write_all(head.as_bytes()).unwrap();
        let mut buffer = [0; 512];
        assert!(stream.read(&mut buffer).unwrap() > 0);
        stream
    };
    drop(open());
    let (before, threads_before, files_before) = (served.memory(), threads(), files());
    for _ in 0..10 {
        let streams: Vec<TcpStream> = (0..100).map(|_| open()).collect();
        drop(streams);
    }
    assert_eq!(served.get("/ja/").status, 200);
    let start = std::time::Instant::now();
    while files() > files_before + 8 {
        assert!(start.elapsed() < Duration::from_secs(10), "{} files are open, {files_before} were", files());
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(threads() <= threads_before + 8, "{threads_before} threads became {}", threads());
    assert!(served.memory() <= before + 20, "{before} MiB became {} MiB", served.memory());
}

/// This machine's address on its network.
fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}

#[test]
fn other_computers_see_the_site_and_set_nothing_unless_they_may() {
    let Some(own) = own_address() else {
        eprintln!("skipped: this machine is on no network");
        return;
    };
    let project = Project::init();
    for (allow, status) in [(false, 403), (true, 200)] {
        let arguments = ["serve", "--port", "0", "--host", "0.0.0.0", "--as-of", AS_OF, "--lang", "en"];
        let arguments = arguments.into_iter().chain(allow.then_some("--allow-settings"));
        let served = Served::start(project.annai(arguments).command());
        served.says("Warning: everybody on this network can see this site");
        let from_elsewhere = |path: &str| {
            let mut stream = TcpStream::connect((own, served.address.port())).unwrap();
            let head = format!("GET {path} HTTP/1.1\r\nHost: {own}\r\nX-Annai: settings\r\nConnection: close\r\n\r\n");
            stream.write_all(head.as_bytes()).unwrap();
            let mut bytes = Vec::new();
            stream.read_to_end(&mut bytes).unwrap();
            parse(&bytes).unwrap()
        };
        assert_eq!(from_elsewhere("/ja/").status, 200);
        assert_eq!(from_elsewhere("/_annai/settings?drafts=1").status, status);
        assert_eq!(from_elsewhere("/_annai/%73ettings?drafts=1").status, 404);
        assert_eq!(served.set("drafts=0").status, 200, "this machine may");
    }
    let served = Served::new(&project.path("."));
    served.says("/_annai/");
    assert!(!served.has_said("everybody on this network"));
}
