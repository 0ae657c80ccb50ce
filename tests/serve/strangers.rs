//! Hostile requests: nothing but the site is ever answered, and nothing makes the server fail.

use super::server::{Answer, Served};
use crate::support::Project;

/// A word that stands in a file beside the site, and in hidden files in it.
const SECRET: &str = "SECRET-7f3a";

fn project() -> Project {
    let project = Project::init();
    for path in [".env", "secret.txt", "content/.hidden.md", "content/pages/.git", "content/assets/.htaccess", "public/old.html"]
    {
        std::fs::create_dir_all(project.path(path).parent().unwrap()).unwrap();
        std::fs::write(project.path(path), SECRET).unwrap();
    }
    std::fs::create_dir_all(project.path("content/assets")).unwrap();
    std::os::unix::fs::symlink(project.path("secret.txt"), project.path("public/link")).unwrap();
    project
}

fn is_harmless(answer: Option<Answer>, request: &str) {
    let Some(answer) = answer else { return };
    assert!(answer.status < 500, "{} for {request:?}", answer.status);
    assert!(!answer.text().contains(SECRET), "{request:?} was answered with a secret");
    assert!(!answer.text().contains("root:x:"), "{request:?} was answered with /etc/passwd");
    let head = answer.head.to_ascii_lowercase();
    assert!(!head.contains("access-control-"), "{request:?} was answered with a CORS header");
    if let Some(location) = head.lines().find_map(|line| line.strip_prefix("location: ")) {
        assert!(location.starts_with('/') && !location.starts_with("//"), "{request:?} leads to {location}");
    }
}

