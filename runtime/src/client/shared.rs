//! The state that all clones of a client share.

use std::sync::Arc;

use super::call_config::Settings;
use crate::auth::{Keys, Tokens};
use crate::http_client::{BaseUrl, HttpClient};
use crate::retry::Budget;

/// The state that all clones of a client share.
pub(crate) struct Shared {
    pub(crate) http: Box<dyn HttpClient>,
    pub(crate) base_url: BaseUrl,
    pub(crate) keys: Keys,
    pub(crate) tokens: Tokens,
    pub(crate) budget: Budget,
    /// How the client makes calls that say nothing else; tokens are fetched like this.
    pub(crate) settings: Arc<Settings>,
}
