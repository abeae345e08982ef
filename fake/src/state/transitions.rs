//! State transitions: the changes that operations, control commands and passing time make.

pub mod billing_keys;
pub mod charge;
mod kcp_pins;
mod naver;
mod payments;
mod receipts;
mod scheduled_charges;
mod tiers;
mod window;
