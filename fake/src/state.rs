//! State of one merchant or sub-merchant, and its transitions.

pub mod balance;
pub mod benepia;
pub mod billing_key;
pub mod callback;
pub mod card;
pub mod certification;
pub mod confirmation;
pub mod declines;
pub mod escrow;
pub mod identity;
pub mod kcp_quick;
mod merchant;
pub mod naver;
pub mod notification;
pub mod order;
pub mod payment;
pub mod payments;
pub mod receipt;
pub mod record;
pub mod schedule;
pub mod schedules;
pub mod transitions;

pub use self::merchant::MerchantState;
