//! The real server over real sockets: started, asked, ended.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::support::{AS_OF, Annai};

/// A server that ends when it goes out of scope.
pub struct Served {
    child: Child,
    pub address: SocketAddr,
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

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

impl Served {
    /// Serves the site in a folder as of the instant of all tests, without drafts unless they are asked for later.
    pub fn new(folder: &Path) -> Self {
        Self::start(Annai::new(folder).args(["serve", "--port", "0", "--as-of", AS_OF, "--lang", "en"]).command())
    }

    /// The same with a limit of open files.
    pub fn with_open_files(folder: &Path, limit: usize) -> Self {
        let program = env!("CARGO_BIN_EXE_annai");
        let mut command = Command::new("sh");
        let script = format!("ulimit -n {limit}; exec \"$0\" serve --port 0 --lang en --as-of {AS_OF}");
        command.current_dir(folder).args(["-c", &script, program]);
        Self::start(command)
    }

    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let mut said = String::new();
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("no address in:\n{said}")).unwrap();
            if let Some((_, rest)) = line.split_once("http://")
                && line.contains("/_annai/")
            {
                break rest.split('/').next().unwrap().parse().unwrap();
            }
            said.push_str(&line);
            said.push('\n');
        };
        // What it says from now on is read, so that it never waits for a reader.
        std::thread::spawn(move || lines.for_each(drop));
        Self { child, address }
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
