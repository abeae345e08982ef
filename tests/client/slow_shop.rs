//! A server that carries out a refund after the client has given up.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use portone_v1_tests::loopback::Loopback;
use portone_v1_tests::server::Answer;
use serde_json::Value;

/// The timeout of clients that give up on it.
pub(crate) const TIMEOUT: Duration = Duration::from_millis(400);
/// Longer than until the first look-up, which therefore proves nothing.
const WORK: Duration = Duration::from_millis(1_000);

/// A payment of this amount, from which every request takes something off, whatever its checksum says.
pub(crate) struct SlowShop {
    loopback: Loopback,
    payment: Arc<PaidOrder>,
}

struct PaidOrder {
    amount: u32,
    cancelled: AtomicU32,
    refunds: AtomicU32,
}

impl SlowShop {
    pub(crate) async fn start(amount: u32) -> Self {
        let payment = PaidOrder { amount, cancelled: 0.into(), refunds: 0.into() };
        let payment = Arc::new(payment);
        let router = Router::new()
            .route("/users/getToken", post(|| async { Answer::token() }))
            .route("/payments/cancel", post(refund))
            .route("/payments/{imp_uid}", get(look_up))
            .with_state(Arc::clone(&payment));
        Self { loopback: Loopback::serve(router).await.unwrap(), payment }
    }

    pub(crate) fn url(&self) -> &str {
        self.loopback.url()
    }

    /// The number of refunds that were asked for, whether or not they are made already.
    pub(crate) fn refunds(&self) -> u32 {
        self.payment.refunds.load(Ordering::SeqCst)
    }

    pub(crate) fn cancelled(&self) -> u32 {
        self.payment.cancelled.load(Ordering::SeqCst)
    }
}

/// Works on, even if the client hangs up.
async fn refund(State(payment): State<Arc<PaidOrder>>, Json(request): Json<Value>) -> Response {
    payment.refunds.fetch_add(1, Ordering::SeqCst);
    let work = tokio::spawn(async move {
        tokio::time::sleep(WORK).await;
        let amount = request["amount"].as_u64().and_then(|amount| u32::try_from(amount).ok());
        payment.cancelled.fetch_add(amount.unwrap(), Ordering::SeqCst);
        payment.answer()
    });
    work.await.unwrap().into_response()
}

async fn look_up(State(payment): State<Arc<PaidOrder>>) -> Response {
    payment.answer().into_response()
}

impl PaidOrder {
    fn answer(&self) -> Answer {
        let (amount, cancelled) = (self.amount, self.cancelled.load(Ordering::SeqCst));
        Answer::ok(&format!(
            r#"{{"imp_uid":"imp_1","merchant_uid":"order-1","status":"paid","amount":{amount},
                "cancel_amount":{cancelled},"currency":"KRW","name":"표"}}"#
        ))
    }
}
