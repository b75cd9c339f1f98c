//! Charts, drawn as SVG. The numbers stand beside them as text.

pub mod path;
pub mod pie;
pub mod range_bar;
pub mod risk_arrows;
pub mod steps;
pub mod trend;

use super::el::{El, path, svg};

/// What changes over time, in a square of 1000 that is stretched to the room there is: a grid and lines, each
/// with its class and its outline. `label` says in words what is to be seen.
fn over_time(label: String, grid: &'static str, lines: [(&'static str, String); 3]) -> El {
    svg()
        .class("trend-chart")
        .is("viewBox", "0 0 1000 1000")
        .is("preserveAspectRatio", "none")
        .is("role", "img")
        .attr("aria-label", label)
        .el(path().class("trend-grid").is("d", grid))
        .children(lines.map(|(class, line)| path().class(class).attr("d", line).done()))
}
