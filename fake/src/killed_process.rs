//! Process that is killed, and started again.

use std::io;
use std::process::{Child, Command, ExitStatus};
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::{Duration, Instant};

use crate::app::App;
use crate::fake::Fake;
use crate::kills::{Kill, Tripped};
use crate::request::HttpRequest;

/// Interval of the checks whether a process has ended.
const POLL_INTERVAL: Duration = Duration::from_millis(1);

impl Fake {
    /// Runs a command, kills its process (SIGKILL) at each of these points, and starts it again after
    /// each kill, until it ends by itself. Returns its last status.
    ///
    /// `on_kill` is called after each kill. The environment of the command must name the
    /// [`url`](Self::url) of the server. Only the process of the command is killed, not those that it
    /// started. A server runs one command like this at a time.
    ///
    /// ```no_run
    /// use std::process::Command;
    ///
    /// use portone_v1_fake::{Fake, Kills};
    ///
    /// let fake = Fake::start_blocking()?;
    /// let mut shop = Command::new("target/debug/shop");
    /// shop.env("PORTONE_BASE_URL", fake.url());
    /// let status = fake.run_and_kill(&mut shop, Kills::seeded(7), |kill| println!("{kill}"))?;
    /// assert!(status.success());
    /// # Ok::<_, Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// Fails when the command cannot be started.
    pub fn run_and_kill(
        &self,
        command: &mut Command,
        kills: impl IntoIterator<Item = Kill>,
        mut on_kill: impl FnMut(Kill),
    ) -> io::Result<ExitStatus> {
        let mut kills = kills.into_iter();
        let mut overtaken = None;
        loop {
            let kill = kills.next();
            let switch = self.app().kill_switch.arm(kill);
            let mut run = Run { app: self.app(), process: command.spawn()?, overtaken };
            if let Some(status) = run.watch(&switch)? {
                return Ok(status);
            }
            overtaken = run.overtaken.take();
            kill.into_iter().for_each(&mut on_kill);
        }
    }
}

/// Process, from its start to its end.
struct Run<'a> {
    app: &'a App,
    process: Child,
    /// Request of the process before, which is executed this long after the start of this one.
    overtaken: Option<(Duration, HttpRequest)>,
}

impl Run<'_> {
    /// Waits until the process ends. Returns `None` if it was killed.
    fn watch(&mut self, switch: &Receiver<Tripped>) -> io::Result<Option<ExitStatus>> {
        let start = Instant::now();
        loop {
            let tripped = switch.recv_timeout(POLL_INTERVAL);
            self.execute_overtaken(start.elapsed());
            if let Some(status) = self.process.try_wait()? {
                self.execute_overtaken(Duration::MAX);
                return Ok(Some(status));
            }
            if let Ok(tripped) = tripped {
                return self.kill(tripped);
            }
        }
    }

    fn execute_overtaken(&mut self, elapsed: Duration) {
        if let Some((_, request)) = self.overtaken.take_if(|(late, _)| *late <= elapsed) {
            self.app.execute(request);
        }
    }

    fn kill(&mut self, tripped: Tripped) -> io::Result<Option<ExitStatus>> {
        thread::sleep(tripped.delay);
        self.process.kill()?;
        let status = self.process.wait()?;
        self.execute_overtaken(Duration::MAX);
        self.overtaken = tripped.overtaken;
        // A process that ended by itself in the meantime is not started again.
        Ok(Some(status).filter(ExitStatus::success))
    }
}

impl Drop for Run<'_> {
    fn drop(&mut self) {
        // Only after an error of the loop is it still running.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
