//! Errors of a schema that cannot be compared, as a comment, annotations and JSON.

use serde_json::{Value, json};

use super::github::{MOST, command};
use super::json::JSON_VERSION;
use super::markdown::{LIMIT, MARKER};
use super::origin::Origin;
use super::prose::{code, plain, sentence};
use crate::diagnostics::Diagnostic;
use crate::source::{SourceLocation, Sources};

/// The errors of one of the schemas.
pub struct Problems {
    /// The name of the schema, as the user named it.
    pub name: String,
    /// True if it is the earlier schema, which nobody can repair.
    pub is_base: bool,
    /// The origin of both schemas.
    pub origin: Origin,
    /// The errors.
    pub found: Vec<Diagnostic>,
    /// The text of the schema.
    pub sources: Sources,
}

impl Problems {
    fn title(&self) -> String {
        match self.is_base {
            true => "the earlier one cannot be read, so nothing was compared".to_owned(),
            false if self.found.len() == 1 => "1 error, so nothing was compared".to_owned(),
            false => format!("{} errors, so nothing was compared", self.found.len()),
        }
    }

    /// The place to go to, with its column.
    fn location(&self, diagnostic: &Diagnostic) -> Option<(SourceLocation, usize)> {
        let span = diagnostic.labels.first()?.span;
        let source = self.sources.files.get(span.file)?;
        let before = source.text.get(..span.start)?;
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Some((SourceLocation { file: source.path.clone(), line }, column))
    }
}

/// A comment with the errors; what does not fit is counted.
pub fn problems_markdown(problems: &Problems) -> String {
    let mut text = format!("{MARKER}\n## Schema: {}\n\n", problems.title());
    if problems.is_base {
        let name = problems.origin.base.as_ref().unwrap_or(&problems.name);
        text += &format!("{} uses an older schema language, or has errors.\n\n", code(name));
    }
    let lines = problems.found.iter().map(|diagnostic| line(problems, diagnostic));
    let mut left = 0;
    for line in lines {
        match text.len() + line.len() < LIMIT - 200 {
            true => text += &line,
            false => left += 1,
        }
    }
    if left > 0 {
        text += &format!("\n**{left} more** did not fit. `cargo xtask check` shows all.\n");
    }
    text
}

fn line(problems: &Problems, diagnostic: &Diagnostic) -> String {
    let place = problems.location(diagnostic).map(|(location, column)| {
        let name = plain(&format!("{}:{}:{column}", location.file, location.line));
        // The address is that of the later schema.
        let address = problems.origin.address(&location).filter(|_| !problems.is_base);
        address.map_or(format!("{name} "), |address| format!("[{name}]({address}) "))
    });
    let help = diagnostic.help.iter().map(|help| format!("\n  <br>help: {}", sentence(help)));
    format!(
        "- {}{}: {}{}\n",
        place.unwrap_or_default(),
        code(diagnostic.code.id),
        sentence(&diagnostic.message),
        help.collect::<String>()
    )
}

/// An annotation for each error, and the number of the others.
pub fn problem_annotations(problems: &Problems) -> String {
    // No line of the working tree is that of another revision.
    let shown = problems.found.iter().take(if problems.is_base { 0 } else { MOST - 1 });
    let mut text: String = shown.map(|diagnostic| annotation(problems, diagnostic)).collect();
    let title = problems.title();
    text += &command("error", &[("title", "Schema")], &title);
    text
}

fn annotation(problems: &Problems, diagnostic: &Diagnostic) -> String {
    let (mut properties, location) = (Vec::new(), problems.location(diagnostic));
    let numbers = location
        .map(|(location, column)| (location.file, location.line.to_string(), column.to_string()));
    if let Some((file, line, column)) = &numbers {
        properties.extend([("file", file.as_str()), ("line", line), ("col", column)]);
    }
    properties.push(("title", diagnostic.code.id));
    let help = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
    command("error", &properties, &format!("{}{}", diagnostic.message, help.collect::<String>()))
}

/// The errors for programs.
pub fn problems_json(problems: &Problems) -> Value {
    let error = |diagnostic: &Diagnostic| {
        let location = problems.location(diagnostic);
        json!({
            "code": diagnostic.code.id,
            "message": diagnostic.message,
            "file": location.as_ref().map(|(location, _)| &location.file),
            "line": location.as_ref().map(|(location, _)| location.line),
            "column": location.as_ref().map(|(_, column)| column),
            "help": diagnostic.help,
        })
    };
    json!({
        "version": JSON_VERSION,
        "schema": problems.name,
        "errors": problems.found.iter().map(error).collect::<Vec<_>>(),
    })
}
