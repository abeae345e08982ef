//! What gateways were told beside payments.

use serde_json::{Map, Value, json};

use super::{Entry, text};
use crate::books::Books;
use crate::core::Core;
use crate::fake::Fake;
use crate::refusal::Refusal;

/// What this file carries out.
pub const COMMANDS: &[Entry] = &[
    ("GET", "payco", "Reads the status that Payco was told: imp_uid.", |core, values| {
        answer(core, values, payco)
    }),
    (
        "GET",
        "paymentwall",
        "Reads the delivery that Paymentwall was told: imp_uid.",
        |core, values| answer(core, values, paymentwall),
    ),
    (
        "GET",
        "partners",
        "Reads the sales slip that a partner was given: imp_uid.",
        |core, values| answer(core, values, partners),
    ),
];

/// What is known by an `imp_uid`.
type Known = fn(&Books, &str) -> Option<Value>;

impl Fake {
    /// The status that Payco has of an order, once it was told one.
    pub fn payco_status(&self, imp_uid: &str) -> Option<String> {
        read(self.core(), imp_uid, payco)?.as_str().map(str::to_owned)
    }

    /// What Paymentwall was told last of the delivery of a payment.
    pub fn paymentwall_delivery(&self, imp_uid: &str) -> Option<Value> {
        read(self.core(), imp_uid, paymentwall)
    }

    /// The list of sub-merchants on the sales slip of a payment, and how much each sold.
    pub fn partner_sales(&self, imp_uid: &str) -> Option<Value> {
        read(self.core(), imp_uid, partners)
    }
}

fn payco(books: &Books, imp_uid: &str) -> Option<Value> {
    books.payco_statuses.get(imp_uid).map(|status| json!(status))
}

fn paymentwall(books: &Books, imp_uid: &str) -> Option<Value> {
    books.paymentwall_deliveries.get(imp_uid).map(|delivery| json!(delivery))
}

fn partners(books: &Books, imp_uid: &str) -> Option<Value> {
    books.partner_sales.get(imp_uid).map(|sales| json!(sales))
}

fn read(core: &Core, imp_uid: &str, known: Known) -> Option<Value> {
    core.world().act(None, |books| Ok(known(books, imp_uid))).ok().flatten()
}

fn answer(core: &Core, values: &Map<String, Value>, known: Known) -> Result<Value, Refusal> {
    let imp_uid = text(values, "imp_uid")?;
    let told = read(core, imp_uid, known);
    told.ok_or_else(|| Refusal::not_found(format_args!("word to the gateway of {imp_uid}")))
}
