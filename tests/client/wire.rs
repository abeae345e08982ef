//! What every operation sends and reads, to the letter: one test for each, named after it.

mod authentication;
mod coverage;
mod exchange;
mod expect;
mod naver;
mod parameters;
mod payments;
mod paymentwall;
mod vbanks;
