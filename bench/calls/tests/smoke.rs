//! Checks that the compared clients do the same work.

use bytes::Bytes;
use portone_v1::Client;
use portone_v1::payments::ListPaymentsByStatus;
use portone_v1::types::Payment;
use portone_v1_bench_calls::bodies::{self, IMP_UID};
use portone_v1_bench_calls::by_hand::{self, Envelope, Page};
use portone_v1_bench_calls::canned::Canned;
use portone_v1_bench_calls::clients::Clients;
use portone_v1_bench_calls::paired_times::PairedTimes;
use portone_v1_bench_calls::server::{self, HELD, RELEASE, WAITING};
use tokio::sync::oneshot;

fn assert_same(ours: &Payment, theirs: &by_hand::Payment) {
    assert_eq!(ours.imp_uid, theirs.imp_uid);
    assert_eq!((ours.amount, ours.cancel_amount), (theirs.amount, theirs.cancel_amount));
    assert_eq!(ours.status.code(), theirs.status);
    assert_eq!(ours.buyer_name, theirs.buyer_name);
    assert_eq!(ours.user_agent, theirs.user_agent);
    assert_eq!(ours.paid_at.map(|time| time.as_second()), theirs.paid_at);
    let ours = ours.cancel_history.iter().map(|refund| (refund.amount, &refund.receipt_url));
    assert!(
        ours.eq(theirs.cancel_history.iter().map(|refund| (refund.amount, &refund.receipt_url)))
    );
}

async fn serve() -> String {
    let (port, announced) = oneshot::channel();
    tokio::spawn(server::serve(|bound| port.send(bound).expect("somebody listens")));
    format!("http://127.0.0.1:{}", announced.await.expect("it says its port"))
}

#[tokio::test]
async fn all_read_the_same_payment_from_the_server() {
    let clients = Clients::new(&serve().await).await;
    let theirs = clients.theirs(IMP_UID).await;
    assert_same(&clients.ours(IMP_UID).await, &theirs);
    assert_same(&clients.ours_on_runtime(IMP_UID).await, &theirs);
}

#[tokio::test]
async fn both_are_held_until_they_are_released() {
    let url = serve().await;
    let clients = Clients::new(&url).await;
    let ask = async |path: &str| clients.caller.text(&format!("{url}{path}")).await;
    let release = async {
        while ask(WAITING).await != "2" {
            tokio::task::yield_now().await;
        }
        ask(RELEASE).await
    };
    let (ours, theirs, _) = tokio::join!(clients.ours(HELD), clients.theirs(HELD), release);
    assert_same(&ours, &theirs);
}

#[tokio::test]
async fn all_read_the_same_page() {
    let body = Bytes::from(bodies::page(20));
    let builder = Client::builder().credentials("key", "secret").base_url("http://127.0.0.1:1");
    let client = builder.http_client(Canned(body.clone())).build().expect("the client is built");
    let ours = client.payments().list_by_status(&ListPaymentsByStatus::new("all")).await;
    let theirs: Envelope<Page> = serde_json::from_slice(&body).expect("a page");
    let (ours, theirs) = (ours.expect("a page").list, theirs.response.expect("a page").list);
    assert_eq!((ours.len(), theirs.len()), (20, 20));
    ours.iter().zip(&theirs).for_each(|(ours, theirs)| assert_same(ours, theirs));
}

#[test]
fn turns_are_taken() {
    let order = std::cell::RefCell::new(String::new());
    let pairs =
        PairedTimes::measure(3, || order.borrow_mut().push('a'), || order.borrow_mut().push('b'));
    assert_eq!(
        order.into_inner(),
        "ab".to_owned() + "ab" + "ba" + "ab",
        "the first pair does not count"
    );
    assert!(pairs.ratio() > 0.0);
}
