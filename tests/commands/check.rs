//! `cargo xtask check`

use std::fs;

use crate::place::{Place, SOUND};
use crate::xtask;

#[test]
fn a_sound_schema_passes() {
    let run = Place::new(SOUND).run(&["check"]).expect(0);
    assert_eq!(run.out, "the schema is sound: 1 operations in 1 sections, 1 types\n");
    assert_eq!(run.err, "");
}

#[test]
fn the_schema_of_this_project_passes() {
    xtask::run(&["check"]).expect(0);
}

#[test]
fn mistakes_go_to_standard_error() {
    let run = Place::new(&SOUND.replace("idempotent: true", "idempotent: ture"))
        .run(&["check"])
        .expect(1);
    assert_eq!(run.out, "");
    assert!(run.err.contains("error[E007]"), "{}", run.err);
    assert!(run.err.contains("--> schema/sections/shop.yaml:10:17"), "{}", run.err);
    assert!(run.err.contains("`cargo xtask explain E007`"), "{}", run.err);
}

#[test]
fn check_writes_nothing() {
    let place = Place::new(SOUND);
    place.run(&["check"]).expect(0);
    assert!(!place.out().exists());
    assert!(!place.schema().join("schema.json").exists());
}

#[test]
fn a_missing_folder_is_named_with_help() {
    let place = Place::new(SOUND);
    fs::remove_dir_all(place.schema()).expect("it is removed");
    let run = place.run(&["check"]).expect(2);
    assert_eq!(run.out, "");
    assert!(run.err.contains("help: name its folder with `--schema DIR`"), "{}", run.err);
    assert!(run.err.contains(&place.schema().display().to_string()), "{}", run.err);
}

#[test]
fn a_file_that_is_not_text_is_named() {
    let place = Place::new(SOUND);
    fs::write(place.schema().join("sections/shop.yaml"), [0xff, 0xfe, 0x00]).expect("written");
    let run = place.run(&["check"]).expect(2);
    assert!(run.err.contains("shop.yaml"), "{}", run.err);
}

#[test]
fn colour_is_only_for_those_who_want_it() {
    let place = Place::new(&SOUND.replace("idempotent: true", "idempotent: ture"));
    let has_colour = |arguments: &[&str]| place.run(arguments).expect(1).err.contains('\u{1b}');
    assert!(!has_colour(&["check"]));
    assert!(!has_colour(&["check", "--color", "never"]));
    assert!(has_colour(&["check", "--color", "always"]));
}
