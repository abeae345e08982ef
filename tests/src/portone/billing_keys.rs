//! Cards stored for later.

use axum::extract::{Path, State};
use axum::routing::post;
use axum::{Json, Router};
use serde_json::{Value, json};

use super::answer::{Answer, Envelope, Refusal};
use super::books::{Books, now, require};
use super::{CHANNEL_KEY, Shared, lock};

/// As 200 with code 1, not as a 404.
pub(super) const UNKNOWN: Refusal = Refusal::Rule("no billing key has this customer_uid");

pub(super) fn routes() -> Router<Shared> {
    Router::new().route("/subscribe/customers/{customer_uid}", post(issue).get(read))
}

impl Books {
    fn issue_key(&mut self, customer_uid: &str, card: &Value) -> Result<Value, Refusal> {
        require(card, &["channel_key", "card_number", "expiry"])?;
        if card["channel_key"] != CHANNEL_KEY {
            return Err(Refusal::UnknownChannel);
        }
        let key = billing_key(customer_uid, card);
        self.billing_keys.insert(customer_uid.to_owned(), key.clone());
        Ok(key)
    }

    fn key(&self, customer_uid: &str) -> Result<Value, Refusal> {
        self.billing_keys.get(customer_uid).cloned().ok_or(UNKNOWN)
    }
}

fn billing_key(customer_uid: &str, card: &Value) -> Value {
    let number = card["card_number"].as_str().unwrap_or_default();
    let first: String = number.chars().filter(char::is_ascii_digit).take(6).collect();
    json!({
        "customer_uid": customer_uid, "pg_provider": "nice", "pg_id": "MID1",
        "card_name": "BC카드", "card_code": "361", "card_number": format!("{first}**********"),
        "card_type": 0, "customer_name": card["customer_name"], "customer_tel": null,
        "customer_email": null, "customer_addr": null, "customer_postcode": null,
        "inserted": now(), "updated": now(),
    })
}

async fn issue(
    State(books): State<Shared>,
    Path(customer_uid): Path<String>,
    Json(card): Json<Value>,
) -> Answer {
    lock(&books).issue_key(&customer_uid, &card).map(Envelope)
}

async fn read(State(books): State<Shared>, Path(customer_uid): Path<String>) -> Answer {
    lock(&books).key(&customer_uid).map(Envelope)
}
