//! One word, one meaning: a name of a type is defined in at most three places.

use std::collections::BTreeMap;

use crate::files;

/// The most definitions of one name: say, in the syntax, in the model and in the runtime.
const MOST: usize = 3;

const FOLDERS: [&str; 7] = ["bench", "examples", "fake", "generator", "runtime", "tests", "xtask"];

/// The name that a line defines. An associated type has the name that its trait gives it.
fn defined(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let (visibility, rest) = match code.strip_prefix("pub") {
        Some(rest) => (true, rest.trim_start_matches("(crate)").trim_start_matches("(super)")),
        None => (false, code),
    };
    let (keyword, rest) = rest.trim_start().split_once(' ')?;
    let is_associated = keyword == "type" && !visibility && code.len() < line.len();
    if is_associated || !["struct", "enum", "type", "trait", "union"].contains(&keyword) {
        return None;
    }
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = &rest[..end.unwrap_or(rest.len())];
    name.starts_with(|first: char| first.is_ascii_uppercase()).then_some(name)
}

#[test]
fn no_type_name_is_defined_more_than_three_times() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for folder in FOLDERS {
        for (path, text) in files::with_ending(folder, &["rs"]) {
            for name in text.lines().filter_map(defined) {
                places.entry(name.to_owned()).or_default().push(path.clone());
            }
        }
    }
    assert!(places.contains_key("Api"), "the definitions were found");
    places.retain(|_, files| files.len() > MOST);
    assert!(places.is_empty(), "{places:#?}");
}

#[test]
fn definitions_are_distinguished_from_uses() {
    assert_eq!(defined("pub(crate) struct Operation<'a> {"), Some("Operation"));
    assert_eq!(defined("    pub enum Client {"), Some("Client"));
    assert_eq!(defined("type Range = (u32, u32);"), Some("Range"));
    assert_eq!(defined("    type Item = T;"), None);
    assert_eq!(defined("    structure Item"), None);
    assert_eq!(defined("/// struct Item"), None);
}
