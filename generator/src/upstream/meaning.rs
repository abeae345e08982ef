//! The consequences of a finding for a client, where its two values do not say them.

use super::finding::{Finding, Kind};

/// The consequence, in a sentence; empty if the values say it.
pub fn meaning(finding: &Finding) -> String {
    match finding.kind {
        Kind::ReturnsChanged => returns(finding),
        Kind::StatusAdded => status_added(finding),
        Kind::StatusHidden => status_hidden(finding).to_owned(),
        Kind::FieldAdded if is_beside(finding) => beside(finding),
        Kind::RouteChanged => {
            "the operation is the same; requests to the old path may fail".to_owned()
        }
        Kind::TypeChanged => number(finding),
        Kind::ConstraintChanged => constraint(finding),
        Kind::TransportChanged => transport(finding),
        Kind::DocsIdChanged | Kind::PageChanged => {
            "links to the official page lead nowhere until the schema follows".to_owned()
        }
        _ => String::new(),
    }
}

fn returns(finding: &Finding) -> String {
    let meaning = match finding.theirs.as_str() {
        "no schema" => "upstream no longer says what the body of this response is",
        "an envelope without `response`" => "a client gets no value: `response` can be missing",
        theirs if theirs.ends_with("without an envelope") => {
            "a client that reads `code` and `response` fails: the body is the value itself"
        }
        _ => "a client that reads another type can fail or miss members",
    };
    meaning.to_owned()
}

fn status_added(finding: &Finding) -> String {
    let status = finding.location.trim_start_matches("response.");
    let meaning = match status {
        "207" => "a response can be a success in part: a client has to look for the failures in it",
        status if status.starts_with('2') => {
            "a client that takes 200 alone for a success mistakes this response for a failure"
        }
        _ => "a failure that a client may tell from others",
    };
    meaning.to_owned()
}

fn status_hidden(finding: &Finding) -> &'static str {
    match finding.location.trim_start_matches("response.") {
        "207" => "a success in part may be reported in another way",
        status if status.starts_with('2') => "a success may come with another status",
        _ => "the failure that it meant may come with another status, or in the body of a success",
    }
}

/// True for a member of an envelope beside `response`.
fn is_beside(finding: &Finding) -> bool {
    finding.location.starts_with("response.") && finding.location.matches('.').count() == 2
}

fn beside(finding: &Finding) -> String {
    let (place, name) = finding.location.rsplit_once('.').unwrap_or_default();
    let status = place.trim_start_matches("response.");
    let is_failure = ["error", "errors", "failure"].contains(&name);
    if is_failure && status.starts_with('2') {
        return format!(
            "a response with status {status} can report a failure: a client has to look at `code`, not at the status alone"
        );
    }
    format!(
        "the envelope holds `{name}` beside `response`; the client keeps it in the raw body alone"
    )
}

fn number(finding: &Finding) -> String {
    let item = |text: &str| text.trim_matches(['[', ']']).to_owned();
    match (item(&finding.ours).as_str(), item(&finding.theirs).as_str()) {
        (_, "number") => "the value can have decimals".to_owned(),
        ("number", "integer") => "the value has no decimals any more".to_owned(),
        _ => String::new(),
    }
}

fn constraint(finding: &Finding) -> String {
    let meaning = match finding.detail.as_str() {
        "name" => {
            "the name on the wire changes: a server may ignore the parameter under the other name"
        }
        "collectionFormat" | "items.collectionFormat" => {
            "the items of a list are separated in another way on the wire"
        }
        _ => "",
    };
    meaning.to_owned()
}

fn transport(finding: &Finding) -> String {
    let meaning = match finding.detail.as_str() {
        "base_url" | "host" | "basePath" | "schemes" => "requests go to another address",
        "consumes" => "a server may reject the media type that the client sends",
        "produces" => "responses can have another media type",
        _ => "requests may need other credentials",
    };
    meaning.to_owned()
}
