//! The real server over real sockets: started, asked, ended.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::support::{AS_OF, Annai, Project};

/// What a served page has beside the built one.
pub const SCRIPT: &str = "<script type=\"module\" src=\"/_annai/client.js\"></script>";

/// A server that ends when it goes out of scope.
pub struct Served {
    child: Child,
    pub address: SocketAddr,
    /// What it said on its error stream.
    said: Arc<Mutex<String>>,
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a page says of the site that it was made from: another after each edit.
    pub fn stamp(&self) -> String {
        let line = self.head.lines().find(|line| line.to_ascii_lowercase().starts_with("server-timing:"));
        line.unwrap_or_else(|| panic!("no stamp in {}", self.head)).to_owned()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Served {
    /// Serves the site in a folder as of the instant of all tests, without drafts unless they are asked for later.
    pub fn new(folder: &Path) -> Self {
        Self::start(Annai::new(folder).args(["serve", "--port", "0", "--as-of", AS_OF, "--lang", "en"]).command())
    }

    /// The same, which hears Ctrl-C even if this test was started where it is ignored.
    pub fn that_hears_ctrl_c(folder: &Path) -> Self {
        let mut command = Command::new("env");
        command.arg("--default-signal=INT").arg(env!("CARGO_BIN_EXE_annai")).current_dir(folder);
        command.args(["serve", "--port", "0", "--as-of", AS_OF, "--lang", "en"]);
        Self::start(command)
    }

    /// The same with a limit of open files.
    pub fn with_open_files(folder: &Path, limit: usize) -> Self {
        let program = env!("CARGO_BIN_EXE_annai");
        let mut command = Command::new("sh");
        let script = format!("ulimit -n {limit}; exec \"$0\" serve --port 0 --lang en --as-of {AS_OF}");
        command.current_dir(folder).args(["-c", &script, program]);
        Self::start(command)
    }

    /// Where the system has no watches left.
    pub fn without_watches(folder: &Path) -> Option<Self> {
        let limited = |then: &str| {
            let mut command = Command::new("unshare");
            let script = format!("echo 0 > /proc/sys/user/max_inotify_watches && {then}");
            command.current_dir(folder).args(["--user", "--map-root-user", "sh", "-c", &script, env!("CARGO_BIN_EXE_annai")]);
            command
        };
        let can = limited("true").stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        can.then(|| Self::start(limited(&format!("exec \"$0\" serve --port 0 --lang en --as-of {AS_OF}"))))
    }

    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let said = Arc::new(Mutex::new(String::new()));
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("no address in:\n{}", said.lock().unwrap())).unwrap();
            said.lock().unwrap().push_str(&format!("{line}\n"));
            if let Some((_, rest)) = line.split_once("http://")
                && line.contains("/_annai/")
            {
                break rest.split('/').next().unwrap().parse().unwrap();
            }
        };
        // What it says from now on is read too, so that it never waits for a reader.
        let more = said.clone();
        std::thread::spawn(move || {
            lines.map_while(Result::ok).for_each(|line| more.lock().unwrap().push_str(&format!("{line}\n")));
        });
        Self { child, address, said }
    }

    /// It says that on its error stream, now or soon.
    pub fn says(&self, words: &str) {
        let start = Instant::now();
        while !self.said.lock().unwrap().contains(words) {
            assert!(start.elapsed() < Duration::from_secs(20), "nothing about {words:?} in:\n{}", self.said.lock().unwrap());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Has it said that by now?
    pub fn has_said(&self, words: &str) -> bool {
        self.said.lock().unwrap().contains(words)
    }

    /// The process.
    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Resident memory in MiB.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.pid())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
    }

    /// Sends it a signal by its name.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("sh").args(["-c", &format!("kill -{name} {}", self.pid())]).status().unwrap();
        assert!(sent.success());
    }

    /// Changes settings as the editors' bar does.
    pub fn set(&self, query: &str) -> Answer {
        let head = format!("GET /_annai/settings?{query} HTTP/1.1\r\nHost: {}\r\n", self.address);
        self.ask(format!("{head}X-Annai: settings\r\nConnection: close\r\n\r\n")).unwrap()
    }

    /// Each page becomes that of a build of the same files, which must be without drafts and mistakes.
    pub fn is_as_built(&self, project: &Project) {
        let built = project.build_with(["--base-url", &format!("http://{}/", self.address), "--adopt"]);
        for page in built.pages() {
            let is_same = |answer: &Answer| answer.text().replacen(SCRIPT, "", 1) == page.source;
            assert_eq!(self.until(&page.address, "as built", is_same).status, 200);
        }
        let _ = std::fs::remove_dir_all(project.path("public"));
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
        stream
    }

    /// Asks for an address on a connection of its own.
    pub fn get(&self, path: &str) -> Answer {
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address)).unwrap()
    }

    /// Sends any bytes; nothing when the connection ends without an answer.
    pub fn ask(&self, request: impl AsRef<[u8]>) -> Option<Answer> {
        let mut stream = self.connect();
        stream.write_all(request.as_ref()).ok()?;
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        parse(&bytes)
    }

    /// Asks until the answer is as wanted.
    pub fn until(&self, path: &str, what: &str, wanted: impl Fn(&Answer) -> bool) -> Answer {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if wanted(&answer) {
                return answer;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{path}: never {what}; last {}: {}", answer.status, answer.text());
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Asks until the page contains that.
    pub fn shows(&self, path: &str, words: &str) -> Answer {
        self.until(path, &format!("{words:?}"), |answer| answer.status == 200 && answer.text().contains(words))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Takes an answer apart.
pub fn parse(bytes: &[u8]) -> Option<Answer> {
    let end = bytes.windows(4).position(|part| part == b"\r\n\r\n")?;
    let head = String::from_utf8(bytes[..end].to_vec()).ok()?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head, body: bytes[end + 4..].to_vec() })
}
