//! The threads that poll a call.

use std::sync::{Arc, Mutex};
use std::thread::{self, ThreadId};

use portone_v1_runtime::internal::{DefaultClient, Transport};
use portone_v1_runtime::{Bytes, HttpClient, HttpFuture, http};
use tokio::runtime::{Handle, Id};

use super::{LONG, current_thread, multi_thread, patient, read_and_cancel, serve_after};
use crate::runtimes::block_on;

/// The path of a request, and the thread and the runtime on which it is sent.
type Sent = (String, ThreadId, Id);

struct Watched {
    http: DefaultClient,
    sent: Arc<Mutex<Vec<Sent>>>,
}

impl HttpClient for Watched {
    fn send(&self, request: http::Request<Bytes>) -> HttpFuture<'_> {
        let path = request.uri().path().to_owned();
        let sent = (path, thread::current().id(), Handle::current().id());
        self.sent.lock().unwrap().push(sent);
        self.http.send(request)
    }
}

/// Calls are sent by the thread that awaits them, their token by the runtime, and all of it in its context.
#[test]
fn a_call_crosses_no_thread() {
    let (_serving, server) = serve_after(std::time::Duration::ZERO);
    let (given, other) = (multi_thread(), current_thread());
    let sent = Arc::<Mutex<Vec<Sent>>>::default();
    let http = DefaultClient::for_url(&server.url(), LONG).unwrap();
    let http = Watched { http, sent: Arc::clone(&sent) };
    let builder = patient(&server.url()).runtime(given.handle().clone());
    let client: Transport = builder.http_client(http).build().unwrap();
    given.block_on(read_and_cancel(&client)).unwrap();
    other.block_on(read_and_cancel(&client)).unwrap();
    block_on(read_and_cancel(&client)).unwrap();
    let sent = sent.lock().unwrap();
    assert_eq!(sent.len(), 7);
    for (path, thread, runtime) in &*sent {
        assert_eq!(*runtime, given.handle().id(), "{path}");
        let is_here = *thread == thread::current().id();
        assert_eq!(is_here, path != "/users/getToken", "{path}");
    }
}
