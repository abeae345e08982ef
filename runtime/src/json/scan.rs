//! Where the parts of JSON end that hold no others: strings, numbers and words.

/// Bytes that are looked at in one go.
const STRIDE: usize = 8;
const ONES: u64 = u64::from_ne_bytes([1; STRIDE]);
const TOPS: u64 = u64::from_ne_bytes([0x80; STRIDE]);
/// The first byte that may stand in a string as it is.
const SPACE: u8 = 0x20;

/// A string's end, and whether there is a backslash in it; `start` is where its quote is.
pub(super) fn string(bytes: &[u8], start: usize) -> Option<(usize, bool)> {
    let (mut at, mut escaped) = (start + 1, false);
    loop {
        at = plain(bytes, at);
        match bytes.get(at)? {
            b'"' => return Some((at + 1, escaped)),
            b'\\' => at = escape(bytes, at)?,
            // A control character must be escaped.
            _ => return None,
        }
        escaped = true;
    }
}

/// Where the next quote, backslash or control character is.
fn plain(bytes: &[u8], mut at: usize) -> usize {
    while let Some(stride) = bytes.get(at..).and_then(|rest| rest.first_chunk()) {
        let word = u64::from_le_bytes(*stride);
        let below = |word: u64, limit: u8| word.wrapping_sub(ONES * u64::from(limit)) & !word;
        let equal = |byte: u8| below(word ^ (ONES * u64::from(byte)), 1);
        // Only the lowest bit that is set is right for sure, and no other is asked for.
        let special = (equal(b'"') | equal(b'\\') | below(word, SPACE)) & TOPS;
        if special != 0 {
            return at + special.trailing_zeros() as usize / 8;
        }
        at += STRIDE;
    }
    let rest = bytes.get(at..).unwrap_or_default();
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
    let rest = bytes.get(start..)?;
    let word: &[u8] = match rest.first()? {
        b'n' => b"null",
        b't' => b"true",
        _ => b"false",
    };
    rest.starts_with(word).then_some(start + word.len())
}
