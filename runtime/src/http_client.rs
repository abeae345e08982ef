//! HTTP backends: the trait, reqwest behind it, and the base URL.

mod backend;
mod base_url;
mod body;
mod default_client;
mod raw_response;
mod reqwest;

pub use backend::{HttpClient, HttpFuture};
pub(crate) use base_url::BaseUrl;
pub(crate) use body::BodyError;
pub use body::HttpBody;
pub(crate) use default_client::default_client;
pub(crate) use raw_response::RawResponse;
pub(crate) use reqwest::BaseUrlClient;
