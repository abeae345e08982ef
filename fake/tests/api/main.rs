//! The server as a program of any language meets it: over HTTP, in JSON.

mod certifications;
mod escrow;
mod naver;
mod payments;
mod receipts;
mod requests;
mod shop;
mod tiers;
mod tokens;
mod vbanks;
