use portone_v1::shop::CreateOrder;

pub fn request(due: i64) -> CreateOrder {
    CreateOrder::new().due(due)
}
