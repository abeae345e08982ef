//! Changes of YAML text that leave every other byte as it was: comments, order, quotes, blank lines.
//!
//! A change is made twice: in the text, and in the tree that the parser made of it. It counts only if
//! the new text is parsed into the changed tree, so that a wrong place is never written to.

mod change;
mod spans;
mod text;
mod tree;

pub use change::{Action, Change};

use crate::yaml_index::YamlIndex;

/// Makes a change; false, and nothing is changed, if the text that comes of it would say anything else.
pub fn apply(index: &mut YamlIndex, change: &Change) -> bool {
    let Some(root) = index.root(change.file) else { return false };
    let Some(expected) = tree::changed(root, change) else { return false };
    let old = index.text(change.file).to_owned();
    let Some(new) = text::changed(&old, root, change) else { return false };
    if !index.change(change.file, new) {
        return false;
    }
    let is_expected = index.root(change.file).is_some_and(|root| tree::is_same(root, &expected));
    if !is_expected {
        index.change(change.file, old);
    }
    is_expected
}
