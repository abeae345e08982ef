//! Payments that buyers have made.

use portone_v1_fake::{Buyer, CHANNEL_KEY, Fake};

use super::before::{IMP_UID, ORDER};

/// The price of the sample order.
const PRICE: i64 = 1_000;

/// Makes the payment that the program of an operation is about.
pub(super) fn prepare(fake: &Fake, operation: &str) {
    if operation == "vbanks.issue" {
        // The bank code of the program is one of this gateway.
        fake.add_channel(CHANNEL_KEY, "html5_inicis", false).unwrap();
    }
    let buyer = Buyer::new(ORDER, PRICE).with_imp_uid(IMP_UID);
    let Some(buyer) = paying(operation, buyer) else { return };
    fake.pay(buyer).unwrap();
}

fn paying(operation: &str, buyer: Buyer) -> Option<Buyer> {
    let (section, name) = operation.split_once('.').unwrap();
    match (section, name) {
        ("payments", "balance") | ("payco", _) => Some(buyer.at("payco")),
        ("payments" | "partners", _) => Some(buyer),
        ("vbanks", "change" | "revoke") => Some(buyer.at("settle").by("vbank")),
        ("cvs", "revoke") => Some(buyer.at("galaxia").by("cvs").leaving()),
        ("receipts", "get" | "issue" | "revoke") => Some(buyer.by("trans")),
        ("escrow", _) => Some(buyer.with("escrow", true)),
        ("paymentwall", _) => Some(buyer.at("paymentwall")),
        ("naver", "accrue_points" | "confirm" | "cash_amount") => {
            Some(buyer.at("naverpay").by("trans").with("escrow", true))
        }
        _ => None,
    }
}
