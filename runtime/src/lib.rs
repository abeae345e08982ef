//! The hand-written half of the `portone-v1` crate: HTTP, tokens, errors, money and time.
//!
//! Programs depend on `portone-v1`, which names what they need from here. What the generated code
//! needs and nobody else sits in a hidden module that promises nothing between versions.

mod answer;
mod base_url;
#[cfg(feature = "blocking")]
mod blocking;
mod builder;
mod call;
mod code;
mod deadline;
mod decisive;
mod default_http;
mod envelope;
mod environment;
mod error;
mod exchange;
mod header;
mod http_client;
mod inquiry;
mod items;
mod json;
mod json_error;
mod keys;
mod limits;
mod operation;
mod options;
mod parameter;
mod partial;
mod path;
mod proof;
mod query;
mod received;
mod reconcile;
mod recorder;
mod redacted;
mod retry;
mod rules;
mod settings;
#[cfg(feature = "testing")]
pub mod testing;
mod token;
mod trace;
mod transport;
pub mod webhook;

pub use builder::ClientBuilder;
pub use bytes::Bytes;
pub use code::UnknownCode;
pub use error::{
    ConfigError, ConnectionError, DecodeError, Error, InvalidRequestError, IrreconcilableError,
    OutcomeUnknownError, RejectionError, Violation,
};
pub use http;
pub use http_client::{HttpBody, HttpClient, HttpError, HttpFuture};
pub use items::Items;
pub use jiff::Timestamp;
pub use json_error::JsonError;
pub use options::CallOptions;
pub use partial::Partial;
pub use reconcile::{Found, Reconciled};
pub use recorder::{Recorded, Recorder};
pub use reqwest;
pub use retry::RetryPolicy;
pub use rust_decimal::Decimal;
pub use token::{MemoryTokenStore, StoreFuture, StoredToken, TokenStore};

#[doc(hidden)]
pub mod internal {
    //! What generated code calls. No promises between versions.

    pub use crate::answer::Answer;
    pub use crate::call::Call;
    pub use crate::code::unknown_code;
    pub use crate::items::{Page, Paged};
    pub use crate::json::{Fields, FromJson, Json, Mismatch, Object, ToJson, Value};
    pub use crate::operation::{Authorization, Method, Operation};
    pub use crate::parameter::{Parameter, Requirement};
    pub use crate::proof::Proof;
    pub use crate::redacted::{Redact, Redacted};
    pub use crate::transport::Transport;
    pub use crate::webhook::internal::{PaymentSource, Verifiable};

    #[cfg(feature = "blocking")]
    pub mod blocking {
        //! What the blocking client calls.

        pub use crate::blocking::{Items, Runtime};
    }

    #[cfg(feature = "serde")]
    pub mod serde {
        //! What the implementations of serde's traits call.

        pub use crate::json::serde::{deserialize, serialize};
        pub use crate::json::{Fields, ToJson, Value};
        pub use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
    }
}
