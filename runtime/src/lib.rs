//! The runtime of the `portone-v1` crate: HTTP, tokens, retries, errors, money and time.
//!
//! Depend on `portone-v1`, which re-exports the public API. The hidden module `internal` is for
//! generated code and has no stability guarantees.

mod auth;
#[cfg(feature = "blocking")]
mod blocking;
mod client;
mod driver;
mod environment;
mod error;
mod http_client;
mod journal;
mod json;
mod operation;
mod per_process;
mod reconcile;
mod recovery;
mod redacted;
mod request;
mod response;
mod retry;
#[cfg(feature = "testing")]
pub mod testing;
mod trace;
mod unknown_code;
pub mod verification;

pub use auth::{MemoryTokenStore, StoreFuture, StoredToken, TokenStore};
pub use bytes::Bytes;
pub use client::{CallOptions, CallRecord, ClientBuilder, Paginator, Recorder};
pub use error::{
    ConfigError, ConnectionError, DecodeError, Error, HttpError, InvalidRequestError, JournalError,
    JsonError, OutcomeUnknownError, ReconcileUnsupportedError, RejectionError, RequestFailure,
    ResponseTooLargeError, TokenError, Violation, WrongRecordError,
};
pub use http;
pub use http_client::{HttpBody, HttpClient, HttpFuture};
pub use jiff;
pub use jiff::Timestamp;
#[cfg(feature = "file-journal")]
pub use journal::FileJournal;
pub use journal::{
    Intent, IntentId, InvalidIntentId, Journal, JournalEntry, JournalFuture, MemoryJournal,
    Outcome, UnknownOutcome,
};
pub use reconcile::{ReconcilePolicy, Reconciled, ReconciledRecords};
pub use recovery::{RecoverPolicy, Recovered, RecoveredIntent, Recovery, Undecidable};
#[cfg(feature = "reqwest")]
pub use reqwest;
pub use response::{FieldMismatch, Partial};
pub use retry::RetryPolicy;
pub use rust_decimal::Decimal;
pub use unknown_code::UnknownCode;

#[doc(hidden)]
pub mod internal {
    //! The API of generated code, without stability guarantees.

    pub use crate::client::{ApiClient, Page, Pageable, Transport};
    pub use crate::http_client::DefaultClient;
    pub use crate::journal::Recorded;
    pub use crate::json::{Fields, FromJson, Json, Mismatch, Object, ToJson, Value};
    pub use crate::operation::{
        Authorization, Call, Evidence, GatewayCodes, Method, NotFound, Operation, Parameter,
        ReconcileRead, ReconcileTable, Requirement,
    };
    pub use crate::redacted::{Redact, Redacted};
    pub use crate::request::non_blank;
    pub use crate::response::{Response, rejection_record};
    pub use crate::unknown_code::unknown_code;
    pub use crate::verification::payment_source::{PaymentSource, Verifiable};

    #[cfg(feature = "blocking")]
    pub mod blocking {
        //! The API of the generated blocking client.

        pub use crate::blocking::{Paginator, wait};
    }

    #[cfg(feature = "serde")]
    pub mod serde {
        //! The API of generated implementations of serde's traits.

        pub use crate::json::serde::{deserialize, serialize};
        pub use crate::json::{Fields, ToJson, Value};
        pub use ::serde::{Deserialize, Deserializer, Serialize, Serializer};
    }
}
