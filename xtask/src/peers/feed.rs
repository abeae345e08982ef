//! What the peers are fed: our own document, changed only where a peer cannot read it.

use std::fmt;

use portone_v1_generator::model::Api;
use portone_v1_generator::openapi;
use serde_json::Value;

/// A form of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feed {
    /// `schema/openapi.json` as it is.
    Newer,
    /// As OpenAPI 3.0; each operation keeps one answer that may be a success.
    OlderWithOneSuccess,
}

/// Every form.
pub const FEEDS: [Feed; 2] = [Feed::Newer, Feed::OlderWithOneSuccess];

impl Feed {
    /// The document.
    pub fn document(self, api: &Api) -> Value {
        match self {
            Self::Newer => openapi::document(api),
            Self::OlderWithOneSuccess => with_one_success(openapi::document_3_0(api)),
        }
    }
}

impl fmt::Display for Feed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Newer => "OpenAPI 3.1",
            Self::OlderWithOneSuccess => "OpenAPI 3.0, without 207 and `default`",
        })
    }
}

/// `default` may be a success as well as a refusal.
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
