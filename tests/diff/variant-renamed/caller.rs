use portone_v1::deliveries::DeliveryState;

pub fn is_ready(state: &DeliveryState) -> bool {
    matches!(state, DeliveryState::Ready)
}
