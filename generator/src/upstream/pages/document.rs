//! A page as a list of blocks. The one file that names the Markdown crate.

use markdown::mdast::{AttributeContent, AttributeValue, List, Node, Table};
use markdown::message::Place;
use markdown::{Constructs, ParseOptions};

use super::problem::LineProblem;
use crate::sanitize::squeeze;

/// A block of a page, in the order of the page.
#[derive(Debug)]
pub struct Block {
    /// The line, from 1.
    pub line: usize,
    /// The content.
    pub content: BlockContent,
}

/// The content of a block.
#[derive(Debug)]
pub enum BlockContent {
    /// A heading, or the visible line of a folded part.
    Heading(String),
    /// A table; its first row has the headings of the columns.
    Table(Vec<Row>),
    /// A list; an item is a row with one cell.
    List(Vec<Row>),
    /// Any other text.
    Text(String),
}

/// A row of a table, or an item of a list.
#[derive(Debug)]
pub struct Row {
    /// The line, from 1.
    pub line: usize,
    /// The texts of its cells, without markup.
    pub cells: Vec<String>,
}

/// Parses MDX: Markdown with components.
///
/// # Errors
/// Fails when the text is not valid.
pub fn blocks(text: &str) -> Result<Vec<Block>, LineProblem> {
    let constructs = Constructs { frontmatter: true, gfm_table: true, ..Constructs::mdx() };
    let options = ParseOptions { constructs, ..ParseOptions::default() };
    let root = markdown::to_mdast(text.trim_start_matches('\u{feff}'), &options);
    let root = root.map_err(|message| {
        let line = message.place.as_deref().map_or(1, line_of_place);
        LineProblem::new(line, format!("the page is not valid MDX: {}", message.reason))
    })?;
    Ok(in_order(&root))
}

fn line_of_place(place: &Place) -> usize {
    match place {
        Place::Position(position) => position.start.line,
        Place::Point(point) => point.line,
    }
}

/// Without recursion: how deep a page nests is not ours to say.
fn in_order(root: &Node) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut pending = vec![root];
    while let Some(node) = pending.pop() {
        match content(node) {
            Some(content) => blocks.push(Block { line: line(node), content }),
            None => pending.extend(node.children().into_iter().flatten().rev()),
        }
    }
    blocks
}

/// The content of a node that is one block; `None` if its children are blocks.
fn content(node: &Node) -> Option<BlockContent> {
    match node {
        Node::Table(table) => Some(BlockContent::Table(rows(table))),
        Node::List(list) => Some(BlockContent::List(items(list))),
        Node::Heading(_) => Some(BlockContent::Heading(text(node))),
        _ if is_summary(node) => Some(BlockContent::Heading(text(node))),
        Node::Paragraph(paragraph) if paragraph.children.iter().any(is_summary) => None,
        Node::Paragraph(_) => Some(BlockContent::Text(without_imports(text(node)))),
        _ if node.children().is_none() => Some(BlockContent::Text(text(node))),
        _ => None,
    }
}

/// `<Details.Summary>`, `<summary>` or `<p slot="summary">`.
fn is_summary(node: &Node) -> bool {
    let (name, attributes) = match node {
        Node::MdxJsxFlowElement(element) => (&element.name, &element.attributes),
        Node::MdxJsxTextElement(element) => (&element.name, &element.attributes),
        _ => return false,
    };
    let name = name.as_deref().unwrap_or_default().to_lowercase();
    name.ends_with("summary") || attributes.iter().any(is_summary_slot)
}

fn is_summary_slot(attribute: &AttributeContent) -> bool {
    let AttributeContent::Property(attribute) = attribute else { return false };
    let literal = AttributeValue::Literal("summary".to_owned());
    attribute.name == "slot" && attribute.value == Some(literal)
}

fn rows(table: &Table) -> Vec<Row> {
    let cells = |row: &Node| row.children().into_iter().flatten().map(text).collect();
    table.children.iter().map(|row| Row { line: line(row), cells: cells(row) }).collect()
}

fn items(list: &List) -> Vec<Row> {
    list.children.iter().map(|item| Row { line: line(item), cells: vec![text(item)] }).collect()
}

fn text(node: &Node) -> String {
    squeeze(&node.to_string())
}

/// The imports of components, which readers of the page do not see, are a paragraph of their own.
fn without_imports(text: String) -> String {
    let is_code = text.starts_with("import ") || text.starts_with("export ");
    if is_code { String::new() } else { text }
}

fn line(node: &Node) -> usize {
    node.position().map_or(1, |position| position.start.line)
}
