//! The suggested YAML of findings about code tables.

use crate::syntax::TODO;
use crate::upstream::yaml_fragment::{YamlFragment, block, indented, key, scalar};

/// A code of an enumeration.
pub fn value(code: &str, label: &str) -> String {
    let title = if label.is_empty() { TODO.to_owned() } else { scalar(label) };
    let mut entries = vec![("title", title), ("doc", TODO.to_owned())];
    if !code.starts_with(|first: char| first.is_ascii_alphabetic()) {
        entries.insert(0, ("rust", TODO.to_owned()));
    }
    let entries = entries.into_iter().map(|(key, text)| (key.to_owned(), YamlFragment::Text(text)));
    block(&key(code), &YamlFragment::Map(entries.collect()))
}

/// The label of a code.
pub fn title(label: &str) -> String {
    format!("title: {}", scalar(label))
}

/// The code of a gateway under its standard code.
pub fn gateway_code(standard: &str, code: &str) -> String {
    format!("{}: {}", key(standard), key(code))
}

/// The line of `pages.yaml` for a list.
pub fn heading(heading: &str, gateway: &str) -> String {
    format!("{}: {}", key(heading), key(gateway))
}

/// A table of codes at gateways.
pub fn table<'c>(name: &str, codes: impl Iterator<Item = (&'c str, &'c str)>) -> String {
    let codes = codes.map(|(standard, code)| gateway_code(standard, code)).collect::<Vec<_>>();
    let codes = indented(&codes.join("\n"), 4);
    let line = heading(name, TODO);
    format!("# `lists` in pages.yaml: {line}\n- gateways: [{TODO}]\n  codes:\n{codes}")
}
