//! `drift --fix`: what is written, and when nothing is.

use super::{Folder, stderr};

#[test]
fn a_fix_is_written_and_a_second_one_writes_nothing() {
    let folder = Folder::of("many");
    let fix = ["drift", "--from", "upstream.json", "--date", "2026-07-27", "--fix"];
    let output = folder.run(&fix);
    assert_eq!(output.status.code(), Some(1));
    let section = folder.read("schema/sections/shop.yaml");
    assert!(section.contains("undocumented_since: 2026-07-27") && section.contains("doc: TODO"));
    assert_eq!(folder.code(&["check"]), 1);
    assert!(stderr(&folder.run(&["check"])).contains("E030"));
    assert_eq!(folder.code(&fix), 0, "texts that are still to be written are not drift");
    assert_eq!(folder.read("schema/sections/shop.yaml"), section);
}

#[test]
fn the_date_of_a_hidden_item_is_in_the_file_name_or_named() {
    let folder = Folder::of("many");
    let before = folder.read(SECTION);
    folder.write("2026-01-01-2026-07-27.json", folder.read("upstream.json"));
    for from in ["upstream.json", "2026-01-01-2026-07-27.json"] {
        let output = folder.run(&["drift", "--from", from, "--fix"]);
        assert_eq!(output.status.code(), Some(2), "{from}");
        let error = stderr(&output);
        assert!(error.contains("nothing was applied") && error.contains("--date"), "{error}");
        assert_eq!(folder.read(SECTION), before, "{from}");
    }
    folder.write("docs-2026-07-27-raw.json", folder.read("upstream.json"));
    assert_eq!(folder.code(&["drift", "--from", "docs-2026-07-27-raw.json", "--fix"]), 1);
    assert!(folder.read(SECTION).contains("undocumented_since: 2026-07-27"));
}

#[test]
fn the_pinned_description_has_a_date() {
    let folder = Folder::of("many");
    assert_eq!(folder.code(&["upstream", "pin", "upstream.json", "--date", "2026-07-27"]), 0);
    assert_eq!(folder.code(&["drift", "--fix"]), 1);
    assert!(folder.read(SECTION).contains("undocumented_since: 2026-07-27"));
}

#[test]
fn no_date_is_needed_where_nothing_is_hidden() {
    let folder = Folder::of("parameter-added");
    assert_eq!(folder.code(&["drift", "--from", "upstream.json", "--fix"]), 1);
    assert!(folder.read(SECTION).contains("doc: TODO"));
}

/// The first of two files fits into the limit of the shell, the second one does not.
#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_changes_none() {
    let folder = Folder::of("pages-code-added");
    let (first, last) = ("schema/codes/card.yaml", "schema/codes/gateway.yaml");
    folder.write(last, folder.read(last) + &"# padding\n".repeat(40_000));
    let before = [folder.read(first), folder.read(last)];
    let in_folder = entries(&folder);
    let fix = ["drift", "--from", "upstream.json", "--pages", "pages", "--fix"];
    let xtask = folder.command(&fix);
    let limited = "trap '' XFSZ; ulimit -f 100; exec \"$0\" \"$@\"";
    let mut shell = std::process::Command::new("sh");
    shell.current_dir(folder.path(".")).args(["-c", limited]);
    let output = shell.arg(xtask.get_program()).args(xtask.get_args()).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("no file was changed"), "{}", stderr(&output));
    assert_eq!([folder.read(first), folder.read(last)], before);
    assert_eq!(entries(&folder), in_folder, "something temporary is left");
    assert_eq!(folder.code(&fix), 1);
    assert!(folder.read(first) != before[0] && folder.read(last) != before[1]);
}

#[cfg(unix)]
fn entries(folder: &Folder) -> usize {
    std::fs::read_dir(folder.path("schema/codes")).unwrap().count()
}

const SECTION: &str = "schema/sections/shop.yaml";
