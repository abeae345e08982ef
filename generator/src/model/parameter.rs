//! Parameters of a request.

use super::field::Field;

/// A field and the part of the request it belongs to.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Path, query or body.
    pub location: ParamLocation,
    /// The field itself.
    pub field: Field,
}

/// A part of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParamLocation {
    /// A placeholder of the route.
    Path,
    /// The query string.
    Query,
    /// The JSON body.
    Body,
}

impl ParamLocation {
    /// The word of the schema.
    pub fn word(self) -> &'static str {
        match self {
            Self::Path => "path",
            Self::Query => "query",
            Self::Body => "body",
        }
    }
}
