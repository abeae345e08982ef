use portone_v1::deliveries::SendDelivery;

pub fn requests() -> Vec<SendDelivery> {
    vec![SendDelivery::new().depot_tel("02-1234"), SendDelivery::default()]
}
