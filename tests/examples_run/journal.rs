//! The shop that refunds with a journal: its process is killed at every moment of a refund, and its disk fails.
//! Nothing stays unknown, nothing is refunded twice, and nothing is reported wrongly.
//!
//! `JOURNAL_KILLS=300` makes it 300 shops instead of some.

#[path = "../../examples/journal.rs"]
#[expect(dead_code, reason = "its `main` is for `cargo run`")]
mod example;
mod killed_shop;
mod shop_process;

use std::collections::BTreeMap;
use std::env;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use killed_shop::{KilledShop, Trouble};

/// The number of shops at a time: they wait for deadlines more than they compute.
const AT_ONCE: usize = 8;
const SHOPS: u64 = 24;

/// The kills of the shops, counted by their moment.
type Kills = BTreeMap<String, u32>;

#[test]
fn a_shop_that_is_killed_refunds_each_order_once() {
    let shops = env::var("JOURNAL_KILLS").map_or(SHOPS, |shops| shops.parse().unwrap());
    let next = AtomicU64::new(0);
    let work = || {
        let mut kills = Kills::new();
        let seeds = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
        seeds.take_while(|seed| *seed < shops).for_each(|seed| run(seed, &mut kills));
        kills
    };
    let kills: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(work)).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    let mut moments = Kills::new();
    kills.into_iter().for_each(|(moment, count)| *moments.entry(moment).or_default() += count);
    println!("{shops} shops, killed when a request was {moments:?}");
    assert_eq!(moments.len(), 4, "{moments:?}");
}

fn run(seed: u64, kills: &mut Kills) {
    let trouble = match seed % 4 {
        2 => Trouble::TornLine,
        3 => Trouble::FullDisk,
        _ => Trouble::None,
    };
    println!("seed {seed}: {trouble:?}");
    let shop = KilledShop::open(seed);
    for kill in shop.kill(trouble) {
        let moment = kill.moment().to_string();
        let word = moment.split([' ', ',']).next().unwrap_or_default();
        let word = if moment.contains("after the next start") { "overtaken" } else { word };
        *kills.entry(word.to_owned()).or_default() += 1;
    }
    shop.settle();
    shop.check();
}
