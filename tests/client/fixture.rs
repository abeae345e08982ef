//! Clients and frequent values.

use portone_v1::codes::{Bank, BankCode, Gateway};
use portone_v1::{Client, Decimal, Timestamp};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};
use portone_v1_tests::server::{Answer, Server};

pub(crate) const KEY: &str = "canary-key";
pub(crate) const SECRET: &str = "canary-secret";

/// A client of a server that answers every call like this.
pub(crate) async fn talk(answer: Answer) -> (Client, Server) {
    let server = Server::start(answer).await.unwrap();
    (client(server.url()), server)
}

/// A client of a server that behaves like PortOne.
pub(crate) async fn fake() -> (Client, Fake) {
    let fake = Fake::start().await.unwrap();
    let client = Client::builder().base_url(fake.url()).credentials(IMP_KEY, IMP_SECRET);
    (client.build().unwrap(), fake)
}

pub(crate) fn client(url: &str) -> Client {
    Client::builder().base_url(url).credentials(KEY, SECRET).build().unwrap()
}

/// Shinhan Bank, at a gateway that uses standard codes.
pub(crate) fn shinhan() -> BankCode {
    Bank::Shinhan.at(&Gateway::Nice).unwrap()
}

pub(crate) fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}
