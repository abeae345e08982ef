//! Schemas that `check` accepts, after random changes of the project's schema: each becomes a crate that compiles
//! without a warning.

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use fastrand::Rng;
use portone_v1_generator::model::Api;
use portone_v1_tests::package::{self, Package};
use portone_v1_tests::schema_mutations::Schema;

/// The crates that are compiled unless `SCHEMA_CRATES` says how many.
const FEW: u64 = 3;

/// The accepted changes that a crate has. The more there are, the more of them one compilation tests.
const CHANGES: usize = 40;

/// A changed schema.
struct Accepted {
    seed: u64,
    changes: Vec<String>,
    package: Package,
}

impl Accepted {
    fn new(project: &Schema, seed: u64) -> Self {
        let (mut schema, mut random) = (project.clone(), Rng::with_seed(seed));
        let (mut changes, mut api) = (Vec::new(), read(project).expect("the schema is valid"));
        while changes.len() < CHANGES {
            let mut changed = schema.clone();
            let change = changed.mutate(&mut random);
            if let Some(read) = read(&changed) {
                (schema, api) = (changed, read);
                changes.push(change);
            }
        }
        Self { seed, changes, package: Package::of(&api) }
    }
}

fn read(schema: &Schema) -> Option<Api> {
    portone_v1_generator::read(&schema.sources()).ok()
}

#[test]
#[ignore = "compiles large crates for minutes; `.ci/run` runs it"]
fn every_accepted_schema_becomes_a_crate_that_compiles() {
    let number = |name: &str| env::var(name).ok().and_then(|value| value.parse().ok());
    let first = number("SCHEMA_SEED").unwrap_or(1);
    let seeds = first..first + number("SCHEMA_CRATES").unwrap_or(FEW);
    let project = Schema::of_the_project();
    let accepted: Vec<_> = seeds.map(|seed| Accepted::new(&project, seed)).collect();
    let folder = write(&accepted);
    for features in [&["--all-features"][..], &["--no-default-features"]] {
        let output = check(&folder, features);
        let about = |accepted: &&Accepted| output.contains(&accepted.package.name);
        let wrong: Vec<_> = accepted.iter().filter(about).map(described).collect();
        assert!(output.is_empty(), "{output}\n{}", wrong.join("\n"));
    }
}

fn described(accepted: &Accepted) -> String {
    let Accepted { seed, changes, package } = accepted;
    format!("{}: SCHEMA_SEED={seed} SCHEMA_CRATES=1\n{}", package.name, changes.join("\n"))
}

/// A workspace of all of them.
fn write(accepted: &[Accepted]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("accepted-schemas");
    let names: BTreeSet<_> = accepted.iter().map(|accepted| &accepted.package.name).collect();
    let names = Vec::from_iter(names);
    package::workspace(&folder, &format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n"));
    accepted.iter().for_each(|accepted| accepted.package.write(&folder));
    folder
}

/// The errors and warnings of the compiler; nothing if there are none.
fn check(folder: &Path, features: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["check", "--workspace", "--keep-going", "--offline", "--quiet"])
        .args(features)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", package::target(env!("CARGO_TARGET_TMPDIR")))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo runs");
    String::from_utf8_lossy(&output.stderr).into_owned()
}
