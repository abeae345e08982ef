use portone_v1::deliveries::SendDelivery;

pub fn request(order_id: String, depot_id: &str) -> SendDelivery {
    SendDelivery::new(order_id, depot_id)
}
