//! The code tables on the pages of upstream's docs, which its description of the API lacks.
//!
//! ```text
//! schema/pages.yaml ─page_map→ PageMap ─┐
//! pages of the docs ─document→ blocks ──┴─read→ Pages ─┐
//! schema/pages.lock ─lock→ Pages ──────────────────────┼─compare→ findings
//! model::Api ──────────────────────────────────────────┘
//! ```

mod cell;
mod code_finding;
mod compare;
mod document;
mod enumeration;
mod facts;
mod gateway_codes;
mod gateway_list;
mod history;
pub mod label;
mod lists;
mod lock;
mod page_map;
mod problem;
mod read;
mod sides;
mod standard_codes;
mod suggestion;
mod table;

pub use compare::compare;
pub use facts::{CodeList, CodeRow, PageFacts, Pages};
pub use lock::{read as read_lock, write as write_lock};
pub use page_map::{PageEntry, PageMap, read as read_map};
pub use problem::PageProblem;
pub use read::read;
