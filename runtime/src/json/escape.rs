//! The escapes in a string.

/// What a string says, of whose escapes it is known that they are well-formed; nothing if one of them
/// is half of a pair of surrogates without the other.
///
/// PHP escapes every slash and every Korean letter, so a page has tens of thousands of these.
pub(super) fn resolved(text: &str) -> Option<String> {
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((plain, escape)) = rest.split_once('\\') {
        resolved.push_str(plain);
        let (character, after) = character(escape)?;
        resolved.push(character);
        rest = after;
    }
    resolved.push_str(rest);
    Some(resolved)
}

/// What is meant by what comes behind a backslash, and what follows it.
fn character(escape: &str) -> Option<(char, &str)> {
    let (kind, after) = escape.split_at_checked(1)?;
    let character = match kind {
        "b" => '\u{8}',
        "f" => '\u{c}',
        "n" => '\n',
        "r" => '\r',
        "t" => '\t',
        "u" => return utf16(after),
        // It stands for itself.
        _ => kind.chars().next()?,
    };
    Some((character, after))
}

fn utf16(digits: &str) -> Option<(char, &str)> {
    let (unit, after) = unit(digits)?;
    if let Some(character) = char::from_u32(unit.into()) {
        return Some((character, after));
    }
    let (second, after) = self::unit(after.strip_prefix("\\u")?)?;
    let character = char::decode_utf16([unit, second]).next()?.ok()?;
    Some((character, after))
}

fn unit(digits: &str) -> Option<(u16, &str)> {
    let (digits, after) = digits.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, after))
}

#[cfg(test)]
mod tests {
    use super::super::{Document, FromJson};

    /// Surrogates among them: before, behind and without each other.
    const PIECES: [&str; 16] = [
        "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\n", "\\r", "\\t", "\\u0000", "\\uD64d", "\\ud83d",
        "\\uDE00", "\\uffff", "u0041", "가", "a",
    ];

    #[test]
    fn serde_json_reads_the_same() {
        let mut random = fastrand::Rng::with_seed(7);
        for _ in 0..50_000 {
            let length = random.usize(..7);
            let pieces: String = (0..length).filter_map(|_| random.choice(PIECES)).collect();
            let text = format!("\"{pieces}\"");
            let read = Document::read(text.as_bytes(), String::from_json).ok();
            assert_eq!(read, serde_json::from_str(&text).ok(), "{text}");
        }
    }
}
