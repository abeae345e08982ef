use portone_v1::deliveries::SendDelivery;

pub fn request(pg: String) -> SendDelivery {
    SendDelivery::new(pg)
}
