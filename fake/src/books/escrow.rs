//! How the goods of an escrow payment were sent.

use serde_json::{Map, Value, json};

use crate::refusal::Refusal;

/// How long the one gateway that takes its time needs to take a delivery up.
const KSNET_DELAY: i64 = 60 * 60;

/// A delivery as the gateway has it.
#[derive(Clone, Debug)]
pub struct Delivery {
    shipment: Map<String, Value>,
    applied_at: i64,
}

impl Delivery {
    /// A parcel that is registered now.
    pub fn new(shipment: Map<String, Value>, now: i64) -> Self {
        Self { shipment, applied_at: now }
    }

    /// Another parcel in its place.
    ///
    /// # Errors
    /// 409 while the gateway has not taken the first one up.
    pub fn change(
        &mut self,
        shipment: Map<String, Value>,
        gateway: &str,
        now: i64,
    ) -> Result<(), Refusal> {
        if gateway == "ksnet" && now < self.applied_at + KSNET_DELAY {
            return Err(Refusal::new(409, "ksnet takes an hour to take a delivery up"));
        }
        self.shipment = shipment;
        Ok(())
    }

    /// As it is answered.
    pub fn answer(&self) -> Value {
        let of = |name| self.shipment.get(name);
        json!({
            "company": of("company"), "invoice": of("invoice"), "sent_at": of("sent_at"),
            "applied_at": self.applied_at,
        })
    }
}
