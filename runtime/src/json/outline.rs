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
    };
    outline.all()?;
    Some(outline.nodes)
}

/// Roughly, in payments.
const BYTES_OF_A_VALUE: usize = 10;

struct Outline<'a> {
    bytes: &'a [u8],
    at: usize,
    nodes: Vec<Node>,
    /// The lists and records that have not ended.
    open: Vec<Open>,
}

#[derive(Clone, Copy)]
struct Open {
    node: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Record,
}

impl Kind {
    fn end(self) -> u8 {
        match self {
            Self::List => b']',
            Self::Record => b'}',
        }
    }
}

/// What follows.
#[derive(PartialEq, Eq)]
enum Next {
    Value,
    /// Whatever may follow a value.
    End,
}

impl Outline<'_> {
    fn all(&mut self) -> Option<()> {
        loop {
            if self.value()? == Next::End && self.end()? == Next::End {
                return (self.at == self.bytes.len()).then_some(());
            }
        }
    }

    /// A value, or the beginning of one that has others in it.
    fn value(&mut self) -> Option<Next> {
        let byte = self.bytes.get(self.at)?;
        match byte {
            b'"' => self.string()?,
            b'n' | b't' | b'f' => self.add(scan::word(self.bytes, self.at)?, Rest::NOTHING),
            b'{' => return self.begin(Kind::Record),
            b'[' => return self.begin(Kind::List),
            _ if self.space() => return self.value(),
            _ => self.add(scan::number(self.bytes, self.at)?, Rest::NOTHING),
        }
        Some(Next::End)
    }

    fn begin(&mut self, kind: Kind) -> Option<Next> {
        let node = self.nodes.len();
        // Its end is set when it is known.
        self.add(self.at + 1, Rest::NOTHING);
        if self.takes(kind.end()) {
            self.close(node)?;
            return Some(Next::End);
        }
        self.open.push(Open { node, kind });
        self.item(kind)
    }

    /// What is between commas, up to the value.
    fn item(&mut self, kind: Kind) -> Option<Next> {
        if kind == Kind::Record {
            self.name()?;
        }
        Some(Next::Value)
    }

    fn name(&mut self) -> Option<()> {
        match self.bytes.get(self.at)? {
            b'"' => self.string()?,
            _ => return if self.space() { self.name() } else { None },
        }
        self.takes(b':').then_some(())
    }

    /// A value has ended: so may everything around it.
    fn end(&mut self) -> Option<Next> {
        while let Some(Open { node, kind }) = self.open.last().copied() {
            if self.takes(b',') {
                return self.item(kind);
            }
            self.takes(kind.end()).then_some(())?;
            self.open.pop();
            self.close(node)?;
        }
        self.space();
        Some(Next::End)
    }

    fn close(&mut self, node: usize) -> Option<()> {
        let rest = Rest::size(self.nodes.len() - node);
        let node = self.nodes.get_mut(node)?;
        *node = Node::new(node.start(), self.at, rest);
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        let (end, escaped) = scan::string(self.bytes, self.at)?;
        self.add(end, if escaped { Rest::ESCAPED } else { Rest::NOTHING });
        Some(())
    }

    fn add(&mut self, end: usize, rest: Rest) {
        self.nodes.push(Node::new(self.at, end, rest));
        self.at = end;
    }

    /// Whether this comes next, perhaps behind space: then it is passed over.
    fn takes(&mut self, byte: u8) -> bool {
        if self.bytes.get(self.at) == Some(&byte) {
            self.at += 1;
            return true;
        }
        self.space() && self.takes(byte)
    }

    /// Passes over space, if there is any: mostly there is none, so it is looked for last.
    fn space(&mut self) -> bool {
        let start = self.at;
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.bytes.get(self.at) {
            self.at += 1;
        }
        self.at > start
    }
}

#[cfg(test)]
mod tests;
