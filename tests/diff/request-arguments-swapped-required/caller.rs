use portone_v1::deliveries::SendDelivery;

pub fn request(pg: &str) -> SendDelivery {
    SendDelivery::new("order-1", pg)
}
