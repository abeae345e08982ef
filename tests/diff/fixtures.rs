use std::sync::LazyLock;

use portone_v1_generator::diff::report::{self, Report, Sites};
use portone_v1_generator::diff::{self, RULES};
use portone_v1_tests::change::{self, Change};
use semver::Version;

fn all() -> &'static [Change] {
    static ALL: LazyLock<Vec<Change>> = LazyLock::new(change::all);
    &ALL
}

/// What `cargo xtask diff` prints.
fn text(fixture: &Change) -> String {
    let sites = Sites::new(&fixture.after, &fixture.sources);
    let report = Report {
        before: "before".to_owned(),
        after: "after".to_owned(),
        version: Some(Version::new(1, 0, 0)),
        entries: report::entries(fixture.changes(), &sites),
        faults: Vec::new(),
    };
    report::text(&report, &|_, text| text.to_owned())
}

#[test]
fn every_fixture_is_judged_as_its_snapshot_says() {
    for fixture in all() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&fixture.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("expected", text(fixture)));
    }
}

#[test]
fn every_rule_has_a_fixture() {
    for rule in RULES {
        assert!(all().iter().any(|fixture| fixture.name == rule.id), "nothing shows {}", rule.id);
    }
}

#[test]
fn every_fixture_shows_its_rule() {
    for fixture in all() {
        let rule = fixture.rule();
        let shown = fixture.changes().iter().any(|change| change.rule == rule);
        assert!(shown, "{}\n{}", fixture.name, text(fixture));
    }
}

#[test]
fn the_way_back_is_a_change_too() {
    for fixture in all() {
        assert_ne!(diff::compare(&fixture.after, &fixture.before), [], "{}", fixture.name);
    }
}

#[test]
fn a_type_in_many_places_is_one_change() {
    let renamed = all().iter().find(|fixture| fixture.name == "field-renamed-in-rust").unwrap();
    let changes = renamed.changes();
    assert_eq!(changes.len(), 1, "{}", text(renamed));
    assert!(changes[0].operations.len() > 1, "{}", text(renamed));
}
