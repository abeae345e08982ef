use portone_v1::Decimal;
use portone_v1::shop::{CreateOrder, OrderShare};

pub fn requests() -> Vec<CreateOrder> {
    let part = OrderShare::Part(Decimal::from(3_000));
    vec![CreateOrder::new(part.clone()), CreateOrder::new(OrderShare::All)]
}

pub fn part(share: &OrderShare) -> Option<Decimal> {
    match share {
        OrderShare::All => None,
        OrderShare::Part(part) => Some(*part),
    }
}

pub fn is_same(request: &CreateOrder, other: &CreateOrder) -> bool {
    println!("{request:?}");
    request.clone() == *other
}
