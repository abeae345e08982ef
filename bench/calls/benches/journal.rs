//! The time of a refund with a journal in a file and without one, and of a read.

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use portone_v1::payments::{CancelAmount, CancelPayment, Checksum, GetPayment};
use portone_v1::{Client, ClientBuilder, FileJournal};
use portone_v1_bench_calls::bodies::IMP_UID;
use portone_v1_bench_calls::host::{self, Host};
use portone_v1_bench_calls::paired_times::PairedTimes;
use portone_v1_bench_calls::table;
use tokio::task::JoinSet;

const PAIRS: usize = 200;
const CALLS: u32 = 10;
const AT_ONCE: u32 = 16;
/// The length of the line of a refund's intent, in bytes.
const LINE: usize = 500;

fn main() {
    host::serve_if_asked();
    let (host, runtime) = (Host::start(), host::runtime());
    let folder = folder();
    let journal = FileJournal::open(folder.join("refunds.journal")).expect("the journal is opened");
    let with = client(&host, |builder| builder.journal(journal));
    let without = client(&host, |builder| builder);
    let measure = |ours: &dyn Fn(), theirs: &dyn Fn()| PairedTimes::measure(PAIRS, ours, theirs);
    let one = |client| runtime.block_on(one_by_one(client));
    let many = |client| runtime.block_on(at_once(client));
    let read = |client| runtime.block_on(reads(client));
    let disk = Disk::new(&folder);
    table::head();
    let pairs = measure(&|| one(&with), &|| one(&without));
    row("one refund, with `FileJournal`", "without", &pairs, CALLS);
    let pairs = measure(&|| one(&with), &|| disk.write(CALLS));
    row("one refund, with `FileJournal`", "a write and `fsync` alone", &pairs, CALLS);
    let pairs = measure(&|| many(&with), &|| many(&without));
    row(
        &format!("each of {AT_ONCE} refunds at once, with `FileJournal`"),
        "without",
        &pairs,
        AT_ONCE,
    );
    let pairs = measure(&|| read(&with), &|| read(&without));
    row("one read, with `FileJournal`", "without", &pairs, CALLS);
    fs::remove_dir_all(folder).expect("the folder is removed");
}

/// A folder on the disk of the build.
fn folder() -> PathBuf {
    let folder =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("journal-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the folder is created");
    folder
}

fn client(host: &Host, set_up: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    let builder = Client::builder().credentials("key", "secret").base_url(host.url());
    set_up(builder).build().expect("the client is built")
}

async fn refund(client: &Client) {
    let refund = CancelPayment::new(CancelAmount::partial(100), Checksum::expect(1001));
    let payment = client.payments().cancel(&refund.imp_uid(IMP_UID)).await;
    black_box(payment.expect("the server answers"));
}

async fn one_by_one(client: &Client) {
    for _ in 0..CALLS {
        refund(client).await;
    }
}

async fn at_once(client: &Client) {
    let mut calls = JoinSet::new();
    for _ in 0..AT_ONCE {
        let client = client.clone();
        calls.spawn(async move { refund(&client).await });
    }
    calls.join_all().await;
}

async fn reads(client: &Client) {
    for _ in 0..CALLS {
        let payment = client.payments().get(&GetPayment::new(IMP_UID)).await;
        black_box(payment.expect("the server answers"));
    }
}

/// A file that lines are written into as a journal does, and nothing else.
struct Disk(File);

impl Disk {
    fn new(folder: &Path) -> Self {
        Self(File::create(folder.join("lines")).expect("the file is created"))
    }

    fn write(&self, lines: u32) {
        for _ in 0..lines {
            (&self.0).write_all(&[b'x'; LINE]).expect("the line is written");
            self.0.sync_data().expect("the disk has it");
        }
    }
}

fn row(what: &str, other: &str, pairs: &PairedTimes, by: u32) {
    let micros = |time: Duration| format!("{:.0} µs", time.as_secs_f64() * 1e6);
    let (ours, theirs) = (micros(pairs.ours(by)), micros(pairs.theirs(by)));
    table::row(what, &ours, other, &theirs, pairs.ratio(), "");
}
