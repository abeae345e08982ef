//! A tour of PortOne V1: shops with the generated client, and PortOne as a server that remembers. Every
//! operation is called with success, and what a merchant cares about is there afterwards.

mod authentication;
mod benepia;
mod billing_keys;
mod blocking;
mod certifications;
mod cvs;
mod escrow;
mod every_operation;
mod gateways;
mod institutions;
mod kcp_quick;
mod lists;
mod naver;
mod naver_cart;
mod naver_claims;
mod payments;
mod prepare;
mod receipts;
mod refusals;
mod schedule_lists;
mod schedules;
mod shop;
mod stories;
mod subscribe;
mod tiers;
mod vbanks;
mod webhooks;
