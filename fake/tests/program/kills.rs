//! Commands that are killed and started again. The command is this test binary itself.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, thread};

use portone_v1_fake::{Fake, Kill, KillMoment, Kills};

use crate::text;

const PREPARE: &str = "prepare.register";

/// The shop, as a test of its own: it asks for a token, and prepares an order.
#[test]
fn shop() {
    let Ok(url) = env::var("PORTONE_BASE_URL") else { return };
    let address = url.strip_prefix("http://").unwrap();
    let login = post(address, "/users/getToken", "", "imp_key=imp-key&imp_secret=imp-secret");
    let (_, token) = login.split_once(r#""access_token":""#).unwrap();
    let (token, _) = token.split_once('"').unwrap();
    let order = format!("merchant_uid=order-{}&amount=100", std::process::id());
    let prepared = post(address, "/payments/prepare", token, &order);
    assert!(prepared.contains(r#""code":0"#), "{prepared}");
    // Long enough to be killed after the last response.
    thread::sleep(Duration::from_millis(50));
}

fn post(address: &str, path: &str, token: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let form = "Content-Type: application/x-www-form-urlencoded";
    let head = format!("Host: 127.0.0.1\r\nConnection: close\r\nAuthorization: {token}\r\n{form}");
    let length = body.len();
    write!(stream, "POST {path} HTTP/1.1\r\n{head}\r\nContent-Length: {length}\r\n\r\n{body}")
        .unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

fn shop_of(fake: &Fake) -> Command {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "kills::shop"]).env("PORTONE_BASE_URL", fake.url());
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

#[test]
fn every_moment_has_its_number_of_executed_requests() {
    for (moment, executed) in [
        (KillMoment::Received, 1),
        (KillMoment::Overtaken(Duration::ZERO), 2),
        (KillMoment::Overtaken(Duration::from_secs(60)), 2),
        (KillMoment::Executed, 2),
        (KillMoment::Answered(Duration::from_millis(5)), 2),
    ] {
        let fake = Fake::start_blocking().unwrap();
        let (kill, mut seen) = (Kill::new(2, moment), Vec::new());
        let status =
            fake.run_and_kill(&mut shop_of(&fake), [kill], |kill| seen.push(kill)).unwrap();
        assert!(status.success(), "{moment:?}");
        assert_eq!(seen, [kill]);
        assert_eq!(fake.call_count("authentication.get_token"), 2, "{moment:?}: two starts");
        assert_eq!(fake.call_count(PREPARE), executed, "{moment:?}");
        let orders = fake.calls(PREPARE);
        let body = |index: usize| orders[index].body().to_vec();
        assert!(executed == 1 || body(0) != body(1), "of two processes");
    }
}

#[test]
fn overtaken_requests_are_executed_after_the_next_start() {
    let fake = Fake::start_blocking().unwrap();
    let kill = Kill::new(2, KillMoment::Overtaken(Duration::from_secs(60)));
    fake.run_and_kill(&mut shop_of(&fake), [kill], |_| ()).unwrap();
    let operations: Vec<_> =
        fake.requests().iter().map(|one| one.operation().unwrap().to_owned()).collect();
    let token = "authentication.get_token";
    assert_eq!(operations, [token, token, PREPARE, PREPARE]);
}

#[test]
fn a_process_that_makes_fewer_requests_is_not_killed() {
    let fake = Fake::start_blocking().unwrap();
    let kill = Kill::new(3, KillMoment::Executed);
    let status = fake.run_and_kill(&mut shop_of(&fake), [kill], |kill| panic!("{kill}")).unwrap();
    assert!(status.success());
    let calls = fake.run_and_kill(&mut Command::new("no-such-program-anywhere"), [], |_| ());
    assert!(calls.is_err());
}

#[test]
fn a_seed_repeats_its_kills() {
    let kills = |seed| Kills::seeded(seed).times(20).collect::<Vec<_>>();
    assert_eq!(kills(7), kills(7));
    assert_ne!(kills(7), kills(8));
    assert!(kills(7).iter().all(|kill| (1..=8).contains(&kill.request())));
    assert_eq!(Kills::seeded(7).within(1).times(9).filter(|kill| kill.request() == 1).count(), 9);
}

#[test]
fn the_program_kills_its_command() {
    let shop = env::current_exe().unwrap();
    let arguments = ["--kill-seed", "1", "--", shop.to_str().unwrap(), "--exact", "kills::shop"];
    // Of the seeds, one kills at the first or the second request.
    let output = (0..32).map(|seed: u32| {
        let mut arguments = arguments.map(str::to_owned);
        arguments[1] = seed.to_string();
        crate::run(&arguments.each_ref().map(String::as_str))
    });
    let output = output.into_iter().find(|output| !output.stderr.is_empty()).unwrap();
    assert_eq!(output.status.code(), Some(0));
    let killed = text(&output.stderr);
    assert!(killed.starts_with("Killed at request ") && killed.ends_with(".\n"), "{killed}");
}

#[test]
fn a_seed_without_a_command_is_an_error() {
    let output = crate::run(&["--kill-seed", "7"]);
    assert_eq!(output.status.code(), Some(2));
}
