//! The programs in the documentation of the operations, each run once against a fake server.

mod before;
mod naver_orders;
mod people;
mod sales;

use std::collections::BTreeSet;
use std::error::Error;
use std::pin::Pin;

use portone_v1::Client;
use portone_v1_fake::Fake;

include!(concat!(env!("OUT_DIR"), "/programs.rs"));

/// A program of an operation.
pub(crate) struct GeneratedProgram {
    /// `payments.find_all`
    operation: &'static str,
    /// The method that it calls: `payments.find_all`, or `payments.find_all_items`.
    method: &'static str,
    run: fn(Client) -> ProgramFuture,
}

type ProgramFuture = Pin<Box<dyn Future<Output = Result<(), Box<dyn Error>>>>>;

/// The credentials of the programs.
const KEYS: [&str; 2] = ["0000000000000000", "0000000000000000000000000000000000000000"];

/// The programs whose documented outcome is a rejection: the account number is not one of a bank, and the `imp_uid` is
/// known only after the member has confirmed the PIN.
const REJECTED: [(&str, u16); 2] = [("vbanks.find_holder", 404), ("kcp_quick.pay_with_money", 200)];

/// A server on which everything is there that the program needs, and a client of it.
async fn prepared(program: &GeneratedProgram) -> (Fake, Client) {
    let fake = Fake::builder().keys(KEYS[0], KEYS[1]).start_blocking().unwrap();
    let client = Client::builder().base_url(fake.url()).credentials(KEYS[0], KEYS[1]);
    let client = client.build().unwrap();
    before::prepare(&fake, &client, program.operation).await;
    fake.clear_requests();
    (fake, client)
}

/// Runs the program, and returns an error that is not its documented outcome.
async fn run(program: &GeneratedProgram) -> Result<(), String> {
    let (fake, client) = prepared(program).await;
    let result = (program.run)(client).await;
    let calls = fake.calls(program.operation);
    let last = calls.last().ok_or("the operation was not called")?;
    let rejected = REJECTED.iter().find(|(method, _)| *method == program.method);
    match (result, rejected) {
        (Ok(()), None) => Ok(()),
        (Err(_), Some((_, status))) if last.status() == Some(*status) => Ok(()),
        (result, _) => Err(format!("{:?}: {result:?}", last.status())),
    }
}

#[tokio::test]
async fn every_program_has_its_documented_outcome() {
    let mut failures = Vec::new();
    for program in PROGRAMS {
        if let Err(failure) = run(program).await {
            failures.push(format!("{}: {failure}", program.method));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_operation_has_a_program() {
    let called: BTreeSet<_> = PROGRAMS.iter().map(|program| program.operation).collect();
    let operations = Fake::start_blocking().unwrap().operations();
    let all: BTreeSet<_> = operations.iter().map(|operation| operation.name).collect();
    assert_eq!(called, all);
}
