//! The tokenizer: lists the values of a JSON text.

use std::cell::Cell;

use hifijson::escape::{self, Lex as _, Lit};
use hifijson::num::Lex as _;
use hifijson::str::{self, LexWrite as _};
use hifijson::token::Lex as _;
use hifijson::{Error, Expect, Read as _, SliceLexer};

use super::kind::ValueKind;
use super::node::Node;
use super::repeated_names::RepeatedNames;

/// The maximum number of lists and objects inside each other.
const MAX_DEPTH: usize = 128;

/// An estimate that payments stay below, so that the nodes are allocated once.
const BYTES_PER_NODE: usize = 10;

/// Lists the values of a text in the order in which they begin.
///
/// The lexer is hifijson's, because it leaves numbers as text: the digits of an amount must not pass
/// through a binary float.
pub(super) fn tokenize(text: &str) -> Result<Vec<Node>, Error> {
    let nodes = Vec::with_capacity(text.len() / BYTES_PER_NODE);
    let repeated_names = RepeatedNames::new(text, MAX_DEPTH);
    let mut tokenizer = Tokenizer { length: text.len(), nodes, repeated_names };
    let mut lexer = SliceLexer::new(text.as_bytes());
    lexer.exactly_one(SliceLexer::ws_peek, |first, lexer| {
        tokenizer.value(first, lexer, MAX_DEPTH)
    })?;
    Ok(tokenizer.nodes)
}

struct Tokenizer<'a> {
    length: usize,
    nodes: Vec<Node>,
    repeated_names: RepeatedNames<'a>,
}

impl Tokenizer<'_> {
    fn value(&mut self, first: u8, lexer: &mut SliceLexer, depth: usize) -> Result<(), Error> {
        match first {
            b'"' => return self.string(lexer),
            b'[' | b'{' => return self.collection(first, lexer, depth),
            _ => {}
        }
        let node = self.start(lexer, first);
        match first {
            b'-' | b'0'..=b'9' => _ = lexer.num_ignore().validate()?,
            _ => _ = lexer.null_or_bool().ok_or(Expect::Value)?,
        }
        self.nodes.push(self.end(node, lexer));
        Ok(())
    }

    fn collection(&mut self, first: u8, lexer: &mut SliceLexer, depth: usize) -> Result<(), Error> {
        let depth = depth.checked_sub(1).ok_or(Error::Depth)?;
        let (node, index) = (self.start(lexer, first), self.nodes.len());
        self.nodes.push(node);
        let lexer = lexer.discarded();
        if first == b'[' {
            lexer.seq(b']', SliceLexer::ws_peek, |first, lexer| self.value(first, lexer, depth))?;
        } else {
            lexer
                .seq(b'}', SliceLexer::ws_peek, |first, lexer| self.member(first, lexer, depth))?;
        }
        let node = self.end(node, lexer).with_size(self.nodes.len() - index);
        self.set(index, node);
        if first == b'{' {
            let is_repeated = self.repeated_names.are_in(&self.nodes, index, depth);
            self.set(index, node.with_repeated_name(is_repeated));
        }
        Ok(())
    }

    fn member(&mut self, first: u8, lexer: &mut SliceLexer, depth: usize) -> Result<(), Error> {
        if first != b'"' {
            return Err(Expect::String.into());
        }
        self.string(lexer)?;
        lexer.expect(SliceLexer::ws_peek, b':').ok_or(Expect::Colon)?;
        let first = lexer.ws_peek().ok_or(Expect::Value)?;
        self.value(first, lexer, depth)
    }

    fn string(&mut self, lexer: &mut SliceLexer) -> Result<(), Error> {
        let node = self.start(lexer, b'"');
        let escaped = Cell::new(false);
        lexer.discarded().str_fold(
            (),
            |_, ()| Ok::<_, str::Error>(()),
            |lexer, ()| {
                escaped.set(true);
                Ok(skip_escape(lexer)?)
            },
        )?;
        self.nodes.push(self.end(node, lexer).with_escapes(escaped.get()));
        Ok(())
    }

    fn set(&mut self, index: usize, node: Node) {
        if let Some(begun) = self.nodes.get_mut(index) {
            *begun = node;
        }
    }

    fn start(&self, lexer: &SliceLexer, first: u8) -> Node {
        Node::starting_at(self.position(lexer), ValueKind::beginning_with(first))
    }

    fn end(&self, node: Node, lexer: &SliceLexer) -> Node {
        node.ending_at(self.position(lexer))
    }

    fn position(&self, lexer: &SliceLexer) -> usize {
        self.length - lexer.as_slice().len()
    }
}

/// Surrogates need not form pairs here: a string that nobody reads must not fail the response.
fn skip_escape(lexer: &mut SliceLexer) -> Result<(), escape::Error> {
    match lexer.take_next().ok_or(escape::Error::Eof)? {
        b'u' => lexer.hex::<u16>().map(drop),
        kind => Lit::try_from(kind).map(drop).ok_or(escape::Error::InvalidKind(kind)),
    }
}

#[cfg(test)]
mod tests;
