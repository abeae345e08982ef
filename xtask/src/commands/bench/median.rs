//! The middle of what was measured.

/// Of an even number, the greater of the two in the middle; of none, not a number.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn it_is_in_the_middle_whatever_the_order() {
        assert_eq!(median([3.0, 100.0, 2.0]).to_bits(), 3.0_f64.to_bits());
        assert_eq!(median([1.0, 2.0]).to_bits(), 2.0_f64.to_bits());
        assert!(median([]).is_nan());
    }
}
