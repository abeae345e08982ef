//! What goes out.

use portone_v1_tests::server::{Answer, Received};

use crate::expected::{self, Request};
use crate::operations::{Exchange, Subject, api, every_operation};
use crate::samples::{Breadth, Sampler};

fn received(sent: Received) -> Request {
    let header = |name: &str| sent.header(name).map(str::to_owned);
    Request {
        content_type: header("content-type"),
        authorization: header("authorization"),
        tier: header("tier"),
        user_agent: header("user-agent"),
        accept: header("accept"),
        method: sent.method,
        target: sent.target,
        body: sent.body,
    }
}

async fn assert_sent(subject: &Subject, breadth: Breadth) {
    let mut exchange = Exchange::new(subject, Answer::ok("null")).await;
    let sent = Sampler::new(api(), 0).request(subject.operation, breadth);
    for tier in [None, Some("tier-1")] {
        if let Some(tier) = tier {
            exchange.client = exchange.client.with_tier(tier);
        }
        // The answer says nothing, which only some operations take.
        let _ = exchange.call(breadth).await;
        let expected = expected::request(subject.operation, &sent, tier);
        assert_eq!(received(exchange.sent()), expected, "{} {breadth:?}", subject.name());
    }
}

#[tokio::test]
async fn every_request_is_what_the_schema_says() {
    for subject in every_operation() {
        for breadth in Breadth::ALL {
            assert_sent(&subject, breadth).await;
        }
    }
}
