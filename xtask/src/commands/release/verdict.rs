//! The severity of all changes since a release: the graver of the verdicts on the schema and on the crates.

use portone_v1_generator::diff::Level;

use super::changes::SchemaChanges;
use crate::crate_api::ApiReport;

/// A severity with its reason.
pub struct ReleaseVerdict {
    /// The severity.
    pub level: Level,
    /// The comparison that decided, and its most severe change.
    pub reason: String,
}

impl ReleaseVerdict {
    /// The graver verdict; that on the schema, if both are the same.
    pub fn graver(schema: &SchemaChanges, crates: Option<&ApiReport>) -> Self {
        let of_crates = crates.map_or(Level::None, ApiReport::level);
        let level = schema.level().max(of_crates);
        let most_severe = match schema.level() >= of_crates {
            true => schema.most_severe().map(|change| ("the schema decides", change)),
            false => {
                crates.and_then(ApiReport::most_severe).map(|change| ("the crates decide", change))
            }
        };
        let reason = match most_severe {
            Some((decides, change)) => format!("{decides}: the most severe change is {change}"),
            None => format!("nothing that programs notice has changed since v{}", schema.release),
        };
        Self { level, reason }
    }

    /// The verdict before the first release.
    pub fn of_first_release() -> Self {
        Self { level: Level::None, reason: "this is the first release".to_owned() }
    }
}
