//! Labels of codes, with and without remarks.

use crate::sanitize::squeeze;

/// The label without remarks in parentheses, and the remarks: `하나(외환)은행` is `하나은행`. Parentheses at
/// the start are part of the name: `(구) 토스페이먼츠`.
pub fn split(text: &str) -> (String, String) {
    let (mut label, mut remarks) = (String::new(), String::new());
    let mut depth = 0_usize;
    let mut is_remark = false;
    for letter in text.trim().chars() {
        if letter == '(' {
            is_remark |= depth == 0 && !label.is_empty();
            depth += 1;
        }
        if is_remark {
            remarks.push(letter)
        } else {
            label.push(letter)
        }
        if letter == ')' {
            depth = depth.saturating_sub(1);
            is_remark &= depth > 0;
        }
    }
    (squeeze(&label), squeeze(&remarks))
}

/// True if both name the same, whatever their remarks and spaces are.
pub fn fits(label: &str, title: &str) -> bool {
    folded(label) == folded(title)
}

fn folded(text: &str) -> String {
    let mut label = split(text).0;
    label.retain(|letter| !letter.is_whitespace());
    label
}
