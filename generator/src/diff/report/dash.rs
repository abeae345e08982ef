//! Absent texts in a report.

/// The text, or a dash where there is none.
pub fn dash(text: Option<&str>) -> &str {
    text.filter(|text| !text.is_empty()).unwrap_or("–")
}
