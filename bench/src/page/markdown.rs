//! Tables in Markdown: parsing and formatting.

/// A table.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// The cells of the first line.
    pub head: Vec<String>,
    /// The cells of the lines below the rule.
    pub rows: Vec<Vec<String>>,
}

/// The tables in a text.
pub fn tables(text: &str) -> Vec<Table> {
    let lines: Vec<&str> = text.lines().collect();
    let blocks = lines.chunk_by(|line, next| is_row(line) == is_row(next));
    let tables = blocks.filter(|block| is_row(block[0]));
    let read = |block: &[&str]| Table {
        head: cells(block[0]),
        rows: block.iter().skip(2).map(|line| cells(line)).collect(),
    };
    tables.map(read).collect()
}

/// A line of a table.
pub fn row<T: AsRef<str>>(cells: &[T]) -> String {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    format!("| {} |\n", cells.join(" | "))
}

fn is_row(line: &str) -> bool {
    line.starts_with('|')
}

fn cells(line: &str) -> Vec<String> {
    let line = line.trim_end();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.split('|').map(|cell| cell.trim().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{row, tables};

    #[test]
    fn every_table_is_found_between_other_lines() {
        let text = "noise\n| a | b |\n|---|--:|\n|  x |   1 |\n| y | |\n\n| c |\n|---|\nend\n";
        let found = tables(text);
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].head, ["a", "b"]);
        assert_eq!(found[0].rows, [["x", "1"], ["y", ""]]);
        assert_eq!((found[1].head.len(), found[1].rows.len()), (1, 0));
    }

    #[test]
    fn a_formatted_table_is_parsed_again() {
        let text = row(&["a"]) + "|---|\n" + &row(&["x"]);
        assert_eq!(tables(&text)[0].rows, [["x"]]);
    }
}
