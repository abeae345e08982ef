//! Implementations of `Send`, `Unpin` and the like, which the compiler adds to every type.

use super::listing::{Listing, without_generics};

const MODULES: [&str; 2] = ["core::marker::", "core::panic::unwind_safe::"];

/// Returns true for an implementation of such a trait.
pub fn is_impl(line: &str) -> bool {
    trait_and_type(line).is_some()
}

/// Returns true for such an implementation whose type was removed too: only the type is worth a line.
pub fn is_of_removed_type(line: &str, new: &Listing) -> bool {
    trait_and_type(line).is_some_and(|(_, of)| !new.has_type(without_generics(of)))
}

/// `impl<T> core::marker::Send for a::List<T> where T: …`, or `impl<T> !core::marker::Send for …`
fn trait_and_type(line: &str) -> Option<(&str, &str)> {
    let (head, of) = line.strip_prefix("impl")?.split_once(" for ")?;
    let name = head.rsplit(' ').next()?.trim_start_matches('!');
    MODULES.iter().any(|module| name.starts_with(module)).then_some((name, of))
}
