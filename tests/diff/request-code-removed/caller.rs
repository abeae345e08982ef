use portone_v1::shop::{CreateOrder, OrderKind};

pub fn request() -> CreateOrder {
    CreateOrder::new().kind(OrderKind::Rent)
}
