//! The pages in `bench/`: results stand between markers, `<!-- NAME -->` and `<!-- /NAME -->`.

use std::fs;
use std::path::Path;

use anstream::eprintln;
use anyhow::{Context, anyhow};

use crate::place::Place;

/// Puts tables between their markers in a page.
pub fn put(place: &Place, page: &str, name: &str, tables: &str) -> anyhow::Result<()> {
    let path = place.project().join("bench").join(page);
    let text =
        fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text = between(&text, name, tables.trim_end())
        .ok_or_else(|| anyhow!("{} has no markers `<!-- {name} -->`", path.display()))?;
    write(&path, &text)
}

/// Puts a plot beside the pages.
pub fn plot(place: &Place, name: &str, svg: &str) -> anyhow::Result<()> {
    write(&place.project().join("bench").join(format!("{name}.svg")), svg)
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    eprintln!("written: {}", path.display());
    Ok(())
}

fn between(page: &str, name: &str, table: &str) -> Option<String> {
    let (opening, closing) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let start = page.find(&opening)? + opening.len();
    let end = start + page[start..].find(&closing)?;
    Some(format!("{}\n{table}\n\n{}", &page[..start], &page[end..]))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn only_what_stands_between_the_markers_changes() {
        let page = "before\n<!-- a -->\nold\n<!-- /a -->\n<!-- b -->\n<!-- /b -->\nafter\n";
        let changed = between(page, "a", "| new |").expect("the markers are there");
        let expected = page.replace("old\n", "\n| new |\n\n");
        assert_eq!(changed, expected);
        assert_eq!(between(&changed, "a", "| new |"), Some(expected));
    }

    #[test]
    fn without_markers_there_is_no_place() {
        assert_eq!(between("<!-- a -->\n", "a", ""), None);
        assert_eq!(between("<!-- a -->\n<!-- /a -->\n", "b", ""), None);
    }
}
