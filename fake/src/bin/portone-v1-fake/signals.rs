//! Signals to the first process of a container, for which the kernel has no default action.

use std::io;

/// Ends the process by SIGTERM and Ctrl-C if it is the first one of a container.
///
/// # Errors
/// Fails when no handler can be installed.
#[cfg(unix)]
pub fn end_first_process() -> io::Result<()> {
    use std::{process, thread};
    use tokio::runtime::Builder;
    use tokio::signal::unix::{SignalKind, signal};

    if process::id() != 1 {
        return Ok(());
    }
    let runtime = Builder::new_current_thread().enable_io().build()?;
    let handlers = runtime.block_on(async {
        io::Result::Ok((signal(SignalKind::terminate())?, signal(SignalKind::interrupt())?))
    });
    let (mut terminate, mut interrupt) = handlers?;
    let wait = async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        runtime.block_on(wait);
        // There is nothing to save.
        process::exit(0)
    })?;
    Ok(())
}

/// Does nothing: containers of other systems end their processes.
///
/// # Errors
/// Never fails.
#[cfg(not(unix))]
pub fn end_first_process() -> io::Result<()> {
    Ok(())
}
