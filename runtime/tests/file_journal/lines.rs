//! Lines that were not completely written, and damaged ones.

use std::fs;

use portone_v1_runtime::Outcome;

use crate::fixture::{Folder, close, open, record, unreadable};

#[test]
fn a_last_line_that_is_torn_anywhere_counts_as_absent() {
    let folder = Folder::new();
    let journal = folder.open();
    let first = record(&journal, 1);
    let whole_until = folder.read().len();
    record(&journal, 2);
    let whole = folder.read();
    for end in whole_until..whole.len() {
        fs::write(folder.journal(), &whole[..end]).unwrap();
        assert_eq!(open(&journal), [first], "{end} bytes");
        let third = record(&journal, 3);
        assert_eq!(open(&journal), [first, third], "{end} bytes");
        assert_eq!(unreadable(&journal), [""; 0], "{end} bytes");
        assert!(folder.read().starts_with(&whole[..whole_until]));
    }
}

#[test]
fn a_torn_outcome_leaves_its_intent_open() {
    let folder = Folder::new();
    let journal = folder.open();
    let id = record(&journal, 1);
    let whole_until = folder.read().len();
    close(&journal, id, Outcome::Done);
    assert_eq!(open(&journal), []);
    let whole = folder.read();
    for end in whole_until..whole.len() {
        fs::write(folder.journal(), &whole[..end]).unwrap();
        assert_eq!(open(&folder.open()), [id], "{end} bytes");
    }
}

#[test]
fn damaged_lines_are_reported_and_kept_and_the_others_are_used() {
    let folder = Folder::new();
    let journal = folder.open();
    let ids = [1, 2, 3].map(|number| record(&journal, number));
    let damaged = folder.read().replace("order 2", "order 9");
    fs::write(folder.journal(), &damaged).unwrap();
    assert_eq!(open(&journal), [ids[0], ids[2]]);
    close(&journal, ids[2], Outcome::Done);
    assert_eq!(open(&journal), [ids[0]]);

    let told = unreadable(&journal);
    let start =
        format!("{}: line 3 is damaged", folder.journal().canonicalize().unwrap().display());
    assert!(told.len() == 1 && told[0].starts_with(&start), "{told:?}");
    assert!(told[0].contains("PortOne's console"), "{told:?}");

    let line = damaged.lines().nth(2).unwrap();
    let repaired = folder.read().replace(&format!("{line}\n"), "");
    fs::write(folder.journal(), repaired).unwrap();
    assert_eq!(unreadable(&journal), [""; 0]);
    assert_eq!(open(&journal), [ids[0]]);
}
