//! Answers in which every field is set, and that each field is read from its own place.

pub(crate) mod naver;
pub(crate) mod payment;
