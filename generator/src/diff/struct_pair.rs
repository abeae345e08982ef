//! The same struct in both models.

use super::comparison::Comparison;
use super::owner::Owner;
use super::role::Role;
use super::spot::Spot;

/// The same struct in both models.
pub struct StructPair<'c, 'a> {
    /// The models.
    pub comparison: &'c Comparison<'a>,
    /// Its location.
    pub spot: &'c Spot,
    /// The use of it.
    pub role: Role,
    /// The struct in the old model.
    pub before: &'c Owner<'a>,
    /// The struct in the new model.
    pub after: &'c Owner<'a>,
}
