use portone_v1::deliveries::SendDelivery;

pub fn request() -> SendDelivery {
    SendDelivery::new().weight(7)
}
