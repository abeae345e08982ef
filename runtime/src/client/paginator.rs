//! Pagination: the items of all pages of a list.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;

use super::transport::Transport;
use crate::error::{DecodeError, Error};
use crate::json::FromJson;
use crate::operation::Call;
use crate::response::Response;

const FIRST_PAGE: i64 = 1;

/// The items of all pages of a list, one after the other. Pages are fetched when they are needed.
///
/// It ends after the last page, and after the first error. Take items with [`next`](Self::next), or as
/// a [`Stream`]. If the list changes in the meantime, an item can be repeated or missed.
#[must_use = "a paginator fetches nothing until it is polled"]
pub struct Paginator<T> {
    transport: Transport,
    call: Call,
    page: i64,
    buffer: VecDeque<T>,
    state: PaginatorState<T>,
    decode: fn(Response) -> Result<Page<T>, Error>,
    previous_body: Bytes,
}

enum PaginatorState<T> {
    /// There is another page to fetch.
    Ready,
    Fetching(PageFuture<T>),
    Finished,
}

type PageFuture<T> = Pin<Box<dyn Future<Output = Result<(Page<T>, Bytes), Error>> + Send>>;

/// A record that is one page of a list.
pub trait Pageable: FromJson {
    /// The items of the list.
    type Item: Send + 'static;

    /// The items, and the number of the next page.
    fn into_page(self) -> Page<Self::Item>;
}

/// One page of a list.
pub struct Page<T> {
    /// The items on the page.
    pub items: Vec<T>,
    /// The number of the next page; 0 or none after the last.
    pub next: Option<i64>,
}

impl<T: Send + 'static> Paginator<T> {
    /// Creates a paginator that begins with the page that the call requests.
    pub fn new<P: Pageable<Item = T>>(transport: &Transport, call: Call) -> Self {
        Self {
            transport: transport.clone(),
            page: call.page().unwrap_or(FIRST_PAGE),
            call,
            buffer: VecDeque::new(),
            state: PaginatorState::Ready,
            decode: |response| response.decode::<P>().map(P::into_page),
            previous_body: Bytes::new(),
        }
    }

    /// The next item; none after the last, and after an error.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(item) = self.buffer.pop_front() {
                return Poll::Ready(Some(Ok(item)));
            }
            match &mut self.state {
                PaginatorState::Finished => return Poll::Ready(None),
                PaginatorState::Ready => self.state = PaginatorState::Fetching(self.fetch_page()),
                PaginatorState::Fetching(page) => {
                    let result = ready!(page.as_mut().poll(context));
                    if let Err(error) = result.and_then(|(page, body)| self.advance(page, body)) {
                        self.state = PaginatorState::Finished;
                        return Poll::Ready(Some(Err(error)));
                    }
                }
            }
        }
    }

    fn fetch_page(&self) -> PageFuture<T> {
        let (transport, call, decode) = (self.transport.clone(), self.call.clone(), self.decode);
        Box::pin(async move {
            let response = transport.send(call).await?;
            let body = response.raw().body.clone();
            Ok((decode(response)?, body))
        })
    }

    /// Moves to the next page. An empty page is the last, and so is one whose `next` is not greater than
    /// its own number: a faulty server must not be followed forever. A page that repeats the previous
    /// one under another number hides items, which is an error.
    fn advance(&mut self, page: Page<T>, body: Bytes) -> Result<(), Error> {
        let is_empty = page.items.is_empty();
        if !is_empty && body == self.previous_body {
            return Err(DecodeError::repeated_page(self.call.operation.name, body).into());
        }
        self.previous_body = body;
        self.buffer.extend(page.items);
        self.state = match page.next {
            Some(next) if next > self.page && !is_empty => {
                self.page = next;
                self.call = self.call.clone().at_page(next);
                PaginatorState::Ready
            }
            _ => PaginatorState::Finished,
        };
        Ok(())
    }
}

impl<T: Unpin + Send + 'static> Stream for Paginator<T> {
    type Item = Result<T, Error>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.get_mut().poll_item(context)
    }
}

impl<T> fmt::Debug for Paginator<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Paginator")
            .field("operation", &self.call.operation.name)
            .field("page", &self.page)
            .finish_non_exhaustive()
    }
}
