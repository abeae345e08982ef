//! The median.

/// The median; the greater of two in the middle, and not a number for no values.
pub fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_order_of_the_values_does_not_matter() {
        assert_eq!(median([3.0, 100.0, 2.0]).to_bits(), 3.0_f64.to_bits());
        assert_eq!(median([1.0, 2.0]).to_bits(), 2.0_f64.to_bits());
        assert!(median([]).is_nan());
    }
}
