//! The client for programs without async makes the same calls.

use std::thread;

use portone_v1::blocking;
use portone_v1_tests::server::{Answer, Server};
use tokio::sync::oneshot;

use crate::calls::CALLS;
use crate::operations::{MockedOperation, every_operation};
use crate::samples::Breadth;

/// Every operation, on a thread that belongs to no runtime.
async fn call_all(url: String) {
    let (sender, receiver) = oneshot::channel();
    thread::spawn(move || {
        let client = blocking::Client::builder().base_url(url).credentials("the-key", "the-secret");
        let client = client.build().unwrap();
        for call in CALLS {
            // The answer says nothing, which only some operations take.
            let _ = (call.wait)(&client, Breadth::Everything);
        }
        sender.send(()).unwrap();
    });
    receiver.await.unwrap();
}

#[tokio::test]
async fn every_request_is_the_same() {
    let server = Server::start(Answer::ok("null")).await.unwrap();
    call_all(server.url().to_owned()).await;
    let mut received = server.calls().into_iter();
    // The one without a token asks for one, as every other does before.
    for case in every_operation().filter(|case| case.operation.authorized) {
        let mocked = MockedOperation::new(&case, Answer::ok("null")).await;
        let _ = mocked.call(Breadth::Everything).await;
        let (expected, sent) = (mocked.sent(), received.next().unwrap());
        assert_eq!((sent.method, sent.target), (expected.method, expected.target));
        assert_eq!(sent.body, expected.body, "{}", case.name());
    }
    assert!(received.next().is_none());
}
