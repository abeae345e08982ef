//! The commands of a recipe of CONTRIBUTING, run as they are written there.

use std::fmt::Write;
use std::fs;
use std::ops::Range;

use portone_v1_tests::xtask::project;

use crate::end_to_end::shell::Shell;

/// A recipe.
pub struct Recipe {
    /// The lines of each block of commands.
    blocks: Vec<Vec<String>>,
}

impl Recipe {
    /// The recipe with this heading.
    pub fn read(heading: &str) -> Self {
        let text = fs::read_to_string(project().join("CONTRIBUTING.md")).expect("it is there");
        let (_, text) = text.split_once(&format!("\n## {heading}\n")).expect("it has the recipe");
        let text = text.split("\n## ").next().unwrap_or_default();
        let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
        Self { blocks: blocks.map(lines).collect() }
    }

    /// Runs a block, with the variables of the blocks before it, and returns what it printed: after each
    /// line of the recipe its exit code.
    pub fn run(&self, block: usize, shell: &Shell) -> Vec<String> {
        let before = self.blocks[..block].iter().flatten();
        let mut script: String =
            before.filter(|line| is_variable(line)).map(|line| format!("{line}\n")).collect();
        for line in &self.blocks[block] {
            writeln!(script, "{line}\necho $? >&3").expect("a string takes any text");
        }
        let codes = shell.run(&script);
        assert_eq!(codes.len(), self.blocks[block].len(), "a line ended the shell");
        let lines = codes.iter().zip(&self.blocks[block]);
        lines.map(|(code, line)| format!("{code}: {line}")).collect()
    }

    /// The indexes of its blocks.
    pub fn blocks(&self) -> Range<usize> {
        0..self.blocks.len()
    }
}

fn lines(block: &str) -> Vec<String> {
    let lines = block.lines().map(|line| line.trim().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// An assignment: `new=../2027-01-15.json`.
fn is_variable(line: &str) -> bool {
    let name = line.split('=').next().unwrap_or_default();
    name.len() < line.len() && name.chars().all(|letter| letter.is_ascii_lowercase())
}
