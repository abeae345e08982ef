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
