use std::collections::HashMap;

use portone_v1::deliveries::DeliveryState;

fn state(state: &DeliveryState) -> &'static str {
    match state {
        DeliveryState::Ready => "ready",
        DeliveryState::Unknown(code) if code.as_str() == "lost" => "lost",
        _ => "unknown",
    }
}

pub fn known() -> HashMap<DeliveryState, &'static str> {
    let all: &'static [DeliveryState] = DeliveryState::ALL;
    all.iter().map(|known| (known.clone(), state(known))).collect()
}

pub fn texts(state: &DeliveryState) -> (&str, Option<&'static str>, String) {
    (state.code(), state.name(), state.to_string())
}

pub fn read(code: String) -> [DeliveryState; 2] {
    [DeliveryState::from(code.as_str()), DeliveryState::from(code)]
}
