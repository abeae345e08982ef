//! A Naver Pay order of one product.

use portone_v1_fake::{Buyer, Fake, NaverReview, NaverStep};

use super::before::{IMP_UID, ORDER};

const PRODUCT: &str = "2024000000000001";

/// Brings the order into the state from which the program of an operation goes on.
pub(super) fn prepare(fake: &Fake, operation: &str) {
    let Some(steps) = steps(operation) else { return };
    let buyer = Buyer::new(ORDER, 1_000).with_imp_uid(IMP_UID).at("naverco");
    fake.pay(buyer).unwrap();
    for step in steps {
        fake.naver_step(IMP_UID, *step, &[]).unwrap();
    }
    if operation == "naver.reviews" {
        fake.naver_review(NaverReview::general(PRODUCT, 2, "좋아요")).unwrap();
    }
}

/// The steps before an operation; none if it is about a payment of another kind.
fn steps(operation: &str) -> Option<&'static [NaverStep]> {
    use NaverStep::{
        ApproveExchange, CollectExchanged, Deliver, Place, RequestCancel, RequestExchange,
        RequestReturn, Ship, WithholdReturn,
    };
    Some(match operation.strip_prefix("naver.")? {
        "accrue_points" | "confirm" | "cash_amount" => return None,
        "cancel" | "place" | "product_order" | "product_orders" => &[],
        "approve_cancel" => &[Place, RequestCancel],
        "ship" => &[Place],
        "collect_exchanged" => &[Place, Ship, Deliver, RequestExchange, ApproveExchange],
        "ship_exchanged" => {
            &[Place, Ship, Deliver, RequestExchange, ApproveExchange, CollectExchanged]
        }
        "approve_return" | "reject_return" | "withhold_return" => {
            &[Place, Ship, Deliver, RequestReturn]
        }
        "resolve_return" => &[Place, Ship, Deliver, RequestReturn, WithholdReturn],
        _ => &[Place, Ship, Deliver],
    })
}
