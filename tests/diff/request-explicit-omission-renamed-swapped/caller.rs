use portone_v1::shop::{CreateOrder, OrderShare};

pub fn request() -> CreateOrder {
    CreateOrder::new(OrderShare::All)
}
