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

#[cfg(test)]
mod tests {
    use super::{fits, split};

    #[test]
    fn remarks_are_not_part_of_a_label() {
        for (text, label, remarks) in [
            ("은행", "은행", ""),
            ("하나(외환)은행", "하나은행", "(외환)"),
            ("(구)  토스", "(구) 토스", ""),
            ("키움페이((구) 페이조아)", "키움페이", "((구) 페이조아)"),
            ("기타(그 외) (또)", "기타", "(그 외)(또)"),
            ("열린(것", "열린", "(것"),
            ("닫힌) 것", "닫힌) 것", ""),
            ("", "", ""),
        ] {
            assert_eq!(split(text), (label.to_owned(), remarks.to_owned()), "{text}");
        }
    }

    #[test]
    fn remarks_and_spaces_make_no_other_label() {
        assert!(fits("하나(외환)은행", "하나은행(서울은행)") && fits("KG 로지스", "KG로지스"));
        assert!(!fits("(구) 페이팔", "(신) 페이팔") && !fits("케이뱅크", "K뱅크"));
    }
}