#[test]
fn no_path_leads_out_of_the_site() {
    let project = project();
    let mut served = Served::new(&project.path("."));
    let ups = [
        "..",
        "%2e%2e",
        "%2E.",
        ".%2e",
        "%252e%252e",
        "..%2f..",
        "..%5c..",
        "..\\..",
        "%c0%ae%c0%ae",
        "%u002e%u002e",
        "．．",
        "%ef%bc%8e%ef%bc%8e",
        "...",
        "..;",
        ".%00.",
        "..%00",
        "..%0d%0a",
        ". .",
        "..?",
        "..#",
    ];
    let slashes = ["/", "//", "%2f", "%5c", "\\", "%252f", "/./", "%c0%af", "／"];
    let starts = ["", "/ja", "/en/pages", "/assets", "/theme", "/_annai", "/_annai/compare", "/_annai/state"];
    let ends = [
        "etc/passwd",
        "secret.txt",
        ".env",
        "content/.hidden.md",
        "public/old.html",
        "public/link",
        "content/site.yaml",
        "Cargo.toml",
    ];
    let mut count = 0;
    let mut ask = |path: &str| {
        count += 1;
        let request = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address);
        is_harmless(served.ask(&request), path);
    };
    for up in ups {
        for slash in slashes {
            for start in starts {
                for end in ends.iter().take(3) {
                    let path = format!("{start}{slash}{up}{slash}{up}{slash}{end}");
                    ask(if path.starts_with('/') { &path } else { continue });
                }
            }
            ask(&format!("/{up}{slash}{up}{slash}{up}{slash}{up}{slash}{up}{slash}etc/passwd"));
        }
    }
    for end in ends {
        for wrap in [
            "/{}",
            "//{}",
            "/%00{}",
            "/{}%00.html",
            "/{}/",
            "/file:///{}",
            "/C:/{}",
            "/\\\\{}",
            "/{}::$DATA",
            "/assets/{}",
            "/theme/{}",
            "/_annai/{}",
            "/_annai/compare/{}",
            "/_annai/state?page=/{}",
            "/_annai/state?page=../{}",
            "/?{}",
            "/#{}",
        ] {
            ask(&wrap.replace("{}", end));
        }
    }
    // Every single byte, raw and encoded, in a path.
    for byte in 0..=255_u8 {
        for path in [
            format!("/ja/%{byte:02x}/"),
            format!("/%{byte:02x}ja/"),
            format!("/_annai/state?page=%{byte:02x}"),
            format!("/_annai/settings?asof=%{byte:02x}"),
        ] {
            ask(&path);
        }
        let mut raw = b"GET /ja/".to_vec();
        raw.push(byte);
        raw.extend(format!("/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address).bytes());
        is_harmless(served.ask(&raw), &format!("{raw:?}"));
    }
    assert!(count >= 5000, "only {count} paths");
    assert_eq!(served.get("/ja/").status, 200);
    assert!(served.is_running());
}

#[test]
fn only_those_who_name_this_server_are_answered() {
    let project = project();
    let served = Served::new(&project.path("."));
    let port = served.address.port();
    let own = [
        format!("127.0.0.1:{port}"),
        format!("localhost:{port}"),
        format!("[::1]:{port}"),
        "localhost".to_owned(),
        format!("LocalHost:{port}"),
    ];
    let mut foreign: Vec<String> = [
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "evil.example:80",
        "192.168.0.1",
        "10.0.0.1:80",
        "0.0.0.0",
        "[::]",
        "[::ffff:10.0.0.1]",
        "",
        " ",
        "localhost.",
        "xlocalhost",
        "a@localhost",
        "localhost/",
        "localhost#",
        "localhost?x",
        "localhost\\evil",
        "169.254.169.254",
        "2130706434",
        "0x7f000001.evil",
        "127.1.evil",
        "ja",
    ]
    .iter()
    .map(|host| (*host).to_owned())
    .collect();
    foreign.extend((0..20).map(|number| format!("site{number}.rebind.example:{port}")));
    let mut origins: Vec<String> = [
        "null",
        "https://evil.example",
        "http://localhost.evil.example",
        "file://",
        "http://127.0.0.1",
        "http://localhost:1",
        "",
        "chrome-extension://x",
        "http://evil.example@localhost",
    ]
    .iter()
    .map(|origin| (*origin).to_owned())
    .collect();
    origins.extend((0..20).map(|number| format!("http://site{number}.example")));
    let mut count = 0;
    let mut ask = |host: &str, origin: Option<&str>, path: &str| {
        count += 1;
        let origin = origin.map(|origin| format!("Origin: {origin}\r\n")).unwrap_or_default();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n{origin}Connection: close\r\n\r\n");
        let answer = served.ask(&request);
        let status = answer.as_ref().map_or(0, |answer| answer.status);
        is_harmless(answer, &request);
        status
    };
    for host in &own {
        assert_eq!(ask(host, None, "/ja/"), 200, "{host}");
        assert_eq!(ask(host, Some(&format!("http://{host}")), "/ja/"), 200, "{host}");
        for origin in &origins {
            for path in ["/ja/", "/_annai/state", "/_annai/events"] {
                assert_eq!(ask(host, Some(origin), path), 403, "{host} {origin}");
            }
        }
    }
    for host in &foreign {
        for origin in origins.iter().map(|origin| Some(origin.as_str())).chain([None]).take(14) {
            let status = ask(host, origin, "/ja/");
            assert!(matches!(status, 400 | 421), "{host:?} {origin:?}: {status}");
        }
        assert!(matches!(ask(host, Some(&format!("http://{host}")), "/_annai/state"), 400 | 421), "{host:?}");
    }
    assert!(count >= 1000, "only {count} pairs");
    let absolute = format!("GET http://evil.example/ja/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", own[0]);
    assert_eq!(served.ask(absolute).unwrap().status, 421);
    let twice = format!("GET /ja/ HTTP/1.1\r\nHost: {0}\r\nHost: {0}\r\nConnection: close\r\n\r\n", own[0]);
    assert_eq!(served.ask(twice).unwrap().status, 421);
}

#[test]
fn nothing_but_get_and_head_is_done() {
    let project = project();
    let served = Served::new(&project.path("."));
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "X"] {
        let request = format!("{method} /ja/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address);
        assert_eq!(served.ask(request).unwrap().status, 405, "{method}");
    }
    let head = served.ask(format!("HEAD /ja/ HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", served.address)).unwrap();
    assert!(head.status == 200 && head.body.is_empty() && head.head.contains("Content-Length: "));
    let body = format!("GET /ja/ HTTP/1.1\r\nHost: {}\r\nContent-Length: 9\r\n\r\nGET /x HT", served.address);
    assert_eq!(served.ask(body).unwrap().status, 413);
}

#[test]
fn every_answer_carries_the_headers_that_protect() {
    let project = project();
    let served = Served::new(&project.path("."));
    for path in ["/ja/", "/", "/nothing", "/_annai/", "/_annai/client.js", "/_annai/state", "/sitemap.xml", "/ja"] {
        let head = served.get(path).head;
        for field in [
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Content-Security-Policy: default-src 'none'",
            "frame-ancestors 'none'",
        ] {
            assert!(head.contains(field), "{path}: no {field} in\n{head}");
        }
    }
}
