//! `cargo xtask generate` when something is wrong: what was there stays as it was.

use std::fs;

use crate::place::{Place, SOUND};

fn generated() -> Place {
    let place = Place::new(SOUND);
    place.run(&["generate"]).expect(0);
    place
}

#[test]
fn a_schema_with_mistakes_changes_nothing() {
    let place = generated();
    let before = place.snapshot();
    place.rewrite(&SOUND.replace("idempotent: true", "idempotent: ture"));
    let run = place.run(&["generate"]).expect(1);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error[E007]"), "{}", run.err);
    assert_eq!(place.snapshot(), before);
    assert!(place.left_overs().is_empty(), "{:?}", place.left_overs());
}

#[test]
fn a_file_of_somebody_else_in_the_way_is_kept() {
    let place = generated();
    place.put("src/shop.rs", "// Written by hand.\n");
    place.rewrite(&SOUND.replace("A shop.", "Another shop."));
    let before = place.snapshot();
    let run = place.run(&["generate"]).expect(2);
    assert!(run.err.contains("shop.rs has no `@generated` header"), "{}", run.err);
    assert!(run.err.contains("help: move it away or delete it"), "{}", run.err);
    assert_eq!(place.snapshot(), before);
}

/// Tests may run as root, who may write everywhere: so a file stands where a folder is needed.
#[test]
fn a_place_that_cannot_be_written_changes_nothing() {
    let place = generated();
    fs::remove_dir_all(place.out().join("src")).expect("it is removed");
    place.put("src", "// Written by hand.\n");
    place.rewrite(&SOUND.replace("A shop.", "Another shop."));
    let before = place.snapshot();
    let run = place.run(&["generate"]).expect(2);
    assert!(run.err.contains("src"), "{}", run.err);
    assert_eq!(place.snapshot(), before);
    assert!(place.left_overs().is_empty(), "{:?}", place.left_overs());
}

#[test]
fn a_file_where_the_crate_belongs_stays() {
    let place = Place::new(SOUND);
    fs::write(place.out(), "Mine.\n").expect("it is written");
    place.run(&["generate"]).expect(2);
    assert_eq!(fs::read_to_string(place.out()).expect("it is there"), "Mine.\n");
    assert!(place.left_overs().is_empty(), "{:?}", place.left_overs());
}

/// The last of the files cannot be moved into place: none of the others may have been.
#[test]
fn a_folder_where_a_file_belongs_changes_nothing() {
    let place = generated();
    let last = place.schema().join("schema.json");
    fs::remove_file(&last).expect("it is removed");
    fs::create_dir(&last).expect("a folder");
    place.rewrite(&SOUND.replace("A shop.", "Another shop."));
    let before = place.snapshot();
    place.run(&["generate"]).expect(2);
    assert_eq!(place.snapshot(), before);
}
