//! Reading payments.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use serde_json::Value;

use super::answer::{Answer, Envelope, Refusal};
use super::books::Books;
use super::{Shared, lock};

pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/payments/{imp_uid}", get(read))
        .route("/payments/find/{merchant_uid}", get(find))
        .route("/payments/find/{merchant_uid}/{payment_status}", get(find_in_state))
}

impl Books {
    /// The payment of an order that was started last, of those in this state if one is given.
    pub(super) fn of_order(
        &mut self,
        merchant_uid: &str,
        status: Option<&str>,
    ) -> Result<&mut Value, Refusal> {
        let fits = |payment: &&mut Value| {
            payment["merchant_uid"] == merchant_uid
                && status.is_none_or(|status| payment["status"] == status)
        };
        self.payments.iter_mut().rfind(fits).ok_or(Refusal::UnknownPayment)
    }
}

async fn read(State(books): State<Shared>, Path(imp_uid): Path<String>) -> Answer {
    lock(&books).payment(&imp_uid).cloned().map(Envelope)
}

async fn find(State(books): State<Shared>, Path(merchant_uid): Path<String>) -> Answer {
    lock(&books).of_order(&merchant_uid, None).cloned().map(Envelope)
}

async fn find_in_state(
    State(books): State<Shared>,
    Path((merchant_uid, status)): Path<(String, String)>,
) -> Answer {
    lock(&books).of_order(&merchant_uid, Some(&status)).cloned().map(Envelope)
}
