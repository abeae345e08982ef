//! Plots as SVG, with a white background of their own on light and dark pages.

mod bars;
mod curves;
mod style;

pub use bars::{Bar, Bars, Scale};
pub use curves::{Curve, Curves};
