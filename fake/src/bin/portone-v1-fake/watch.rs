//! A line for each request.

use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use portone_v1_fake::{Fake, LoggedRequest};

/// Soon enough for somebody who looks on.
const PAUSE: Duration = Duration::from_millis(100);

const WELL: Style = AnsiColor::Green.on_default();
const REFUSED: Style = AnsiColor::Yellow.on_default();
const FAILED: Style = AnsiColor::Red.on_default();

/// Prints what is asked until the process ends.
///
/// # Errors
/// Fails when nobody reads what is printed any more.
pub fn forever(fake: &Fake, quiet: bool) -> io::Result<ExitCode> {
    let mut seen = 0;
    loop {
        thread::sleep(PAUSE);
        if quiet {
            continue;
        }
        // After a reset, the numbers begin again.
        seen = seen.min(fake.request_count());
        let mut out = anstream::stdout().lock();
        for request in fake.requests_after(seen) {
            seen = request.number();
            let style = style(&request);
            writeln!(out, "{style}{}{style:#}", line(&request))?;
        }
        out.flush()?;
    }
}

/// Neither path nor values, which can be about somebody.
fn line(request: &LoggedRequest) -> String {
    let asked = match request.operation() {
        Some(operation) => operation.to_owned(),
        None => format!("{} to an address that V1 does not have", request.method()),
    };
    let status = request.status().map_or("no answer".to_owned(), |status| status.to_string());
    let code = request.code().map(|code| format!(", code {code}")).unwrap_or_default();
    let fault = request.fault().map(|fault| format!(" ({fault})")).unwrap_or_default();
    let unread = match request.unread() {
        [] => String::new(),
        // Whoever sends them chose them, and a terminal obeys some characters.
        names => format!(", not read: {}", names.join(" ").escape_debug()),
    };
    format!("{asked}: {status}{code}{fault}{unread}")
}

fn style(request: &LoggedRequest) -> Style {
    match (request.status(), request.code()) {
        (Some(200 | 207), Some(0)) => WELL,
        (Some(200 | 207), _) => REFUSED,
        _ => FAILED,
    }
}
