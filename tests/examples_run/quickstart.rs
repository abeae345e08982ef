//! The README's first program. It needs keys in the environment, which tests lack; the gate runs it
//! with `cargo xtask fake`.

#[test]
fn the_readme_shows_it() {
    let program = include_str!("../../examples/quickstart.rs");
    let (_, program) = program.split_once("\n\n").unwrap();
    assert!(include_str!("../../README.md").contains(program), "README.md: copy the example again");
}
