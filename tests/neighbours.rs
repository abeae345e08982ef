//! Programs with the crate among others, each a workspace of its own, built and run by cargo.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use portone_v1_tests::{package, xtask};

/// A program and what its manifest says.
struct Program {
    name: &'static str,
    source: String,
    dependencies: &'static str,
}

/// The dependency of the README, by path.
const ALONE: &str = r#"portone-v1 = { path = "{generated}" }
"#;

/// With one section, to be built faster.
const NEIGHBOURS: &str = r#"portone-v1 = { path = "{generated}", default-features = false, features = ["payments"] }
reqwest = { version = "0.13", default-features = false }
rustls = { version = "0.23", default-features = false, features = ["ring", "std"] }
tokio = { version = "1", features = ["rt"] }
"#;

/// With every feature that adds dependencies.
const BACKENDS: &str = r#"portone-v1 = { path = "{generated}", default-features = false, features = ["payments", "reqwest", "serde", "tracing"] }
reqwest = { version = "0.13", default-features = false }
rustls = { version = "0.23", default-features = false, features = ["ring", "std"] }
tokio = { version = "1", features = ["rt"] }
"#;

/// Without the features that the program needs.
const FEATURES_MISSING: &str = r#"portone-v1 = { path = "{generated}", default-features = false, features = ["certifications"] }
reqwest = { version = "0.13", default-features = false }
"#;

/// The crates that export spans to OpenTelemetry.
const TELEMETRY: &str = r#"portone-v1 = { path = "{generated}", default-features = false, features = ["payments", "tracing"] }
opentelemetry = { version = "0.33", default-features = false, features = ["trace"] }
opentelemetry_sdk = { version = "0.33", default-features = false, features = ["trace", "testing"] }
tokio = { version = "1", features = ["rt"] }
tracing = "0.1"
tracing-opentelemetry = { version = "0.34", default-features = false }
tracing-subscriber = { version = "0.3", default-features = false, features = ["registry"] }
"#;

impl Program {
    /// Builds and runs it; what it prints.
    fn run(&self) -> String {
        let output = self.cargo_run();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {stderr}", self.name);
        String::from_utf8(output.stdout).expect("the program prints text")
    }

    /// The errors of the compiler.
    fn errors(&self) -> String {
        let output = self.cargo_run();
        assert!(!output.status.success(), "{} compiles", self.name);
        String::from_utf8(output.stderr).expect("the compiler prints text")
    }

    fn cargo_run(&self) -> Output {
        let folder = self.write();
        Command::new(env!("CARGO"))
            .args(["run", "--quiet"])
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", folder.with_file_name("target"))
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo runs")
    }

    /// Versions are those of the project's own lock file.
    fn write(&self) -> PathBuf {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("neighbours").join(self.name);
        package::write(&folder.join("Cargo.toml"), &self.manifest());
        package::write(&folder.join("src/main.rs"), &self.source);
        let lock = xtask::project().join("Cargo.lock");
        fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file is copied");
        folder
    }

    fn manifest(&self) -> String {
        let generated = xtask::project().join("generated");
        let dependencies = self.dependencies.replace("{generated}", &generated.to_string_lossy());
        format!(
            "[package]\nname = {:?}\nedition = \"2024\"\n\n[workspace]\n\n\
             [profile.dev]\ndebug = false\nincremental = false\n\n[dependencies]\n{dependencies}",
            self.name
        )
    }
}

/// The program that follows a heading in README.md, word for word.
fn readme_program(heading: &str) -> String {
    let readme = include_str!("../README.md");
    let (_, below) = readme.split_once(heading).expect("README.md has the heading");
    let (_, below) = below.split_once("```rust\n").expect("a program follows");
    let (program, _) = below.split_once("```").expect("the program ends");
    program.to_owned()
}

/// One test, because all of them share a folder of what was built.
#[test]
#[ignore = "compiles five programs with all dependencies, and downloads some; `.ci/run` runs it"]
fn programs_with_the_crate_among_others_work() {
    let beside = include_str!("neighbours/reqwest_and_rustls.rs").to_owned();
    let telemetry = include_str!("neighbours/open_telemetry.rs").to_owned();
    let readme = readme_program("**Your own HTTP client**");
    let programs = [
        Program { name: "readme_only", source: readme, dependencies: ALONE },
        Program { name: "neighbours", source: beside.clone(), dependencies: NEIGHBOURS },
        Program { name: "backends", source: beside, dependencies: BACKENDS },
        Program { name: "telemetry", source: telemetry, dependencies: TELEMETRY },
    ];
    for program in programs {
        let printed = program.run();
        let is_right = printed.starts_with("well: Client") || printed.starts_with("Client");
        assert!(is_right, "{}: {printed}", program.name);
    }
    errors_name_the_missing_feature();
}

fn errors_name_the_missing_feature() {
    let source = include_str!("neighbours/missing_features.rs").to_owned();
    let program = Program { name: "missing_features", source, dependencies: FEATURES_MISSING };
    let errors = program.errors();
    for message in [
        "`portone_v1::Client` cannot read payments",
        "with the cargo feature `payments` of `portone-v1`",
        "`reqwest::Client` is not an HTTP client of `portone-v1`",
        "with the cargo feature `reqwest` of `portone-v1`",
        "gated behind the `blocking` feature",
        "the item is gated here",
    ] {
        assert!(errors.contains(message), "{message}: {errors}");
    }
}
