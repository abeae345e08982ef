//! `upstream pin`: the date of what is pinned.

use std::fs;

use super::{Folder, stderr};

/// A guess would be recorded as a fact.
#[test]
fn an_unknown_date_is_asked_for_and_nothing_is_pinned() {
    let folder = Folder::of("agree-with-pages");
    folder.write("2026-01-01-2026-07-27.json", folder.read("upstream.json"));
    let pins = [
        &["upstream.json"][..],
        &["2026-01-01-2026-07-27.json"],
        &["upstream.json", "--pages", "pages"],
        &["--pages", "pages"],
    ];
    for pin in pins {
        let output = folder.run(&[&["upstream", "pin"], pin].concat());
        assert_eq!(output.status.code(), Some(2), "{pin:?}");
        let error = stderr(&output);
        assert!(error.contains("nothing was pinned") && error.contains("--date"), "{error}");
    }
    for lock in ["schema/upstream.lock", "schema/pages.lock"] {
        assert!(!folder.path(lock).exists(), "{lock}");
    }
}

#[test]
fn the_date_is_in_the_name_of_the_file_or_of_the_folder() {
    let folder = Folder::of("agree-with-pages");
    folder.write("docs-2026-07-27.json", folder.read("upstream.json"));
    fs::rename(folder.path("pages"), folder.path("pages-2026-02-11")).unwrap();
    let pages = ["--pages", "pages-2026-02-11"];
    let both = [&["upstream", "pin", "docs-2026-07-27.json"][..], &pages].concat();
    assert_eq!(folder.code(&both), 0);
    for lock in ["schema/upstream.lock", "schema/pages.lock"] {
        assert!(folder.read(lock).contains("\"date\": \"2026-07-27\""), "{lock}");
    }
    assert_eq!(folder.code(&[&["upstream", "pin"], &pages[..]].concat()), 0);
    assert!(folder.read("schema/pages.lock").contains("\"date\": \"2026-02-11\""));
}
