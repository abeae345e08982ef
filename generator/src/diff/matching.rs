//! The matching of two lists: the common, the removed and the added elements.

/// The elements of two lists, matched.
pub struct Matching<T> {
    /// The elements of both, in the order of the new list.
    pub both: Vec<(T, T)>,
    /// The elements of the old list only.
    pub removed: Vec<T>,
    /// The elements of the new list only.
    pub added: Vec<T>,
    /// True if the common elements are in another order.
    pub reordered: bool,
}

/// A test of whether an old element and a new one are the same.
pub type Same<'f, T> = &'f dyn Fn(T, T) -> bool;

impl<T: Copy> Matching<T> {
    /// Matches by the first test first; the next one gets the elements that are left.
    pub fn of(
        before: impl IntoIterator<Item = T>,
        after: impl IntoIterator<Item = T>,
        tests: &[Same<'_, T>],
    ) -> Self {
        let (before, after): (Vec<T>, Vec<T>) =
            (before.into_iter().collect(), after.into_iter().collect());
        let mut old_of = vec![None; after.len()];
        for same in tests {
            for (old, thing) in before.iter().enumerate() {
                if !old_of.contains(&Some(old)) {
                    let is_new = |new: &usize| old_of[*new].is_none() && same(*thing, after[*new]);
                    if let Some(new) = (0..after.len()).find(is_new) {
                        old_of[new] = Some(old);
                    }
                }
            }
        }
        Self::from_partners(&before, &after, &old_of)
    }

    fn from_partners(before: &[T], after: &[T], old_of: &[Option<usize>]) -> Self {
        let with_old = || old_of.iter().zip(after);
        let left = (0..before.len()).filter(|old| !old_of.contains(&Some(*old)));
        Self {
            both: with_old().filter_map(|(old, new)| Some((before[(*old)?], *new))).collect(),
            removed: left.map(|old| before[old]).collect(),
            added: with_old().filter(|(old, _)| old.is_none()).map(|(_, new)| *new).collect(),
            reordered: !old_of.iter().flatten().is_sorted(),
        }
    }
}
