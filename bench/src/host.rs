//! The server's process: this program, started again.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::server;

const SERVE: &str = "PORTONE_BENCH_SERVE";

/// A server in another process, which ends with this value.
pub struct Host {
    process: Child,
    url: String,
}

impl Host {
    /// Starts it. Every program that calls this begins with [`serve_if_asked`].
    pub fn start() -> Self {
        let program = std::env::current_exe().expect("this program has a file");
        let mut command = Command::new(program);
        let mut process =
            command.env(SERVE, "1").stdout(Stdio::piped()).spawn().expect("it starts");
        let output = process.stdout.take().expect("it is piped");
        let mut port = String::new();
        BufReader::new(output).read_line(&mut port).expect("it says its port");
        Self { process, url: format!("http://127.0.0.1:{}", port.trim()) }
    }

    /// Where it listens.
    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Is the server, for ever, if this process was started to be one.
pub fn serve_if_asked() {
    if std::env::var_os(SERVE).is_none() {
        return;
    }
    raise_file_limit();
    runtime().block_on(server::serve(|port| println!("{port}")));
}

/// One thread, as in many a shop, and nothing that moves work about while it is measured.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("tokio starts")
}

/// Ten thousand calls are as many connections.
pub fn raise_file_limit() {
    rlimit::increase_nofile_limit(u64::MAX).expect("the limit of open files can be raised");
}
