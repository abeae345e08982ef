//! The process of the shop: this test binary, started again for one test.

use std::env;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use portone_v1::{Client, FileJournal, RecoverPolicy};
use portone_v1_fake::{Fake, IMP_KEY, IMP_SECRET};

use super::example::{self, Books};

const URL: &str = "PORTONE_TESTS_SHOP_URL";
const FOLDER: &str = "PORTONE_TESTS_SHOP";
const SETTLES: &str = "PORTONE_TESTS_SHOP_SETTLES";

/// So short that the test can wait until no request is under way.
pub(super) const DEADLINE: Duration = Duration::from_millis(1_500);

/// The command that starts the shop.
pub(super) struct ShopProcess<'a> {
    pub(super) fake: &'a Fake,
    pub(super) folder: &'a Path,
    /// True if a request that is not to be seen counts as not done as soon as its deadline has passed.
    pub(super) settles: bool,
}

impl ShopProcess<'_> {
    pub(super) fn command(&self, printed: &File) -> Command {
        self.set_up(Command::new(env::current_exe().unwrap()), printed)
    }

    /// With files of at most some kibibytes, as on a full disk: larger writes fail.
    pub(super) fn command_on_a_full_disk(&self, printed: &File) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", "trap '' XFSZ; ulimit -f 3; exec \"$0\" \"$@\""]);
        shell.arg(env::current_exe().unwrap());
        self.set_up(shell, printed)
    }

    fn set_up(&self, mut command: Command, printed: &File) -> Command {
        command.args(["--exact", "journal::shop_process::shop", "--nocapture"]);
        command.env(URL, self.fake.url()).env(FOLDER, self.folder);
        if self.settles {
            command.env(SETTLES, "1");
        }
        command.stdout(printed.try_clone().unwrap()).stderr(Stdio::null()).stdin(Stdio::null());
        command
    }
}

#[test]
fn shop() {
    let Ok(folder) = env::var(FOLDER) else { return };
    let url = env::var(URL).unwrap();
    let policy = match env::var_os(SETTLES) {
        Some(_) => RecoverPolicy::new().not_done_after(Duration::ZERO),
        None => RecoverPolicy::new(),
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let path = Path::new(&folder).join("payments.journal");
        let journal = FileJournal::open(path).unwrap().compact_above(2_000);
        let builder = Client::builder().base_url(url).credentials(IMP_KEY, IMP_SECRET);
        let client = builder.deadline(DEADLINE).journal(journal.clone()).build().unwrap();
        let shop = Books::open(folder.into()).unwrap();
        example::run(&client, &journal, &shop, policy).await.unwrap();
    });
}
