use portone_v1_generator::diff::{Level, next_version};
use semver::Version;

#[test]
fn versions_follow_cargo() {
    for (current, patch, minor, major) in [
        ("1.2.3", "1.2.4", "1.3.0", "2.0.0"),
        ("0.3.1", "0.3.2", "0.3.2", "0.4.0"),
        ("0.0.4", "0.0.5", "0.0.5", "0.0.5"),
        ("1.2.3+build", "1.2.4", "1.3.0", "2.0.0"),
        ("1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.1", "1.0.0-alpha.1"),
        ("1.0.0-rc.9", "1.0.0-rc.10", "1.0.0-rc.10", "1.0.0-rc.10"),
        ("1.0.0-7", "1.0.0-8", "1.0.0-8", "1.0.0-8"),
    ] {
        let current: Version = current.parse().unwrap();
        for (level, next) in [(Level::Patch, patch), (Level::Minor, minor), (Level::Major, major)] {
            assert_eq!(next_version(&current, level).to_string(), next, "{level:?}");
        }
        assert_eq!(next_version(&current, Level::None), current);
    }
}
