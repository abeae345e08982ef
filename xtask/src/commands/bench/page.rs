//! `bench/README.md`: results stand between markers, `<!-- NAME -->` and `<!-- /NAME -->`.

use std::fs;

use anstream::eprintln;
use anyhow::{Context, anyhow};

use crate::place::Place;

/// Puts a table between its markers and a plot beside the page.
pub fn put(place: &Place, name: &str, table: &str, plot: &str) -> anyhow::Result<()> {
    let folder = place.project().join("bench");
    let path = folder.join("README.md");
    let page =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let page = between(&page, name, table)
        .ok_or_else(|| anyhow!("{} has no markers `<!-- {name} -->`", path.display()))?;
    for (file, text) in [("README.md".to_owned(), page.as_str()), (format!("{name}.svg"), plot)] {
        let path = folder.join(file);
        fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
        eprintln!("written: {}", path.display());
    }
    Ok(())
}

fn between(page: &str, name: &str, table: &str) -> Option<String> {
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = page.find(&opening)? + opening.len();
    let end = start + page[start..].find(&closing)?;
    Some(format!("{}\n{table}\n{}", &page[..start], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let page = "before\n<!-- a -->\nold\n<!-- /a -->\n<!-- b -->\n<!-- /b -->\nafter\n";
        let changed = between(page, "a", "| new |\n").expect("the markers are there");
        let expected = page.replace("old\n", "\n| new |\n\n");
        assert_eq!(changed, expected);
        assert_eq!(between(&changed, "a", "| new |\n"), Some(expected));
    }

    #[test]
    fn without_markers_there_is_no_place() {
        assert_eq!(between("<!-- a -->\n", "a", ""), None);
        assert_eq!(between("<!-- a -->\n<!-- /a -->\n", "b", ""), None);
    }
}
