//! Many servers in one process.

use std::collections::BTreeSet;

use portone_v1_fake::{Buyer, Fake};
use tokio::net::TcpStream;

use crate::wire::{Wire, request, token};

#[tokio::test]
async fn fifty_servers_are_independent() {
    let mut fakes = Vec::new();
    for _ in 0..50 {
        fakes.push(Fake::start().await.unwrap());
    }
    let urls: BTreeSet<_> = fakes.iter().map(|fake| fake.url().to_owned()).collect();
    assert_eq!(urls.len(), 50);
    for (number, fake) in fakes.iter().enumerate() {
        for payment in 0..=number {
            fake.pay(Buyer::new(format!("order-{payment}"), 1)).unwrap();
        }
    }
    for (number, fake) in fakes.iter().enumerate() {
        let token = token(fake).await;
        let list = request("GET", "/payments/status/paid", &token, "");
        let paid = Wire::open(fake).await.ask(&list).await.unwrap();
        assert_eq!(paid.body["response"]["total"], number + 1);
        assert_eq!(fake.request_count(), 2);
    }
    drop(fakes);
    for url in urls {
        let address = url.strip_prefix("http://").unwrap();
        assert!(TcpStream::connect(address).await.is_err(), "{address} still listens");
    }
}
