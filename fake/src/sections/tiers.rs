//! The merchant's sub-merchants: whoever is one here can be named in the header `Tier`.

use serde_json::json;

use super::Entry;
use crate::answer::{Answer, Success};
use crate::books::Books;
use crate::call::Call;
use crate::refusal::Refusal;

/// What this file answers.
pub const OPERATIONS: &[Entry] = &[
    ("tiers.get", get),
    ("tiers.change", change),
    ("tiers.register", register),
    ("tiers.delete", delete),
];

fn get(books: &mut Books, call: &Call<'_>) -> Answer {
    let code = call.required("tier_code");
    let name = books.tiers.get(code).ok_or_else(|| unknown(code))?;
    Ok(tier(code, name))
}

fn register(books: &mut Books, call: &Call<'_>) -> Answer {
    books.add_tier(call.required("tier_code"), call.required("tier_name"))?;
    get(books, call)
}

fn change(books: &mut Books, call: &Call<'_>) -> Answer {
    let code = call.required("tier_code");
    let name = books.tiers.get_mut(code).ok_or_else(|| unknown(code))?;
    call.required("tier_name").clone_into(name);
    get(books, call)
}

/// What was entered for it stays, and is there again when the code is.
fn delete(books: &mut Books, call: &Call<'_>) -> Answer {
    let code = call.required("tier_code");
    let name = books.tiers.remove(code).ok_or_else(|| unknown(code))?;
    Ok(tier(code, &name))
}

fn tier(code: &str, name: &str) -> Success {
    Success::new(json!({ "tier_code": code, "tier_name": name }))
}

fn unknown(code: &str) -> Refusal {
    Refusal::not_found(format_args!("sub-merchant {code}"))
}
