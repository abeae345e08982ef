//! Faults at a chosen step, for tests. Only debug builds have them.

use std::io;

/// The variable that names the fault and the number of the step before which it happens: `fail:3` is an error
/// of the disk, and `stop:3` waits for a signal.
#[cfg(debug_assertions)]
const VARIABLE: &str = "PORTONE_V1_OUTPUT_FAULT";

/// Happens before each step, and after the last one.
#[cfg(debug_assertions)]
pub fn before_step(number: usize) -> io::Result<()> {
    let Ok(fault) = std::env::var(VARIABLE) else { return Ok(()) };
    if fault == format!("fail:{number}") {
        return Err(io::Error::other("a fault for a test"));
    }
    if fault == format!("stop:{number}") {
        eprintln!("stopped before step {number}");
        loop {
            std::thread::park();
        }
    }
    Ok(())
}

/// Does nothing.
#[cfg(not(debug_assertions))]
pub fn before_step(_: usize) -> io::Result<()> {
    Ok(())
}
