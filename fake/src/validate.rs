//! Validation of requests before any operation runs: types, lengths, allowed values and the rules of
//! gateways.

mod amounts;
mod fields;
mod gateway;
mod parameters;
mod problems;
mod scalar;

pub use self::amounts::validate_amounts;
pub use self::gateway::{require_supported, validate_for_gateway};
pub use self::parameters::{RawParameters, validate};
