use std::fmt::Write;
use std::fs;

use portone_v1_generator::diagnostics::{Style, render};
use portone_v1_generator::places::Places;
use portone_v1_generator::source::Sources;
use portone_v1_generator::upstream::{self, Facts, Finding, Kind, fix, report};
use portone_v1_tests::fixture::{self, Fixture};

pub const DATE: &str = "2026-07-27";

/// What a person has to do after a fix: write texts, declare types, give names and codes of ours.
const LEFT_TO_A_PERSON: [&str; 7] = ["E011", "E012", "E019", "E020", "E021", "E027", "E030"];

pub fn all() -> Vec<Fixture> {
    fixture::all("drift")
}

fn document(fixture: &Fixture, name: &str) -> Option<Facts> {
    let text = fs::read_to_string(fixture.folder.join(name)).ok()?;
    Some(upstream::read_document(&text).expect("a document"))
}

fn now(fixture: &Fixture) -> Facts {
    let json = document(fixture, "upstream.json");
    json.or_else(|| document(fixture, "upstream.yaml")).expect("upstream's document")
}

/// The findings, each with its place.
pub fn findings(fixture: &Fixture, sources: &Sources) -> Vec<Finding> {
    let api = upstream::read_schema(sources)
        .unwrap_or_else(|found| panic!("{}", render(&found, sources, Style::Plain)));
    let before = document(fixture, "before.json");
    let mut findings = upstream::compare(&api, before.as_ref(), &now(fixture));
    let places = Places::of(sources);
    for finding in &mut findings {
        finding.site = places.site(finding);
    }
    findings
}

/// The schema after `--fix`, and the ids that were left.
pub fn fixed(fixture: &Fixture) -> (Sources, Vec<String>) {
    let mut sources = fixture.sources();
    let fixed = fix::fix(&findings(fixture, &sources), &sources, DATE);
    for (file, text) in fixed.files {
        sources.files[file].text = text;
    }
    (sources, fixed.left)
}

#[test]
fn every_fixture_is_reported_as_its_snapshot_says() {
    fixture::every(&all(), |fixture| {
        let findings = findings(fixture, &fixture.sources());
        fixture.expect(&report::text(&findings, str::to_owned));
    });
}

#[test]
fn every_fixture_is_fixed_as_its_snapshot_says() {
    fixture::every(&all(), |fixture| {
        let (sources, left) = fixed(fixture);
        let mut text = String::new();
        for (old, new) in fixture.sources().files.iter().zip(&sources.files) {
            let diff = similar::TextDiff::from_lines(&old.text, &new.text);
            let diff = diff.unified_diff().header(&old.path, &new.path).to_string();
            text.push_str(&diff.replace('\r', "␍"));
        }
        for id in left {
            writeln!(text, "left: {id}").unwrap();
        }
        snapshot(fixture, "fixed", &text);
    });
}

fn snapshot(fixture: &Fixture, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(&fixture.folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

#[test]
fn every_kind_has_a_fixture_that_shows_it() {
    let fixtures = all();
    for kind in Kind::ALL {
        let fixture = fixtures.iter().find(|fixture| fixture.name == kind.id());
        let fixture = fixture.unwrap_or_else(|| panic!("there is no fixture {}", kind.id()));
        let findings = findings(fixture, &fixture.sources());
        assert!(findings.iter().any(|finding| finding.kind == *kind), "{}", kind.id());
    }
}

#[test]
fn a_schema_that_agrees_has_no_findings() {
    for fixture in all().iter().filter(|fixture| fixture.name.starts_with("agree")) {
        assert_eq!(findings(fixture, &fixture.sources()), [], "{}", fixture.name);
    }
}

#[test]
fn a_rename_is_one_finding_and_no_other() {
    for name in ["parameter-renamed", "field-renamed"] {
        let fixture = all().into_iter().find(|fixture| fixture.name == name).unwrap();
        let findings = findings(&fixture, &fixture.sources());
        let renames: Vec<_> = findings.iter().filter(|finding| finding.kind.id() == name).collect();
        assert_eq!(renames.len(), 1, "{name}");
        assert_eq!((&*renames[0].ours, &*renames[0].theirs), ("channelKey", "channel_key"));
        assert!(!findings.iter().any(|finding| finding.id().contains("channelKey")), "{name}");
    }
}

#[test]
fn after_a_fix_only_work_for_a_person_is_left() {
    fixture::every(&all(), |fixture| {
        let (sources, _) = fixed(fixture);
        let Err(found) = portone_v1_generator::read(&sources) else { return };
        for diagnostic in &found {
            assert!(
                LEFT_TO_A_PERSON.contains(&diagnostic.code.id),
                "{}",
                render(&found, &sources, Style::Plain)
            );
        }
    });
}

#[test]
fn a_second_fix_changes_nothing() {
    fixture::every(&all(), |fixture| {
        let (sources, left) = fixed(fixture);
        // A type that nobody has declared yet stops the comparison.
        if upstream::read_schema(&sources).is_err() {
            return;
        }
        let again = findings(fixture, &sources);
        let second = fix::fix(&again, &sources, DATE);
        assert!(second.files.is_empty(), "{:?}", second.done);
        for id in left {
            assert!(again.iter().any(|finding| finding.id() == id), "{id} was not left");
        }
    });
}

#[test]
fn a_fix_takes_nothing_away_but_what_it_replaces() {
    fixture::every(&all(), |fixture| {
        let (sources, _) = fixed(fixture);
        for (old, new) in fixture.sources().files.iter().zip(&sources.files) {
            let comments = |text: &str| {
                let lines = text.lines().filter(|line| line.trim_start().starts_with('#'));
                lines
                    .filter(|line| !line.contains("# codes"))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            for comment in comments(&old.text) {
                assert!(comments(&new.text).contains(&comment), "{comment} is gone");
            }
        }
    });
}
