//! The file `schema/suppressions.yaml`: the differences and changes that are meant.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diff::suppression::{self as diff_suppression, DiffSuppression};
use crate::syntax::yaml;
use crate::upstream::suppression::{self as drift_suppression, DriftSuppression};

/// The content of the file.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Suppressions {
    /// The suppressed differences from upstream.
    #[serde(default)]
    pub drift: Vec<DriftSuppression>,
    /// The suppressed changes of the schema, breaking ones included.
    #[serde(default)]
    pub diff: Vec<DiffSuppression>,
}

/// Reads the file; a file without entries suppresses nothing.
///
/// # Errors
/// Fails when the text is not valid; the message says why, and where in the YAML.
pub fn read(text: &str) -> Result<Suppressions, String> {
    let suppressions: Option<Suppressions> = yaml::typed(text)?;
    let suppressions = suppressions.unwrap_or_default();
    let drift = suppressions.drift.iter().find_map(drift_suppression::problem);
    let problem = drift.or_else(|| suppressions.diff.iter().find_map(diff_suppression::problem));
    match problem {
        Some(problem) => Err(problem),
        None => Ok(suppressions),
    }
}
