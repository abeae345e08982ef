//! A shop whose process is killed, and the comparison of its books with those of the server.

use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use portone_v1::{FileJournal, Journal, Outcome};
use portone_v1_fake::{Buyer, Fake, Kill, Kills};
use tempfile::TempDir;

use super::shop_process::{DEADLINE, ShopProcess};

const ORDERS: [&str; 3] = ["order-1", "order-2", "order-3"];
/// Longer than it takes until nothing is open.
const TOO_LONG: Duration = Duration::from_secs(60);

/// Damage to the journal, besides the kills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    None,
    /// After each kill, the journal ends with a part of a line.
    TornLine,
    /// The journal cannot grow.
    FullDisk,
}

pub(super) struct KilledShop {
    seed: u64,
    fake: Fake,
    folder: TempDir,
    payments: Vec<String>,
}

impl KilledShop {
    /// A shop with orders that are paid, and to be refunded in part.
    pub(super) fn open(seed: u64) -> Self {
        let fake = Fake::start_blocking().unwrap();
        let folder = tempfile::tempdir().unwrap();
        let pay = |order: &str| fake.pay(Buyer::new(order, 30_000)).unwrap();
        let payments: Vec<_> = ORDERS.into_iter().map(pay).collect();
        let orders = ORDERS.iter().zip(&payments);
        let orders: String =
            orders.map(|(order, imp_uid)| format!("{order} {imp_uid}\n")).collect();
        fs::write(folder.path().join("orders"), orders).unwrap();
        Self { seed, fake, folder, payments }
    }

    /// Runs the shop, and kills it a few times.
    pub(super) fn kill(&self, trouble: Trouble) -> Vec<Kill> {
        let process = self.process(false);
        let printed = self.printed();
        let is_full = trouble == Trouble::FullDisk;
        let mut command = match is_full {
            true => process.command_on_a_full_disk(&printed),
            false => process.command(&printed),
        };
        let mut kills = Vec::new();
        let points = Kills::seeded(self.seed).within(6);
        let status = self.fake.run_and_kill(&mut command, points, |kill| {
            kills.push(kill);
            if trouble == Trouble::TornLine {
                self.append("payments.journal", "0badc0de intent 01");
            }
            self.check_books();
        });
        assert!(status.unwrap().success() || is_full, "{}: {}", self.seed, self.read("printed"));
        kills
    }

    /// Runs the shop until no question is open.
    pub(super) fn settle(&self) {
        let start = Instant::now();
        while self.read("refunded").lines().count() < ORDERS.len() || self.count_open() > 0 {
            assert!(start.elapsed() < TOO_LONG, "{}: {}", self.seed, self.read("printed"));
            let status = self.process(true).command(&self.printed()).status().unwrap();
            assert!(status.success(), "{}: {}", self.seed, self.read("printed"));
            self.check_books();
            thread::sleep(DEADLINE / 4);
        }
    }

    /// Compares the journal with the server: of the intents to refund a payment, one was carried out.
    pub(super) fn check(&self) {
        let journal = FileJournal::open(self.path("payments.journal")).unwrap();
        assert_eq!(block_on(journal.unreadable()), [""; 0], "{}", self.seed);
        for (order, imp_uid) in ORDERS.iter().zip(&self.payments) {
            assert_eq!(self.count_refunds(imp_uid), 1, "{}: {order}", self.seed);
            let intents = block_on(journal.related(&format!("imp_uid={imp_uid}")));
            let outcomes: Vec<_> = intents.iter().map(|entry| entry.outcome).collect();
            let is_done =
                |outcome: &&Option<_>| matches!(outcome, Some(Outcome::Done | Outcome::FoundDone));
            assert_eq!(outcomes.iter().filter(is_done).count(), 1, "{}: {outcomes:?}", self.seed);
        }
        let printed = self.read("printed");
        assert!(!printed.contains("a person has to look"), "{}: {printed}", self.seed);
    }

    /// All that the books of the shop say is true at any time.
    fn check_books(&self) {
        let refunded = self.read("refunded");
        for (order, imp_uid) in ORDERS.iter().zip(&self.payments) {
            let is_booked = refunded.lines().any(|line| line == *order);
            assert!(!is_booked || self.count_refunds(imp_uid) == 1, "{}: {order}", self.seed);
        }
    }

    /// The number of refunds that the server has made.
    fn count_refunds(&self, imp_uid: &str) -> usize {
        let calls = self.fake.calls("payments.cancel");
        let is_of = |body: &[u8]| String::from_utf8_lossy(body).contains(imp_uid);
        calls.iter().filter(|call| call.code() == Some(0) && is_of(call.body())).count()
    }

    fn count_open(&self) -> usize {
        let journal = FileJournal::open(self.path("payments.journal")).unwrap();
        block_on(journal.open(None, 100)).len()
    }

    fn process(&self, settles: bool) -> ShopProcess<'_> {
        ShopProcess { fake: &self.fake, folder: self.folder.path(), settles }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn append(&self, name: &str, text: &str) {
        let mut file = OpenOptions::new().append(true).open(self.path(name)).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }

    fn printed(&self) -> File {
        OpenOptions::new().create(true).append(true).open(self.path("printed")).unwrap()
    }
}

fn block_on<T, E: std::fmt::Debug>(future: impl Future<Output = Result<T, E>>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(future).unwrap()
}
