//! What carries requests: reqwest, or something of the caller's own.

mod backend;
mod base_url;
mod body;
mod default_client;
mod raw_response;
mod reqwest;

pub use backend::{HttpClient, HttpFuture};
pub(crate) use base_url::BaseUrl;
pub use body::HttpBody;
pub(crate) use default_client::default_client;
pub(crate) use raw_response::Received;
pub(crate) use reqwest::OneHost;
