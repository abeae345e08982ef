//! Where the values of a text are, if it is JSON.

use super::node::{Node, Rest};
use super::scan;

/// The values of a text in the order in which they begin; nothing if it is no JSON. No recursion,
/// however deep they are.
///
/// serde_json reads numbers into binary floats, or else goes over a value once more for everything
/// that it is in. That alone took longer than everything that is done with the values afterwards.
pub(super) fn of(text: &str) -> Option<Vec<Node>> {
    let mut outline = Outline {
        bytes: text.as_bytes(),
        at: 0,
        nodes: Vec::with_capacity(text.len() / BYTES_OF_A_VALUE),
        open: Vec::new(),
        expected: Expected::Value,
    };
    while let Some(byte) = outline.bytes.get(outline.at) {
        outline.step(*byte)?;
    }
    (outline.open.is_empty() && outline.expected == Expected::End).then_some(outline.nodes)
}

/// Roughly, in payments.
const BYTES_OF_A_VALUE: usize = 10;

struct Outline<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    /// The lists and records that have not ended.
    open: Vec<usize>,
    expected: Expected,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Expected {
    Value,
    ValueOrEnd,
    Name,
    NameOrEnd,
    Colon,
    /// Or a comma, inside of something.
    End,
}

impl Outline<'_> {
    fn step(&mut self, byte: u8) -> Option<()> {
        use Expected::{Colon, End, Name, NameOrEnd, Value, ValueOrEnd};
        match (byte, self.expected) {
            (b' ' | b'\n' | b'\r' | b'\t', _) => self.at += 1,
            (b'"', Name | NameOrEnd) => self.string(Colon)?,
            (b'"', Value | ValueOrEnd) => self.string(End)?,
            (b':', Colon) => self.mark(Value),
            (b',', End) => self.comma()?,
            (b'{', Value | ValueOrEnd) => self.begin(NameOrEnd),
            (b'[', Value | ValueOrEnd) => self.begin(ValueOrEnd),
            (b'}', End | NameOrEnd) => self.end(b'{')?,
            (b']', End | ValueOrEnd) => self.end(b'[')?,
            (b'n' | b't' | b'f', Value | ValueOrEnd) => self.add(scan::word(self.bytes, self.at)?),
            (_, Value | ValueOrEnd) => self.add(scan::number(self.bytes, self.at)?),
            _ => return None,
        }
        Some(())
    }

    fn mark(&mut self, expected: Expected) {
        self.at += 1;
        self.expected = expected;
    }

    fn comma(&mut self) -> Option<()> {
        let around = self.opening(*self.open.last()?)?;
        self.mark(if around == b'{' { Expected::Name } else { Expected::Value });
        Some(())
    }

    /// The bracket that a list or record begins with.
    fn opening(&self, index: usize) -> Option<u8> {
        self.bytes.get(self.nodes.get(index)?.start()).copied()
    }

    fn begin(&mut self, expected: Expected) {
        self.open.push(self.nodes.len());
        // Its end is set when it is known.
        self.nodes.push(Node::new(self.at, self.at, Rest::NOTHING));
        self.mark(expected);
    }

    fn end(&mut self, opening: u8) -> Option<()> {
        let index = self.open.pop()?;
        if self.opening(index)? != opening {
            return None;
        }
        self.mark(Expected::End);
        let after = Rest::after(self.nodes.len());
        let node = self.nodes.get_mut(index)?;
        *node = Node::new(node.start(), self.at, after);
        Some(())
    }

    fn string(&mut self, expected: Expected) -> Option<()> {
        let (end, escaped) = scan::string(self.bytes, self.at)?;
        let rest = if escaped { Rest::ESCAPED } else { Rest::NOTHING };
        self.nodes.push(Node::new(self.at, end, rest));
        self.at = end;
        self.expected = expected;
        Some(())
    }

    fn add(&mut self, end: usize) {
        self.nodes.push(Node::new(self.at, end, Rest::NOTHING));
        self.at = end;
        self.expected = Expected::End;
    }
}

#[cfg(test)]
mod tests;
