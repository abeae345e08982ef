//! Pages of the docs with code tables, reconstructed from the pinned facts, because their texts are not
//! ours.

use std::collections::BTreeMap;
use std::fs;

use portone_v1_generator::upstream::pages::{self, PageEntry};
use portone_v1_tests::xtask::project;
use serde_json::Value;

/// Pages by their file names.
pub fn pinned() -> BTreeMap<String, String> {
    let read = |name: &str| fs::read_to_string(project().join("schema").join(name)).expect(name);
    let lock: Value = serde_json::from_str(&read("pages.lock")).expect("it is JSON");
    let map = pages::read_map(&read("pages.yaml")).expect("a map of pages");
    let page = |(name, entry): (String, PageEntry)| {
        let text = page(&entry, &lock["pages"][&name]);
        (name, text)
    };
    map.pages.into_iter().map(page).collect()
}

fn page(entry: &PageEntry, facts: &Value) -> String {
    let mut lines = Vec::new();
    if let Some(code) = &entry.code {
        let label = entry.label.as_deref().unwrap_or("label");
        lines.extend([format!("| {code} | {label} |"), "|---|---|".to_owned()]);
        let row = |row| format!("| {} | {} |", word(row, "code"), word(row, "label"));
        lines.extend(rows(&facts["codes"]).iter().map(row));
    }
    for list in rows(&facts["lists"]) {
        lines.extend([String::new(), format!("# {}", word(list, "heading")), String::new()]);
        let item = |row| format!("- {}: {}", word(row, "label"), word(row, "code"));
        lines.extend(rows(&list["rows"]).iter().map(item));
    }
    lines.join("\n") + "\n"
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn word<'v>(row: &'v Value, key: &str) -> &'v str {
    row[key].as_str().unwrap_or_default()
}
