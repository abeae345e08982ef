//! JSON values: tolerant reading of responses, and exact numbers in both directions.

mod boolean;
mod document;
mod elements;
mod from_json;
mod kind;
mod lossy;
mod members;
mod mismatch;
mod mismatch_sink;
mod node;
mod nullish;
mod number;
mod object;
mod pairs;
mod reader;
mod records;
mod repeated_names;
#[cfg(feature = "serde")]
pub(crate) mod serde;
mod time;
mod to_json;
mod tokenizer;
mod value;
mod write;

#[cfg(test)]
mod tests;

pub(crate) use document::Document;
pub use from_json::FromJson;
pub use mismatch::Mismatch;
pub(crate) use number::exact_decimal;
pub use object::Object;
pub use reader::Json;
pub(crate) use records::RecordView;
pub(crate) use time::SECONDS;
pub use to_json::ToJson;
pub use value::{Fields, Value};
