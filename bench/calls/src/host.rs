//! The process of the server: this program, started again.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use crate::server;

const SERVE: &str = "PORTONE_BENCH_SERVE";

/// A server in another process, which is killed on drop.
pub struct Host {
    process: Child,
    url: String,
}

impl Host {
    /// Starts the server. Every program that calls this begins with [`serve_if_asked`].
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

    /// The base URL.
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

/// Runs the server and never returns, if this process was started for it.
pub fn serve_if_asked() {
    if std::env::var_os(SERVE).is_none() {
        return;
    }
    raise_file_limit();
    runtime().block_on(server::serve(|port| println!("{port}")));
}

/// A runtime with a single thread, which keeps the measurement steady.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("tokio starts")
}

/// The runtime of `#[tokio::main]` and of most web servers: a thread for each processor.
pub fn default_runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Runtime::new().expect("tokio starts")
}

/// Raises the limit of open files: ten thousand calls use as many connections.
pub fn raise_file_limit() {
    rlimit::increase_nofile_limit(u64::MAX).expect("the limit of open files can be raised");
}
