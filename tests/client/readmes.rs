//! The programs of the READMEs, as they stand there, against a server that is slower than the timeout of
//! the client.

use portone_v1::Client;

use crate::fixture::{KEY, SECRET};
use crate::slow_shop::{SlowShop, TIMEOUT};

include!(concat!(env!("OUT_DIR"), "/readmes.rs"));

async fn slow(amount: u32) -> (Client, SlowShop) {
    let shop = SlowShop::start(amount).await;
    let client = Client::builder().base_url(shop.url()).credentials(KEY, SECRET).timeout(TIMEOUT);
    (client.build().unwrap(), shop)
}

#[tokio::test]
async fn the_readme_of_the_repository_refunds_once() {
    let (client, shop) = slow(30_000).await;
    let payment = repository::refund_once(&client, "imp_1").await.unwrap();
    assert_eq!(payment.cancel_amount, 10_000.into());
    assert_eq!((shop.refunds(), shop.cancelled()), (1, 10_000));
}

#[tokio::test]
async fn the_readme_of_the_package_refunds_once() {
    let (client, shop) = slow(12_000).await;
    package::refund(&client, "imp_1").await.unwrap();
    assert_eq!((shop.refunds(), shop.cancelled()), (1, 5_000));
}
