//! The verdict of the compiler on each caller.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::package::target;
use serde_json::Value;

use crate::semver_callers::callers::{Caller, Side};

/// The verdict on one program.
#[derive(Clone, Debug)]
pub enum Verdict {
    /// It compiles, perhaps with warnings.
    Compiled,
    /// It does not, and why.
    Rejected(String),
}

/// By the names of libraries.
pub struct Verdicts(BTreeMap<String, Verdict>);

impl Verdicts {
    /// The verdict on a program on one side.
    ///
    /// # Panics
    /// Panics when cargo has not come to it, as when the generated crate does not compile.
    pub fn of(&self, caller: &Caller, side: Side) -> Verdict {
        if !caller.resolves(side) {
            return Verdict::Rejected("there is no such feature".to_owned());
        }
        let name = caller.package_name(side);
        let found = self.0.get(&name.replace('-', "_"));
        found.unwrap_or_else(|| panic!("cargo says nothing of {name}")).clone()
    }
}

/// Compiles every member of a workspace.
pub fn check(workspace: &Path) -> Verdicts {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--keep-going", "--offline", "--quiet", "--message-format", "json"])
        .current_dir(workspace)
        .env("CARGO_TARGET_DIR", target(env!("CARGO_TARGET_TMPDIR")))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    let messages = String::from_utf8_lossy(&output.stdout);
    let mut verdicts = BTreeMap::new();
    for message in messages.lines() {
        let message: Value = serde_json::from_str(message).expect("cargo writes JSON");
        add(&mut verdicts, &message);
    }
    assert!(!verdicts.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Verdicts(verdicts)
}

fn add(verdicts: &mut BTreeMap<String, Verdict>, message: &Value) {
    let Some(name) = message["target"]["name"].as_str() else { return };
    let error = &message["message"];
    if message["reason"] == "compiler-artifact" {
        verdicts.insert(name.to_owned(), Verdict::Compiled);
    } else if error["level"] == "error" {
        let why = error["rendered"].as_str().unwrap_or_default();
        let earlier = match verdicts.remove(name) {
            Some(Verdict::Rejected(earlier)) => earlier,
            _ => String::new(),
        };
        verdicts.insert(name.to_owned(), Verdict::Rejected(earlier + why));
    }
}
