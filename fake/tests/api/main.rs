//! The server as a program of any language meets it: over HTTP, in JSON.

mod certifications;
mod console;
mod escrow;
mod gateways;
mod naver;
mod payments;
mod receipts;
mod requests;
mod shop;
mod tiers;
mod tokens;
mod vbanks;
