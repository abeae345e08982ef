//! Titles: English, and unique because names are. Some code generators name types by them.

use heck::ToTitleCase;

/// The title of a type, an operation or a section: `CancelExtra` is "Cancel Extra".
pub fn of(name: &str) -> String {
    name.to_title_case()
}
