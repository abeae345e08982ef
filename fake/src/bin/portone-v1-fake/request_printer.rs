//! Printing of a line for each request.

use std::io::{self, Write};
use std::process::ExitCode;
use std::thread;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use portone_v1_fake::{Fake, LoggedRequest};

/// Interval of the checks for new requests.
const POLL_INTERVAL: Duration = Duration::from_millis(100);

const SUCCESS: Style = AnsiColor::Green.on_default();
const API_ERROR: Style = AnsiColor::Yellow.on_default();
const HTTP_ERROR: Style = AnsiColor::Red.on_default();

/// Prints requests until the process ends.
///
/// # Errors
/// Fails when standard output is closed.
pub fn run(fake: &Fake, quiet: bool) -> io::Result<ExitCode> {
    let mut seen = 0;
    loop {
        thread::sleep(POLL_INTERVAL);
        if quiet {
            continue;
        }
        // A reset restarts the numbers.
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

/// Returns the line of a request, without path and values, which can contain personal data.
fn line(request: &LoggedRequest) -> String {
    let operation = match request.operation() {
        Some(operation) => operation.to_owned(),
        None => format!("{} to an unknown route", request.method()),
    };
    let status = request.status().map_or("no response".to_owned(), |status| status.to_string());
    let code = request.code().map(|code| format!(", code {code}")).unwrap_or_default();
    let fault = request.fault().map(|fault| format!(" ({fault})")).unwrap_or_default();
    let unknown = match request.unknown_parameters() {
        [] => String::new(),
        // Escaped, because clients choose the names and terminals interpret control characters.
        names => format!(", unknown parameters: {}", names.join(" ").escape_debug()),
    };
    format!("{operation}: {status}{code}{fault}{unknown}")
}

fn style(request: &LoggedRequest) -> Style {
    match request.status() {
        _ if request.is_success() => SUCCESS,
        Some(200 | 207) => API_ERROR,
        _ => HTTP_ERROR,
    }
}
