//! Bars as SVG: the length is the logarithm of the value, for some are a hundred times as long.

use std::fmt::Write;

/// A bar.
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// How long it is.
    pub value: f64,
    /// What is written behind it.
    pub shown: String,
}

const WIDTH: f64 = 760.0;
const LABELS: f64 = 270.0;
const NUMBERS: f64 = 90.0;
const ROW: f64 = 26.0;
const HEAD: f64 = 40.0;

/// The plot.
pub fn svg(title: &str, bars: &[Bar]) -> String {
    let height = HEAD + ROW * bars.len() as f64 + 10.0;
    let mut text = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"13\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n\
         <text x=\"10\" y=\"24\" font-size=\"15\">{}</text>\n",
        escaped(title)
    );
    let longest = bars.iter().map(|bar| length(bar.value)).fold(1.0, f64::max);
    for (row, bar) in bars.iter().enumerate() {
        let width = (WIDTH - LABELS - NUMBERS) * length(bar.value) / longest;
        // Writing to a `String` cannot fail.
        let _ = text.write_str(&line(bar, HEAD + ROW * row as f64, width));
    }
    text + "</svg>\n"
}

/// A value of 1 has a bar, too.
fn length(value: f64) -> f64 {
    (value.max(0.0) + 1.0).log10()
}

fn line(bar: &Bar, top: f64, width: f64) -> String {
    let (middle, end) = (top + 15.0, LABELS + width + 6.0);
    let colour = if bar.label.starts_with("cargo xtask") { "#2b6cb0" } else { "#a0aec0" };
    format!(
        "<text x=\"{:.0}\" y=\"{middle:.0}\" text-anchor=\"end\">{}</text>\n\
         <rect x=\"{LABELS:.0}\" y=\"{top:.0}\" width=\"{width:.0}\" height=\"20\" fill=\"{colour}\"/>\n\
         <text x=\"{end:.0}\" y=\"{middle:.0}\">{}</text>\n",
        LABELS - 8.0,
        escaped(&bar.label),
        escaped(&bar.shown)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Bar, svg};

    fn bar(label: &str, value: f64) -> Bar {
        Bar { label: label.to_owned(), value, shown: format!("{value} ms") }
    }

    #[test]
    fn the_longest_bar_fills_the_plot_and_a_tenth_does_not() {
        let plot = svg("Time", &[bar("cargo xtask", 9.0), bar("other", 99.0)]);
        assert!(plot.contains("width=\"200\" height=\"20\" fill=\"#2b6cb0\""), "{plot}");
        assert!(plot.contains("width=\"400\" height=\"20\" fill=\"#a0aec0\""), "{plot}");
        assert!(plot.contains(">99 ms</text>"), "{plot}");
    }

    #[test]
    fn names_are_text_and_no_markup() {
        let plot = svg("a < b", &[bar("x & y", 1.0)]);
        assert!(plot.contains("a &lt; b") && plot.contains("x &amp; y"), "{plot}");
    }
}
