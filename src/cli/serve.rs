//! `annai serve`: shows the site to its editors while they write. Ends with Ctrl-C; since nothing is written to the disk, nothing
//! can be left half done, and the system may simply end the program.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::Outcome;
use super::arguments::{CheckOptions, ServeOptions};
use super::session::{Session, seconds};
use crate::base::{Arg, Diagnostic, Severity};
use crate::edge::http::{Handler, Server};
use crate::edge::serve::security::Names;
use crate::edge::serve::state::Snapshot;
use crate::edge::serve::{self, Service};
use crate::edge::watch::{Polling, Watch};
use crate::edge::{clock, network, read, report, terminal};
use crate::model::site_file::BaseUrl;
use crate::render::messages::Messages;
use crate::site::routes;
use crate::source::Sources;

/// The port when none is asked for, and how many after it are tried when it is taken.
const PORTS: (u16, u16) = (4321, 20);

/// Without a command: shows the site of this folder and opens the browser, as after a double click; elsewhere says what to do.
pub fn run_alone(session: &mut Session<'_>) -> Outcome {
    let root = &session.global.root;
    if !read::is_folder(&root.join("content")) {
        let folder = [("folder", Arg::from(root.display().to_string()))];
        return session.refuse("alone-no-site", Some("usage-help"), &folder);
    }
    let host = "127.0.0.1".to_owned();
    run(session, &ServeOptions { port: None, host, allow_settings: false, open: true, as_of: None, base_url: None })
}

/// Runs the command.
pub fn run(session: &mut Session<'_>, options: &ServeOptions) -> Outcome {
    let start = terminal::stopwatch();
    serve::take_small_pages();
    let check = CheckOptions { base_url: options.base_url.clone(), as_of: options.as_of.clone(), strict: false };
    let (as_of, mut link_options) = match session.options(&check) {
        Ok(options) => options,
        Err(outcome) => return outcome,
    };
    let as_of = (options.as_of.is_some() || clock::is_in_environment(terminal::variable)).then_some(as_of);
    let Ok(root) = read::canonical(&session.global.root) else {
        return session.refuse("usage-no-folder", None, &[("folder", Arg::from(session.global.root.display().to_string()))]);
    };
    if !read::is_folder(&root.join("content")) {
        return session.refuse("no-site", Some("no-site-help"), &[("folder", Arg::from(root.display().to_string()))]);
    }
    let Some(ip) = network::resolve(&options.host) else {
        return session.refuse(
            "serve-unknown-host",
            Some("serve-unknown-host-help"),
            &[("host", Arg::from(options.host.as_str()))],
        );
    };
    let server = match bind(session, ip, options.port) {
        Ok(server) => server,
        Err(outcome) => return outcome,
    };
    let Ok(address) = server.address() else { return session.refuse("serve-no-address", None, &[]) };
    let shown = SocketAddr::new(if ip.is_unspecified() { [127, 0, 0, 1].into() } else { ip }, address.port());
    if link_options.base_url.is_none() {
        link_options.base_url = BaseUrl::parse(&format!("http://{shown}/"));
    }
    link_options.drafts = true;

    // Watched before it is read, so that nothing is missed in between.
    let watch = Watch::new(&root);
    let messages = || Messages::build(session.messages.language(), &[], &Sources::new(as_of.unwrap_or_else(clock::now))).0;
    let service =
        Arc::new(Service::new(&root, link_options, as_of, Names::new(&options.host, options.allow_settings), messages()));
    let words = messages();
    let (quiet, says_polling) = (session.global.quiet, move |why: &Polling| say_polling(&words, why));
    let followed = service.follow(watch, move |why| {
        if !quiet {
            says_polling(why);
        }
    });
    let answering = service.clone();
    let handler: Arc<Handler> = Arc::new(move |request| answering.answer(request));
    let accepted = thread::Builder::new().name("accept".into()).spawn(move || drop(server.run(&handler)));
    if followed.is_err() || accepted.is_err() {
        return session.refuse("serve-no-threads", None, &[]);
    }

    let first = service.live.now();
    greet(session, &first, shown, ip.is_unspecified(), start.elapsed());
    if !ip.is_loopback() {
        session.say(if options.allow_settings { "serve-seen-and-set" } else { "serve-seen" }, &[]);
    }
    if options.open && !network::open_browser(&format!("http://{shown}/")) {
        session.say("serve-no-browser", &[]);
    }
    tell(session, &service, first)
}

