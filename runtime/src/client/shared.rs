//! The state that all clones of a client share.

use std::sync::Arc;

use super::call_config::CallConfig;
use crate::auth::{Credentials, TokenProvider};
use crate::http_client::{BaseUrl, HttpClient};
use crate::retry::RetryBudget;

/// The state that all clones of a client share.
pub(crate) struct Shared {
    pub(crate) http: Box<dyn HttpClient>,
    pub(crate) base_url: BaseUrl,
    pub(crate) credentials: Credentials,
    pub(crate) tokens: TokenProvider,
    pub(crate) retry_budget: RetryBudget,
    /// The client's own configuration; token requests are sent with it.
    pub(crate) config: Arc<CallConfig>,
}
