//! Numbers, which arrive as numbers or as strings of digits.

use super::Json;
use crate::Decimal;

pub(crate) const SECONDS: &str = "a time in Unix seconds";

impl Json<'_> {
    /// The number here, or in the string here.
    pub(super) fn decimal(self) -> Option<Decimal> {
        match self.plain_integer() {
            Some(integer) => Some(integer.into()),
            None => exact_decimal(&self.scalar_text()?),
        }
    }

    /// The number here, if it is nothing but digits. Nearly all are, and this takes no time.
    fn plain_integer(self) -> Option<i64> {
        self.scalar_text()?.parse().ok()
    }

    /// The whole number here, perhaps written like `3.0`.
    pub(super) fn integer(self) -> Option<i64> {
        self.plain_integer().or_else(|| {
            let decimal = self.decimal()?;
            i64::try_from(decimal).ok().filter(|_| decimal.is_integer())
        })
    }

    /// The Unix seconds here, without the fraction that some fakes of the server send.
    pub(crate) fn seconds(self) -> Option<i64> {
        self.plain_integer().or_else(|| i64::try_from(self.decimal()?.trunc()).ok())
    }
}

/// None when it is no number, or one that a [`Decimal`] could only hold rounded.
fn exact_decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    // The decimal's own parser takes more than JSON does, like `1_000`.
    if !text.bytes().all(|byte| b"0123456789+-.eE".contains(&byte)) {
        return None;
    }
    match text.split_once(['e', 'E']) {
        None => Decimal::from_str_exact(text).ok(),
        // Exact only where its mantissa is, for that is rounded silently.
        Some((mantissa, _)) => {
            Decimal::from_str_exact(mantissa).ok()?;
            Decimal::from_scientific(text).ok()
        }
    }
}
