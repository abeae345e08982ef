use portone_v1::Error;
use portone_v1::codes::Gateway;
use portone_v1::shop::CreateOrder;

pub fn check() -> Result<(), Error> {
    CreateOrder::new().check(&Gateway::Kcp)
}
