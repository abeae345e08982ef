//! The temporary folders of commands that a signal ended, and of those that still run.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use portone_v1_generator::output::TemporaryFolder;
use portone_v1_tests::repository::Repository;

use crate::killed;
use crate::tiny_crates::{self, WORKSPACE};
use crate::xtask::{self, Run};

/// A build script that says that it runs, and does not end.
const BUILD: &str = "fn main() {\n    std::fs::write(std::env::var(\"SEEN\").unwrap(), \"\").unwrap();\n    \
                     std::thread::sleep(std::time::Duration::from_secs(600));\n}\n";

const PACKAGE: &str = "[package]\ndescription = \"None\"\nlicense = \"MIT\"\nreadme = \"README.md\"\n\
                       repository = \"https://example.com\"\nrust-version = \"1.85\"\n";

/// Crates that can be packaged. The build of one does not end.
fn project() -> Repository {
    let project = Repository::empty();
    tiny_crates::write(&project);
    project.write("Cargo.toml", &format!("{WORKSPACE}exclude = [\"target\"]\n"));
    for folder in ["fake", "generated", "runtime"] {
        project.replace(&format!("{folder}/Cargo.toml"), "[package]\n", PACKAGE);
        for file in ["README.md", "LICENSE-APACHE", "LICENSE-MIT"] {
            project.write(&format!("{folder}/{file}"), "None.\n");
        }
        project.write(&format!("{folder}/build.rs"), BUILD);
    }
    let mut cargo = Command::new(env!("CARGO"));
    Run::of(cargo.args(["generate-lockfile", "--offline"]).current_dir(project.path(".")))
        .expect(0);
    project
}

/// A command on the project, whose temporary folder is one of its own.
fn command(project: &Repository, arguments: &[&str]) -> Command {
    let mut command = xtask::command();
    command.args(arguments).arg("--project").arg(project.path("."));
    command.env("TMPDIR", project.path("tmp")).env("SEEN", project.path("seen"));
    command.env_remove("CARGO_TARGET_DIR").env("CARGO_NET_OFFLINE", "true");
    command
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries.map(|entry| entry.expect("an entry").path()).collect()
}

#[test]
fn the_next_command_removes_what_an_interrupted_one_left() {
    let project = project();
    fs::create_dir(project.path("tmp")).expect("a folder");
    for number in 0..3 {
        let mut package = command(&project, &["package", "--quick", "--allow-dirty"]);
        killed::when_there_is(&project.path("seen"), number, &mut package);
        let left = entries(&project.path("target/stages"));
        assert_eq!(left.len(), 1, "{left:?}");
        Run::of(&mut command(&project, &["explain", "E001"])).expect(0);
        assert!(entries(&project.path("target/stages")).is_empty());
        assert!(entries(&project.path("tmp")).is_empty());
        fs::remove_file(project.path("seen")).expect("it is removed");
    }
}

#[test]
fn the_folders_of_commands_that_still_run_stay() {
    let project = Repository::empty();
    for folder in ["target/stages", "target/api"] {
        let path = format!("{folder}/.portone-v1-abcdef/.lock");
        project.write(&path, "");
        let lock = File::open(project.path(&path)).expect("it is there");
        lock.lock().expect("it is locked");
        Run::of(&mut command(&project, &["explain", "E001"])).expect(0);
        assert!(project.path(&path).exists(), "{folder}");
        drop(lock);
        Run::of(&mut command(&project, &["explain", "E001"])).expect(0);
        assert!(entries(&project.path(folder)).is_empty(), "{folder}");
    }
}

#[test]
fn a_folder_that_is_about_to_be_locked_stays() {
    let project = Repository::empty();
    project.write("target/stages/.portone-v1-abcdef/0.new", "");
    project.write("target/stages/other/file", "");
    Run::of(&mut command(&project, &["explain", "E001"])).expect(0);
    assert_eq!(entries(&project.path("target/stages")).len(), 2);
}

/// A folder can be removed between its creation and its lock, by another that takes it for an abandoned one.
#[test]
fn folders_that_are_made_at_once_stay() {
    let project = Repository::empty();
    let make = || {
        for _ in 0..400 {
            let folder = TemporaryFolder::create_in(&project.path(".")).expect("a folder");
            fs::write(folder.path().join("file"), "").expect("the folder is there");
        }
    };
    thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(make))));
}
