//! Documentation comments: what an item does, its Korean title, route, gateways, errors, rules
//! and official page.

mod comment;
mod field;
mod gateways;
mod omission;
mod operation;
mod rules;
mod types;

pub use comment::Docs;
pub use field::{facts, field, required_parameter};
pub use omission::{explicit_omission, left_out, refused};
pub use operation::{items, module, operation, request, section};
pub use types::{at_gateway, choice, ty, variant};
