//! What is done before the process ends because somebody pressed Ctrl-C, or because the system asked it to end.

/// Does `act` when the process is asked to end, and lets it end as if nothing had been done: by the same signal. Where the
/// system has no such signals, or no thread for it, the process just ends.
pub fn before_end(act: impl FnOnce() + Send + 'static) {
    #[cfg(unix)]
    {
        use std::sync::mpsc::channel;

        use signal_hook::consts::{SIGINT, SIGTERM};
        use signal_hook::iterator::Signals;
        use signal_hook::low_level::emulate_default_handler;
        let (listens, waits) = channel();
        let listen = move || {
            let Ok(mut signals) = Signals::new([SIGINT, SIGTERM]) else { return };
            let _ = listens.send(());
            if let Some(signal) = signals.forever().next() {
                act();
                let _ = emulate_default_handler(signal);
            }
        };
        // Without the thread a signal is not taken from the system: it ends the process by itself.
        if std::thread::Builder::new().spawn(listen).is_ok() {
            let _ = waits.recv();
        }
    }
    #[cfg(not(unix))]
    let _ = act;
}
