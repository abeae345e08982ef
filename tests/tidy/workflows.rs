//! The workflows of the repository.

use crate::files;

fn workflows() -> Vec<(String, String)> {
    files::with_ending(".github/workflows", &["yml"])
}

#[test]
fn every_action_is_pinned_by_commit_with_its_version() {
    let mut count = 0;
    for (path, text) in workflows() {
        for line in text.lines() {
            let line = line.trim_start().trim_start_matches("- ");
            let Some(action) = line.strip_prefix("uses: ") else { continue };
            assert!(is_pinned(action), "{path}: {action}");
            count += 1;
        }
    }
    assert!(count > 10, "the actions were found");
}

/// `actions/checkout@COMMIT # v4.2.2`
fn is_pinned(action: &str) -> bool {
    let Some((_, pin)) = action.split_once('@') else { return false };
    let Some((commit, version)) = pin.split_once(" # v") else { return false };
    let is_commit = commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_commit && version.starts_with(|first: char| first.is_ascii_digit())
}

#[test]
fn tags_and_branches_are_no_pins() {
    let commit = "0123456789abcdef0123456789abcdef01234567";
    assert!(is_pinned(&format!("a/b@{commit} # v1.2.3")));
    for action in ["a/b@v1", "a/b", "a/b@main # v1", &format!("a/b@{commit}"), "a/b@0123 # v1"] {
        assert!(!is_pinned(action), "{action}");
    }
}

#[test]
fn each_variable_and_secret_is_explained_to_maintainers() {
    let guide = files::with_ending(".", &["md"]);
    let (_, guide) = guide.iter().find(|(path, _)| path == "CONTRIBUTING.md").expect("the guide");
    for (path, text) in workflows() {
        for kind in ["vars.", "secrets."] {
            for rest in text.split(kind).skip(1) {
                let name: String = rest.chars().take_while(|&letter| is_of_name(letter)).collect();
                assert!(guide.contains(&format!("`{name}`")), "{path}: {kind}{name}");
            }
        }
    }
}

fn is_of_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The jobs of a workflow: the text of each.
fn jobs(workflow: &str) -> Vec<&str> {
    let (_, jobs) = workflow.split_once("\njobs:\n").expect("a workflow has jobs");
    let mut starts = vec![0];
    let lines = jobs.match_indices("\n  ").map(|(at, _)| at + 1);
    starts.extend(lines.filter(|at| !jobs[at + 2..].starts_with([' ', '#', '\n'])));
    starts.push(jobs.len());
    starts.windows(2).map(|window| &jobs[window[0]..window[1]]).collect()
}

/// Compiled code could read a token, or leave something behind for the next step.
#[test]
fn a_job_that_can_publish_compiles_nothing_and_uses_no_cache() {
    let mut publishing = 0;
    let publishers = ["bash .ci/publish.sh ", "bash .ci/publish_npm.sh ", "gh release create "];
    for (path, text) in workflows() {
        for job in jobs(&text).into_iter().filter(|job| job.contains("id-token: write")) {
            publishing += 1;
            let job = job.replace("package-manager-cache: false", "");
            for word in ["cargo ", ".ci/run", "cache"] {
                assert!(!job.contains(word), "{path}: `{word}` in a job that can publish");
            }
            assert!(publishers.iter().any(|name| job.contains(name)), "{path}");
        }
        if text.contains("id-token: write") {
            assert!(!text.contains("rust-cache"), "{path}: a cache in a run that publishes");
        }
    }
    assert_eq!(publishing, publishers.len());
    let script = files::with_ending(".ci", &["sh"]);
    let (_, script) =
        script.iter().find(|(path, _)| path.ends_with("publish.sh")).expect("a script");
    let calls = script.lines().map(str::trim).filter(|line| line.starts_with("cargo "));
    let calls: Vec<_> = calls.collect();
    assert!(!calls.is_empty());
    assert!(
        calls.iter().all(|call| call.starts_with("cargo publish --locked --no-verify ")),
        "{calls:?}"
    );
}
