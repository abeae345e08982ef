//! Answers as the real server sends them, not as the docs promise them.

mod absent;
mod acting;
mod amounts;
mod envelopes;
mod naver;
mod odd_values;
mod reader;
mod recorded;
mod shapes;
