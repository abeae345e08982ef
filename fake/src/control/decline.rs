//! Charges by the API that are to fail.

use serde_json::{Map, Value, json};

use super::{Entry, optional, optional_number, text};
use crate::books::declines::Decline as Planned;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[(
    "POST",
    "decline",
    "Charges fail that are still to come: reason, times, merchant_uid, customer_uid.",
    decline,
)];

/// A charge by the API that is to fail: of any card, or of one order or one billing key. Looking at a
/// card before it is stored counts as a charge without an order.
#[derive(Clone, Debug)]
#[must_use]
pub struct Decline(Planned);

impl Decline {
    /// The next charge, for this reason.
    pub fn next(reason: impl Into<String>) -> Self {
        let reason = reason.into();
        Self(Planned { merchant_uid: None, customer_uid: None, reason, times: 1 })
    }

    /// Only a charge of this order.
    pub fn of_order(mut self, merchant_uid: impl Into<String>) -> Self {
        self.0.merchant_uid = Some(merchant_uid.into());
        self
    }

    /// Only a charge of this billing key.
    pub fn of_billing_key(mut self, customer_uid: impl Into<String>) -> Self {
        self.0.customer_uid = Some(customer_uid.into());
        self
    }

    /// Not one charge but as many.
    pub fn times(mut self, times: u32) -> Self {
        self.0.times = times;
        self
    }
}

impl Fake {
    /// Has a charge fail that is still to come.
    pub fn decline(&self, decline: Decline) {
        // Planning cannot be refused, and there is nothing to return.
        let _ = self.core().world().act(None, |books| {
            books.declines.plan(decline.0);
            Ok(())
        });
    }
}

fn decline(core: &Core, values: &Map<String, Value>) -> Result<Value, Refusal> {
    let times = optional_number(values, "times")?.unwrap_or(1);
    let planned = Planned {
        merchant_uid: optional(values, "merchant_uid"),
        customer_uid: optional(values, "customer_uid"),
        reason: text(values, "reason")?.to_owned(),
        times: u32::try_from(times).unwrap_or(u32::MAX),
    };
    core.world().act(None, |books| {
        books.declines.plan(planned);
        Ok(json!({}))
    })
}
