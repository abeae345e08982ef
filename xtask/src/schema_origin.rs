//! The origin of compared schemas: branches, commits, and the address of their files on GitHub.

use std::env;

use portone_v1_generator::diff::report::Origin;

use crate::git::Repository;
use crate::project_paths::ProjectPaths;
use crate::schema_revision::SchemaRevision;

const GITHUB: &str = "https://github.com";

/// The facts of both schemas that GitHub Actions and git know.
pub fn of(before: &SchemaRevision, after: &SchemaRevision, paths: &ProjectPaths) -> Origin {
    let repository = Repository::around(&paths.schema()).ok();
    Origin {
        head: Some(head(after, repository.as_ref())),
        base: Some(base(before)),
        files: repository.as_ref().and_then(|repository| files(after, repository)),
        base_files: repository.as_ref().and_then(|repository| files(before, repository)),
    }
}

/// `refunds (1a2b3c4)`, or `refunds (the working tree)`
fn head(after: &SchemaRevision, repository: Option<&Repository>) -> String {
    let pull_request = variable("GITHUB_HEAD_REF");
    let branch = || repository.and_then(|repository| repository.branch().ok().flatten());
    match &after.commit {
        Some(commit) => labelled(pull_request.unwrap_or_else(|| after.name.clone()), commit),
        None if after.is_working_tree => match pull_request.or_else(branch) {
            Some(branch) => format!("{branch} ({})", after.name),
            None => after.name.clone(),
        },
        None => after.name.clone(),
    }
}

/// The branch that the merge base was looked for with, or the revision.
fn base(before: &SchemaRevision) -> String {
    let Some(commit) = &before.commit else { return before.name.clone() };
    let name = before.name.split_once("...").map_or(before.name.as_str(), |(left, _)| left);
    let name = if name.is_empty() { "HEAD" } else { name };
    labelled(variable("GITHUB_BASE_REF").unwrap_or_else(|| name.to_owned()), commit)
}

fn labelled(name: String, commit: &str) -> String {
    let short: String = commit.chars().take(7).collect();
    if commit.starts_with(&name) { short } else { format!("{name} ({short})") }
}

/// The address of a schema's files, if a commit on GitHub has exactly these.
fn files(schema: &SchemaRevision, repository: &Repository) -> Option<String> {
    let commit = match &schema.commit {
        Some(commit) => commit.clone(),
        None if schema.is_working_tree && repository.is_clean().ok()? => {
            repository.find("HEAD").ok()??
        }
        None => return None,
    };
    let project = match variable("GITHUB_REPOSITORY") {
        Some(name) => {
            let server = variable("GITHUB_SERVER_URL").unwrap_or_else(|| GITHUB.to_owned());
            format!("{server}/{name}")
        }
        None => project(&repository.remote()?)?,
    };
    Some(format!("{project}/blob/{commit}"))
}

/// The page of a remote on GitHub: of `git@github.com:a/b.git` or `https://github.com/a/b`.
fn project(remote: &str) -> Option<String> {
    let starts = ["git@github.com:", "ssh://git@github.com/", "https://github.com/"];
    let name = starts.iter().find_map(|start| remote.strip_prefix(start))?;
    let name = name.trim_end_matches('/').trim_end_matches(".git");
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-_./".contains(letter);
    let is_name = name.split('/').count() == 2 && name.chars().all(is_plain);
    is_name.then(|| format!("{GITHUB}/{name}"))
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}
