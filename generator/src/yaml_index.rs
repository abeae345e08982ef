//! An index of the locations in the schema's text.

mod index;
mod lines;
mod nodes;

pub use index::{MapEntry, YamlIndex};
pub use nodes::{child, field_name, items, map, scalar};
