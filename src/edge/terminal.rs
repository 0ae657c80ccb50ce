//! The terminal and the environment that the program was started in.

use std::io::{self, IsTerminal, StderrLock, StdoutLock, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// A variable of the environment; one that is not Unicode counts as not set.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The value of an option as it was typed, where the arguments as a whole could not be read.
pub fn option(name: &str) -> Option<String> {
    let mut arguments = std::env::args_os().map(|argument| argument.to_string_lossy().into_owned());
    let value =
        |argument: String| argument.strip_prefix(name).filter(|rest| rest.is_empty() || rest.starts_with('=')).map(str::to_owned);
    let found = arguments.find_map(value)?;
    found.strip_prefix('=').map(str::to_owned).or_else(|| arguments.next())
}

/// The home folder.
pub fn home() -> Option<PathBuf> {
    std::env::home_dir()
}

/// May the error stream be coloured? Not where it is no terminal, or where NO_COLOR is set (no-color.org).
pub fn has_color() -> bool {
    io::stderr().is_terminal() && wants_color()
}

/// May the output stream be coloured?
pub fn has_color_in_output() -> bool {
    io::stdout().is_terminal() && wants_color()
}

fn wants_color() -> bool {
    variable("NO_COLOR").is_none_or(|value| value.is_empty()) && variable("TERM").as_deref() != Some("dumb")
}

/// Columns of the terminal.
pub fn width() -> usize {
    variable("COLUMNS").and_then(|columns| columns.parse().ok()).filter(|width| *width >= 40).unwrap_or(100)
}

/// Something could not be printed.
static LOST: AtomicBool = AtomicBool::new(false);

/// A stream to print to. What it does not take is remembered, since whoever reads it would miss it: a full disk, but not a
/// reader who has seen enough (`| head`).
pub struct Stream<W>(W);

impl<W: Write> Stream<W> {
    fn note<T>(result: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &result
            && !matches!(error.kind(), io::ErrorKind::BrokenPipe | io::ErrorKind::Interrupted)
        {
            LOST.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl<W: Write> Write for Stream<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Self::note(self.0.write(bytes))
    }

    fn flush(&mut self) -> io::Result<()> {
        Self::note(self.0.flush())
    }
}

/// The output stream: what the command was asked for.
pub fn stdout() -> Stream<StdoutLock<'static>> {
    Stream(io::stdout().lock())
}

/// The error stream: what is said to whoever runs the command.
pub fn stderr() -> Stream<StderrLock<'static>> {
    Stream(io::stderr().lock())
}

/// Was something that was printed lost? Asked when all is printed.
pub fn was_lost() -> bool {
    let _ = stdout().flush();
    LOST.load(Ordering::Relaxed)
}

/// Asks a question that is answered with a line, where somebody can answer; none where nobody can.
pub fn ask(question: &str) -> Option<String> {
    if !(io::stdin().is_terminal() && io::stderr().is_terminal()) {
        return None;
    }
    let mut answer = String::new();
    let mut stderr = stderr();
    write!(stderr, "{question} ").and_then(|()| stderr.flush()).ok()?;
    drop(stderr);
    io::stdin().read_line(&mut answer).ok()?;
    Some(answer.trim().to_owned())
}

/// Begins to measure how long something takes.
pub fn stopwatch() -> Instant {
    Instant::now()
}

/// A count of what is done, on a terminal only, and only for work that takes a while.
pub struct Progress {
    total: usize,
    done: AtomicUsize,
    start: Instant,
    visible: bool,
}

impl Progress {
    /// Work of `total` steps.
    pub fn new(total: usize) -> Self {
        Self { total, done: AtomicUsize::new(0), start: Instant::now(), visible: io::stderr().is_terminal() }
    }

    /// One step is done.
    pub fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        if self.visible && done.is_multiple_of(500) && self.start.elapsed() > Duration::from_millis(500) {
            let _ = write!(io::stderr(), "\r{done}/{}", self.total);
        }
    }

    /// Wipes the count.
    pub fn finish(&self) {
        if self.visible && self.start.elapsed() > Duration::from_millis(500) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
