//! Planned declines of charges.

/// Declines to apply to the next charges.
#[derive(Clone, Debug, Default)]
pub struct Declines {
    planned: Vec<Decline>,
}

/// Decline of a charge by the API: of any charge, or of those of one order or one billing key.
///
/// The verification of a card before it is stored counts as a charge without an order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Decline {
    merchant_uid: Option<String>,
    customer_uid: Option<String>,
    reason: String,
    times: u32,
}

impl Decline {
    /// Declines the next charge for this reason.
    pub fn next(reason: impl Into<String>) -> Self {
        Self { merchant_uid: None, customer_uid: None, reason: reason.into(), times: 1 }
    }

    /// Restricts the decline to charges of this order.
    pub fn of_order(mut self, merchant_uid: impl Into<String>) -> Self {
        self.merchant_uid = Some(merchant_uid.into());
        self
    }

    /// Restricts the decline to charges of this billing key.
    pub fn of_billing_key(mut self, customer_uid: impl Into<String>) -> Self {
        self.customer_uid = Some(customer_uid.into());
        self
    }

    /// Declines this many charges instead of one.
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    fn matches(&self, merchant_uid: &str, customer_uid: Option<&str>) -> bool {
        self.times > 0
            && self.merchant_uid.as_deref().is_none_or(|uid| uid == merchant_uid)
            && self.customer_uid.as_deref().is_none_or(|uid| Some(uid) == customer_uid)
    }
}

impl Declines {
    /// Plans a decline.
    pub fn plan(&mut self, decline: Decline) {
        self.planned.push(decline);
    }

    /// Returns the reason if this charge is to be declined, and counts it.
    pub fn take(&mut self, merchant_uid: &str, customer_uid: Option<&str>) -> Option<String> {
        let mut planned = self.planned.iter_mut();
        let decline = planned.find(|decline| decline.matches(merchant_uid, customer_uid))?;
        decline.times -= 1;
        let reason = decline.reason.clone();
        self.planned.retain(|decline| decline.times > 0);
        Some(reason)
    }
}
