//! Server-sent events of the changes of the state.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http_body::Frame;
use tokio::time::{Interval, interval};

use crate::app::App;
use crate::inspector;

/// Interval of the checks for changes.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Number of checks without a change after which a comment shows whether the browser is still there.
const SILENCE: u32 = 50;

/// Body that never ends, with an event for each change.
pub struct EventStream {
    app: Arc<App>,
    interval: Interval,
    last: String,
    silence: u32,
}

impl EventStream {
    /// Creates a stream, whose first event tells the current state.
    pub fn new(app: Arc<App>) -> Self {
        Self { app, interval: interval(POLL_INTERVAL), last: String::new(), silence: 0 }
    }

    /// Polls for the next event.
    pub fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Frame<Bytes>> {
        loop {
            ready!(Pin::new(&mut self.interval).poll_tick(context));
            let event = inspector::event(&self.app);
            self.silence += 1;
            if event != self.last {
                self.silence = 0;
                let text = format!("data: {event}\n\n");
                self.last = event;
                return Poll::Ready(Frame::data(text.into()));
            }
            if self.silence >= SILENCE {
                self.silence = 0;
                return Poll::Ready(Frame::data(Bytes::from_static(b":\n\n")));
            }
        }
    }
}
