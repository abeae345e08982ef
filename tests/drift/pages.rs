//! Pages of the docs that cannot be read, and the file that says what is on them.

use portone_v1_generator::upstream::Facts;
use portone_v1_generator::upstream::pages::{self, PageMap, Pages};
use portone_v1_tests::drift_fixture::DriftFixture;

const TABLE: &str = "{ pages: { p.mdx: { type: Card, code: code, label: name } } }";
const LISTS: &str = "{ pages: { p.mdx: { type: BankCode, lists: { oak banks: oak } } } }";

fn map(text: &str) -> PageMap {
    pages::read_map(text).expect("a map")
}

fn read(map_text: &str, page: &str) -> Result<pages::PageFacts, String> {
    let map = map(map_text);
    pages::read("p.mdx", page, &map.pages["p.mdx"]).map_err(|problem| problem.to_string())
}

fn refusal(map: &str, page: &str) -> String {
    read(map, page).expect_err("the page cannot be read")
}

#[test]
fn a_table_that_cannot_be_read_is_an_error_with_its_line() {
    for (page, line, problem) in [
        ("", 1, "no table with a column `code`"),
        ("no table\n", 1, "no table with a column `code`"),
        ("x\n\n|name|Code|\n|-|-|\n|a|b|\n", 3, "no column `code`; its columns are `name`, `Code`"),
        ("x\n\n|label|code|\n|-|-|\n|a|b|\n", 3, "no column `name`"),
        ("|name|code|\n|-|-|\n", 1, "no rows"),
        ("|name|code|\n|-|-|\n|a|`b`|\n|c||\n", 4, "`` is not a code"),
        ("|name|code|\n|-|-|\n|a|`b`|\n|c|\n", 4, "`` is not a code"),
        ("|name|code|\n|-|-|\n|a|`b`, `c`|\n", 3, "`b, c` is not a code"),
        ("|name|code|\n|-|-|\n|a|-|\n", 3, "`-` is not a code"),
        ("|name|code|\n|-|-|\n||b|\n", 3, "`b` has no label"),
        ("|name|code|\n|-|-|\n|a|b|\n\n|name|code|\n|-|-|\n|c|b|\n", 7, "`b` is listed twice"),
        ("<Open>\n\n|name|code|\n|-|-|\n|a|b|\n", 6, "not valid MDX"),
    ] {
        let refusal = refusal(TABLE, page);
        assert!(refusal.starts_with(&format!("p.mdx:{line}: ")), "{page}\n{refusal}");
        assert!(refusal.contains(problem), "{page}\n{refusal}");
    }
}

#[test]
fn a_list_that_cannot_be_read_is_an_error_with_its_line() {
    for (page, line, problem) in [
        ("", 1, "no list of codes"),
        ("- a: `b`\n", 1, "no list of codes"),
        ("## oak banks\n\n- a: `b`\n- c `d`\n", 4, "`c d` is not a label and a code"),
        ("## oak banks\n\n- a: `b`\n- c:\n", 4, "`` is not a code"),
        ("## oak banks\n\n- a: `b`\n- : `d`\n", 4, "has no label"),
        ("## oak banks\n\n- a: `b`\n- a: `d`\n", 4, "`a` is listed twice"),
        ("## oak banks\n\n|a|b|\n|-|-|\n\n## elm\n\n- a: b\n", 1, "not followed by a list"),
        ("## elm\n\n- a: b\n\n## oak banks\n", 5, "not followed by a list"),
        // A heading that is not expected, over codes.
        ("## oak banks\n\n- a: b\n\n## elm\n\n- a: b\n- c\n", 8, "not a label and a code"),
    ] {
        let refusal = refusal(LISTS, page);
        assert!(refusal.starts_with(&format!("p.mdx:{line}: ")), "{page}\n{refusal}");
        assert!(refusal.contains(problem), "{page}\n{refusal}");
    }
}

