//! Command-line arguments.

use std::ffi::OsString;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use clap::Parser;
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};

/// Default port of a server without a command.
const PORT: u16 = 8080;

/// Run a server that behaves like PortOne V1. It stores everything in memory.
///
/// With a command, the server runs on a free port until the command exits. The command finds the
/// server's URL in PORTONE_BASE_URL and the credentials in PORTONE_IMP_KEY and PORTONE_IMP_SECRET.
#[derive(Debug, Parser)]
#[command(name = "portone-v1-fake", version, after_help = EXAMPLES)]
pub struct ServerArguments {
    /// Port to listen on; 0 selects a free port [default: 8080, or 0 with a command].
    #[arg(long)]
    port: Option<u16>,
    /// Address to listen on. There is no access control: anyone who can reach the port has full control.
    #[arg(long, value_name = "ADDRESS", default_value_t = Ipv4Addr::LOCALHOST.into())]
    host: IpAddr,
    /// Name by which requests can address the server, and of pages that can send them; can be repeated.
    /// The local machine and the server's own address are always allowed.
    #[arg(long, value_name = "NAME")]
    allow_host: Vec<String>,
    /// Host that webhooks and confirm requests can be sent to, besides the local machine; can be repeated.
    #[arg(long, value_name = "NAME")]
    allow_webhooks_to: Vec<String>,
    /// Accepted `imp_key`.
    #[arg(long, value_name = "KEY", default_value = IMP_KEY)]
    imp_key: String,
    /// Accepted `imp_secret`.
    #[arg(long, value_name = "SECRET", default_value = IMP_SECRET)]
    imp_secret: String,
    /// Freeze the clock at this Unix time, until it is advanced.
    #[arg(long, value_name = "SECONDS")]
    clock_at: Option<u64>,
    /// Do not print a line for each request.
    #[arg(long, short)]
    pub quiet: bool,
    /// Kill the command (SIGKILL) at points of its requests that this number selects, and start it again
    /// after each kill, until it ends by itself.
    #[arg(long, value_name = "SEED", requires = "command")]
    pub kill_seed: Option<u64>,
    /// Command to run while the server is running.
    #[arg(last = true, value_name = "COMMAND")]
    pub command: Vec<OsString>,
}

const EXAMPLES: &str = "\
Examples:
  portone-v1-fake                                      Listen on port 8080 until Ctrl-C
  portone-v1-fake --port 9000 --clock-at 1711065600    Freeze the clock at 2024-03-22
  portone-v1-fake -- npm test                          Run the server for one command
  portone-v1-fake --kill-seed 7 -- ./shop              Kill and restart it, at points of its requests
  curl http://127.0.0.1:8080/_fake/                    List the commands of the control API
  curl -X POST 'http://127.0.0.1:8080/_fake/advance?seconds=1800'

Exit codes:
  0  Success; with a command, the command succeeded
  2  Invalid arguments, or the server or the command could not start
  With a command, the exit code is that of the command (128 + N if signal N ended it).";

impl ServerArguments {
    /// Starts the server.
    ///
    /// # Errors
    /// Fails when the address is not available.
    pub fn start(&self) -> io::Result<Fake> {
        let default_port = if self.command.is_empty() { PORT } else { 0 };
        let address = SocketAddr::new(self.host, self.port.unwrap_or(default_port));
        let mut fake = Fake::builder().address(address).keys(&self.imp_key, &self.imp_secret);
        for name in &self.allow_host {
            fake = fake.allow_host(name);
        }
        for name in &self.allow_webhooks_to {
            fake = fake.allow_webhooks_to(name);
        }
        if let Some(second) = self.clock_at {
            fake = fake.clock_at(second);
        }
        fake.start_blocking().map_err(|error| {
            let help = "use another port with `--port PORT`, or a free one with `--port 0`";
            let message = format!("cannot listen on {address}: {error}\n  help: {help}");
            io::Error::new(error.kind(), message)
        })
    }

    /// Returns the environment variables for a client of the server.
    pub fn environment(&self, fake: &Fake) -> [(&'static str, String); 3] {
        [
            ("PORTONE_BASE_URL", fake.url().to_owned()),
            ("PORTONE_IMP_KEY", self.imp_key.clone()),
            ("PORTONE_IMP_SECRET", self.imp_secret.clone()),
        ]
    }
}
