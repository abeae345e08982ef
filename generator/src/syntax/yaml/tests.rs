use super::{Content, Node, parse};
use crate::diagnostics::Log;
use crate::source::Source;

/// The text of every value, from its first byte to its last.
fn values(text: &str) -> Vec<String> {
    let source = Source { path: "schema/api.yaml".to_owned(), text: text.to_owned() };
    let root = parse(&source, 0, &mut Log::default()).expect("valid YAML");
    let Content::Map(entries) = root.content else { panic!("expected a map") };
    let written = |node: &Node| text[node.span.start..node.end].to_owned();
    entries.iter().map(|(_, value)| written(value)).collect()
}

#[test]
fn a_value_ends_with_its_last_character() {
    let text = "a: one\n  two # c\nb: >-\n    x\n    y\n\n# c\nc: { k: [1, 'v' ] } # d\n\
        d:\n  - p\n  - \"q\n   r\" # c\n  # e\nf:\n  g: |\n    x\n\n  # deep\nh: |\n  z\n";
    let expected = ["one\n  two", "x\n    y", "{ k: [1, 'v' ] }"];
    assert_eq!(values(text)[..3], expected);
    assert_eq!(values(text)[3..], ["d:\n  - p\n  - \"q\n   r\"", "f:\n  g: |\n    x", "z"]);
}

#[test]
fn kept_blank_lines_belong_to_a_text() {
    assert_eq!(values("a: |+\n  k\n\n\nb:\n  c: 1\n"), ["k\n\n\n", "b:\n  c: 1"]);
    assert_eq!(values("a: |\n  k\n\n\nb: 1\n"), ["k", "1"]);
}
