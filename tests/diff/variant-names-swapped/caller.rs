use portone_v1::deliveries::DeliveryState;

pub fn is_gone(state: &DeliveryState) -> bool {
    matches!(state, DeliveryState::Gone)
}

pub fn all() -> Vec<DeliveryState> {
    vec![DeliveryState::Gone, DeliveryState::Back]
}
