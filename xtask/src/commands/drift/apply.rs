//! `cargo xtask drift --fix`: writes the mechanical part of the findings to the schema.

use anstream::eprintln;
use anyhow::{Context, bail};
use portone_v1_generator::output::{Change, Kind, Plan};
use portone_v1_generator::source::{Source, Sources};
use portone_v1_generator::upstream::Finding;
use portone_v1_generator::upstream::fix::{self, Fixed};

use crate::project_paths::ProjectPaths;
use crate::quantity::count;

/// Applies the mechanical part of the findings; `date` is the date of upstream's description.
pub fn apply(
    findings: &[Finding],
    sources: &Sources,
    date: Option<&str>,
    paths: &ProjectPaths,
) -> anyhow::Result<()> {
    require_date(findings, date)?;
    let fixed = fix::fix(findings, sources, date);
    write(&fixed, sources, paths)?;
    eprintln!(
        "{} applied in {}; {} left to apply by hand\n  help: `cargo xtask check` lists every `TODO`",
        count(fixed.done.len(), "finding"),
        count(fixed.files.len(), "file"),
        fixed.left.len(),
    );
    for left in &fixed.left {
        eprintln!("  by hand: {left}");
    }
    Ok(())
}

/// Today would be a guess: the description may be older.
fn require_date(findings: &[Finding], date: Option<&str>) -> anyhow::Result<()> {
    let dated = findings.iter().filter(|finding| fix::needs_date(finding)).count();
    if date.is_none() && dated > 0 {
        bail!(
            "nothing was applied: `undocumented_since` of {} is the date of the description, which is unknown\n  help: name the date of its publication with `--date YYYY-MM-DD`",
            count(dated, "finding")
        );
    }
    Ok(())
}

/// All files, or none.
fn write(fixed: &Fixed, sources: &Sources, paths: &ProjectPaths) -> anyhow::Result<()> {
    let change = |(file, text): &(usize, String)| change(&sources.files[*file], text, paths);
    let plan = Plan { changes: fixed.files.iter().map(change).collect() };
    plan.apply(&paths.stages()).context("the schema could not be written; no file was changed")
}

/// The change of a file without the `@generated` header.
fn change(source: &Source, text: &str, paths: &ProjectPaths) -> Change {
    let below = source.path.split_once('/').map_or(source.path.as_str(), |(_, below)| below);
    let path = paths.schema().join(below);
    let kind = Kind::Change { old: source.text.clone(), new: text.to_owned() };
    // The stage must be in the file system of the file itself.
    Change { root: path.clone(), path, shown: source.path.clone(), kind }
}
