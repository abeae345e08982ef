//! The lists of a page that have a code in each item: `label: code`.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::{code_of, prose};
use super::document::{Block, BlockContent, Row};
use super::facts::{CodeList, CodeRow};
use super::label;
use super::problem::LineProblem;

/// The sign for a code that does not exist.
const NONE: &str = "-";

/// Separates the lists of codes, with their headings, from the other blocks. A list under an unexpected
/// heading counts if one of its items has a code.
///
/// # Errors
/// Fails when an expected heading has no list, or an item cannot be read.
pub fn separate(
    blocks: Vec<Block>,
    expected: &BTreeMap<String, String>,
) -> Result<(Vec<CodeList>, Vec<Block>), LineProblem> {
    let (mut lists, mut others) = (Vec::new(), Vec::new());
    let mut heading: Option<(usize, String)> = None;
    for block in blocks {
        match block.content {
            BlockContent::Heading(text) => {
                reject_without_list(heading.take(), expected)?;
                heading = Some((block.line, text));
            }
            BlockContent::List(items) if is_of_codes(heading.as_ref(), &items, expected) => {
                let heading = heading.take().map(|(_, text)| text).unwrap_or_default();
                lists.push(CodeList { heading, rows: rows(&items)? });
            }
            content => others.push(Block { line: block.line, content }),
        }
    }
    reject_without_list(heading, expected)?;
    if lists.is_empty() {
        return Err(LineProblem::new(1, "the page has no list of codes"));
    }
    Ok((lists, others))
}

fn reject_without_list(
    heading: Option<(usize, String)>,
    expected: &BTreeMap<String, String>,
) -> Result<(), LineProblem> {
    match heading {
        Some((line, text)) if expected.contains_key(&text) => {
            let problem = format!("`{text}` is not followed by a list of codes");
            Err(LineProblem::new(line, problem))
        }
        _ => Ok(()),
    }
}

fn is_of_codes(
    heading: Option<&(usize, String)>,
    items: &[Row],
    expected: &BTreeMap<String, String>,
) -> bool {
    let has_code = |item: &Row| matches!(read_item(item), Ok(Some(_)));
    heading.is_some_and(|(_, text)| expected.contains_key(text) || items.iter().any(has_code))
}

fn rows(items: &[Row]) -> Result<Vec<CodeRow>, LineProblem> {
    let mut rows = Vec::new();
    let mut labels = BTreeSet::new();
    for item in items {
        let Some(row) = read_item(item)? else { continue };
        if !labels.insert(row.label.clone()) {
            return Err(LineProblem::new(item.line, format!("`{}` is listed twice", row.label)));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// `None` if there is no code.
fn read_item(item: &Row) -> Result<Option<CodeRow>, LineProblem> {
    let text = item.cells.first().map_or("", String::as_str);
    let Some((before, code)) = text.rsplit_once(':') else {
        return Err(LineProblem::new(item.line, format!("`{text}` is not a label and a code")));
    };
    let (label, remarks) = label::split(before);
    if label.is_empty() {
        return Err(LineProblem::new(item.line, format!("`{text}` has no label")));
    }
    if code.trim() == NONE {
        return Ok(None);
    }
    let code = code_of(item.line, code)?;
    Ok(Some(CodeRow { code, label, prose: prose([remarks.as_str()]) }))
}
