//! The README's first program. It takes its keys from the environment, which a test has none of; the
//! gate runs it with `cargo xtask fake`.

#[test]
fn the_readme_shows_it() {
    let program = include_str!("../../examples/quickstart.rs");
    let (_, program) = program.split_once("\n\n").unwrap();
    assert!(include_str!("../../README.md").contains(program), "README.md: copy the example again");
}
