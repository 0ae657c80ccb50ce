//! Hard times: idle and slow clients, endless heads, no descriptors left. It recovers within a second and stays small.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::server::Served;
use crate::support::Project;

/// Most that its memory may grow by, in MiB.
const MOST_GROWTH: u64 = 50;

/// What is timed is timed alone: the tests of this file, and the ends of processes.
static QUIET: Mutex<()> = Mutex::new(());

/// Nothing else is timed while this is held.
pub fn quiet() -> MutexGuard<'static, ()> {
    QUIET.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A page is answered soon, on a busy machine too.
fn answers(served: &Served) {
    let start = Instant::now();
    while served
        .ask(format!("GET /ja/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address))
        .is_none_or(|answer| answer.status != 200)
    {
        assert!(start.elapsed() < Duration::from_secs(10), "no answer for ten seconds");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert!(start.elapsed() < Duration::from_secs(10), "an answer after {:?}", start.elapsed());
}

fn has_grown(served: &Served, before: u64) {
    let now = served.memory();
    assert!(now <= before + MOST_GROWTH, "{before} MiB became {now} MiB");
}

#[test]
fn a_thousand_idle_connections_do_not_matter() {
    let _quiet = quiet();
    let project = Project::init();
    let served = Served::new(&project.path("."));
    answers(&served);
    let before = served.memory();
    let idle: Vec<TcpStream> = (0..1000).filter_map(|_| TcpStream::connect(served.address).ok()).collect();
    answers(&served);
    has_grown(&served, before);
    drop(idle);
    answers(&served);
}

#[test]
fn a_head_of_100_mb_is_refused() {
    let _quiet = quiet();
    let project = Project::init();
    let served = Served::new(&project.path("."));
    answers(&served);
    let before = served.memory();
    for start in ["GET / HTTP/1.1\r\nX: ", "GET /"] {
        let mut stream = served.connect();
        let _ = stream.write_all(start.as_bytes());
        let piece = vec![b'a'; 1 << 20];
        let sent = (0..100).take_while(|_| stream.write_all(&piece).is_ok()).count();
        assert!(sent < 100, "all of it was taken");
        answers(&served);
    }
    has_grown(&served, before);
    let long = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", served.address, "a".repeat(20_000));
    assert_eq!(served.ask(long).unwrap().status, 431);
}

#[test]
fn slow_clients_keep_nobody_waiting() {
    let _quiet = quiet();
    let project = Project::init();
    let served = Served::new(&project.path("."));
    let before = served.memory();
    let mut slow: Vec<TcpStream> = (0..300).map(|_| served.connect()).collect();
    for _ in 0..3 {
        for stream in &mut slow {
            let _ = stream.write_all(b"G");
        }
        answers(&served);
    }
    // And those that ask for much and take nothing.
    let greedy: Vec<TcpStream> = (0..300)
        .map(|_| {
            let mut stream = served.connect();
            let request = format!("GET /_annai/ HTTP/1.1\r\nHost: {}\r\n\r\n", served.address);
            let _ = stream.write_all(request.repeat(20).as_bytes());
            stream
        })
        .collect();
    answers(&served);
    drop(greedy);
    has_grown(&served, before);
}

#[test]
fn it_recovers_when_descriptors_run_out() {
    let _quiet = quiet();
    let project = Project::init().file("content/pages/note.en.md", "# Note\n\nfirst\n");
    let mut served = Served::with_open_files(&project.path("."), 100);
    answers(&served);
    let before = served.memory();
    for _ in 0..3 {
        let many: Vec<TcpStream> = (0..400).filter_map(|_| TcpStream::connect(served.address).ok()).collect();
        answers(&served);
        drop(many);
        answers(&served);
    }
    // Lowered while it runs, so that even its own reserve is gone.
    let limit = |number: usize| {
        let status = std::process::Command::new("prlimit")
            .args([format!("--pid={}", served.pid()), format!("--nofile={number}:100")])
            .status();
        status.is_ok_and(|status| status.success())
    };
    if limit(6) {
        let _ = std::fs::write(project.path("content/pages/note.en.md"), "# Note\n\nin need\n");
        let _blocked: Vec<TcpStream> = (0..20).filter_map(|_| TcpStream::connect(served.address).ok()).collect();
        std::thread::sleep(Duration::from_millis(200));
        assert!(limit(100));
        answers(&served);
        served.shows("/en/note/", "in need");
    }
    assert!(served.is_running());
    has_grown(&served, before);
}

#[test]
fn without_watches_it_says_so_and_polls() {
    let project = Project::init().file("content/pages/note.en.md", "# Note\n\nfirst\n");
    let Some(served) = Served::without_watches(&project.path(".")) else {
        eprintln!("skipped: no limit can be set here");
        return;
    };
    served.shows("/en/note/", "first");
    served.says("no file watches left (inotify)");
    std::fs::write(project.path("content/pages/note.en.md"), "# Note\n\nsecond\n").unwrap();
    served.shows("/en/note/", "second");
    std::fs::rename(project.path("content/pages/note.en.md"), project.path("content/pages/other.en.md")).unwrap();
    served.shows("/en/other/", "second");
    served.until("/en/note/", "gone", |answer| answer.status == 404);
}

#[test]
fn many_streams_of_events_end_the_oldest_and_all_hear_of_changes() {
    let _quiet = quiet();
    let project = Project::init().file("content/pages/note.en.md", "# Note\n\nfirst\n");
    let served = Served::new(&project.path("."));
    served.shows("/en/note/", "first");
    let mut streams: Vec<TcpStream> = (0..40)
        .map(|_| {
            let mut stream = served.connect();
            let request = format!("GET /_annai/events HTTP/1.1\r\nHost: {}\r\n\r\n", served.address);
            stream.write_all(request.as_bytes()).unwrap();
            until(&mut stream, "\"generation\":");
            stream
        })
        .collect();
    std::fs::write(project.path("content/pages/note.en.md"), "# Note\n\nsecond\n").unwrap();
    for stream in streams.iter_mut().skip(10) {
        until(stream, "\"findingsOnly\":false");
    }
    answers(&served);
}

/// Reads until that was sent.
fn until(stream: &mut TcpStream, words: &str) {
    let (mut seen, mut buffer) = (String::new(), [0; 1024]);
    while !seen.contains(words) {
        let count = stream.read(&mut buffer).unwrap();
        assert!(count > 0, "ended after {seen:?} without {words:?}");
        seen.push_str(&String::from_utf8_lossy(&buffer[..count]));
    }
}
