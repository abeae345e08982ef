//! The growth of the time of each stage with the size of the schema.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::sizes;
use crate::stage::{STAGES, Stage, Subject};

/// Prints a table in Markdown, which `cargo measure growth` parses: for every stage, operations of
/// the API per second and the exponent of its time over the size: 1 is a straight line.
pub fn print() {
    let mut times = STAGES.each_ref().map(|_| Vec::new());
    let mut operations = Vec::new();
    for size in sizes() {
        let subject = Subject::new(*size);
        operations.push(subject.operations());
        for (stage, times) in STAGES.iter().zip(&mut times) {
            times.push(shortest(stage, &subject).as_secs_f64());
        }
    }
    let columns: String = operations.iter().map(|count| format!(" {count} operations |")).collect();
    println!("\n| operations per second |{columns} exponent |");
    println!("|---|{}--:|", "--:|".repeat(operations.len()));
    for (stage, times) in STAGES.iter().zip(&times) {
        let rates = operations.iter().zip(times).map(|(count, time)| *count as f64 / time);
        let rates: String = rates.map(|rate| format!(" {rate:>10.0} |")).collect();
        println!("| {:>10} |{rates} {:>10.2} |", stage.name, exponent(times));
    }
}

/// The shortest of several: whatever else the machine does only adds to it.
fn shortest(stage: &Stage, subject: &Subject) -> Duration {
    let rounds = (30 / subject.size).max(2);
    (0..rounds).map(|_| time(stage, subject)).min().unwrap_or_default()
}

fn time(stage: &Stage, subject: &Subject) -> Duration {
    let mut input = (stage.input)(subject);
    let start = Instant::now();
    let output = (stage.run)(subject, &mut input);
    let time = start.elapsed();
    black_box(output);
    time
}

/// The slope of the line nearest to the points, both axes in logarithms.
fn exponent(times: &[f64]) -> f64 {
    let points: Vec<(f64, f64)> =
        sizes().iter().zip(times).map(|(size, time)| ((*size as f64).ln(), time.ln())).collect();
    let count = points.len() as f64;
    let x = points.iter().map(|point| point.0).sum::<f64>() / count;
    let y = points.iter().map(|point| point.1).sum::<f64>() / count;
    let above: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    let below: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    above / below
}
