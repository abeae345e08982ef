//! What the program is told.

use std::ffi::OsString;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use clap::Parser;
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};

/// The port of a server that goes on until somebody ends it.
const PORT: u16 = 8080;

/// A server that behaves like PortOne V1. It forgets everything when it ends.
///
/// With a command, the server is there for that command alone: on a free port, which the command
/// finds in PORTONE_BASE_URL, with the keys beside it. The exit code is the command's.
#[derive(Debug, Parser)]
#[command(version, after_help = EXAMPLES)]
pub struct Arguments {
    /// Listen on this port; 0 is any free one [default: 8080, with a command 0].
    #[arg(long)]
    port: Option<u16>,
    /// Listen at this address. Whoever reaches it can do everything.
    #[arg(long, value_name = "ADDRESS", default_value_t = Ipv4Addr::LOCALHOST.into())]
    host: IpAddr,
    /// The key that it knows.
    #[arg(long, value_name = "KEY", default_value = IMP_KEY)]
    imp_key: String,
    /// The secret that belongs to the key.
    #[arg(long, value_name = "SECRET", default_value = IMP_SECRET)]
    imp_secret: String,
    /// Let its clock stand at this Unix second, until it is advanced.
    #[arg(long, value_name = "SECOND")]
    clock_at: Option<u64>,
    /// Do not print a line for each request.
    #[arg(long, short)]
    pub quiet: bool,
    /// A command to run with the server beside it.
    #[arg(last = true, value_name = "COMMAND")]
    pub command: Vec<OsString>,
}

const EXAMPLES: &str = "\
Examples:
  portone-v1-fake
  portone-v1-fake --port 9000 --clock-at 1711065600
  portone-v1-fake -- cargo run --example quickstart
  curl -X POST 'http://127.0.0.1:8080/_fake/advance?seconds=1800'

Exit codes:
  0  the command ended well
  2  the server could not start; any other is the command's own";

impl Arguments {
    /// Starts the server.
    ///
    /// # Errors
    /// Fails when the port is taken.
    pub fn start(&self) -> io::Result<Fake> {
        let alone = self.command.is_empty();
        let port = self.port.unwrap_or(if alone { PORT } else { 0 });
        let address = SocketAddr::new(self.host, port);
        let mut fake = Fake::builder().address(address).keys(&self.imp_key, &self.imp_secret);
        if let Some(second) = self.clock_at {
            fake = fake.clock_at(second);
        }
        fake.start_blocking().map_err(|error| {
            let help = "name another port with `--port`, or any free one with `--port 0`";
            io::Error::new(error.kind(), format!("{address}: {error}\n  help: {help}"))
        })
    }

    /// What a client of the server reads its settings from.
    pub fn environment(&self, fake: &Fake) -> [(&'static str, String); 3] {
        [
            ("PORTONE_BASE_URL", fake.url().to_owned()),
            ("PORTONE_IMP_KEY", self.imp_key.clone()),
            ("PORTONE_IMP_SECRET", self.imp_secret.clone()),
        ]
    }
}
