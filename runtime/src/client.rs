//! The client: its configuration, and the calls that it sends.

mod builder;
mod call_config;
mod call_options;
mod paginator;
mod reconcile;
mod recorder;
mod retry_loop;
mod shared;
mod transport;

pub use builder::ClientBuilder;
pub use call_options::CallOptions;
pub use paginator::{Items, Page, Paged};
pub use recorder::{Recorded, Recorder};
pub use transport::Transport;
