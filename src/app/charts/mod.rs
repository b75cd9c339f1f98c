//! Charts, drawn as SVG. The numbers stand beside them as text.

pub mod path;
pub mod pie;
pub mod range_bar;
pub mod risk_arrows;
pub mod steps;
pub mod trend;