/// Listens on the port that was asked for, or on the first that is free.
fn bind(session: &Session<'_>, ip: IpAddr, port: Option<u16>) -> Result<Server, Outcome> {
    let ports = match port {
        Some(port) => port..=port,
        None => PORTS.0..=PORTS.0 + PORTS.1,
    };
    let mut problem = None;
    for port in ports {
        match Server::bind(ip, port) {
            Ok(server) => return Ok(server),
            Err(error) if error.kind() == std::io::ErrorKind::AddrInUse => problem = problem.or(Some((port, error))),
            Err(error) => {
                problem = Some((port, error));
                break;
            }
        }
    }
    let (port, error) = problem.unwrap_or_else(|| (PORTS.0, std::io::ErrorKind::AddrInUse.into()));
    let args = [("port", Arg::from(port.to_string())), ("host", Arg::from(ip.to_string()))];
    if error.kind() != std::io::ErrorKind::AddrInUse {
        let reason = [("reason", Arg::from(error.to_string()))];
        return Err(session.refuse("serve-cannot-listen", None, &[args.as_slice(), &reason].concat()));
    }
    Err(match network::owner_of_port(port) {
        Some((pid, name)) => {
            let owner = [("pid", Arg::from(pid.to_string())), ("program", Arg::from(name))];
            session.refuse("serve-port-taken-by", Some("serve-port-taken-help"), &[args.as_slice(), &owner].concat())
        }
        None => session.refuse("serve-port-taken", Some("serve-port-taken-help"), &args),
    })
}

fn greet(session: &Session<'_>, first: &Snapshot, shown: SocketAddr, everywhere: bool, time: Duration) {
    report_errors(session, first, &[]);
    let site = &first.compiled.site;
    let pages = site.routes.values().filter(|route| route.is_page()).count();
    session.say("serve-ready", &[("pages", Arg::from(pages)), ("seconds", seconds(time))]);
    let base = site.base_url.path.trim_end_matches('/');
    for lang in site.languages.all() {
        let address = format!("http://{shown}{base}{}", routes::home_address(site, lang));
        session.say("serve-address", &[("language", Arg::from(site.languages.name(lang))), ("address", Arg::from(address))]);
    }
    if let Some(own) = everywhere.then(network::own_address).flatten() {
        let own = SocketAddr::new(own, shown.port());
        session.say("serve-address-elsewhere", &[("address", Arg::from(format!("http://{own}{base}/")))]);
    }
    session.say("serve-overview", &[("address", Arg::from(format!("http://{shown}/_annai/")))]);
    session.say("serve-stop", &[]);
}

/// Tells of each change, for ever.
fn tell(session: &Session<'_>, service: &Service, mut last: Arc<Snapshot>) -> Outcome {
    loop {
        let Some(mut now) = service.live.later(last.generation, Duration::from_secs(3600)) else { continue };
        // What the rules find comes a moment later; all of it is told at once.
        while let Some(next) = service.live.later(now.generation, Duration::from_millis(250)) {
            now = next;
        }
        if now.findings != last.findings {
            report_errors(session, &now, &last.findings);
            if now.findings.is_empty() {
                session.say("serve-clean", &[]);
            } else {
                session.say("check-findings", &[("summary", Arg::from(report::summary(&now.findings, &session.messages)))]);
            }
        }
        last = now;
    }
}

/// Prints the errors that were not there before. Warnings are shown in the browser, beside the page.
fn report_errors(session: &Session<'_>, now: &Snapshot, before: &[Diagnostic]) {
    let is_new = |finding: &&Diagnostic| finding.severity == Severity::Error && !before.contains(finding);
    let new: Vec<Diagnostic> = now.findings.iter().filter(is_new).cloned().collect();
    session.report(&new, now.compiled.sources());
}

fn say_polling(messages: &Messages, why: &Polling) {
    use std::io::Write;
    let text = match why {
        Polling::NoWatches => messages.text("serve-polls-no-watches"),
        Polling::Network => messages.text("serve-polls-network"),
        Polling::Failed(reason) => messages.format("serve-polls-failed", &[("reason", Arg::from(reason.as_str()))]),
    };
    let _ = writeln!(terminal::stderr(), "{text}");
}
