//! The facts of an API that its generated client states.

use super::transport::Transport;

/// A client that a builder makes.
pub trait ApiClient {
    /// The address of the API: `base_url` of the schema.
    const BASE_URL: &'static str;
}

/// Without a generated client, there is no API: a base URL must be set.
impl ApiClient for Transport {
    const BASE_URL: &'static str = "";
}
