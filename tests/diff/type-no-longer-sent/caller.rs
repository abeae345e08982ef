use portone_v1::types::Line;

pub fn line() -> Line {
    Line::new().vat("1")
}
