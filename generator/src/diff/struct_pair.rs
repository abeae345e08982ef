//! The same struct in both models.

use super::change_site::ChangeSite;
use super::comparison::Comparison;
use super::role::Role;
use super::struct_view::StructView;

/// The same struct in both models.
pub struct StructPair<'c, 'a> {
    /// The models.
    pub comparison: &'c Comparison<'a>,
    /// Its location.
    pub site: &'c ChangeSite,
    /// The use of it.
    pub role: Role,
    /// True if placeholders at the same position of the path are the same.
    pub same_route: bool,
    /// The struct in the old model.
    pub before: &'c StructView<'a>,
    /// The struct in the new model.
    pub after: &'c StructView<'a>,
}
