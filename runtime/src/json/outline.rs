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
    open: Vec<Open>,
    expected: Expected,
}

struct Open {
    node: usize,
    /// What follows a comma.
    next: Expected,
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
            (b'"', Name | NameOrEnd) => self.name()?,
            (b':', Colon) => self.mark(Value),
            (b'"', Value | ValueOrEnd) => {
                self.string()?;
                self.value_ends();
            }
            (b',', End) => self.mark(self.open.last()?.next),
            (b'{', Value | ValueOrEnd) => self.begin(NameOrEnd, Name),
            (b'[', Value | ValueOrEnd) => self.begin(ValueOrEnd, Value),
            (b'}', End | NameOrEnd) => self.end(Name)?,
            (b']', End | ValueOrEnd) => self.end(Value)?,
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

    fn begin(&mut self, expected: Expected, next: Expected) {
        self.open.push(Open { node: self.nodes.len(), next });
        // Its end is set when it is known.
        self.nodes.push(Node::new(self.at, self.at, Rest::NOTHING));
        self.mark(expected);
    }

    /// Only what has this after a comma can end here.
    fn end(&mut self, next: Expected) -> Option<()> {
        let open = self.open.pop().filter(|open| open.next == next)?;
        self.mark(Expected::End);
        let after = Rest::after(self.nodes.len());
        let node = self.nodes.get_mut(open.node)?;
        *node = Node::new(node.start(), self.at, after);
        Some(())
    }

    /// Mostly with the colon right behind it.
    fn name(&mut self) -> Option<()> {
        self.string()?;
        self.expected = Expected::Colon;
        if self.bytes.get(self.at) == Some(&b':') {
            self.mark(Expected::Value);
        }
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        let (end, escaped) = scan::string(self.bytes, self.at)?;
        let rest = if escaped { Rest::ESCAPED } else { Rest::NOTHING };
        self.nodes.push(Node::new(self.at, end, rest));
        self.at = end;
        Some(())
    }

    fn add(&mut self, end: usize) {
        self.nodes.push(Node::new(self.at, end, Rest::NOTHING));
        self.at = end;
        self.value_ends();
    }

    /// Mostly with a comma right behind it.
    fn value_ends(&mut self) {
        self.expected = Expected::End;
        if let (Some(b','), Some(open)) = (self.bytes.get(self.at), self.open.last()) {
            self.mark(open.next);
        }
    }
}

#[cfg(test)]
mod tests;
