//! This machine on the network: names to addresses, who holds a port, the browser.

use std::fs;
use std::net::{IpAddr, Ipv4Addr, ToSocketAddrs, UdpSocket};
use std::process::{Command, Stdio};

/// The address of a name, or the address itself.
pub fn resolve(host: &str) -> Option<IpAddr> {
    let bare = host.trim_matches(['[', ']']);
    bare.parse().ok().or_else(|| (bare, 0).to_socket_addrs().ok()?.map(|address| address.ip()).min_by_key(IpAddr::is_ipv6))
}

/// This machine's address on its network, by which others reach it. Nothing is sent: the system only says from where it would.
pub fn own_address() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address for documentation (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}

/// The program that listens on a port: its number and name, where the system says (Linux, for one's own programs).
pub fn owner_of_port(port: u16) -> Option<(u32, String)> {
    let sockets: Vec<String> = ["/proc/net/tcp", "/proc/net/tcp6"]
        .iter()
        .filter_map(|file| fs::read_to_string(file).ok())
        .flat_map(|text| listening(&text, port))
        .collect();
    for process in fs::read_dir("/proc").ok()?.flatten() {
        let Some(pid) = process.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        let Ok(open) = fs::read_dir(process.path().join("fd")) else { continue };
        let holds = |link: fs::DirEntry| {
            fs::read_link(link.path()).is_ok_and(|target| sockets.iter().any(|socket| target.as_os_str() == &**socket))
        };
        if open.flatten().any(holds) {
            let name = fs::read_to_string(process.path().join("comm")).unwrap_or_default();
            return Some((pid, name.trim().to_owned()));
        }
    }
    None
}

/// The sockets that listen on a port: local address is the second field, state (0A: listening) the fourth, inode the tenth.
fn listening(table: &str, port: u16) -> Vec<String> {
    let end = format!(":{port:04X}");
    let is_wanted = |fields: &Vec<&str>| fields.get(1).is_some_and(|local| local.ends_with(&end)) && fields.get(3) == Some(&"0A");
    let rows = table.lines().skip(1).map(|line| line.split_whitespace().collect::<Vec<_>>()).filter(is_wanted);
    rows.filter_map(|fields| fields.get(9).map(|inode| format!("socket:[{inode}]"))).collect()
}

/// Opens an address in the browser; false when there is no way to.
pub fn open_browser(address: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("rundll32", &["url.dll,FileProtocolHandler"])
    } else {
        ("xdg-open", &[])
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().is_ok()
}

#[cfg(test)]
mod tests {
    use super::listening;

    #[test]
    fn listening_sockets_are_found_in_the_table() {
        let table = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n   \
                     0: 0100007F:10E1 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 1 0 100 0 0 10 0\n   \
                     1: 0100007F:10E1 0100007F:A000 01 00000000:00000000 00:00000000 00000000     0        0 999 1 0 100 0 0 10 0\n";
        assert_eq!(listening(table, 4321), ["socket:[12345]"]);
        assert!(listening(table, 4322).is_empty());
    }
}
