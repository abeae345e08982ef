//! The results of a command, written to `bench/README.md` between the markers `<!-- NAME -->` and
//! `<!-- /NAME -->`, and their plot.

use std::fs;
use std::path::Path;

use anstream::{eprintln, print};
use anyhow::{Context, anyhow};

use crate::page::goal::{self, Goal};
use crate::project::Project;

/// The results of one command.
pub struct Results {
    /// The name of the command, of its markers and of its plot.
    pub name: &'static str,
    /// The machine, the day and the tables.
    pub text: String,
    /// The ratios that have a goal.
    pub goals: Vec<Goal>,
    /// The plot, as SVG.
    pub plot: String,
}

/// The markers around the goals of all commands.
const GOALS: &str = "goals";

impl Results {
    /// Prints the tables, and writes page and plot unless it is a dry run.
    pub fn publish(&self, project: &Project, dry_run: bool) -> anyhow::Result<()> {
        print!("{}\n{}", self.text, goal::replaced("", &self.command(), &self.goals));
        if !dry_run {
            self.write(&project.root.join("bench"))?;
        }
        Ok(())
    }

    fn write(&self, folder: &Path) -> anyhow::Result<()> {
        let path = folder.join("README.md");
        let page = fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let page = self.within(&page).with_context(|| path.display().to_string())?;
        write(&folder.join(format!("{}.svg", self.name)), &self.plot)?;
        write(&path, &page)
    }

    /// The page with these results.
    fn within(&self, page: &str) -> anyhow::Result<String> {
        let page = exchanged(page, self.name, |_| self.text.clone())?;
        exchanged(&page, GOALS, |old| goal::replaced(old, &self.command(), &self.goals))
    }

    fn command(&self) -> String {
        format!("`measure {}`", self.name)
    }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    eprintln!("written: {}", path.display());
    Ok(())
}

/// The page with the text between two markers changed.
fn exchanged(page: &str, name: &str, change: impl Fn(&str) -> String) -> anyhow::Result<String> {
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let parts = page.split_once(&opening).and_then(|(before, rest)| {
        let (old, after) = rest.split_once(&closing)?;
        Some((before, old, after))
    });
    let (before, old, after) = parts.ok_or_else(|| anyhow!("no markers `<!-- {name} -->`"))?;
    Ok(format!("{before}{opening}\n{}\n\n{closing}{after}", change(old).trim_end()))
}

#[cfg(test)]
mod tests {
    use super::{Results, exchanged};

    #[test]
    fn only_the_text_between_the_markers_changes() -> anyhow::Result<()> {
        let page = "before\n<!-- a -->\nold\n<!-- /a -->\n<!-- b -->\n<!-- /b -->\nafter\n";
        let changed = exchanged(page, "a", |_| "| new |\n".to_owned())?;
        let expected = page.replace("old\n", "\n| new |\n\n");
        assert_eq!(changed, expected);
        assert_eq!(exchanged(&changed, "a", |_| "| new |".to_owned())?, expected);
        Ok(())
    }

    #[test]
    fn missing_markers_are_an_error() {
        let kept = |page, name| exchanged(page, name, str::to_owned);
        assert!(kept("<!-- a -->\n", "a").is_err());
        assert!(kept("<!-- a -->\n<!-- /a -->\n", "b").is_err());
    }

    #[test]
    fn the_page_has_markers_for_every_command() -> anyhow::Result<()> {
        let page = include_str!("../../README.md");
        for name in ["generation", "growth", "compile", "calls", "journal"] {
            let (text, plot) = ("| new |".to_owned(), String::new());
            let changed = Results { name, text, goals: Vec::new(), plot }.within(page)?;
            assert!(changed.contains("| new |"), "{name}");
            assert!(!changed.contains(&format!("| `measure {name}` |")), "{name} has no goals");
            assert!(changed.contains(&format!("]({name}.svg)")), "{name} has a plot");
        }
        Ok(())
    }
}
