use std::collections::HashSet;

use portone_v1::shop::{CreateOrder, OrderKind};

pub fn requests() -> Vec<CreateOrder> {
    let kinds: HashSet<OrderKind> = OrderKind::ALL.iter().cloned().collect();
    kinds.into_iter().map(|kind| CreateOrder::new().kind(kind)).collect()
}

pub fn is_gift(kind: &OrderKind) -> bool {
    match kind {
        OrderKind::Gift => true,
        OrderKind::Unknown(code) => code.as_str() == "present",
        _ => false,
    }
}
