//! Guides and README of the crate in English and Korean: both have the same programs, which `cargo test --doc`
//! compiles.

use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_tests::xtask;

const LIBRARY: &str = include_str!("../src/lib.rs");

fn folder() -> PathBuf {
    xtask::project().join("examples/guides")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of the guides in English, without `.md`.
fn english() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the folder is there").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .filter(|name| name != "README" && !name.ends_with(".ko"))
        .collect();
    names.sort();
    names
}

/// The blocks of code, each with the word behind its fence.
fn code(text: &str) -> Vec<&str> {
    text.split("```").skip(1).step_by(2).collect()
}

#[test]
fn both_languages_have_the_same_programs() {
    for name in english() {
        let english = read(&folder().join(format!("{name}.md")));
        let korean = read(&folder().join(format!("{name}.ko.md")));
        for text in [&english, &korean] {
            let last = text.lines().rev().take(2).collect::<String>();
            assert!(last.contains("https://developers.portone.io/"), "{name} ends with no page");
        }
        assert!(!code(&english).is_empty(), "{name} has no program");
        assert_eq!(code(&english), code(&korean), "{name}");
        assert!(english.contains(&format!("[한국어]({name}.ko.md)")), "{name}");
        assert!(korean.contains(&format!("[English]({name}.md)")), "{name}");
    }
}

/// The programs in other languages than Rust, and the commands that run them.
fn foreign_programs(text: &str) -> Vec<&str> {
    let is_program = |block: &&str| {
        let starts = ["python\n", "js\n", "java\n"].iter().any(|tag| block.starts_with(tag));
        starts || block.contains("portone-v1-fake -- ")
    };
    code(text).into_iter().filter(is_program).collect()
}

#[test]
fn both_pages_of_the_fake_server_have_the_same_programs() {
    let section = |name: &str, title: &str| {
        let text = read(&xtask::project().join("fake").join(name));
        let (_, section) = text.split_once(title).unwrap_or_else(|| panic!("{title} in {name}"));
        section.to_owned()
    };
    let english = section("README.md", "\n## In other languages\n");
    let korean = section("README.ko.md", "\n## 다른 언어에서 쓰기\n");
    assert!(foreign_programs(&english).len() >= 8, "{:?}", foreign_programs(&english));
    assert_eq!(foreign_programs(&english), foreign_programs(&korean));
}

/// The README in English of the generated crate is compiled with it.
#[test]
fn the_readme_of_the_crate_has_the_same_programs_in_both_languages() {
    let [english, korean] = ["README.md", "README.ko.md"]
        .map(|name| read(&xtask::project().join("generated").join(name)));
    assert!(code(&english).len() > 3, "{english}");
    assert_eq!(code(&english), code(&korean));
    assert!(english.contains("[한국어](README.ko.md)") && korean.contains("[English](README.md)"));
    let table = |text: &str| text.lines().filter(|line| line.starts_with("| `")).count();
    assert_eq!(table(&english), table(&korean));
}

#[test]
fn every_guide_is_listed_and_compiled() {
    let list = read(&folder().join("README.md"));
    for name in english() {
        assert!(list.contains(&format!("({name}.md)")), "{name} in README.md");
        assert!(LIBRARY.contains(&format!("guides/{name}.md")), "{name} in tests/src/lib.rs");
    }
}
