//! Parsing of untrusted requests, and verification of payments.

mod confirming;
mod parsing;
mod verifying;
mod windows;
