//! The pages of upstream's docs with code tables, from a folder or from `schema/pages.lock`.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anstream::eprintln;
use anyhow::{Context, anyhow, bail};
use portone_v1_generator::sanitize::for_line;
use portone_v1_generator::upstream::pages::{self, PageEntry, PageFacts, PageMap, Pages};

use crate::optional_file::text_of;
use crate::project_paths::ProjectPaths;

/// The file that says what is on the pages.
const MAP: &str = "pages.yaml";

/// The file with the facts of the pinned pages.
pub const LOCK: &str = "pages.lock";

/// The pages to compare the schema with.
pub struct DocsPages {
    /// The code tables on each page.
    pub map: PageMap,
    /// The pinned pages, if `now` are newer ones.
    pub before: Option<Pages>,
    /// The pages.
    pub now: Pages,
}

/// The reaction to a page of a folder that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing is compared or pinned.
    Fail,
    /// The pinned page takes its place, if there is one, and a warning names it.
    Skip,
}

impl Unreadable {
    /// As the option says.
    pub fn of(skip: bool) -> Self {
        if skip { Self::Skip } else { Self::Fail }
    }
}

/// The pages of a folder, or the pinned ones; `None` in a schema without `pages.yaml`.
pub fn read(
    folder: Option<&Path>,
    unreadable: Unreadable,
    paths: &ProjectPaths,
) -> anyhow::Result<Option<DocsPages>> {
    let Some(map) = map(paths)? else {
        return if folder.is_some() { Err(no_map(paths)) } else { Ok(None) };
    };
    let pinned = pinned(paths)?;
    let (before, now) = match (folder, pinned) {
        (Some(folder), pinned) => {
            let now = read_folder(folder, &map, unreadable, pinned.as_ref())?;
            (pinned, now)
        }
        (None, Some(pinned)) => (None, pinned),
        (None, None) => bail!(
            "there is no {}\n  help: write it with `cargo xtask upstream pin --pages FOLDER`",
            paths.schema().join(LOCK).display()
        ),
    };
    Ok(Some(DocsPages { map, before, now }))
}

/// The pages of a folder, to be pinned.
pub fn read_new(
    folder: &Path,
    unreadable: Unreadable,
    paths: &ProjectPaths,
) -> anyhow::Result<Pages> {
    let map = map(paths)?.ok_or_else(|| no_map(paths))?;
    read_folder(folder, &map, unreadable, pinned(paths)?.as_ref())
}

fn no_map(paths: &ProjectPaths) -> anyhow::Error {
    anyhow!("there is no {}, which lists the pages", map_path(paths).display())
}

fn map_path(paths: &ProjectPaths) -> PathBuf {
    paths.schema().join(MAP)
}

fn map(paths: &ProjectPaths) -> anyhow::Result<Option<PageMap>> {
    let path = map_path(paths);
    let Some(text) = text_of(&path)? else { return Ok(None) };
    let map = pages::read_map(&text).map_err(|problem| anyhow!("{}: {problem}", path.display()))?;
    Ok(Some(map))
}

fn pinned(paths: &ProjectPaths) -> anyhow::Result<Option<Pages>> {
    let path = paths.schema().join(LOCK);
    let Some(text) = text_of(&path)? else { return Ok(None) };
    let damaged = || {
        let help = "`cargo xtask upstream pin --pages FOLDER` replaces it";
        format!("{} is damaged\n  help: {help}", path.display())
    };
    Ok(Some(pages::read_lock(&text).with_context(damaged)?.pages))
}

/// All pages, or the problems of all pages that cannot be read.
fn read_folder(
    folder: &Path,
    map: &PageMap,
    unreadable: Unreadable,
    pinned: Option<&Pages>,
) -> anyhow::Result<Pages> {
    let mut found = Pages::new();
    let mut problems = Vec::new();
    for (name, entry) in &map.pages {
        let pinned = pinned.filter(|_| unreadable == Unreadable::Skip);
        match (read_page(folder, name, entry), pinned.and_then(|pages| pages.get(name))) {
            (Ok(facts), _) => _ = found.insert(name.clone(), facts),
            (Err(problem), Some(facts)) => {
                eprintln!("warning: {}; the pinned page takes its place", for_line(&problem));
                found.insert(name.clone(), facts.clone());
            }
            (Err(problem), None) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        return Ok(found);
    }
    let help = "if the page is otherwise valid, change its entry in schema/pages.yaml";
    bail!("{}\n  help: {help}", problems.join("\n"))
}

fn read_page(folder: &Path, name: &str, entry: &PageEntry) -> Result<PageFacts, String> {
    let path = folder.join(name);
    let text = fs::read_to_string(&path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => format!("{}:1: the page does not exist", path.display()),
        _ => format!("{}:1: the page cannot be read: {error}", path.display()),
    })?;
    let shown = path.display().to_string();
    pages::read(&shown, &text, entry).map_err(|problem| problem.to_string())
}
