//! All items of a list that the server gives out page by page.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::transport::Transport;
use crate::error::Error;
use crate::json::FromJson;
use crate::operation::Call;
use crate::response::Answer;

const FIRST_PAGE: i64 = 1;

/// The items of all pages of a list, one after the other. Pages are read when they are needed.
///
/// It ends after the last page, and after the first error. Take items with [`next`](Self::next), or as a
/// [`Stream`]. What changes while pages are read can make an item come twice, or not at all.
#[must_use = "nothing is read before the first item is asked for"]
pub struct Items<T> {
    transport: Transport,
    call: Call,
    page: i64,
    read: VecDeque<T>,
    state: State<T>,
    open: fn(Answer) -> Result<Page<T>, Error>,
    /// The page before, as it arrived.
    before: Bytes,
}

enum State<T> {
    /// There is a page to ask for.
    Ready,
    Reading(Reading<T>),
    Ended,
}

type Reading<T> = Pin<Box<dyn Future<Output = Result<(Page<T>, Bytes), Error>> + Send>>;

/// A record that is one page of a list.
pub trait Paged: FromJson {
    /// What is listed.
    type Item: Send + 'static;

    /// The items, and the number of the page after.
    fn into_page(self) -> Page<Self::Item>;
}

/// One page of a list.
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
    /// The number of the page after; 0 or nothing when there is none.
    pub next: Option<i64>,
}

impl<T: Send + 'static> Items<T> {
    /// Begins with the page that the call asks for.
    pub fn new<P: Paged<Item = T>>(transport: &Transport, call: Call) -> Self {
        Self {
            transport: transport.clone(),
            page: call.page().unwrap_or(FIRST_PAGE),
            call,
            read: VecDeque::new(),
            state: State::Ready,
            open: |answer| answer.response::<P>().map(P::into_page),
            before: Bytes::new(),
        }
    }

    /// The next item; none after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.read.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match &mut self.state {
                State::Ended => return Poll::Ready(None),
                State::Ready => self.state = State::Reading(self.ask()),
                State::Reading(reading) => {
                    let result = ready!(reading.as_mut().poll(context));
                    if let Err(error) = result.and_then(|(page, body)| self.turn(page, body)) {
                        self.state = State::Ended;
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
        }
    }

    fn ask(&self) -> Reading<T> {
        let (transport, call, open) = (self.transport.clone(), self.call.clone(), self.open);
        Box::pin(async move {
            let answer = transport.send(call).await?;
            let body = answer.received().body.clone();
            Ok((open(answer)?, body))
        })
    }

    /// A server that leads nowhere new must not be followed for ever: an empty page is the last, and so
    /// is one that names itself or one before it. One that comes again under another number has hidden
    /// what should be there, which is an error.
    fn turn(&mut self, page: Page<T>, body: Bytes) -> Result<(), Error> {
        let is_empty = page.items.is_empty();
        if !is_empty && body == self.before {
            return Err(Error::repeated_page(self.call.operation.name, body));
        }
        self.before = body;
        self.read.extend(page.items);
        self.state = match page.next {
            Some(next) if next > self.page && !is_empty => {
                self.page = next;
                self.call = self.call.clone().at_page(next);
                State::Ready
            }
            _ => State::Ended,
        };
        Ok(())
    }
}

impl<T: Unpin + Send + 'static> Stream for Items<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll(context)
    }
}

impl<T> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("operation", &self.call.operation.name)
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}
