//! Questions and reasons are plain English.

use plumbline::text::ItemGuidance;

use crate::{files::iso27001, wording::mean_ease};

/// Thousandths of 45, which is where “difficult” English ends for a reader in business.
const BAR: i64 = 45_000;

#[test]
fn questions_and_reasons_read_easily_on_average() {
    let questionnaire = iso27001();
    let english = questionnaire.languages.iter().find(|language| language.tag == "en").unwrap();
    let asks = english.texts.asks.values().map(String::as_str);
    let whys = english.guided().map(|(_, ItemGuidance { why, .. })| &**why);
    let averages = [("ask", mean_ease(asks)), ("why", mean_ease(whys))];
    assert!(averages.iter().all(|(_, average)| *average > BAR), "{averages:?} not above {BAR}");
}
