//! The results as a table and as a plot.

use std::time::Duration;

use super::contest::Result;
use crate::commands::bench::plot::{self, Bar};

/// A Markdown table under a line about the machine.
pub fn table(results: &[Result], machine: &str, rounds: u32) -> String {
    let ours = results.first().and_then(|first| first.times.as_ref().ok());
    let ours = ours.map(Vec::as_slice).unwrap_or_default();
    let mut text = format!(
        "{machine} {rounds} rounds; times are medians, ratios are medians of the rounds' ratios.\n\n\
         | generator | time | beside ours | lines of Rust | reads |\n|---|--:|--:|--:|---|\n"
    );
    for result in results {
        text.push_str(&row(result, ours));
    }
    text
}

fn row(result: &Result, ours: &[Duration]) -> String {
    let Result { name, note, lines, .. } = result;
    match &result.times {
        Ok(times) => {
            let (time, ratio) = (milliseconds(median(times)), shown(ratio(times, ours)));
            format!("| {name} | {time:.0} ms | {ratio} | {lines} | {note} |\n")
        }
        Err(problem) => format!("| {name} | – | – | – | left out: {problem} |\n"),
    }
}

/// A bar for each generator.
pub fn plot(results: &[Result]) -> String {
    let bars = results.iter().filter_map(|result| {
        let time = milliseconds(median(result.times.as_ref().ok()?));
        let label = result.name.replace(['*', '`'], "");
        Some(Bar { label, value: time, shown: format!("{time:.0} ms") })
    });
    let title = "Time to generate a client of PortOne V1 (milliseconds, logarithmic)";
    plot::svg(title, &bars.collect::<Vec<_>>())
}

fn ratio(times: &[Duration], ours: &[Duration]) -> f64 {
    let ratios = times.iter().zip(ours);
    middle(ratios.map(|(time, ours)| time.as_secs_f64() / ours.as_secs_f64()).collect())
}

fn median(times: &[Duration]) -> Duration {
    Duration::from_secs_f64(middle(times.iter().map(Duration::as_secs_f64).collect()))
}

fn middle(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn shown(ratio: f64) -> String {
    if ratio < 0.95 { format!("{ratio:.2}") } else { format!("{ratio:.1}") }
}
