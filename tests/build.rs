//! Writes calls of every operation in the schema, for `every_operation`.

#[path = "build/calls.rs"]
mod calls;
#[path = "build/requests.rs"]
mod requests;
#[path = "every_operation/samples.rs"]
mod samples;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use portone_v1_generator::source::Sources;

fn main() -> Result<(), Box<dyn Error>> {
    for input in ["build.rs", "build", "every_operation/samples.rs", "../schema"] {
        println!("cargo::rerun-if-changed={input}");
    }
    let sources = Sources::read(Path::new("../schema"))?;
    let api = portone_v1_generator::read(&sources)
        .map_err(|mistakes| format!("{} mistakes: run `cargo xtask check`", mistakes.len()))?;
    let calls = prettyplease::unparse(&syn::parse2(calls::tokens(&api))?);
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("calls.rs"), calls)?;
    Ok(())
}
