//! The body of an answer: whole, or torn in the middle.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

/// Promises its whole length, whatever becomes of it.
pub struct Body {
    length: u64,
    rest: Option<Bytes>,
    end: End,
}

enum End {
    Well,
    /// First what there is must have been sent.
    TornAfterSending,
    Torn,
}

/// Says that the rest does not come.
#[derive(Debug)]
pub struct Torn;

impl fmt::Display for Torn {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("torn on demand")
    }
}

impl std::error::Error for Torn {}

impl Body {
    /// All of it, or only half when it is cut.
    pub fn new(whole: Bytes, cut: bool) -> Self {
        let length = u64::try_from(whole.len()).unwrap_or(u64::MAX);
        if cut {
            let half = whole.slice(..whole.len() / 2);
            return Self { length, rest: Some(half), end: End::TornAfterSending };
        }
        Self { length, rest: Some(whole), end: End::Well }
    }
}

impl http_body::Body for Body {
    type Data = Bytes;
    type Error = Torn;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Torn>>> {
        if let Some(rest) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        match self.end {
            End::Well => Poll::Ready(None),
            End::TornAfterSending => {
                // hyper sends what it has while it waits for more.
                self.end = End::Torn;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Torn => Poll::Ready(Some(Err(Torn))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_none() && matches!(self.end, End::Well)
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.length)
    }
}
