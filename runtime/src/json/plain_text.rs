//! The text of a JSON string up to the next character that is not plain.

/// The number of bytes before the first quote, backslash or control character.
///
/// Most of a response is the text of strings, so that eight bytes are compared at a time.
pub(super) fn plain_length(text: &[u8]) -> usize {
    let mut blocks = text.chunks_exact(8).map(special_bytes).enumerate();
    match blocks.find(|(_, special)| *special != 0) {
        Some((index, special)) => index * 8 + special.trailing_zeros() as usize / 8,
        None => {
            let rest = text.chunks_exact(8).remainder();
            let end = rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len());
            text.len() - rest.len() + end
        }
    }
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..=0x1f)
}

/// The highest bit of each special byte. Only the first one is certain, since a subtraction can borrow from
/// the bytes behind it.
fn special_bytes(block: &[u8]) -> u64 {
    const EACH: u64 = u64::MAX / 0xff;
    let block = block.try_into().map_or(0, u64::from_le_bytes);
    let less = |block: u64, byte: u64| block.wrapping_sub(EACH * byte) & !block;
    let equal = |byte: u8| less(block ^ (EACH * u64::from(byte)), 1);
    (less(block, 0x20) | equal(b'"') | equal(b'\\')) & (EACH * 0x80)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_special_byte_is_found() {
        let mut random = fastrand::Rng::with_seed(7);
        let special = [b'"', b'\\', 0, 0x1f];
        let plain = [b'a', b' ', b'!', b'#', b'[', b']', 0x7f, 0x80, 0xa2, 0xdc, 0xff];
        for _ in 0..100_000 {
            let length = random.usize(..30);
            let byte = |random: &mut fastrand::Rng| match random.u8(..16) {
                0 => random.choice(special),
                _ => random.choice(plain),
            };
            let text: Vec<u8> = (0..length).filter_map(|_| byte(&mut random)).collect();
            let expected = text.iter().position(|byte| is_special(*byte)).unwrap_or(length);
            assert_eq!(plain_length(&text), expected, "{text:?}");
        }
    }

    #[test]
    fn every_byte_is_judged_alike_in_each_place() {
        for (byte, place) in (0..=u8::MAX).flat_map(|byte| (0..9).map(move |place| (byte, place))) {
            let mut text = [b'a'; 9];
            text[place] = byte;
            assert_eq!(plain_length(&text), if is_special(byte) { place } else { 9 }, "{byte}");
        }
    }
}
