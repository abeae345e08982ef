//! The programs in the documentation of the operations, as functions for the tests in `scenarios`.

use portone_v1_generator::examples::{self, Program};
use portone_v1_generator::model::Api;

/// A function for each program, and the list of them.
pub fn text(api: &Api) -> String {
    let programs = examples::all(api);
    let entries: String = programs.iter().map(entry).collect();
    let functions: String =
        programs.iter().map(|program| program.function(&name(program))).collect();
    format!("pub(crate) const PROGRAMS: &[GeneratedProgram] = &[\n{entries}];\n{functions}")
}

fn entry(program: &Program) -> String {
    let Program { operation, method, .. } = program;
    let name = name(program);
    format!(
        "GeneratedProgram {{ operation: {operation:?}, method: {method:?}, \
         run: |client| Box::pin(async move {{ {name}(&client).await }}) }},\n"
    )
}

/// `payments_cancel`
fn name(program: &Program) -> String {
    program.method.replace('.', "_")
}
