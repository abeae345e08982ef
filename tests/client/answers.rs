//! Decoding of responses in which every field is set.

pub(crate) mod naver;
pub(crate) mod payment;
