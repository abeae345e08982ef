//! The encoding of requests.

use portone_v1_tests::server::{Answer, Received};

use crate::expected::{self, Request};
use crate::operations::{MockedOperation, OperationCase, api, every_operation};
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

async fn assert_sent(case: &OperationCase, breadth: Breadth) {
    let mut mocked = MockedOperation::new(case, Answer::ok("null")).await;
    let sent = Sampler::new(api(), 0).request(case.operation, breadth);
    for tier in [None, Some("tier-1")] {
        if let Some(tier) = tier {
            mocked.client = mocked.client.with_tier(tier);
        }
        // The answer says nothing, which only some operations take.
        let _ = mocked.call(breadth).await;
        let expected = expected::request(case.operation, &sent, tier);
        assert_eq!(received(mocked.sent()), expected, "{} {breadth:?}", case.name());
    }
}

#[tokio::test]
async fn every_request_matches_the_schema() {
    for case in every_operation() {
        for breadth in Breadth::ALL {
            assert_sent(&case, breadth).await;
        }
    }
}
