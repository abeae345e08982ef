//! The texts of upstream's description: their sentences, a hash of them, and facts that exist only in them.

mod codes;
mod difference;
mod plain;
mod texts;

pub use codes::{CodeList, codes, names_gateways};
pub use difference::difference;
pub use texts::Prose;
