//! Writes calls of every operation and a list of all enumerations in the schema, for the tests in
//! `conformance`, the programs of the READMEs, for those in `client`, the examples of the runtime, and the programs in
//! the documentation of the operations, for those in `scenarios`.

#[path = "build/calls.rs"]
mod calls;
#[path = "build/programs.rs"]
mod programs;
#[path = "build/readmes.rs"]
mod readmes;
#[path = "build/requests.rs"]
mod requests;
#[path = "build/runtime_examples.rs"]
mod runtime_examples;
#[path = "conformance/samples.rs"]
mod samples;
#[path = "build/tables.rs"]
mod tables;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

use portone_v1_generator::source::Sources;
use proc_macro2::TokenStream;

fn main() -> Result<(), Box<dyn Error>> {
    for input in ["build.rs", "build", "conformance/samples.rs", "../schema", "../runtime/src"] {
        println!("cargo::rerun-if-changed={input}");
    }
    for (_, path) in readmes::READMES {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("readmes.rs"), readmes::modules()?)?;
    fs::write(out.join("runtime_examples.md"), runtime_examples::page()?)?;
    let sources = Sources::read(Path::new("../schema"))?;
    let api = portone_v1_generator::read(&sources)
        .map_err(|errors| format!("{} errors: run `cargo xtask check`", errors.len()))?;
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("programs.rs"), programs::text(&api))?;
    write("calls.rs", calls::tokens(&api))?;
    write("tables.rs", tables::tokens(&api))
}

fn write(name: &str, tokens: TokenStream) -> Result<(), Box<dyn Error>> {
    let text = prettyplease::unparse(&syn::parse2(tokens)?);
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join(name), text)?;
    Ok(())
}
