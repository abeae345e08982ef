//! Horizontal bars, one below the other.

use plotters::coord::ranged1d::{AsRangedCoord, ValueFormatter};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::style::{TEXT, TITLE, WIDTH};

/// A bar.
pub struct Bar {
    /// Its label, with code in backticks as in Markdown.
    pub label: String,
    /// Its value.
    pub value: f64,
    /// The text behind it.
    pub shown: String,
    /// True for this project.
    pub is_ours: bool,
}

/// The scale of the axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Lengths in proportion to values.
    Linear,
    /// Lengths in proportion to logarithms; values below 1 have no bar.
    Logarithmic,
}

/// A plot of bars.
pub struct Bars {
    /// The title.
    pub title: &'static str,
    /// The scale of the axis.
    pub scale: Scale,
    /// A value that a line marks.
    pub mark: Option<f64>,
    /// The bars, from the top.
    pub bars: Vec<Bar>,
}

const OURS: RGBColor = RGBColor(0x2b, 0x6c, 0xb0);
const THEIRS: RGBColor = RGBColor(0xa0, 0xae, 0xc0);
const MARK: RGBColor = RGBColor(0xc5, 0x30, 0x30);
const ROW: u32 = 28;
const AROUND: u32 = 80;
/// The average width of a letter.
const LETTER: usize = 7;

impl Bars {
    /// The plot.
    pub fn svg(&self) -> anyhow::Result<String> {
        let longest = self.bars.iter().map(|bar| bar.value).fold(1.0, f64::max);
        // The text behind the longest bar needs space, too.
        match self.scale {
            Scale::Linear => self.drawn(0.0, 0.0..longest * 1.2),
            Scale::Logarithmic => self.drawn(1.0, (1.0..longest.powf(1.2)).log_scale()),
        }
    }

    fn drawn<X>(&self, left: f64, lengths: X) -> anyhow::Result<String>
    where
        X: AsRangedCoord<Value = f64>,
        X::CoordDescType: Ranged<ValueType = f64> + ValueFormatter<f64>,
    {
        let (mut svg, count) = (String::new(), self.bars.len());
        let height = AROUND + ROW * u32::try_from(count)?;
        let area = SVGBackend::with_string(&mut svg, (WIDTH, height)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(self.title, TITLE)
            .margin(10)
            .set_label_area_size(LabelAreaPosition::Left, self.label_width()?)
            .set_label_area_size(LabelAreaPosition::Bottom, 30)
            .build_cartesian_2d(lengths, (0..count.saturating_sub(1)).into_segmented())?;
        let from_bottom = |row: usize| self.bars.iter().rev().nth(row);
        chart
            .configure_mesh()
            .disable_y_mesh()
            .x_max_light_lines(0)
            .y_labels(count)
            .y_label_formatter(&|row| match row {
                SegmentValue::CenterOf(row) => {
                    from_bottom(*row).map_or_else(String::new, Bar::text)
                }
                _ => String::new(),
            })
            .label_style(TEXT)
            .draw()?;
        chart.draw_series(self.bars.iter().rev().enumerate().map(|(row, bar)| {
            let ends =
                [(left, SegmentValue::Exact(row)), (bar.value, SegmentValue::Exact(row + 1))];
            let colour = if bar.is_ours { OURS } else { THEIRS };
            let mut drawn = Rectangle::new(ends, colour.filled());
            drawn.set_margin(4, 4, 0, 0);
            drawn
        }))?;
        chart.draw_series(self.bars.iter().rev().enumerate().map(|(row, bar)| {
            let style = TEXT.into_text_style(&area).pos(Pos::new(HPos::Left, VPos::Center));
            let text = Text::new(bar.shown.clone(), (6, 0), style);
            EmptyElement::at((bar.value, SegmentValue::CenterOf(row))) + text
        }))?;
        if let Some(mark) = self.mark {
            let ends = [SegmentValue::Exact(0), SegmentValue::Exact(count)];
            let line = PathElement::new(ends.map(|end| (mark, end)), MARK.stroke_width(2));
            chart.draw_series([line])?;
        }
        area.present()?;
        drop((chart, area));
        Ok(svg)
    }

    fn label_width(&self) -> anyhow::Result<u32> {
        let longest = self.bars.iter().map(|bar| bar.text().chars().count()).max();
        Ok(u32::try_from(longest.unwrap_or_default() * LETTER + 15)?)
    }
}

impl Bar {
    fn text(&self) -> String {
        self.label.replace('`', "")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(scale: Scale, values: [f64; 2]) -> anyhow::Result<String> {
        let bar = |value: f64| Bar {
            label: format!("`x` & {value}"),
            value,
            shown: format!("{value} ms"),
            is_ours: value < 2.0,
        };
        Bars { title: "a < b", scale, mark: Some(1.0), bars: values.map(bar).into() }.svg()
    }

    /// The widths of the bars, ours first.
    fn widths(svg: &str) -> Vec<f64> {
        let bars = ["#2B6CB0", "#A0AEC0"].map(|fill| {
            let bar = svg.lines().find(|line| line.starts_with("<rect") && line.contains(fill));
            let width =
                bar.and_then(|bar| bar.split_once("width=\"")?.1.split_once('"')?.0.parse().ok());
            width.unwrap_or(f64::NAN)
        });
        bars.into()
    }

    #[test]
    fn lengths_follow_the_scale() -> anyhow::Result<()> {
        let linear = widths(&svg(Scale::Linear, [1.0, 10.0])?);
        assert!((linear[1] / linear[0] - 10.0).abs() < 0.5, "{linear:?}");
        let logarithmic = widths(&svg(Scale::Logarithmic, [1.9, 1.9 * 1.9])?);
        assert!((logarithmic[1] / logarithmic[0] - 2.0).abs() < 0.1, "{logarithmic:?}");
        Ok(())
    }

    #[test]
    fn labels_are_escaped() -> anyhow::Result<()> {
        let svg = svg(Scale::Linear, [1.0, 10.0])?;
        assert!(svg.contains("a &lt; b") && svg.contains("x &amp; 10"), "{svg}");
        Ok(())
    }
}
