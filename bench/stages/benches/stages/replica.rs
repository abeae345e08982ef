//! A schema of any size: the real one and copies of it, with sections, types and routes renamed.

use std::collections::BTreeSet;
use std::path::Path;

use portone_v1_generator::diagnostics::{self, Diagnostic};
use portone_v1_generator::source::{SchemaFolder, Source, Sources};

/// The table of gateways is one for all: it is where the language looks names up.
const SHARED: &str = "gateway";

/// The real schema.
pub fn real() -> Sources {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../schema"));
    Sources::read(folder).expect("the schema of this project can be read")
}

/// The schema, and copies until there are `times` of it.
pub fn replicated(sources: &Sources, times: usize) -> Sources {
    let names = Names::of(sources);
    let mut replica = sources.clone();
    for copy in 1..times {
        for source in &sources.files {
            if source.folder() != SchemaFolder::Api && source.stem() != SHARED {
                replica.files.push(names.renamed(source, copy));
            }
        }
        replica.files[0].text.push_str(&names.listed(copy));
    }
    let files = replica.files.into_iter().map(|mut file| {
        file.path = file.path.trim_start_matches("schema/").to_owned();
        file
    });
    Sources::pick("schema", files.collect())
}

/// The names that must be unique.
struct Names {
    sections: BTreeSet<String>,
    types: BTreeSet<String>,
}

impl Names {
    fn of(sources: &Sources) -> Self {
        let sections = sources.files.iter().filter(|file| file.folder() == SchemaFolder::Sections);
        let others = sources.files.iter().filter(|file| file.stem() != SHARED);
        Self {
            sections: sections.map(|file| file.stem().to_owned()).collect(),
            types: others.flat_map(|file| declared(&file.text)).collect(),
        }
    }

    fn renamed(&self, source: &Source, copy: usize) -> Source {
        let lines = source.text.lines().map(|line| match line.split_once(" /") {
            Some((route, path)) if route.starts_with("    route: ") => {
                format!("{route} /c{copy}/{path}\n")
            }
            _ => self.line(line, copy),
        });
        let path = source.path.replace(".yaml", &format!("_c{copy}.yaml"));
        Source { path, text: lines.collect() }
    }

    fn line(&self, line: &str, copy: usize) -> String {
        let mut renamed = String::with_capacity(line.len() * 2);
        let mut before = "";
        for piece in line.split_inclusive(|letter: char| !is_of_word(letter)) {
            let word = piece.trim_end_matches(|letter| !is_of_word(letter));
            renamed.push_str(word);
            renamed.push_str(&self.suffix(before, word, copy));
            renamed.push_str(&piece[word.len()..]);
            if !word.is_empty() {
                before = word;
            }
        }
        renamed + "\n"
    }

    /// Names of types wherever they stand, of sections where a read is named, and what becomes
    /// the name of a request.
    fn suffix(&self, before: &str, word: &str, copy: usize) -> String {
        let is_name = ["rust", "noun"].contains(&before) && word.starts_with(char::is_uppercase);
        if is_name || self.types.contains(word) {
            format!("C{copy}")
        } else if before == "read" && self.sections.contains(word) {
            format!("_c{copy}")
        } else {
            String::new()
        }
    }

    fn listed(&self, copy: usize) -> String {
        self.sections.iter().map(|section| format!("  - {section}_c{copy}\n")).collect()
    }
}

fn is_of_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The types that a file declares, by the docs' names.
fn declared(text: &str) -> impl Iterator<Item = String> {
    let lines = text.lines().skip_while(|line| *line != "types:");
    let names = lines.filter_map(|line| line.strip_prefix("  ")?.strip_suffix(':'));
    names.filter(|name| name.chars().all(is_of_word)).map(str::to_owned)
}

/// Prints the errors in a replica.
pub fn complain(found: &[Diagnostic], sources: &Sources) {
    eprint!("{}", diagnostics::render(found, sources, diagnostics::Style::Plain));
}
