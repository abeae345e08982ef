//! The table, the plot and the goals of the times.

use std::time::Duration;

use super::generator::Timing;
use crate::median::median;
use crate::page::goal::Goal;
use crate::plot::{Bar, Bars, Scale};

/// The limit of the ratio to the fastest of the others, from nothing.
const GOAL: &str = "≤ 0.4";

/// A Markdown table under a line about the machine.
pub fn table(results: &[Timing], machine: &str, rounds: u32) -> String {
    let ours = results.first().and_then(|first| first.times.as_ref().ok());
    let ours = ours.map(Vec::as_slice).unwrap_or_default();
    let mut text = format!(
        "{machine} {rounds} rounds; times are medians, ratios are medians of the rounds' ratios.\n\n\
         | generator | time | ratio to ours | lines of Rust | reads |\n|---|--:|--:|--:|---|\n"
    );
    for result in results {
        text.push_str(&row(result, ours));
    }
    text
}

fn row(result: &Timing, ours: &[Duration]) -> String {
    let Timing { name, note, lines, .. } = result;
    let name = if result.is_ours { format!("**{name}**") } else { name.clone() };
    match &result.times {
        Ok(times) => {
            let (time, ratio) = (shown(times), ratio(times, ours));
            let ratio = if ratio < 0.95 { format!("{ratio:.2}") } else { format!("{ratio:.1}") };
            format!("| {name} | {time} | {ratio} | {lines} | {note} |\n")
        }
        Err(problem) => format!("| {name} | – | – | – | skipped: {problem} |\n"),
    }
}

/// A bar for each generator.
pub fn plot(results: &[Timing]) -> anyhow::Result<String> {
    let bars = results.iter().filter_map(|result| {
        let times = result.times.as_ref().ok()?;
        let (value, shown) = (milliseconds(times), shown(times));
        Some(Bar { label: result.name.clone(), value, shown, is_ours: result.is_ours })
    });
    let title = "Time to generate a client of PortOne V1 (milliseconds, logarithmic)";
    Bars { title, scale: Scale::Logarithmic, mark: None, bars: bars.collect() }.svg()
}

/// The first generator, which is this project's, compared with the fastest of the others.
pub fn goals(results: &[Timing]) -> Vec<Goal> {
    let timed = results.iter().filter_map(|result| Some((result, result.times.as_ref().ok()?)));
    let (ours, theirs): (Vec<_>, Vec<_>) = timed.partition(|(result, _)| result.is_ours);
    let time = |(_, times): &(&Timing, &Vec<Duration>)| milliseconds(times);
    let fastest = theirs.iter().min_by(|one, other| time(one).total_cmp(&time(other)));
    let goal = |(result, times): (&Timing, &Vec<Duration>)| Goal {
        what: result.name.clone(),
        ours: shown(times),
        beside: fastest
            .map_or_else(String::new, |(peer, times)| format!("{} ({})", shown(times), peer.name)),
        ratio: fastest.map_or(f64::NAN, |(_, theirs)| ratio(times, theirs)),
        limit: GOAL.to_owned(),
    };
    ours.into_iter().take(1).map(goal).collect()
}

fn ratio(times: &[Duration], others: &[Duration]) -> f64 {
    median(times.iter().zip(others).map(|(time, other)| time.as_secs_f64() / other.as_secs_f64()))
}

fn milliseconds(times: &[Duration]) -> f64 {
    median(times.iter().map(Duration::as_secs_f64)) * 1000.0
}

fn shown(times: &[Duration]) -> String {
    format!("{:.0} ms", milliseconds(times))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn result(name: &str, is_ours: bool, times: [u64; 3]) -> Timing {
        let times = Ok(times.map(Duration::from_millis).to_vec());
        Timing { name: name.to_owned(), note: "a note".to_owned(), is_ours, times, lines: 7 }
    }

    fn results() -> [Timing; 4] {
        let absent = Err("no Java".to_owned());
        [
            result("`ours`", true, [10, 12, 30]),
            result("slow 1.0", false, [500, 600, 700]),
            result("quick 2.0", false, [100, 120, 150]),
            Timing { times: absent, ..result("absent", false, [0; 3]) },
        ]
    }

    #[test]
    fn ratios_are_taken_within_rounds() {
        let table = table(&results(), "Measured.", 3);
        assert!(table.contains("| **`ours`** | 12 ms | 1.0 | 7 | a note |"), "{table}");
        assert!(table.contains("| slow 1.0 | 600 ms | 50.0 | 7 | a note |"), "{table}");
        assert!(table.contains("| absent | – | – | – | skipped: no Java |"), "{table}");
    }

    #[test]
    fn the_goal_compares_with_the_fastest_peer() {
        let goals = goals(&results());
        let [goal] = goals.as_slice() else { panic!("one of the generators is ours") };
        assert_eq!((goal.ours.as_str(), goal.beside.as_str()), ("12 ms", "120 ms (quick 2.0)"));
        assert!((goal.ratio - 0.1).abs() < 1e-9, "{}", goal.ratio);
    }

    #[test]
    fn without_peers_no_goal_is_measured() {
        assert!(goals(&results()[..1])[0].ratio.is_nan());
    }
}
