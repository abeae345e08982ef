//! Lines of LLVM IR, counted by `cargo llvm-lines`.

use std::path::{Path, PathBuf};

use super::subject::Subject;
use crate::cargo;
use crate::progress::Progress;

const VERSION: &str = "0.4.48";

/// The tool, if it is installed.
pub struct Counter(Option<PathBuf>);

impl Counter {
    /// Installs the tool below `target` unless it is installed; without it, no lines are counted.
    pub fn install(target: &Path, progress: &Progress) -> Self {
        let home = target.join(format!("cargo-llvm-lines-{VERSION}"));
        let program = home.join("bin/cargo-llvm-lines");
        if !program.is_file() {
            progress.step("cargo install cargo-llvm-lines");
            let version =
                ["install", "--quiet", "--locked", "--version", VERSION, "cargo-llvm-lines"];
            let mut install = cargo::cargo(target, &version);
            if let Err(problem) = cargo::run(install.arg("--root").arg(&home)) {
                progress.note(&format!("no lines are counted: {problem:#}"));
                return Self(None);
            }
        }
        Self(Some(program))
    }

    /// The lines of a release build of the crate.
    pub fn count(&self, subject: &Subject) -> Option<u64> {
        let mut command = std::process::Command::new(self.0.as_ref()?);
        let call = subject.call(&["llvm-lines", "--release", "--lib"]);
        command.args(call.get_args()).args(["--package", &subject.package]);
        command.args(&subject.features).current_dir(call.get_current_dir()?);
        command.envs(call.get_envs().filter_map(|(name, value)| Some((name, value?))));
        total(&String::from_utf8_lossy(&cargo::read(&mut command).ok()?.stdout))
    }
}

fn total(printed: &str) -> Option<u64> {
    let line = printed.lines().find(|line| line.trim_end().ends_with("(TOTAL)"))?;
    line.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::total;

    #[test]
    fn the_total_is_found() {
        let printed = "  Lines    Copies  Function name\n  -----    ------  -------------\n  46832     1138  (TOTAL)\n   640 (1.4%, 1.4%)   1 (0.1%, 0.1%)  f\n";
        assert_eq!(total(printed), Some(46832));
        assert_eq!(total("error"), None);
    }
}
