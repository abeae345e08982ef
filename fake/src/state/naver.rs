//! Naver Pay: product orders, reviews, points and purchase confirmations.

pub mod orders;
pub mod product_order;
pub mod product_order_state;
pub mod step;
mod transition;
