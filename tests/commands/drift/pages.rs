//! `drift` and `upstream pin` with pages of the docs.

use std::fs;

use super::{Folder, stderr, stdout};

/// The arguments of `agree-with-pages`.
const WITH_PAGES: [&str; 5] = ["drift", "--from", "upstream.json", "--pages", "pages"];

#[test]
fn pages_are_pinned_and_compared() {
    let folder = Folder::of("agree-with-pages");
    let output = folder.run(&["drift", "--from", "upstream.json"]);
    assert_eq!(output.status.code(), Some(2), "the pages are not pinned");
    assert!(stderr(&output).contains("pin --pages"), "{}", stderr(&output));
    assert_eq!(folder.code(&WITH_PAGES), 0);
    let pin = ["upstream", "pin", "upstream.json", "--pages", "pages", "--date", "2026-07-27"];
    assert_eq!(folder.code(&pin), 0);
    assert!(folder.read("schema/pages.lock").contains("\"date\": \"2026-07-27\""));
    assert_eq!(folder.code(&["drift"]), 0);
    let cards = folder.read("pages/cards.mdx");
    folder.write("pages/cards.mdx", cards.replace("RED", "GREEN"));
    let output = folder.run(&["drift", "--pages", "pages"]);
    assert_eq!(output.status.code(), Some(1));
    for id in ["value-added Card GREEN", "value-hidden Card RED"] {
        assert!(stdout(&output).contains(id), "{}", stdout(&output));
    }
    assert_eq!(folder.code(&["upstream", "pin", "--pages", "pages", "--date", "2026-07-28"]), 0);
    assert!(stdout(&folder.run(&["drift"])).contains("value-added Card GREEN"));
}

#[test]
fn pages_that_cannot_be_read_are_named_and_nothing_is_pinned() {
    let folder = Folder::of("agree-with-pages");
    fs::remove_file(folder.path("pages/banks.mdx")).unwrap();
    let cards = folder.read("pages/cards.mdx");
    folder.write("pages/cards.mdx", cards.replace("  코드 |", "  code |"));
    let pin = ["upstream", "pin", "upstream.json", "--pages", "pages", "--date", "2026-07-27"];
    for arguments in [&WITH_PAGES[..], &pin] {
        let output = folder.run(arguments);
        assert_eq!(output.status.code(), Some(2));
        for line in ["pages/banks.mdx:1: ", "pages/cards.mdx:7: ", "help: "] {
            assert!(stderr(&output).contains(line), "{}", stderr(&output));
        }
    }
    assert!(!folder.path("schema/upstream.lock").exists());
    fs::remove_file(folder.path("schema/pages.yaml")).unwrap();
    let output = folder.run(&WITH_PAGES);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("pages.yaml"), "{}", stderr(&output));
    assert_eq!(folder.code(&["drift", "--from", "upstream.json"]), 0);
}

#[test]
fn an_unreadable_page_does_not_hide_the_others() {
    let folder = Folder::of("agree-with-pages");
    let date = ["--date", "2026-07-27"];
    let pin = [&["upstream", "pin", "upstream.json", "--pages", "pages"][..], &date].concat();
    assert_eq!(folder.code(&pin), 0);
    let pinned = folder.read("schema/pages.lock");
    fs::remove_file(folder.path("pages/banks.mdx")).unwrap();
    let cards = folder.read("pages/cards.mdx");
    let skip = ["--skip-unreadable-pages"];
    let output = folder.run(&[&WITH_PAGES[..], &skip].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert!(stderr(&output).contains("warning: pages/banks.mdx:1: "), "{}", stderr(&output));
    assert_eq!(folder.code(&[&pin[..], &skip].concat()), 0);
    assert_eq!(folder.read("schema/pages.lock"), pinned, "the pinned page is kept");
    folder.write("pages/cards.mdx", cards.replace("RED", "GREEN"));
    let output = folder.run(&[&WITH_PAGES[..], &skip].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("value-added Card GREEN"), "{}", stdout(&output));
    assert!(!stdout(&output).contains("Bank"), "{}", stdout(&output));
}
