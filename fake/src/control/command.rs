//! Commands of the control API.

use serde_json::{Map, Value};

use crate::api_error::ApiError;
use crate::app::App;

/// Path prefix of all commands. V1 has no operation below it.
pub const CONTROL_PREFIX: &str = "/_fake/";

/// Function that runs a command with the values of the query and the body.
pub type Run = fn(&App, &Map<String, Value>) -> Result<Value, ApiError>;

/// Command of the control API.
pub struct Command {
    /// HTTP method.
    pub method: &'static str,
    /// Path below the prefix.
    pub path: &'static str,
    /// Description in one sentence, with the parameters.
    pub description: &'static str,
    /// Runs the command.
    pub run: Run,
}

impl Command {
    /// Creates a command.
    pub const fn new(
        method: &'static str,
        path: &'static str,
        description: &'static str,
        run: Run,
    ) -> Self {
        Self { method, path, description, run }
    }
}
