//! JSON as the server really speaks it: tolerant in reading, exact in numbers, both ways.

mod fields;
mod from_json;
mod mismatch;
mod number;
mod object;
mod read;
#[cfg(feature = "serde")]
pub(crate) mod serde;
mod to_json;
mod value;

#[cfg(test)]
mod tests;

pub use fields::Fields;
pub use from_json::FromJson;
pub use mismatch::Mismatch;
pub use object::Object;
pub use read::Json;
pub use to_json::ToJson;
pub use value::Value;
