//! HTTP backends: the trait, the default client, and the base URL.

mod backend;
mod base_url;
mod body;
mod connector;
mod default_client;
mod proxy;
mod raw_response;
#[cfg(feature = "reqwest")]
mod reqwest;
mod tls;

pub use backend::{HttpClient, HttpFuture};
pub(crate) use base_url::BaseUrl;
pub(crate) use body::BodyError;
pub use body::HttpBody;
pub use default_client::DefaultClient;
pub(crate) use default_client::DefaultClientConfig;
pub(crate) use proxy::Proxy;
pub(crate) use raw_response::RawResponse;
pub(crate) use tls::certificates;
