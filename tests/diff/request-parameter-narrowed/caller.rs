use portone_v1::Decimal;
use portone_v1::shop::CreateOrder;

pub fn request(count: Decimal) -> CreateOrder {
    CreateOrder::new().count(count)
}
