//! Plot and goals of the whole crate compared with the others.

use super::build::Kind;
use super::table::Measured;
use crate::page::goal::Goal;
use crate::plot::{Bar, Bars, Scale};

/// A bar for each crate and each way to build; the first crate is the one of this project.
pub fn plot(measured: &[Measured]) -> anyhow::Result<String> {
    let bars = Kind::ALL.into_iter().flat_map(|kind| {
        measured.iter().enumerate().map(move |(index, measured)| Bar {
            label: format!("{}, {}", measured.name, kind.name()),
            value: measured.seconds(kind),
            shown: shown(measured, kind),
            is_ours: index == 0,
        })
    });
    let title = "Time to compile a client of PortOne V1 alone (seconds)";
    Bars { title, scale: Scale::Linear, mark: None, bars: bars.collect() }.svg()
}

/// The goals for the first crate, compared with the best of the others.
pub fn goals(measured: &[Measured]) -> Vec<Goal> {
    let Some((ours, theirs)) = measured.split_first() else { return Vec::new() };
    let goal = |kind| {
        let seconds = |measured: &&Measured| measured.seconds(kind);
        let best = theirs.iter().min_by(|one, other| seconds(one).total_cmp(&seconds(other)));
        Goal {
            what: format!("the whole crate, {}", kind.name()),
            ours: shown(ours, kind),
            beside: best
                .map_or_else(String::new, |best| format!("{} ({})", shown(best, kind), best.name)),
            ratio: best.map_or(f64::NAN, |best| ours.seconds(kind) / best.seconds(kind)),
            limit: limit(kind).to_owned(),
        }
    };
    Kind::ALL.map(goal).into()
}

/// The limit of the ratio to the best of the others.
fn limit(kind: Kind) -> &'static str {
    match kind {
        Kind::Check => "≤ 0.3",
        Kind::Release => "≤ 0.5",
    }
}

fn shown(measured: &Measured, kind: Kind) -> String {
    format!("{:.2} s", measured.seconds(kind))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    fn measured(name: &str, check: u64, release: u64) -> Measured {
        let mut measured = Measured::new(name, None, 0);
        measured.add(Kind::Check, Duration::from_secs(check));
        measured.add(Kind::Release, Duration::from_secs(release));
        measured
    }

    #[test]
    fn each_way_to_build_is_compared_with_the_best_of_the_others() {
        let all = [measured("ours", 1, 3), measured("one", 4, 5), measured("two", 6, 4)];
        let cells: Vec<_> =
            goals(&all).iter().map(|goal| goal.cells("x")[1..].join("; ")).collect();
        let check = "the whole crate, check; 1.00 s; 4.00 s (one); 0.250; ≤ 0.3; reached";
        let release = "the whole crate, release; 3.00 s; 4.00 s (two); 0.750; ≤ 0.5; **missed**";
        assert_eq!(cells, [check, release]);
    }

    #[test]
    fn without_others_no_goal_is_measured() {
        assert!(goals(&[measured("ours", 1, 3)]).iter().all(|goal| goal.ratio.is_nan()));
    }

    #[test]
    fn bars_of_this_project_have_their_own_colour() -> anyhow::Result<()> {
        let plot = plot(&[measured("ours", 1, 3), measured("other", 2, 5)])?;
        let count = |colour| plot.matches(colour).count();
        assert_eq!((count("#2B6CB0"), count("#A0AEC0")), (2, 2), "{plot}");
        Ok(())
    }
}
