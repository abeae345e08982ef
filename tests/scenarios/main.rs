//! Scenarios of a shop: the generated client against the fake server, which keeps state. Every
//! operation succeeds in at least one of them, and the resulting state is checked.

mod authentication;
mod benepia;
mod billing_keys;
mod blocking;
mod certifications;
mod coverage;
mod cvs;
mod escrow;
mod gateways;
mod institutions;
mod kcp_quick;
mod lists;
mod naver;
mod naver_cart;
mod naver_claims;
mod payments;
mod prepare;
mod programs;
mod receipts;
mod refusals;
mod registry;
mod schedule_lists;
mod schedules;
mod shop;
mod subscribe;
mod tiers;
mod vbanks;
mod webhooks;
