use portone_v1::deliveries::SplitDelivery;

pub fn request(from: &str, to: &str) -> SplitDelivery {
    SplitDelivery::new(from, to)
}
