//! The examples in the documentation of the runtime, which name `portone_v1`, as users do.

use std::error::Error;
use std::fs;
use std::path::Path;

const SOURCES: &str = "../runtime/src";

/// All examples as one page, each below the path of its file.
pub fn page() -> Result<String, Box<dyn Error>> {
    let mut page = String::new();
    add_folder(Path::new(SOURCES), &mut page)?;
    if page.is_empty() {
        return Err(format!("{SOURCES} has no examples").into());
    }
    Ok(page)
}

fn add_folder(folder: &Path, page: &mut String) -> Result<(), Box<dyn Error>> {
    let entries: Result<Vec<_>, _> = fs::read_dir(folder)?.collect();
    let mut paths: Vec<_> = entries?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            add_folder(&path, page)?;
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let examples = examples(&fs::read_to_string(&path)?);
            if !examples.is_empty() {
                page.push_str(&format!("# {}\n{examples}\n", path.display()));
            }
        }
    }
    Ok(())
}

/// The fenced blocks of all doc comments, with their fences.
fn examples(source: &str) -> String {
    let lines = source.lines().map(str::trim_start);
    let docs = lines.filter_map(|line| line.strip_prefix("///").or(line.strip_prefix("//!")));
    let (mut examples, mut is_inside) = (String::new(), false);
    for line in docs.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        let is_fence = line.starts_with("```");
        if is_fence || is_inside {
            examples.push_str(&format!("{line}\n"));
        }
        is_inside ^= is_fence;
    }
    examples
}
