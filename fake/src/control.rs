//! Control API: simulates buyers, banks, passing time and failures.
//!
//! Each command is a method of [`Fake`](crate::Fake), and a route below [`CONTROL_PREFIX`] for programs
//! in other languages. Both call the same function.

mod arguments;
mod benepia;
mod billing_keys;
mod buyer;
mod certifications;
mod command;
mod declines;
mod deposits;
mod faults;
mod gateways;
mod kcp_quick;
mod naver;
mod operations;
mod payments;
mod refunds;
mod requests;
mod setup;
mod tiers;
mod time;
mod visit;
mod webhooks;
mod window;
mod window_plan;

use serde_json::{Map, Value, json};

use self::command::Command;
use crate::api_error::ApiError;
use crate::app::App;
use crate::request::HttpRequest;
use crate::response::HttpResponse;

pub use self::buyer::Buyer;
pub use self::certifications::{IdentityHolder, certify, check_gateway};
pub use self::command::CONTROL_PREFIX;
pub use self::kcp_quick::KcpMember;
pub use self::naver::NaverReview;
pub use self::operations::OperationInfo;
pub use self::window::{check as check_visit, report, visit};
pub use self::window_plan::{parse as parse_plan, to_json as plan_to_json};

const INDEX: &[Command] = &[Command::new("GET", "", "Lists the commands.", list)];

const COMMANDS: &[&[Command]] = &[
    INDEX,
    operations::COMMANDS,
    payments::COMMANDS,
    window::COMMANDS,
    window_plan::COMMANDS,
    refunds::COMMANDS,
    deposits::COMMANDS,
    declines::COMMANDS,
    billing_keys::COMMANDS,
    kcp_quick::COMMANDS,
    benepia::COMMANDS,
    time::COMMANDS,
    webhooks::COMMANDS,
    faults::COMMANDS,
    requests::COMMANDS,
    setup::COMMANDS,
    certifications::COMMANDS,
    gateways::COMMANDS,
    naver::COMMANDS,
    tiers::COMMANDS,
];

/// Returns `true` if a request is for the control API.
pub fn is_command(request: &HttpRequest) -> bool {
    request.path.starts_with(CONTROL_PREFIX)
}

/// Handles a request for the control API.
pub async fn handle(app: &App, request: &HttpRequest) -> HttpResponse {
    if webhooks::waits_until_idle(request) {
        app.wait_until_idle().await;
    }
    match run(app, request).await {
        Ok(value) => HttpResponse::indented_json(200, &value),
        Err(error) => {
            let allow = (error.status == 405).then(|| methods(request));
            HttpResponse { allow, ..reject(&error) }
        }
    }
}

/// Rejects a request that is invalid, foreign, or was not received completely.
pub fn reject(error: &ApiError) -> HttpResponse {
    let body = json!({ "error": error.message });
    HttpResponse::indented_json(error.status.max(400), &body)
}

async fn run(app: &App, request: &HttpRequest) -> Result<Value, ApiError> {
    let command = of_path(request).find(|command| command.method == request.method);
    let command = command.ok_or_else(|| unknown_command(request))?;
    let mut values = request.query_values()?;
    values.extend(request.body_values()?);
    let result = (command.run)(app, &values)?;
    if !window::waits_until_idle(request, &values) {
        return Ok(result);
    }
    app.wait_until_idle().await;
    window::report(app, None, result["imp_uid"].as_str().unwrap_or_default())
}

/// Iterates over the commands of the request's path, one for each method.
fn of_path(request: &HttpRequest) -> impl Iterator<Item = &'static Command> {
    let path = request.path.strip_prefix(CONTROL_PREFIX).unwrap_or_default();
    commands().filter(move |command| command.path == path)
}

fn methods(request: &HttpRequest) -> String {
    of_path(request).map(|command| command.method).collect::<Vec<_>>().join(", ")
}

fn unknown_command(request: &HttpRequest) -> ApiError {
    match methods(request) {
        none if none.is_empty() => {
            ApiError::not_found("such command: GET /_fake/ lists all commands")
        }
        allowed => ApiError::new(405, format!("the method is not allowed; use {allowed}")),
    }
}

fn commands() -> impl Iterator<Item = &'static Command> {
    COMMANDS.iter().copied().flatten()
}

fn list(_: &App, _: &Map<String, Value>) -> Result<Value, ApiError> {
    let commands = commands().map(|command| {
        let Command { method, path, description, .. } = command;
        let path = format!("{CONTROL_PREFIX}{path}");
        json!({ "method": method, "path": path, "description": description })
    });
    Ok(commands.collect())
}
