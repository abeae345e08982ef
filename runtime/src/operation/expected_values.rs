//! The values of a request that its record is compared with.

use rust_decimal::Decimal;

use super::call::Call;
use super::identity::Identity;
use crate::json::Fields;

/// The values of a request that the record of a read is compared with.
pub(crate) struct ExpectedValues {
    /// The identifiers and the amount of the request, which its record repeats.
    pub(crate) identity: Identity,
    /// The balance that the request expected.
    pub(crate) balance: Option<Decimal>,
    /// The amount that it takes off the balance; all of it if there is none.
    pub(crate) amount: Option<Decimal>,
}

impl ExpectedValues {
    pub(super) fn of(call: &Call) -> Self {
        Self {
            identity: Identity::of(call),
            balance: decimal(&call.body, "checksum"),
            amount: decimal(&call.body, "amount"),
        }
    }

    /// The balance after the request, if it was carried out.
    pub(crate) fn balance_after(&self) -> Option<Decimal> {
        let balance = self.balance?;
        balance.checked_sub(self.amount.unwrap_or(balance))
    }
}

fn decimal(fields: &Fields, name: &str) -> Option<Decimal> {
    fields.get(name)?.scalar_text()?.parse().ok()
}
