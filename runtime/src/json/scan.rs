//! Where the parts of JSON end that hold no others: strings, numbers and words.

/// Bytes that are looked at in one go.
const STRIDE: usize = 8;
const ONES: u64 = u64::from_ne_bytes([1; STRIDE]);
const TOPS: u64 = u64::from_ne_bytes([0x80; STRIDE]);
/// The first byte that may stand in a string as it is.
const SPACE: u8 = 0x20;

/// A string's end, and whether there is a backslash in it; `start` is where its quote is.
pub(super) fn string(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let at = plain(bytes, start + 1);
    match bytes.get(at)? {
        b'"' => Some((at + 1, false)),
        _ => Some((escaped_string(bytes, at)?, true)),
    }
}

/// The end of a string whose first backslash may be here. Apart, since most strings have none.
#[inline(never)]
fn escaped_string(bytes: &[u8], mut at: usize) -> Option<usize> {
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at = plain(bytes, escape(bytes, at)?),
            // A control character must be escaped.
            _ => return None,
        }
    }
}

/// Where the next quote, backslash or control character is.
fn plain(bytes: &[u8], mut at: usize) -> usize {
    let mut rest = bytes.get(at..).unwrap_or_default();
    while let Some((stride, after)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*stride);
        let below = |word: u64, limit: u8| word.wrapping_sub(ONES * u64::from(limit)) & !word;
        let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        // Only the lowest bit that is set is right for sure, and no other is asked for.
        let special = (equal(b'"') | equal(b'\\') | below(word, SPACE)) & TOPS;
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        (rest, at) = (after, at + STRIDE);
    }
    let plain = |byte: &&u8| !matches!(byte, b'"' | b'\\' | ..SPACE);
    at + rest.iter().take_while(plain).count()
}

fn escape(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at + 1)? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(at + 2),
        b'u' => {
            let digits = bytes.get(at + 2..at + 6)?;
            digits.iter().all(u8::is_ascii_hexdigit).then_some(at + 6)
        }
        _ => None,
    }
}

/// A number's end.
pub(super) fn number(bytes: &[u8], start: usize) -> Option<usize> {
    let unsigned = skip(bytes, start, b"-");
    let mut at = match bytes.get(unsigned)? {
        b'0' => unsigned + 1,
        _ => digits(bytes, unsigned)?,
    };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at + 1)?;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        at = digits(bytes, skip(bytes, at + 1, b"+-"))?;
    }
    Some(at)
}

fn skip(bytes: &[u8], at: usize, any_of: &[u8]) -> usize {
    at + usize::from(bytes.get(at).is_some_and(|byte| any_of.contains(byte)))
}

/// At least one.
fn digits(bytes: &[u8], start: usize) -> Option<usize> {
    let count = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count > 0).then_some(start + count)
}

/// The end of `null`, `true` or `false`.
pub(super) fn word(bytes: &[u8], start: usize) -> Option<usize> {
    match bytes.get(start..)? {
        [b'n', b'u', b'l', b'l', ..] | [b't', b'r', b'u', b'e', ..] => Some(start + 4),
        [b'f', b'a', b'l', b's', b'e', ..] => Some(start + 5),
        _ => None,
    }
}
