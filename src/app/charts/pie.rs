//! A disc that is filled as far as a level's credit goes: the shape that goes with the word.

use leptos::prelude::AnyView;

use super::super::el::{circle, path, svg};

/// The outline of the filled part of a disc of radius 100 around 0,0, from the top clockwise, for a
/// share in 0 to 360 degrees; `None` when nothing or all of it is filled.
///
/// Points on the circle come from a table of every 30 degrees, for the credits of scales are simple
/// fractions and the domain knows no floats.
#[must_use]
pub fn slice(degrees: u64) -> Option<String> {
    const CIRCLE: [(i32, i32); 12] = [
        (0, -100),
        (50, -87),
        (87, -50),
        (100, 0),
        (87, 50),
        (50, 87),
        (0, 100),
        (-50, 87),
        (-87, 50),
        (-100, 0),
        (-87, -50),
        (-50, -87),
    ];
    let step = usize::try_from(degrees.saturating_add(15) / 30).ok()?;
    let (x, y) = CIRCLE.get(step).filter(|_| step > 0)?;
    let large = u8::from(step > 6);
    Some(format!("M0 0V-100A100 100 0 {large} 1 {x} {y}Z"))
}

/// A disc filled as far as `credit` goes, out of `unit`.
pub fn pie(credit: u64, unit: u64) -> AnyView {
    let degrees = credit.saturating_mul(360).checked_div(unit).unwrap_or_default();
    let ring = if credit >= unit { "shape-ring shape-full" } else { "shape-ring" };
    let filled = slice(degrees).filter(|_| credit < unit).unwrap_or_default();
    svg()
        .class("shape")
        .is("viewBox", "-115 -115 230 230")
        .is("aria-hidden", "true")
        .el(circle().is("r", "100").class(ring))
        .el(path().attr("d", filled).class("shape-fill"))
        .done()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_end_where_they_should() {
        let cases = [
            (0, None),
            (90, Some("M0 0V-100A100 100 0 0 1 100 0Z")),
            (120, Some("M0 0V-100A100 100 0 0 1 87 50Z")),
            (180, Some("M0 0V-100A100 100 0 0 1 0 100Z")),
            (240, Some("M0 0V-100A100 100 0 1 1 -87 50Z")),
            (360, None),
        ];
        for (degrees, expected) in cases {
            assert_eq!(slice(degrees).as_deref(), expected, "{degrees}");
        }
    }
}
