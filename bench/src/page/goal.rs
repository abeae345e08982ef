//! Goals, and whether they are reached.

use crate::page::markdown;

/// A ratio with its goal.
pub struct Goal {
    /// The measured quantity.
    pub what: String,
    /// The value of this project.
    pub ours: String,
    /// The value that it is compared with.
    pub beside: String,
    /// The ratio of both; not a number if there is nothing to compare with.
    pub ratio: f64,
    /// The limit of the ratio: `≤ 0.1` or `< 1`.
    pub limit: String,
}

/// The head of the table of goals.
pub const HEAD: &str =
    "| command | what | ours | beside | ratio | goal | |\n|---|---|--:|--:|--:|--:|---|\n";

impl Goal {
    /// The cells of its row; the first names the command.
    pub fn cells(&self, command: &str) -> Vec<String> {
        let Self { what, ours, beside, ratio, limit } = self;
        let ratio = if ratio.is_nan() { "–".to_owned() } else { format!("{ratio:.3}") };
        let cells = [command, what, ours, beside, &ratio, limit, self.verdict()];
        cells.map(str::to_owned).to_vec()
    }

    fn verdict(&self) -> &'static str {
        match is_within(self.ratio, &self.limit) {
            Some(true) => "reached",
            Some(false) => "**missed**",
            None => "not measured",
        }
    }
}

/// Replaces the rows of one command in `table`; new rows are appended.
pub fn replaced(table: &str, command: &str, goals: &[Goal]) -> String {
    let tables = markdown::tables(table);
    let mut rows: Vec<_> = tables.into_iter().flat_map(|table| table.rows).collect();
    let is_old = |row: &Vec<String>| row.first().is_some_and(|cell| cell == command);
    let start = rows.iter().position(is_old).unwrap_or(rows.len());
    rows.retain(|row| !is_old(row));
    rows.splice(start..start, goals.iter().map(|goal| goal.cells(command)));
    let rows: String = rows.iter().map(|row| markdown::row(row)).collect();
    format!("{HEAD}{rows}")
}

fn is_within(ratio: f64, limit: &str) -> Option<bool> {
    let (sign, limit) = limit.split_once(' ')?;
    let order = ratio.partial_cmp(&limit.parse().ok()?)?;
    match sign {
        "<" => Some(order.is_lt()),
        "≤" => Some(order.is_le()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Goal, HEAD, replaced};

    fn goal(what: &str, ratio: f64, limit: &str) -> Goal {
        let [what, ours, beside, limit] = [what, "1 ms", "2 ms (other)", limit].map(str::to_owned);
        Goal { what, ours, beside, ratio, limit }
    }

    #[test]
    fn a_missed_goal_is_reported() {
        let verdict = |ratio, limit| goal("a", ratio, limit).verdict();
        assert_eq!(verdict(0.1, "≤ 0.1"), "reached");
        assert_eq!(verdict(0.1001, "≤ 0.1"), "**missed**");
        assert_eq!(verdict(1.0, "< 1"), "**missed**");
        assert_eq!(verdict(f64::NAN, "< 1"), "not measured");
    }

    #[test]
    fn only_the_rows_of_the_command_are_replaced_in_place() {
        let first = replaced("", "x", &[goal("a", 0.5, "≤ 1"), goal("b", 2.0, "≤ 1")]);
        let both = replaced(&first, "y", &[goal("c", 0.5, "≤ 1")]);
        let again = replaced(&both, "x", &[goal("d", f64::NAN, "≤ 1")]);
        let rows = "| x | d | 1 ms | 2 ms (other) | – | ≤ 1 | not measured |\n\
                    | y | c | 1 ms | 2 ms (other) | 0.500 | ≤ 1 | reached |\n";
        assert_eq!(again, format!("{HEAD}{rows}"));
    }
}
