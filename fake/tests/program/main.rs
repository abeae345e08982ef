//! Tests of the program `portone-v1-fake`.

#![allow(clippy::unwrap_used, missing_docs)]

mod kills;

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

fn program(arguments: &[&str]) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_portone-v1-fake"));
    program.args(arguments).stdin(Stdio::null());
    program
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// Server process, killed at the end of the test.
struct Server {
    process: Child,
    /// Kept to the end, because the server ends when its standard output is closed.
    lines: Lines<BufReader<ChildStdout>>,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let arguments = [&["--port", "0"], arguments].concat();
        let mut process = program(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines();
        Self { process, lines }
    }

    fn next_line(&mut self) -> String {
        self.lines.next().unwrap().unwrap()
    }

    /// Reads the next line that starts with this text.
    fn line_with(&mut self, start: &str) -> String {
        self.lines.by_ref().map(Result::unwrap).find(|line| line.starts_with(start)).unwrap()
    }

    /// Reads the banner up to the address of the server.
    fn address(&mut self) -> String {
        let start = "export PORTONE_BASE_URL=http://";
        self.line_with(start).split_off(start.len())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn banner_has_the_url_and_the_server_keeps_running() {
    let mut server = Server::start(&[]);
    let (first, second) = (server.next_line(), server.next_line());
    assert!(first.starts_with("Fake PortOne V1 server, docs of 20"), "{first}");
    assert!(second.starts_with("Listening on http://127.0.0.1:"), "no colour in a pipe: {second}");
    std::net::TcpStream::connect(server.address()).unwrap();
    assert!(server.process.try_wait().unwrap().is_none());
}

#[test]
fn requests_are_printed_without_personal_data() {
    let mut server = Server::start(&["--imp-secret", "canary"]);
    let address = server.address();
    let ask = |request: &str| {
        let mut stream = std::net::TcpStream::connect(&address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        stream.read_to_end(&mut Vec::new()).unwrap();
    };
    let body = "imp_key=imp-key&imp_secret=canary&size=1";
    let head =
        "Host: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded";
    let length = body.len();
    ask(&format!(
        "POST /users/getToken HTTP/1.1\r\n{head}\r\nContent-Length: {length}\r\n\r\n{body}"
    ));
    ask("GET /canary HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert_eq!(
        server.line_with("authentication"),
        "authentication.get_token: 200, code 0, unknown parameters: size"
    );
    assert_eq!(server.next_line(), "GET to an unknown route: 404, code -1");
}

/// A running server, and its address.
fn serve(arguments: &[&str]) -> (Server, String) {
    let mut server = Server::start(&[&["--quiet"], arguments].concat());
    let address = server.address();
    (server, address)
}

/// The status of the response to a request for this host.
fn status(address: &str, request: &str, host: &str) -> String {
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    let head = format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response.split(' ').nth(1).unwrap().to_owned()
}

#[test]
fn foreign_hosts_are_refused_unless_allowed() {
    let (_server, address) = serve(&["--allow-host", "fake"]);
    let statuses = [&*address, "fake:8080", "faker:8080", "evil.example"]
        .map(|host| status(&address, "GET /_fake/now", host));
    assert_eq!(statuses, ["200", "200", "403", "403"]);
}

#[test]
fn webhooks_go_to_allowed_hosts_alone() {
    let (_server, address) = serve(&["--allow-webhooks-to", "shop.invalid"]);
    let statuses = ["shop.invalid", "other.invalid"].map(|host| {
        let forge =
            format!("POST /_fake/webhooks/forge?url=http://{host}/hook&body[imp_uid]=imp_1");
        status(&address, &forge, "localhost")
    });
    assert_eq!(statuses, ["200", "400"]);
}

#[cfg(unix)]
#[test]
fn command_gets_the_environment_and_sets_the_exit_code() {
    let script = "echo $PORTONE_BASE_URL $PORTONE_IMP_KEY $PORTONE_IMP_SECRET; exit 7";
    let output = run(&["--imp-key", "my-key", "--", "sh", "-c", script]);
    assert_eq!(output.status.code(), Some(7));
    let out = text(&output.stdout);
    assert!(out.starts_with("http://127.0.0.1:"), "{out}");
    assert!(out.ends_with(" my-key imp-secret\n"), "{out}");
}

#[cfg(unix)]
#[test]
fn exit_code_of_a_killed_command_is_128_plus_the_signal() {
    let output = run(&["--", "sh", "-c", "kill -TERM $$"]);
    assert_eq!(output.status.code(), Some(128 + 15));
}

#[test]
fn errors_exit_with_2_and_help() {
    let output = run(&["--", "no-such-program-anywhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("cannot run no-such-program-anywhere"));

    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = run(&["--port", &port]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("help: use another port with `--port PORT`"));
}

#[test]
fn help_has_examples_and_exit_codes() {
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    for part in ["Examples:", "portone-v1-fake -- npm test", "Exit codes:"] {
        assert!(text(&output.stdout).contains(part), "{part}");
    }
}
