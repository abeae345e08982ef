//! Response body, complete or truncated.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Frame, SizeHint};

use super::event_stream::EventStream;

/// Body of a response, or of the events of changes.
pub enum ResponseBody {
    /// Body of a response.
    Response(WholeBody),
    /// Body that never ends.
    Events(EventStream),
}

/// Body that announces its full length, and may end early.
pub struct WholeBody {
    length: u64,
    rest: Option<Bytes>,
    end: End,
}

enum End {
    Complete,
    /// Truncated, once the sent part has been flushed.
    TruncatedAfterFlush,
    Truncated,
}

/// Error that aborts a truncated body.
#[derive(Debug)]
pub struct TruncatedBody;

impl fmt::Display for TruncatedBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("truncated by an injected fault")
    }
}

impl std::error::Error for TruncatedBody {}

impl WholeBody {
    /// Creates a body that is sent completely, or only its first half.
    pub fn new(whole: Bytes, truncated: bool) -> Self {
        let length = u64::try_from(whole.len()).unwrap_or(u64::MAX);
        if truncated {
            let half = whole.slice(..whole.len() / 2);
            return Self { length, rest: Some(half), end: End::TruncatedAfterFlush };
        }
        Self { length, rest: Some(whole), end: End::Complete }
    }
}

impl http_body::Body for ResponseBody {
    type Data = Bytes;
    type Error = TruncatedBody;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TruncatedBody>>> {
        match &mut *self {
            Self::Response(body) => body.poll_frame(context),
            Self::Events(events) => events.poll_event(context).map(|event| Some(Ok(event))),
        }
    }

    fn is_end_stream(&self) -> bool {
        match self {
            Self::Response(body) => body.is_end_stream(),
            Self::Events(_) => false,
        }
    }

    fn size_hint(&self) -> SizeHint {
        match self {
            Self::Response(body) => SizeHint::with_exact(body.length),
            Self::Events(_) => SizeHint::default(),
        }
    }
}

impl WholeBody {
    fn poll_frame(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TruncatedBody>>> {
        if let Some(rest) = self.rest.take() {
            return Poll::Ready(Some(Ok(Frame::data(rest))));
        }
        match self.end {
            End::Complete => Poll::Ready(None),
            End::TruncatedAfterFlush => {
                // hyper flushes its buffer while it waits for the next frame.
                self.end = End::Truncated;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Truncated => Poll::Ready(Some(Err(TruncatedBody))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.rest.is_none() && matches!(self.end, End::Complete)
    }
}
