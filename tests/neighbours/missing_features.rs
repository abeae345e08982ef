//! A program that lacks features: each error names the feature.

use portone_v1::verification::UntrustedNotification;
use portone_v1::{Client, blocking, types};

async fn verify(client: &Client, notification: &UntrustedNotification) {
    let _ = notification.verify(client, 1_000).await;
}

fn client() {
    let _ = Client::builder().http_client(reqwest::Client::new());
}

fn wait(_: blocking::Client, _: types::Payment) {}

fn main() {}
