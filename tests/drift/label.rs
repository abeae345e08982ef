//! Labels of codes on the pages of the docs.

use portone_v1_generator::upstream::pages::label::{fits, split};

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
