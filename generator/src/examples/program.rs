//! A program as text.

use proc_macro2::TokenStream;
use quote::quote;

use super::imports::{Imports, ident};
use crate::model::{Operation, Section};
use crate::printer;

/// The head and the end of the function around the statements, as tests and hidden lines of the documentation have it.
const HEAD: &str =
    "async fn example(client: &portone_v1::Client) -> Result<(), Box<dyn std::error::Error>> {";
const END: [&str; 2] = ["Ok(())", "}"];

/// The indentation of the statements in a function.
const INDENTATION: &str = "    ";

/// A program that calls one method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The operation, with its section: `payments.cancel`.
    pub operation: String,
    /// The method that is called, with its section: `payments.find_all_items`.
    pub method: String,
    /// True if the method is deprecated.
    pub is_deprecated: bool,
    /// The statements of an async function that has a `client` and returns a result.
    pub text: String,
}

impl Program {
    /// A program of statements in groups, between which is a blank line.
    pub fn new(
        section: &Section,
        operation: &Operation,
        method: &str,
        imports: &Imports,
        groups: [TokenStream; 2],
    ) -> Self {
        let [request, response] = groups.map(|group| statements(&group));
        Self {
            operation: format!("{}.{}", section.name, operation.name),
            method: format!("{}.{method}", section.name),
            is_deprecated: operation.undocumented_since.is_some(),
            text: format!("{}\n{request}{response}", printer::tokens(imports.declarations())),
        }
    }

    /// The lines of a documentation comment, in which the function around the statements is hidden.
    pub fn documentation(&self) -> Vec<String> {
        let mut lines = vec!["```no_run".to_owned()];
        lines.extend(self.is_deprecated.then(|| "# #[allow(deprecated)]".to_owned()));
        lines.push(format!("# {HEAD}"));
        lines.extend(self.text.lines().map(str::to_owned));
        lines.extend(END.map(|line| format!("# {line}")));
        lines.push("```".to_owned());
        lines
    }

    /// The function with this name.
    pub fn function(&self, name: &str) -> String {
        let head = HEAD.replacen("example", name, 1);
        format!("{head}\n{}{}\n", self.text, END.join("\n"))
    }
}

/// Statements, formatted as in a function of their own. The comments among them are doc attributes, which are
/// the only ones that tokens can hold.
fn statements(statements: &TokenStream) -> String {
    let name = ident("example");
    let text = printer::tokens(quote!(async fn #name() { #statements }));
    let lines = text.lines().filter_map(|line| line.strip_prefix(INDENTATION));
    lines.map(|line| format!("{}\n", line.replacen("/// ", "// ", 1))).collect()
}
