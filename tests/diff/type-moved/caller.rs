use portone_v1::shop::Swap;

pub fn number(swap: &Swap) -> &str {
    &swap.swap_id
}
