//! Curves over two logarithmic axes; linear growth is a straight line.

use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use super::style::{TEXT, TITLE, WIDTH};

/// A curve.
pub struct Curve {
    /// Its label.
    pub label: String,
    /// Its points, from the left.
    pub points: Vec<(f64, f64)>,
}

/// A plot of curves.
pub struct Curves {
    /// The title.
    pub title: &'static str,
    /// The labels of the horizontal and the vertical axis.
    pub axes: [&'static str; 2],
    /// The curves.
    pub curves: Vec<Curve>,
}

const HEIGHT: u32 = 440;
const LABEL_WIDTH: u32 = 150;
const LINE: i32 = 17;

impl Curves {
    /// The plot.
    pub fn svg(&self) -> anyhow::Result<String> {
        let mut svg = String::new();
        let area = SVGBackend::with_string(&mut svg, (WIDTH, HEIGHT)).into_drawing_area();
        area.fill(&WHITE)?;
        let mut chart = ChartBuilder::on(&area)
            .caption(self.title, TITLE)
            .margin(10)
            .margin_right(LABEL_WIDTH)
            .set_label_area_size(LabelAreaPosition::Left, 70)
            .set_label_area_size(LabelAreaPosition::Bottom, 45)
            .build_cartesian_2d(
                self.range(|point| point.0).log_scale(),
                self.range(|point| point.1).log_scale(),
            )?;
        let [right, up] = self.axes;
        chart.configure_mesh().x_desc(right).y_desc(up).label_style(TEXT).draw()?;
        let mut ends = Vec::new();
        for (curve, colour) in self.curves.iter().zip(colours()) {
            let line = LineSeries::new(curve.points.iter().copied(), colour.stroke_width(2));
            chart.draw_series(line.point_size(3))?;
            let end = curve.points.last().map(|point| chart.backend_coord(point));
            ends.extend(end.map(|(right, down)| (down, right, curve.label.as_str(), colour)));
        }
        ends.sort_by_key(|end| end.0);
        let downs = spread(ends.iter().map(|end| end.0));
        for ((_, right, label, colour), down) in ends.into_iter().zip(downs) {
            let style = TEXT.into_text_style(&area).color(&colour);
            let style = style.pos(Pos::new(HPos::Left, VPos::Center));
            area.draw(&Text::new(label, (right + 10, down), style))?;
        }
        area.present()?;
        drop((chart, area));
        Ok(svg)
    }

    /// The range from the smallest to the greatest value.
    fn range(&self, side: fn(&(f64, f64)) -> f64) -> std::ops::Range<f64> {
        let values = self.curves.iter().flat_map(|curve| curve.points.iter().map(side));
        let ends = (f64::INFINITY, 0.0_f64);
        let (least, most) =
            values.fold(ends, |(least, most), value| (least.min(value), most.max(value)));
        least..most
    }
}

/// Moves heights, sorted from the top, apart by the height of a line of text.
fn spread(heights: impl Iterator<Item = i32>) -> Vec<i32> {
    let mut next = i32::MIN;
    let apart = heights.map(|height| {
        let height = height.max(next);
        next = height + LINE;
        height
    });
    apart.collect()
}

/// The palette of Okabe and Ito, which is safe for colour-blind readers, without its yellow, which is hard
/// to see on white.
fn colours() -> impl Iterator<Item = RGBColor> {
    let colours = [
        (0x00, 0x72, 0xb2),
        (0xe6, 0x9f, 0x00),
        (0x00, 0x9e, 0x73),
        (0xcc, 0x79, 0xa7),
        (0x56, 0xb4, 0xe9),
        (0xd5, 0x5e, 0x00),
        (0x1f, 0x23, 0x28),
    ];
    colours.into_iter().map(|(red, green, blue)| RGBColor(red, green, blue)).cycle()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_do_not_overlap() {
        assert_eq!(spread([10, 12, 100].into_iter()), [10, 10 + LINE, 100]);
    }

    #[test]
    fn every_curve_has_its_label() -> anyhow::Result<()> {
        let curve = |label: &str, up: f64| Curve {
            label: label.to_owned(),
            points: vec![(1.0, up), (10.0, up * 10.0), (100.0, up * 100.0)],
        };
        let curves = vec![curve("one", 1.0), curve("two", 2.0)];
        let svg = Curves { title: "Time", axes: ["size", "time"], curves }.svg()?;
        for text in ["Time", "size", "time", "one", "two"] {
            assert!(svg.lines().any(|line| line == text), "{text}: {svg}");
        }
        assert_eq!(svg.matches("stroke-width=\"2\" points=").count(), 2, "{svg}");
        Ok(())
    }
}
