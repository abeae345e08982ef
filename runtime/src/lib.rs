//! The hand-written half of the `portone-v1` crate: HTTP, tokens, errors, money and time.
//!
//! Programs depend on `portone-v1`, which names what they need from here. What the generated code
//! needs and nobody else sits in a hidden module that promises nothing between versions.

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod client;
mod environment;
mod error;
mod http_client;
mod json;
mod operation;
mod reconcile;
mod redacted;
mod request;
mod response;
mod retry;
#[cfg(feature = "testing")]
pub mod testing;
mod trace;
mod unknown_code;
pub mod webhook;

pub use auth::{MemoryTokenStore, StoreFuture, StoredToken, TokenStore};
pub use bytes::Bytes;
pub use client::{CallOptions, ClientBuilder, Items, Recorded, Recorder};
pub use error::{
    ConfigError, ConnectionError, DecodeError, Error, HttpError, InvalidRequestError,
    IrreconcilableError, JsonError, OutcomeUnknownCause, OutcomeUnknownError, RejectionError,
    Violation,
};
pub use http;
pub use http_client::{HttpBody, HttpClient, HttpFuture};
pub use jiff::Timestamp;
pub use reconcile::{Found, Reconciled};
pub use reqwest;
pub use response::Partial;
pub use retry::RetryPolicy;
pub use rust_decimal::Decimal;
pub use unknown_code::UnknownCode;

#[doc(hidden)]
pub mod internal {
    //! What generated code calls. No promises between versions.

    pub use crate::client::{Page, Paged, Transport};
    pub use crate::json::{Fields, FromJson, Json, Mismatch, Object, ToJson, Value};
    pub use crate::operation::{
        Authorization, Call, Method, Operation, Parameter, Proof, Requirement,
    };
    pub use crate::redacted::{Redact, Redacted};
    pub use crate::response::Answer;
    pub use crate::unknown_code::unknown_code;
    pub use crate::webhook::payment_source::{PaymentSource, Verifiable};

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
