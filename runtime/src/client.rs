//! The client: its builder, the configuration of calls, and the calls that it sends.

mod access_token;
mod api_client;
mod attempt;
mod build;
mod builder;
mod builder_env;
mod builder_http;
mod call_config;
mod call_options;
mod call_recorder;
mod http_settings;
mod paginator;
mod reconcile;
mod recover;
mod retry_loop;
mod shared;
mod transport;

pub use api_client::ApiClient;
pub use builder::ClientBuilder;
pub use call_options::CallOptions;
pub use call_recorder::{CallRecord, Recorder};
pub use paginator::{Page, Pageable, Paginator};
pub use transport::Transport;
