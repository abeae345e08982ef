//! Programs that call one operation each: for the documentation of the methods, for the OpenAPI document, and for
//! the tests, which run them.

mod curl;
mod imports;
mod print;
mod program;
mod request;
mod response;
mod sample;
mod shown;
mod value;

use crate::model::{Api, Operation, Section};
use imports::Imports;
pub use program::Program;

/// The programs of all operations: that of the method, and that of the method that reads all pages.
pub fn all(api: &Api) -> Vec<Program> {
    let operations = api
        .sections
        .iter()
        .flat_map(|section| section.operations.iter().map(move |operation| (section, operation)));
    let programs = operations.flat_map(|(section, operation)| {
        [Some(of(api, section, operation)), of_items(api, section, operation)]
    });
    programs.flatten().collect()
}

/// The program that calls an operation.
pub fn of(api: &Api, section: &Section, operation: &Operation) -> Program {
    let sent = sample::parameters(api, operation);
    let mut imports = Imports::default();
    let request = request::statements(api, section, operation, &sent, &mut imports);
    let response = response::statements(api, section, operation, &sent, &mut imports);
    Program::new(section, operation, &operation.name, &imports, [request, response])
}

/// The program that reads all pages of a list.
pub fn of_items(api: &Api, section: &Section, operation: &Operation) -> Option<Program> {
    operation.pagination.as_ref()?;
    let sent = sample::parameters(api, operation);
    let mut imports = Imports::default();
    let request = request::statements(api, section, operation, &sent, &mut imports);
    let pages = response::pages(api, section, operation, &mut imports);
    Some(Program::new(section, operation, &operation.items_method(), &imports, [request, pages]))
}

/// The command that calls an operation.
pub fn curl(api: &Api, operation: &Operation) -> String {
    curl::text(api, operation)
}
