//! Numbers, which the server sends as numbers or as strings of digits.

use rust_decimal::Decimal;

use super::reader::Json;

impl Json<'_> {
    /// A number, exactly as it was sent.
    pub(super) fn decimal(self) -> Option<Decimal> {
        match self.plain_integer() {
            Some(integer) => Some(integer.into()),
            None => exact_decimal(&self.scalar_text()?),
        }
    }

    /// A number of digits only, the usual case and the fastest to read.
    fn plain_integer(self) -> Option<i64> {
        self.scalar_text()?.parse().ok()
    }

    /// An integer, which may be written as `3.0`.
    pub(super) fn integer(self) -> Option<i64> {
        self.plain_integer().or_else(|| {
            let decimal = self.decimal()?;
            i64::try_from(decimal).ok().filter(|_| decimal.is_integer())
        })
    }

    /// Unix seconds, without the fraction that some fake servers send.
    pub(crate) fn seconds(self) -> Option<i64> {
        self.plain_integer().or_else(|| i64::try_from(self.decimal()?.trunc()).ok())
    }
}

/// Returns `None` if the text is not a number, or if a [`Decimal`] could only hold it rounded.
pub(crate) fn exact_decimal(text: &str) -> Option<Decimal> {
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
