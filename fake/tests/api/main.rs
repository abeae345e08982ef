//! Tests over HTTP, in JSON, as by a client in any language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod absence;
mod access;
mod benepia;
mod billing_keys;
mod certifications;
mod commands;
mod confirmations;
mod console;
mod cvs;
mod due;
mod escrow;
mod faults;
mod gateways;
mod inbox;
mod inspector;
mod kcp_quick;
mod log;
mod naver;
mod openapi;
mod payments;
mod receipts;
mod requests;
mod resets;
mod schedules;
mod sections;
mod shop;
mod tiers;
mod tokens;
mod vbanks;
mod webhooks;
mod window;
mod window_certification;
mod window_files;
mod window_log;
mod window_payment;
mod window_plan;
mod window_refusals;
