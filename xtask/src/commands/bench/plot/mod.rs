//! Plots as SVG, in colours that are legible on a white card, whatever the page around it.

mod bars;
mod curves;

use plotters::style::RGBColor;

pub use bars::{Bar, Bars, Scale};
pub use curves::{Curve, Curves};

const WIDTH: u32 = 760;
const INK: RGBColor = RGBColor(0x1f, 0x23, 0x28);

/// In the units of plotters, which draws 13 pixels of them.
const TEXT: (&str, u32, &RGBColor) = ("sans-serif", 16, &INK);
const TITLE: (&str, u32, &RGBColor) = ("sans-serif", 19, &INK);
