//! A payment whose JSON is edited before it is read.

use portone_v1::payments::GetPayment;
use portone_v1::types::Payment;
use portone_v1::{Client, Error};
use portone_v1_tests::server::{Answer, Server};

use crate::answers::payment;
use crate::fixture::talk;
use crate::raw_json::{Fields, fields, object};

pub(crate) struct Reader {
    client: Client,
    server: Server,
}

impl Reader {
    pub(crate) async fn new() -> Self {
        let (client, server) = talk(Answer::ok("null")).await;
        Self { client, server }
    }

    /// Reads a payment with every field set, and this one set to this or left out.
    pub(crate) async fn with(&self, field: &str, json: Option<&str>) -> Result<Payment, Error> {
        let mut payment = fields(payment::JSON);
        match json {
            Some(json) => payment.insert(field.to_owned(), json.to_owned()),
            None => payment.remove(field),
        };
        self.read(&payment).await
    }

    pub(crate) async fn read(&self, payment: &Fields) -> Result<Payment, Error> {
        self.answer(Answer::ok(&object(payment))).await
    }

    pub(crate) async fn answer(&self, answer: Answer) -> Result<Payment, Error> {
        self.server.answer(answer);
        self.client.payments().get(&GetPayment::new("imp_1")).await
    }
}
