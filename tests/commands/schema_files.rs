//! Files in the folders of a schema that are not schema files: each has its own help.

use std::fs;

use crate::test_project::{TestProject, VALID};

/// The standard error of `check`, which could not read the schema.
fn refusal(project: &TestProject) -> String {
    let run = project.run(&["check"]).expect(2);
    assert_eq!(run.out, "");
    run.err
}

#[test]
fn another_ending_of_yaml_is_renamed() {
    let project = TestProject::new(VALID);
    fs::write(project.schema().join("sections/orders.yml"), VALID).expect("written");
    let error = refusal(&project);
    assert!(error.contains("orders.yml does not end in `.yaml`\n  help: rename it"), "{error}");
}

#[test]
fn every_odd_file_is_named_in_one_run() {
    let project = TestProject::new(VALID);
    let folder = project.schema().join("sections");
    fs::create_dir(folder.join("folder.yaml")).expect("a folder");
    let large = vec![b'#'; 2 * 1024 * 1024];
    fs::write(folder.join("large.yaml"), large).expect("written");
    let error = refusal(&project);
    assert!(error.contains("folder.yaml is a folder\n  help: "), "{error}");
    assert!(error.contains("large.yaml has 1024 KiB or more\n  help: "), "{error}");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_not_waited_for() {
    let project = TestProject::new(VALID);
    let pipe = project.schema().join("sections/pipe.yaml");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs");
    assert!(made.success());
    let error = refusal(&project);
    assert!(error.contains("pipe.yaml is not a regular file\n  help: "), "{error}");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_named_with_its_target() {
    let project = TestProject::new(VALID);
    let link = project.schema().join("sections/link.yaml");
    std::os::unix::fs::symlink("nowhere.yaml", &link).expect("a link");
    let error = refusal(&project);
    assert!(error.contains("link.yaml is a link to `nowhere.yaml`: "), "{error}");
    assert!(error.contains("help: restore the file, or delete the link"), "{error}");
}

#[cfg(unix)]
#[test]
fn hidden_files_of_editors_are_ignored() {
    let project = TestProject::new(VALID);
    let lock = project.schema().join("sections/.#shop.yaml");
    std::os::unix::fs::symlink("somebody@somewhere", lock).expect("a link");
    project.run(&["check"]).expect(0);
}

/// The error of `check` about a section in these bytes.
fn error_of(bytes: &[u8]) -> String {
    let project = TestProject::new(VALID);
    fs::write(project.schema().join("sections/shop.yaml"), bytes).expect("written");
    let run = project.run(&["check"]).expect(1);
    assert_eq!(run.err.matches("error[").count(), 1, "{}", run.err);
    assert!(run.err.contains("error[E045]"), "{}", run.err);
    run.err
}

#[test]
fn another_encoding_is_an_error_at_its_first_byte() {
    // 상점 in CP949.
    let korean = [&b"title: "[..], &[0xbb, 0xf3, 0xc1, 0xa1], b" API\ndoc: A shop.\n"].concat();
    let error = error_of(&korean);
    assert!(error.contains("schema/sections/shop.yaml:1:8"), "{error}");
    assert!(error.contains("CP949"), "{error}");
    let one_byte = VALID.replace("A shop.", "A sh?p.").into_bytes();
    let one_byte: Vec<u8> =
        one_byte.iter().map(|byte| if *byte == b'?' { 0xff } else { *byte }).collect();
    let error = error_of(&one_byte);
    assert!(error.contains("schema/sections/shop.yaml:2:10"), "{error}");
}

#[test]
fn both_orders_of_utf_16_are_an_error() {
    let units = || std::iter::once(0xfeff).chain(VALID.encode_utf16());
    let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big] {
        let error = error_of(&bytes);
        assert!(error.contains("UTF-16"), "{error}");
    }
}
