//! Choosing levels one after the other: of items on the page with all of them, of a risk on its page.

use serde_json::{Value, json};

use crate::page::{Page, number};
use crate::table::{Measure, Unit, percentile};

/// Somebody who rates, with a mouse.
pub struct Rater<'a> {
    page: &'a Page<'a>,
}

/// A page with levels to choose from.
pub struct Place {
    /// Its address after that of the assessment.
    path: &'static str,
    /// What follows a choice.
    following: &'static str,
    /// Groups of levels.
    choices: &'static str,
}

/// All items, with the overall conformity.
pub const ALL: Place = Place { path: "/all", following: ".sticky", choices: ".rating-row" };

/// One risk of many: how likely and how grave it is, and what its level is then.
pub const RISK: Place = Place {
    path: "/risk/r250",
    following: "section[aria-labelledby=levels]",
    choices: ".risk-scale:has([id|=likelihood], [id|=impact])",
};

impl<'a> Rater<'a> {
    /// Opens a page of the assessment and waits until everything has arrived.
    ///
    /// # Errors
    /// The app doesn't start.
    pub fn new(page: &'a Page, place: &Place) -> Result<Self, String> {
        page.run_first(include_str!("watch.js"))?;
        page.go_to(place.path)?;
        page.script("return watched.untilQuiet()", vec![])?;
        let parts = vec![place.following.into(), place.choices.into()];
        page.script(include_str!("clicks.js"), parts)?;
        page.slow_down()?;
        Ok(Self { page })
    }

    /// Chooses so many levels, evenly spread over the page.
    ///
    /// # Errors
    /// A click has no effect.
    pub fn measure(&self, place: &str, items: usize, factor: f64) -> Result<Vec<Measure>, String> {
        for nth in 0..items {
            if nth % 41 == 0 {
                println!("{place}: {nth} of {items}");
            }
            self.rate(nth, items)?;
        }
        let clicks = self.page.script("return rating.result()", vec![])?;
        let p98 = |of: &str| {
            let values = clicks.get(of).and_then(Value::as_array).into_iter().flatten();
            percentile(values.filter_map(Value::as_f64).collect(), 98)
        };
        let measure = |name, value, unit, budget| {
            Measure::new(format!("{place}: {name}"), value, unit, budget * factor)
        };
        Ok(vec![
            measure("click to score, p98", p98("scored")?, Unit::Milliseconds, 16.0),
            measure("click to paint, p98", p98("painted")?, Unit::Milliseconds, 60.0),
            measure(
                "long tasks from click to saved",
                number(&clicks, "/longTasks")?,
                Unit::Times,
                0.0,
            ),
        ])
    }

    fn rate(&self, nth: usize, of: usize) -> Result<(), String> {
        let spot =
            self.page.script("return rating.aim(...arguments)", vec![nth.into(), of.into()])?;
        let (x, y) = (number(&spot, "/x")?, number(&spot, "/y")?);
        for (kind, buttons) in [("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0)] {
            let button = if kind == "mouseMoved" { "none" } else { "left" };
            let event = json!({ "type": kind, "x": x, "y": y, "button": button, "buttons": buttons, "clickCount": 1 });
            self.page.cdp("Input.dispatchMouseEvent", event)?;
        }
        self.page.script("return rating.untilSaved()", vec![]).map(drop)
    }
}
