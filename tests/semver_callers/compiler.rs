//! What the compiler says of each caller.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::callers::{Caller, Side};

/// What became of a program.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It compiles, perhaps with warnings.
    Compiled,
    /// It does not, and why.
    Refused(String),
}

/// By the names of libraries.
pub struct Outcomes(BTreeMap<String, Outcome>);

impl Outcomes {
    /// What became of a program on one side.
    ///
    /// # Panics
    /// Panics when cargo has not come to it, as when the generated crate does not compile.
    pub fn of(&self, caller: &Caller, side: Side) -> Outcome {
        if !caller.resolves(side) {
            return Outcome::Refused("there is no such feature".to_owned());
        }
        let name = caller.package_name(side);
        let found = self.0.get(&name.replace('-', "_"));
        found.unwrap_or_else(|| panic!("cargo says nothing of {name}")).clone()
    }
}

/// Compiles every member of a workspace.
pub fn check(workspace: &Path) -> Outcomes {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--keep-going", "--offline", "--quiet", "--message-format", "json"])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut outcomes = BTreeMap::new();
    for message in messages.lines() {
        let message: Value = serde_json::from_str(message).expect("cargo writes JSON");
        add(&mut outcomes, &message);
    }
    assert!(!outcomes.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Outcomes(outcomes)
}

fn add(outcomes: &mut BTreeMap<String, Outcome>, message: &Value) {
    let Some(name) = message["target"]["name"].as_str() else { return };
    let told = &message["message"];
    if message["reason"] == "compiler-artifact" {
        outcomes.insert(name.to_owned(), Outcome::Compiled);
    } else if told["level"] == "error" {
        let why = told["rendered"].as_str().unwrap_or_default();
        let earlier = match outcomes.remove(name) {
            Some(Outcome::Refused(earlier)) => earlier,
            _ => String::new(),
        };
        outcomes.insert(name.to_owned(), Outcome::Refused(earlier + why));
    }
}
