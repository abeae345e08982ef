//! A maintainer's shell, without the internet: what is fetched is prepared, and the day is fixed.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::executable;

use crate::end_to_end::maintainer::target;

/// The day on which everything happens.
pub const DAY: &str = "2027-01-15";

/// The programs in front of those of the system. `cargo insta review` accepts everything. Tests and lints
/// are limited to those that a schema can break: the others take half an hour.
const PROGRAMS: [(&str, &str); 3] = [
    ("date", "echo 2027-01-15"),
    ("curl", r#"for word; do [ "$last" = --output ] && cp "$DOCUMENT" "$word"; last=$word; done"#),
    (
        "cargo",
        r#"case "$1" in
xtask) shift; exec "$XTASK" "$@" --project . ;;
insta) find tests -name '*.snap.new' -exec sh -c 'mv "$1" "${1%.new}"' accept {} \; ;;
clippy) exec "$CARGO" --config "$PROFILES" clippy -p portone-v1 -p portone-v1-examples --all-targets -- -D warnings ;;
test) exec "$CARGO" --config "$PROFILES" "$@" --test conformance --test scenarios --test api ;;
*) exec "$CARGO" "$@" ;;
esac"#,
    ),
];

/// The crates of the project. cargo names what it builds by the path in the workspace, so the crates of a
/// clone need profiles of their own: what is built of them is not taken for that of the project.
const CRATES: [&str; 6] = ["", "-examples", "-fake", "-generator", "-runtime", "-tests"];

/// A shell in a project.
pub struct Shell {
    project: PathBuf,
    programs: PathBuf,
    document: PathBuf,
    docs: PathBuf,
}

impl Shell {
    /// In a project, with its new description and a repository of the docs, both below `upstream`.
    pub fn new(project: &Path, upstream: &Path) -> Self {
        let programs = upstream.join("programs");
        fs::create_dir_all(&programs).expect("a folder");
        for (name, text) in PROGRAMS {
            let path = programs.join(name);
            fs::write(&path, format!("#!/bin/sh\n{text}\n")).expect("it is written");
            fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it is ours");
        }
        let profile =
            |name| format!("[profile.dev.package.portone-v1{name}]\ncodegen-units = 255\n");
        let profiles: String = CRATES.iter().map(profile).collect();
        fs::write(programs.join("profiles.toml"), profiles).expect("it is written");
        let (document, docs) = (upstream.join("description.json"), upstream.join("docs"));
        Self { project: project.to_owned(), programs, document, docs }
    }

    /// Runs a script, and returns the lines that it writes to file descriptor 3.
    pub fn run(&self, script: &str) -> Vec<String> {
        let lines = self.programs.with_file_name("lines");
        let script = format!("exec 3>'{}'\n{script}", lines.display());
        let mut bash = Command::new("bash");
        bash.args(["-c", &script]).current_dir(&self.project);
        let path = std::env::var("PATH").unwrap_or_default();
        bash.env("PATH", format!("{}:{path}", self.programs.display()));
        bash.env("XTASK", executable(env!("CARGO_TARGET_TMPDIR"))).env("CARGO", env!("CARGO"));
        bash.env("PROFILES", self.programs.join("profiles.toml"));
        bash.env("DOCUMENT", &self.document).env("CARGO_TARGET_DIR", target());
        bash.env("CARGO_NET_OFFLINE", "true").env_remove("CI").env_remove("INSTA_UPDATE");
        self.configure_git(&mut bash);
        let run = Run::of(&mut bash);
        print!("{}", run.out);
        eprint!("{}", run.err);
        fs::read_to_string(lines).expect("it was written").lines().map(str::to_owned).collect()
    }

    /// GitHub is a folder.
    fn configure_git(&self, bash: &mut Command) {
        let docs = format!("url.file://{}.insteadOf", self.docs.display());
        bash.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
        bash.env("GIT_CONFIG_COUNT", "1").env("GIT_CONFIG_KEY_0", docs);
        bash.env("GIT_CONFIG_VALUE_0", "https://github.com/portone-io/developers.portone.io");
        for role in ["AUTHOR", "COMMITTER"] {
            bash.env(format!("GIT_{role}_NAME"), "Tester");
            bash.env(format!("GIT_{role}_EMAIL"), "tester@example.com");
        }
    }
}
