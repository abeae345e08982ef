//! The measured times as Markdown.

use std::time::Duration;

use super::build::Kind;
use crate::median::median;
use crate::page::markdown;

/// The measurements of one crate.
pub struct Measured {
    /// The name in the tables.
    pub name: String,
    lines: Option<u64>,
    size: u64,
    times: [Vec<Duration>; 2],
}

impl Measured {
    /// A crate without times.
    pub fn new(name: &str, lines: Option<u64>, size: u64) -> Self {
        Self { name: name.to_owned(), lines, size, times: [Vec::new(), Vec::new()] }
    }

    /// Adds a time.
    pub fn add(&mut self, kind: Kind, time: Duration) {
        self.times[kind as usize].push(time);
    }

    /// The median time.
    pub fn seconds(&self, kind: Kind) -> f64 {
        median(self.times[kind as usize].iter().map(Duration::as_secs_f64))
    }

    fn row(&self, more: &[String]) -> String {
        let [check, release] = Kind::ALL.map(|kind| format!("{:.2} s", self.seconds(kind)));
        let lines = self.lines.map_or_else(|| "–".to_owned(), |lines| lines.to_string());
        let size = format!("{:.1} MB", self.size as f64 / 1e6);
        markdown::row(&[&[self.name.clone(), check, release], more, &[lines, size]].concat())
    }
}

/// The table of whole crates, with the ratio of each to the first; `broken` ones do not compile.
pub fn beside(measured: &[Measured], broken: &[String]) -> String {
    let head = "| the whole crate | check | release | times ours: check | release | LLVM lines | rlib |\n\
                |---|--:|--:|--:|--:|--:|--:|\n";
    let rows = measured.iter().map(|row| {
        let ratio =
            |kind| row.seconds(kind) / measured.first().map_or(f64::NAN, |ours| ours.seconds(kind));
        row.row(&Kind::ALL.map(|kind| format!("{:.1}", ratio(kind))))
    });
    let broken = broken.iter().map(|name| format!("| {name} | does not compile | | | | | |\n"));
    format!("{head}{}", rows.chain(broken).collect::<String>())
}

/// The table of single features, folded since it is long.
pub fn parts(measured: &[Measured]) -> String {
    if measured.is_empty() {
        return String::new();
    }
    let head = "| features | check | release | LLVM lines | rlib |\n|---|--:|--:|--:|--:|\n";
    let rows: String = measured.iter().map(|row| row.row(&[])).collect();
    format!("<details>\n<summary>Each section alone</summary>\n\n{head}{rows}\n</details>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_of_each_is_compared_with_that_of_the_first() {
        let mut ours = Measured::new("ours", Some(5), 1_500_000);
        let mut theirs = Measured::new("theirs", None, 3_000_000);
        for seconds in [3, 1, 2] {
            for kind in Kind::ALL {
                ours.add(kind, Duration::from_secs(seconds));
                theirs.add(kind, Duration::from_secs(seconds * 3));
            }
        }
        let table = beside(&[ours, theirs], &["third".to_owned()]);
        let rows: Vec<_> = table.lines().skip(2).collect();
        assert_eq!(rows[0], "| ours | 2.00 s | 2.00 s | 1.0 | 1.0 | 5 | 1.5 MB |");
        assert_eq!(rows[2], "| third | does not compile | | | | | |");
        assert_eq!(rows[1], "| theirs | 6.00 s | 6.00 s | 3.0 | 3.0 | – | 3.0 MB |");
    }
}
