//! The exact requests and responses of operations: tests by hand, named after the operations. Every
//! operation is tested as the schema has it in `conformance`; these here say what the schema
//! has to mean.

mod authentication;
mod benepia;
mod billing_keys;
mod certifications;
mod coverage;
mod cvs;
mod escrow;
mod expect;
mod institutions;
mod kakao;
mod kcp_quick;
mod naver;
mod parameters;
mod partners;
mod payco;
mod payments;
mod paymentwall;
mod prepare;
mod receipts;
mod schedules;
mod subscribe;
mod tiers;
mod users;
mod vbanks;
mod wire_test;
