//! A page → its facts.

use super::cell::prose;
use super::document::{Block, BlockContent, blocks};
use super::facts::PageFacts;
use super::page_map::PageEntry;
use super::problem::{LineProblem, PageProblem};
use super::{lists, table};

/// Reads a page as its entry in `pages.yaml` says.
///
/// # Errors
/// Fails when the table or the lists are not on the page, or cannot be read.
pub fn read(page: &str, text: &str, entry: &PageEntry) -> Result<PageFacts, PageProblem> {
    facts(text, entry).map_err(|at| PageProblem { page: page.to_owned(), at })
}

fn facts(text: &str, entry: &PageEntry) -> Result<PageFacts, LineProblem> {
    let blocks = blocks(text)?;
    let (codes, blocks) = match &entry.code {
        Some(code) => table::separate(blocks, code, entry.label.as_deref())?,
        None => (Vec::new(), blocks),
    };
    let (lists, blocks) = match entry.lists.is_empty() {
        true => (Vec::new(), blocks),
        false => lists::separate(blocks, &entry.lists)?,
    };
    let prose = prose(blocks.iter().flat_map(texts));
    Ok(PageFacts { codes, lists, prose })
}

fn texts(block: &Block) -> Vec<&str> {
    match &block.content {
        BlockContent::Heading(text) | BlockContent::Text(text) => vec![text],
        BlockContent::Table(rows) | BlockContent::List(rows) => {
            rows.iter().flat_map(|row| &row.cells).map(String::as_str).collect()
        }
    }
}
