//! A release of the real crates, which are compiled with all their dependencies.

use std::fs;
use std::path::Path;
use std::process::Command;

use portone_v1_tests::open_drift;
use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;
use portone_v1_tests::xtask::project;

use crate::release::project::xtask;

/// A clone after its release.
struct Released {
    clone: Repository,
}

impl Released {
    fn new() -> Self {
        let released = Self { clone: Repository::copy(&project()) };
        open_drift::suppress(&released.clone, |arguments| released.command(arguments));
        released.clone.write("notes.txt", "Released.\n");
        released.clone.commit("Release");
        released.clone.git(&["tag", &format!("v{}", env!("CARGO_PKG_VERSION"))]);
        released
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = xtask();
        command.args(arguments).arg("--project").arg(self.clone.path("."));
        // The dependencies are compiled once for all runs.
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("real-crates");
        command.env("CARGO_TARGET_DIR", target);
        command
    }

    /// Renames a method in the sources of the generated crate, as a change of the emitter does. Returns the number
    /// of requests that have it.
    fn rename(&self, old: &str, new: &str) -> usize {
        let mut count = 0;
        for entry in fs::read_dir(self.clone.path("generated/src")).expect("it is a folder") {
            let path = entry.expect("an entry").path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            count += text.matches(old).count();
            fs::write(&path, text.replace(old, new)).expect("it is written");
        }
        count
    }
}

#[test]
#[ignore = "compiles the dependencies of the crates: `.ci/run` runs it"]
fn a_method_that_the_emitter_renames_is_no_patch() {
    let released = Released::new();
    // The emitter of this test is unchanged: it compares with what it wrote.
    let unchanged = released.clone.path(".git/unchanged");
    Run::of(Command::new("cp").arg("-r").arg(released.clone.path("generated")).arg(&unchanged))
        .expect(0);
    let renamed = released.rename("pub fn check(&self", "pub fn validate(&self");
    assert!(renamed > 50, "{renamed}");
    released.clone.commit("Rename a method of all requests");

    let mut release = released.command(&["release", "--skip-tests", "--dry-run", "0.1.1"]);
    let run = Run::of(release.arg("--out").arg(&unchanged)).expect(2);
    assert!(run.err.contains("since v0.1.0: 0 changes of the schema"), "{}", run.err);
    assert!(run.err.contains("the crates decide: the most severe change is major"), "{}", run.err);
    assert!(run.err.contains("0.1.1 is too low"), "{}", run.err);

    let run = Run::of(&mut released.command(&["api", "--fail-on", "major"])).expect(1);
    let removed =
        run.out.lines().filter(|line| line.contains("major: portone-v1: removed: pub fn"));
    assert_eq!(
        removed.filter(|line| line.contains("::check(&self")).count(),
        renamed,
        "{}",
        run.out
    );
}
