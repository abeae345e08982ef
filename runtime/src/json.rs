//! JSON as the server really speaks it: tolerant in reading, exact in numbers, both ways.

mod document;
mod escape;
mod faults;
mod fields;
mod from_json;
mod members;
mod mismatch;
mod names;
mod node;
mod number;
mod object;
mod outline;
mod read;
mod scan;
#[cfg(feature = "serde")]
pub(crate) mod serde;
mod to_json;
mod value;
mod values;

#[cfg(test)]
mod tests;

pub(crate) use document::Document;
use faults::Faults;
pub use fields::Fields;
pub use from_json::FromJson;
pub use mismatch::Mismatch;
pub(crate) use number::SECONDS;
pub use object::Object;
pub use read::Json;
pub use to_json::ToJson;
pub use value::Value;
