//! Delivery of the goods of an escrow payment.

use serde_json::{Map, Value, json};

use crate::api_error::ApiError;

/// Time that ksnet needs to process a registered delivery, in seconds.
const KSNET_DELAY: i64 = 60 * 60;

/// Delivery registered at the gateway.
#[derive(Clone, Debug)]
pub struct EscrowDelivery {
    shipment: Map<String, Value>,
    applied_at: i64,
}

impl EscrowDelivery {
    /// Registers a shipment.
    pub fn new(shipment: Map<String, Value>, now: i64) -> Self {
        Self { shipment, applied_at: now }
    }

    /// Replaces the shipment.
    ///
    /// # Errors
    /// 409 while the gateway processes the first one.
    pub fn change(
        &mut self,
        shipment: Map<String, Value>,
        gateway: &str,
        now: i64,
    ) -> Result<(), ApiError> {
        if gateway == "ksnet" && now < self.applied_at + KSNET_DELAY {
            return Err(ApiError::new(409, "ksnet processes a delivery for one hour"));
        }
        self.shipment = shipment;
        Ok(())
    }

    /// Returns the delivery as the API returns it.
    pub fn to_json(&self) -> Value {
        let of = |name| self.shipment.get(name);
        json!({
            "company": of("company"), "invoice": of("invoice"), "sent_at": of("sent_at"),
            "applied_at": self.applied_at,
        })
    }
}
