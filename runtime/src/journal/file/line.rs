//! The line of a journal file: a checksum, and an intent or an outcome.

use crate::journal::intent_id::IntentId;
use crate::journal::outcome::Outcome;

/// A record of a journal file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Intent { id: IntentId, json: &'a str },
    Outcome { id: IntentId, outcome: Outcome },
}

impl<'a> Line<'a> {
    /// The text of the line, with its checksum and its line break.
    pub(super) fn write(&self) -> String {
        let record = match self {
            Self::Intent { id, json } => format!("intent {id} {json}"),
            Self::Outcome { id, outcome } => format!("outcome {id} {outcome}"),
        };
        format!("{} {record}\n", checksum(&record))
    }

    /// The record of a line without its line break; none if the line is damaged.
    pub(super) fn parse(line: &'a [u8]) -> Option<Self> {
        let (sum, record) = std::str::from_utf8(line).ok()?.split_once(' ')?;
        let mut parts = record.splitn(3, ' ');
        let (kind, id, value) = (parts.next()?, parts.next()?, parts.next()?);
        let id = id.parse().ok().filter(|_| sum == checksum(record))?;
        match kind {
            "intent" => Some(Self::Intent { id, json: value }),
            "outcome" => Some(Self::Outcome { id, outcome: value.parse().ok()? }),
            _ => None,
        }
    }
}

/// The CRC-32 of a record, as eight hexadecimal digits.
fn checksum(record: &str) -> String {
    format!("{:08x}", crc32fast::hash(record.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "019a8c3f1b2a0000000a0123456789ab";

    #[test]
    fn the_written_line_is_read_back() {
        let id = ID.parse().unwrap();
        for line in [
            Line::Intent { id, json: r#"{"label":"a b  c"}"# },
            Line::Outcome { id, outcome: Outcome::FoundNotDone },
        ] {
            let text = line.write();
            assert_eq!(Line::parse(text.trim_end().as_bytes()), Some(line));
        }
    }

    #[test]
    fn a_line_with_one_changed_byte_is_damaged() {
        let id = ID.parse().unwrap();
        let text = Line::Intent { id, json: r#"{"v":1}"# }.write();
        let line = text.trim_end().as_bytes();
        for index in 0..line.len() {
            for bit in 0..8 {
                let mut damaged = line.to_vec();
                damaged[index] ^= 1 << bit;
                assert_eq!(Line::parse(&damaged), None, "bit {bit} of byte {index}");
            }
        }
    }

    #[test]
    fn a_part_of_a_line_is_damaged() {
        let id = ID.parse().unwrap();
        let text = Line::Outcome { id, outcome: Outcome::Done }.write();
        for end in 0..text.len() - 1 {
            assert_eq!(Line::parse(&text.as_bytes()[..end]), None, "{end} bytes");
        }
    }
}
