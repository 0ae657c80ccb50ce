//! Server-sent events (HTML Living Standard, 9.2): tells the browsers that the site changed.

use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::state::{Live, Snapshot};
use crate::edge::http::answer::{Answer, Body};

/// A sign of life, so that both ends find out when the other is gone: pages wait for two of them in vain before they say so.
const PING: Duration = Duration::from_secs(10);

/// A stream that says at once which state there is, and then each new one.
pub fn events(live: Arc<Live>) -> Answer {
    let mut told: Option<u64> = None;
    let next = move || {
        let Some(last) = told else {
            let now = live.now();
            told = Some(now.generation);
            return Some(format!("retry: 500\n\n{}", update(&live, &now, None)).into_bytes());
        };
        Some(match live.later(last, PING) {
            Some(now) => {
                told = Some(now.generation);
                update(&live, &now, Some(last)).into_bytes()
            }
            None => b"event: alive\ndata:\n\n".to_vec(),
        })
    };
    let fields = vec![("Content-Type", "text/event-stream".to_owned())];
    Answer { status: 200, fields, body: Body::Stream(Box::new(next)) }
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
