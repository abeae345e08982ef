//! The errors of a call.

mod body;
mod call;
mod config;
mod connection;
mod conversions;
mod decode;
mod details;
mod hint;
mod http;
mod invalid_request;
mod json;
mod outcome_unknown;
mod reconcile_unsupported;
mod rejection;
mod request_failure;
mod response_too_large;
mod token;
mod wrong_record;

pub(crate) use body::Body;
pub use call::Error;
pub use config::ConfigError;
pub use connection::ConnectionError;
pub(crate) use connection::EarlierAttempts;
pub use decode::DecodeError;
pub(crate) use hint::{GET_TOKEN, UNAUTHORIZED};
pub use http::HttpError;
pub use invalid_request::{InvalidRequestError, Violation};
pub use json::JsonError;
pub use outcome_unknown::OutcomeUnknownError;
pub use reconcile_unsupported::ReconcileUnsupportedError;
pub use rejection::RejectionError;
pub use request_failure::RequestFailure;
pub use response_too_large::ResponseTooLargeError;
pub use token::TokenError;
pub use wrong_record::WrongRecordError;
