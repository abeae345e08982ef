//! Releases that are killed while they are written, and versions that the changelog has already.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::killed;
use crate::release::project::Project;

type Tree = BTreeMap<PathBuf, Vec<u8>>;

/// Every file by its path in the project, without those of git.
fn tree(project: &Project) -> Tree {
    let root = project.path("");
    let below = |path: PathBuf| path.strip_prefix(&root).expect("it is below").to_owned();
    let files = project.snapshot().into_iter().map(|(path, bytes)| (below(path), bytes));
    files.filter(|(path, _)| !path.starts_with(".git")).collect()
}

fn kill_before_rename(project: &Project, number: usize) -> bool {
    let release = ["release", "--skip-tests", "--skip-crates", "--date", "2026-12-01"];
    killed::before_rename(number, &mut project.command(&release))
}

#[test]
fn a_release_survives_a_kill_before_each_rename() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    let before = tree(&project);
    project.release(&[]).expect(0);
    let after = tree(&project);
    let mut renames = 0;
    loop {
        project.git(&["restore", "."]);
        let goes_on = kill_before_rename(&project, renames);
        for (path, bytes) in &tree(&project) {
            let is_known = [&before, &after].iter().any(|tree| tree.get(path) == Some(bytes));
            assert!(is_known, "{}", path.display());
        }
        // The date of the interrupted run stays.
        let date = if renames == 0 { "2026-12-01" } else { "2026-12-02" };
        let run =
            project.xtask(&["release", "--skip-tests", "--skip-crates", "--date", date]).expect(0);
        assert_eq!(run.err.contains("is completed"), (1..7).contains(&renames), "{}", run.err);
        assert!(run.out.contains("git tag v0.1.1"), "{}", run.out);
        assert_eq!(tree(&project), after, "killed before rename {renames}");
        if !goes_on {
            break;
        }
        renames += 1;
    }
    assert_eq!(renames, 8);
}

#[test]
fn an_interrupted_release_is_told_from_other_changes() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    assert!(kill_before_rename(&project, 3));
    let run = project.release(&["0.3.0"]).expect(2);
    assert!(run.err.contains("a release of 0.1.1 was interrupted"), "{}", run.err);
    assert!(run.err.contains("`git restore .` drops it"), "{}", run.err);
    let before = tree(&project);
    let run = project.release(&["--dry-run"]).expect(0);
    assert!(run.out.contains("0.1.1 would be written to 4 files"), "{}", run.out);
    assert_eq!(tree(&project), before);

    project.write("schema/notes.txt", "Mine.\n");
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("uncommitted changes"), "{}", run.err);
    assert!(run.err.contains("schema/notes.txt"), "{}", run.err);
    std::fs::remove_file(project.path("schema/notes.txt")).expect("it is removed");

    let edited = project.read("CHANGELOG.md") + "\nMine.\n";
    project.write("CHANGELOG.md", &edited);
    let run = project.release(&[]).expect(2);
    assert!(run.err.contains("uncommitted changes"), "{}", run.err);
    assert_eq!(project.read("CHANGELOG.md"), edited);
}

#[test]
fn a_rename_that_fails_leaves_no_part_of_a_release() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    let before = tree(&project);
    for number in [0, 2, 5] {
        let mut release = project.command(&["release", "--skip-tests", "--skip-crates"]);
        release.env("PORTONE_V1_OUTPUT_FAULT", format!("fail:{number}"));
        let run = portone_v1_tests::run::Run::of(&mut release).expect(2);
        assert!(run.err.contains("no file was changed"), "{}", run.err);
        assert_eq!(tree(&project), before, "failed at rename {number}");
    }
}

#[test]
fn a_version_in_the_changelog_is_not_written_again() {
    let project = Project::unreleased();
    project.git(&["tag", "v0.1.0"]);
    project.release(&[]).expect(0);
    // Once more, before it is committed.
    let written = tree(&project);
    let run = project.release(&[]).expect(0);
    assert!(run.err.contains("0.1.1 is written already"), "{}", run.err);
    assert!(run.out.contains("git tag v0.1.1"), "{}", run.out);
    assert_eq!(tree(&project), written);
    // And before it is tagged, with more to release.
    project.replace(
        "CHANGELOG.md",
        "## [Unreleased]\n",
        "## [Unreleased]\n\n### Fixed\n\n- A fix.\n",
    );
    project.commit("Release 0.1.1");
    for version in [&[][..], &["0.1.1"], &["0.2.0"]] {
        let run = project.release(version).expect(2);
        assert!(run.err.contains("CHANGELOG.md has 0.1.1 already"), "{}", run.err);
        assert!(run.err.contains("`git tag v0.1.1 COMMIT`"), "{}", run.err);
    }
    project.git(&["tag", "v0.1.1"]);
    project.release(&[]).expect(0);
    let changelog = project.read("CHANGELOG.md");
    assert_eq!(changelog.matches("## [0.1.1] - ").count(), 1, "{changelog}");
    assert_eq!(changelog.matches("## [0.1.2] - ").count(), 1, "{changelog}");
}
