//! The set of fixtures; each is a test of its own in the binary `fixtures`.

use portone_v1_generator::upstream::Kind;
use portone_v1_tests::drift_fixture::DriftFixture;

#[test]
fn every_kind_has_a_fixture_that_shows_it() {
    let fixtures = DriftFixture::all();
    for kind in Kind::ALL {
        let fixture = fixtures.iter().find(|fixture| fixture.schema.name == kind.id());
        let fixture = fixture.unwrap_or_else(|| panic!("there is no fixture {}", kind.id()));
        let findings = fixture.findings(&fixture.sources());
        assert!(findings.iter().any(|finding| finding.kind == *kind), "{}", kind.id());
    }
}

#[test]
fn a_schema_that_agrees_has_no_findings() {
    let fixtures = DriftFixture::all();
    let agreeing = fixtures.iter().filter(|fixture| fixture.schema.name.starts_with("agree"));
    for fixture in agreeing {
        assert_eq!(fixture.findings(&fixture.sources()), [], "{}", fixture.schema.name);
    }
}

#[test]
fn a_rename_is_one_finding() {
    for name in ["parameter-renamed", "field-renamed"] {
        let fixture = DriftFixture::read(name);
        let findings = fixture.findings(&fixture.sources());
        let renames: Vec<_> = findings.iter().filter(|finding| finding.kind.id() == name).collect();
        assert_eq!(renames.len(), 1, "{name}");
        assert_eq!((&*renames[0].ours, &*renames[0].theirs), ("channelKey", "channel_key"));
        assert!(!findings.iter().any(|finding| finding.id().contains("channelKey")), "{name}");
    }
}
