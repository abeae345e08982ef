//! The tables of a page that have a column of codes.

use std::collections::BTreeSet;

use super::cell::{code_of, prose};
use super::document::{Block, BlockContent, Row};
use super::facts::CodeRow;
use super::label;
use super::problem::LineProblem;

/// The columns of a table.
struct Columns {
    code: usize,
    label: Option<usize>,
}

/// Separates the rows of the tables with a column of codes from the other blocks.
///
/// # Errors
/// Fails when there is no such table, or a row cannot be read.
pub fn separate(
    blocks: Vec<Block>,
    code: &str,
    label: Option<&str>,
) -> Result<(Vec<CodeRow>, Vec<Block>), LineProblem> {
    let (tables, others): (Vec<_>, Vec<_>) =
        blocks.into_iter().partition(|block| head(block).is_some_and(|head| has(head, code)));
    let mut rows = Vec::new();
    let mut codes = BTreeSet::new();
    for table in &tables {
        for (line, row) in read_table(table, code, label)? {
            if !codes.insert(row.code.clone()) {
                return Err(LineProblem::new(line, format!("`{}` is listed twice", row.code)));
            }
            rows.push(row);
        }
    }
    if tables.is_empty() {
        return Err(no_table(&others, code));
    }
    Ok((rows, others))
}

/// The headings of the columns of a table.
fn head(block: &Block) -> Option<&Row> {
    match &block.content {
        BlockContent::Table(rows) => rows.first(),
        _ => None,
    }
}

fn has(head: &Row, column: &str) -> bool {
    position(head, column).is_some()
}

fn position(head: &Row, column: &str) -> Option<usize> {
    head.cells.iter().position(|cell| cell == column)
}

fn no_table(blocks: &[Block], code: &str) -> LineProblem {
    match blocks.iter().find_map(head) {
        Some(head) => no_column(head, code),
        None => LineProblem::new(1, format!("the page has no table with a column `{code}`")),
    }
}

fn no_column(head: &Row, column: &str) -> LineProblem {
    let columns: Vec<_> = head.cells.iter().map(|cell| format!("`{cell}`")).collect();
    let columns = columns.join(", ");
    let problem = format!("the table has no column `{column}`; its columns are {columns}");
    LineProblem::new(head.line, problem)
}

/// The rows of a table, each with its line.
fn read_table(
    table: &Block,
    code: &str,
    label: Option<&str>,
) -> Result<Vec<(usize, CodeRow)>, LineProblem> {
    let BlockContent::Table(rows) = &table.content else { return Ok(Vec::new()) };
    let Some((head, rows)) = rows.split_first().filter(|(_, rows)| !rows.is_empty()) else {
        return Err(LineProblem::new(table.line, "the table has no rows"));
    };
    let column = |name| position(head, name).ok_or_else(|| no_column(head, name));
    let columns = Columns { code: column(code)?, label: label.map(column).transpose()? };
    rows.iter().map(|row| Ok((row.line, read_row(row, &columns)?))).collect()
}

fn read_row(row: &Row, columns: &Columns) -> Result<CodeRow, LineProblem> {
    let cell = |column: usize| row.cells.get(column).map_or("", String::as_str);
    let code = code_of(row.line, cell(columns.code))?;
    let split = |column| label::split(cell(column));
    let (label, remarks) = columns.label.map(split).unwrap_or_default();
    if columns.label.is_some() && label.is_empty() {
        return Err(LineProblem::new(row.line, format!("`{code}` has no label")));
    }
    let is_rest = |column: &usize| *column != columns.code && Some(*column) != columns.label;
    let rest = (0..row.cells.len()).filter(is_rest).map(cell);
    let prose = prose([remarks.as_str()].into_iter().chain(rest));
    Ok(CodeRow { code, label, prose })
}
