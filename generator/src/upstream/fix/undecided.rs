//! Types that upstream names and does not describe: a person has to choose one.

use crate::syntax::TODO;
use crate::upstream::yaml_fragment::YamlFragment;
use crate::yaml_index::YamlIndex;

/// The keys whose value is a type.
const KEYS: [&str; 2] = ["type", "returns"];

/// Replaces by `TODO` the names of records that the schema lacks. `own` is the name of a new record, which
/// can hold itself only in a list.
pub fn replace_unknown_types(fragment: &mut YamlFragment, index: &YamlIndex, own: &str) {
    let YamlFragment::Map(entries) = fragment else { return };
    for (key, value) in entries {
        match value {
            YamlFragment::Text(word) if KEYS.contains(&key.as_str()) => {
                if let Some(name) = unusable(word, index, own) {
                    *word = word.replace(&name, TODO);
                }
            }
            inner => replace_unknown_types(inner, index, own),
        }
    }
}

/// The name of the record in a type, if it cannot be used there.
fn unusable(word: &str, index: &YamlIndex, own: &str) -> Option<String> {
    let name = word.trim_matches(['[', ']']);
    let is_record = name != TODO && name.starts_with(|first: char| first.is_ascii_uppercase());
    let is_usable = if name == own { word.starts_with('[') } else { index.subject(name).is_some() };
    (is_record && !is_usable).then(|| name.to_owned())
}
