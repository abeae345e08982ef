//! The programs of the READMEs that reconcile, as functions for the tests in `client`.

use std::error::Error;
use std::fs;

/// The module of each README, and its file.
pub const READMES: [(&str, &str); 2] =
    [("repository", "../README.md"), ("package", "../generated/README.md")];

/// A module for each README, with its program.
pub fn modules() -> Result<String, Box<dyn Error>> {
    let modules = READMES.map(|(name, path)| {
        let text = fs::read_to_string(path)?;
        let program =
            program(&text).ok_or_else(|| format!("{path} has no program that reconciles"))?;
        Ok(format!("pub(crate) mod {name} {{\n{program}\n}}\n"))
    });
    modules.into_iter().collect()
}

/// The first program that calls `reconcile`, with the lines that a README hides.
fn program(text: &str) -> Option<String> {
    let mut blocks = text.split("```rust").skip(1).filter_map(|block| block.split("```").next());
    let program = blocks.find(|block| block.contains("client.reconcile("))?;
    let lines = program.lines().skip(1).map(|line| line.strip_prefix("# ").unwrap_or(line));
    Some(lines.collect::<Vec<_>>().join("\n"))
}
