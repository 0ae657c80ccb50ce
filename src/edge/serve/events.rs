//! Server-sent events (HTML Living Standard, 9.2): tells the browsers that the site changed.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;
use tokio::sync::mpsc::channel;
use tokio::time::timeout;

use super::state::{Live, Snapshot};
use crate::edge::http::answer::Answer;

/// A sign of life, so that both ends find out when the other is gone: pages wait for two of them in vain before they say so.
const PING: Duration = Duration::from_secs(10);

/// A stream that says at once which state there is, and then each new one. What it holds is let go when the client is gone.
pub fn events(live: Arc<Live>) -> Answer {
    let (sender, pieces) = channel(1);
    let mut changes = live.changes();
    tokio::spawn(async move {
        let mut told = None;
        loop {
            changes.mark_unchanged();
            let piece = match live.peek() {
                Some(now) if told != Some(now.generation) => {
                    let retry = told.map_or("retry: 500\n\n", |_| "");
                    let piece = format!("{retry}{}", update(&live, &now, told));
                    told = Some(now.generation);
                    piece
                }
                _ => "event: alive\ndata:\n\n".to_owned(),
            };
            if sender.send(piece).await.is_err() {
                return;
            }
            tokio::select! {
                () = sender.closed() => return,
                _ = timeout(PING, changes.changed()) => {}
            }
        }
    });
    Answer::stream("text/event-stream", pieces)
}

/// `since`: the generation that the browser was told of before. Those between may have been skipped.
fn update(live: &Live, now: &Snapshot, since: Option<u64>) -> String {
    let after = |changed: u64| since.is_none_or(|since| changed > since);
    let (pages, style) = (after(now.pages_changed), after(now.style_changed));
    let data = json!({
        "generation": now.generation,
        "styleOnly": style && !pages,
        "findingsOnly": !style && !pages,
        "boot": live.boot,
    });
    format!("event: update\ndata: {data}\n\n")
}
