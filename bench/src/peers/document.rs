//! The input of the peers: this project's OpenAPI document, changed only where a peer cannot read it.

use std::fmt;

use portone_v1_generator::model::Api;
use portone_v1_generator::openapi;
use serde_json::Value;

/// A form of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// `schema/openapi.json` as it is.
    OpenApi31,
    /// OpenAPI 3.0, in which each operation has one response that may be a success.
    OpenApi30WithOneSuccess,
}

impl Document {
    /// Every form.
    pub const ALL: [Self; 2] = [Self::OpenApi31, Self::OpenApi30WithOneSuccess];

    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            Self::OpenApi31 => "openapi-3.1.json",
            Self::OpenApi30WithOneSuccess => "openapi-3.0.json",
        }
    }

    /// The document for an API.
    pub fn json(self, api: &Api) -> Value {
        match self {
            Self::OpenApi31 => openapi::document(api),
            Self::OpenApi30WithOneSuccess => with_one_success(openapi::document_3_0(api)),
        }
    }
}

impl fmt::Display for Document {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::OpenApi31 => "OpenAPI 3.1",
            Self::OpenApi30WithOneSuccess => "OpenAPI 3.0, without 207 and `default`",
        })
    }
}

/// `default` can be a success as well as an error.
fn with_one_success(mut document: Value) -> Value {
    let paths = document["paths"].as_object_mut().into_iter().flatten();
    let operations = paths.flat_map(|(_, path)| path.as_object_mut().into_iter().flatten());
    for (_, operation) in operations {
        let Some(responses) = operation["responses"].as_object_mut() else { continue };
        let may_succeed = |status: &String| status.starts_with('2') || status == "default";
        let first = responses.keys().find(|status| may_succeed(status)).cloned();
        responses.retain(|status, _| !may_succeed(status) || Some(status) == first.as_ref());
    }
    document
}
