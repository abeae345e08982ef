use portone_v1::types::OrderAnnotation;

pub fn show(order: &OrderAnnotation) -> String {
    format!("{order:?}")
}
