//! Charges that will fail, as tests want them to.

/// Charges to fail.
#[derive(Clone, Debug, Default)]
pub struct Declines {
    planned: Vec<Decline>,
}

/// A charge to fail: any, or the one of an order or of a billing key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decline {
    /// Only charges of this order.
    pub merchant_uid: Option<String>,
    /// Only charges of this billing key.
    pub customer_uid: Option<String>,
    /// What the gateway says.
    pub reason: String,
    /// How many charges.
    pub times: u32,
}

impl Declines {
    /// Plans one more.
    pub fn plan(&mut self, decline: Decline) {
        self.planned.push(decline);
    }

    /// Why this charge fails, if it does; it then counts as one of the planned ones.
    pub fn take(&mut self, merchant_uid: &str, customer_uid: Option<&str>) -> Option<String> {
        let fits = |decline: &Decline| {
            decline.times > 0
                && decline.merchant_uid.as_deref().is_none_or(|uid| uid == merchant_uid)
                && decline.customer_uid.as_deref().is_none_or(|uid| Some(uid) == customer_uid)
        };
        let decline = self.planned.iter_mut().find(|decline| fits(decline))?;
        decline.times -= 1;
        let reason = decline.reason.clone();
        self.planned.retain(|decline| decline.times > 0);
        Some(reason)
    }
}
