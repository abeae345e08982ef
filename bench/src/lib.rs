//! What a call costs, beside a caller that somebody wrote by hand with reqwest and serde.

pub mod answers;
pub mod by_hand;
pub mod canned;
pub mod host;
pub mod pairs;
pub mod rivals;
pub mod server;
pub mod table;
