use portone_v1_generator::diff::{self, RULES};
use portone_v1_tests::change::{self, Change};

use crate::{mutations, render};

fn all() -> Vec<Change> {
    change::all("diff")
}

fn changes(fixture: &Change) -> Vec<diff::Change> {
    let (before, after) = fixture.models();
    diff::compare(&before, &after)
}

#[test]
fn every_fixture_is_judged_as_its_snapshot_says() {
    for fixture in all() {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(&fixture.folder);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        let text = render::text(&changes(&fixture));
        settings.bind(|| insta::assert_snapshot!("expected", text));
    }
}

#[test]
fn every_rule_has_a_fixture_that_shows_it() {
    let fixtures = all();
    for rule in RULES {
        let fixture = fixtures.iter().find(|fixture| fixture.name == rule.id);
        let found = match fixture {
            Some(fixture) => changes(fixture),
            None => mutations::showing(rule.id),
        };
        assert!(found.iter().any(|change| change.rule.id == rule.id), "nothing shows {}", rule.id);
    }
}

#[test]
fn every_fixture_shows_a_rule() {
    for fixture in all() {
        let is_rule = RULES.iter().any(|rule| fixture.name.starts_with(rule.id));
        assert!(is_rule, "{} is no rule", fixture.name);
    }
}

#[test]
fn the_way_back_is_a_change_too() {
    for fixture in all() {
        let (before, after) = fixture.models();
        assert_ne!(diff::compare(&after, &before), [], "{}", fixture.name);
    }
}

#[test]
fn a_type_in_many_places_is_one_change() {
    let renamed = all().into_iter().find(|fixture| fixture.name == "field-renamed-in-rust");
    let changes = changes(&renamed.unwrap());
    assert_eq!(changes.len(), 1, "{}", render::text(&changes));
    assert!(changes[0].operations.len() > 1);
}
