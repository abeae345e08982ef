//! Pages that people write, with a part that a command writes.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, anyhow};

/// A Markdown file.
pub struct Page {
    path: PathBuf,
}

impl Page {
    /// It must be there.
    pub fn new(path: PathBuf) -> Self {
        Self { path }
    }

    /// Puts a text between `<!-- NAME: begin … -->` and `<!-- NAME: end -->`, instead of what is there.
    pub fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        let shown = self.path.display();
        let page =
            fs::read_to_string(&self.path).with_context(|| format!("{shown} is not there"))?;
        let page = replace(&page, name, text)
            .ok_or_else(|| anyhow!("{shown} lacks `<!-- {name}: begin -->` or its end"))?;
        fs::write(&self.path, page).with_context(|| format!("{shown} cannot be written"))
    }
}

fn replace(page: &str, name: &str, text: &str) -> Option<String> {
    let (before, rest) = page.split_once(&format!("<!-- {name}: begin"))?;
    let (comment, rest) = rest.split_once("-->")?;
    let (_, after) = rest.split_once(&format!("<!-- {name}: end -->"))?;
    let text = text.trim();
    Some(format!("{before}<!-- {name}: begin{comment}-->\n\n{text}\n\n<!-- {name}: end -->{after}"))
}

#[cfg(test)]
mod tests {
    use super::replace;

    #[test]
    fn only_what_is_between_the_marks_changes() {
        let page =
            "# A\n<!-- a: begin, by hand never -->\nold\n<!-- a: end -->\nB <!-- b: end -->\n";
        let expected =
            "# A\n<!-- a: begin, by hand never -->\n\nnew\n\n<!-- a: end -->\nB <!-- b: end -->\n";
        assert_eq!(replace(page, "a", "\nnew\n").as_deref(), Some(expected));
        assert_eq!(replace(expected, "a", "new").as_deref(), Some(expected));
        assert_eq!(replace(page, "b", "new"), None);
    }
}
