//! A Postgres server of the test's own, on a free port of this machine, that stops with the test.

use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// The time in which the server must have started.
const START: Duration = Duration::from_secs(60);

pub struct PostgresServer {
    programs: PathBuf,
    folder: TempDir,
    port: u16,
}

impl PostgresServer {
    /// Starts a server with an empty database; none if Postgres is not installed.
    pub fn start() -> Option<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind(("127.0.0.1", 0)).unwrap().local_addr().unwrap().port();
        let server = Self { programs, folder, port };
        server.own();
        let data = server.data();
        let data = data.to_str().unwrap();
        server.run(
            "initdb",
            &["--pgdata", data, "--auth", "trust", "--username", "shop", "--no-sync"],
        );
        server.launch();
        Some(server)
    }

    pub fn url(&self) -> String {
        format!("postgres://shop@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops the server as a power failure would, and starts it again.
    pub fn crash(&self) {
        self.control("immediate");
        self.launch();
    }

    /// Stops the server.
    pub fn stop(&self) {
        self.control("fast");
    }

    fn launch(&self) {
        let folder = self.folder.path().display();
        let options = format!("-p {} -c listen_addresses=127.0.0.1 -k {folder}", self.port);
        let (data, log) = (self.data(), self.folder.path().join("log"));
        let (data, log) = (data.to_str().unwrap(), log.to_str().unwrap());
        self.run(
            "pg_ctl",
            &["start", "--wait", "--pgdata", data, "--log", log, "--options", &options],
        );
        self.await_port();
    }

    fn await_port(&self) {
        let start = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(start.elapsed() < START, "the server does not listen: {}", self.log());
            thread::sleep(Duration::from_millis(50));
        }
    }

    fn control(&self, mode: &str) {
        let data = self.data();
        self.run("pg_ctl", &["stop", "--wait", "--mode", mode, "--pgdata", data.to_str().unwrap()]);
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let output = self.output(program, arguments).unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{program}: {error}\n{}", self.log());
    }

    /// Its server outlives `pg_ctl` and would keep pipes of the test open, so output goes to a file.
    fn output(&self, program: &str, arguments: &[&str]) -> io::Result<Output> {
        let mut command = Command::new(self.programs.join(program));
        command.args(arguments).current_dir(self.folder.path());
        command.stdin(Stdio::null()).stdout(Stdio::null());
        as_owner(&mut command, self.folder.path());
        let errors = self.folder.path().join("errors");
        let status = command.stderr(fs::File::create(&errors)?).status()?;
        Ok(Output { status, stdout: Vec::new(), stderr: fs::read(&errors)? })
    }

    /// Postgres refuses to run as root: then its files and processes are those of the user `nobody`.
    fn own(&self) {
        #[cfg(unix)]
        if is_root(self.folder.path()) {
            std::os::unix::fs::chown(self.folder.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
}

impl Drop for PostgresServer {
    fn drop(&mut self) {
        let data = self.data();
        let stop = ["stop", "--mode", "immediate", "--pgdata", data.to_str().unwrap_or_default()];
        let _ = self.output("pg_ctl", &stop);
    }
}

/// The folder of the server's programs: that of `pg_ctl` on the path, or Debian's newest.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut debian: Vec<_> = debian.map(|version| version.path().join("bin")).collect();
    debian.sort();
    let mut folders = std::env::split_paths(&path).chain(debian.into_iter().rev());
    folders.find(|folder| folder.join("pg_ctl").is_file() && folder.join("initdb").is_file())
}

#[cfg(unix)]
const NOBODY: u32 = 65534;

/// True if the test's files belong to root, or to `nobody` because root has given them away.
#[cfg(unix)]
fn is_root(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(folder).is_ok_and(|folder| [0, NOBODY].contains(&folder.uid()))
}

#[cfg(unix)]
fn as_owner(command: &mut Command, folder: &Path) {
    use std::os::unix::process::CommandExt;
    if is_root(folder) {
        command.uid(NOBODY).gid(NOBODY);
    }
}

#[cfg(not(unix))]
fn as_owner(_command: &mut Command, _folder: &Path) {}