#[test]
fn layout_does_not_matter() {
    let plain = read(TABLE, "|name|code|x|\n|-|-|-|\n|a b|`c_d`|e|\n").unwrap();
    for page in [
        "\u{feff}|  name | code |x|\r\n|:--|:-:|-|\r\n|  a  b | c\\_d |  e |\r\n",
        "import X from \"x\"\n\n| x | **code** | name |\n|-|-|-|\n| e | c_d | a b |",
        "<X>\n  <X.Y>\n    |name|code|x|\n    |-|-|-|\n    |a b|`c_d`|e|\n  </X.Y>\n</X>\n",
    ] {
        assert_eq!(read(TABLE, page).unwrap(), plain, "{page}");
    }
}

#[test]
fn lists_without_codes_are_text() {
    let page =
        "- free\n\n## oak banks\n\nAs of today:\n\n- a: `b`\n\n## contact\n\n- phone: by day\n";
    let facts = read(LISTS, page).unwrap();
    assert_eq!(facts.lists.len(), 1);
    assert_ne!(facts.prose, read(LISTS, &page.replace("by day", "by night")).unwrap().prose);
}

#[test]
fn deep_nesting_is_read() {
    let page = format!("{} a\n\n|name|code|\n|-|-|\n|a|b|\n", ">".repeat(300));
    assert_eq!(read(TABLE, &page).unwrap().codes.len(), 1);
}

#[test]
fn an_entry_says_what_is_on_its_page() {
    for (entry, problem) in [
        ("p.mdx: { type: Card }", "neither `code` nor `lists`"),
        ("p.mdx: { code: c }", "no `type`"),
        ("p.mdx: { type: Card, code: c, lists: { a: b } }", "both `code` and `lists`"),
        ("p.mdx: { type: Card, label: l, lists: { a: b } }", "`label` without `code`"),
        ("p.mdx: { type: Card, column: c }", "column"),
        ("../p.mdx: {}", "not a file name"),
    ] {
        let refusal = pages::read_map(&format!("pages:\n  {entry}\n")).expect_err("an error");
        assert!(refusal.contains(problem), "{entry}\n{refusal}");
    }
}

#[test]
fn a_map_that_does_not_fit_the_schema_is_an_error() {
    let fixture = DriftFixture::read("agree-with-pages");
    let api = portone_v1_generator::read(&fixture.sources()).unwrap();
    for (entry, problem) in [
        ("{ type: Crad, code: c }", "no type `Crad`"),
        ("{ type: BankCode, code: c }", "`BankCode` has `gateway_codes`"),
        ("{ type: Card, lists: { a: oak } }", "`Card` has `values`"),
        ("{ type: BankCode, lists: { a: ash } }", "`ash` has no table"),
    ] {
        let map = map(&format!("pages: {{ p.mdx: {entry} }}"));
        let now = Pages::from([("p.mdx".to_owned(), pages::PageFacts::default())]);
        let refusal = |now| pages::compare(&api, &map, None, now, &Facts::default()).unwrap_err();
        assert!(refusal(&now).contains(problem), "{entry}: {}", refusal(&now));
        assert!(refusal(&Pages::new()).contains("`p.mdx`"), "a page that is not pinned");
    }
}

#[test]
fn a_lock_holds_codes_and_labels_and_no_other_text() {
    let facts =
        |rest: &str| read(TABLE, &format!("{rest}\n\n|name|code|\n|-|-|\n|a ({rest})|b|\n"));
    let lock = |rest: &str| {
        let pages = Pages::from([("p.mdx".to_owned(), facts(rest).unwrap())]);
        pages::write_lock(pages, "2026-07-27").unwrap()
    };
    assert!(!lock("some sentence").contains("sentence"));
    assert_ne!(lock("some sentence"), lock("another sentence"));
    let read = pages::read_lock(&lock("x")).unwrap();
    assert_eq!((read.date.as_str(), &read.pages["p.mdx"]), ("2026-07-27", &facts("x").unwrap()));
}
