//! Sizes and colours of all plots.

use plotters::style::RGBColor;

/// The width of a plot.
pub const WIDTH: u32 = 760;
const INK: RGBColor = RGBColor(0x1f, 0x23, 0x28);

/// The font of labels, in the units of plotters, which draws 16 as 13 pixels.
pub const TEXT: (&str, u32, &RGBColor) = ("sans-serif", 16, &INK);
/// The font of titles.
pub const TITLE: (&str, u32, &RGBColor) = ("sans-serif", 19, &INK);
