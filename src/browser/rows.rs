//! A long list of rows with controls in them: which row an event belongs to, and one stop of the Tab
//! key for all rows, which is where the focus was last.
//!
//! A row is an element with the attribute `data-item`; the list is the closest `.pick-list` around.

use std::cell::RefCell;

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, NodeList};

/// All controls of a row.
const CONTROLS: &str = "a, input";

/// Where in the list an event happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// What the row is about.
    pub item: String,
    /// The control, if it is a radio button or a checkbox.
    pub control: Option<Control>,
    /// Whether the person clicked once and by hand: no second click of a double click, no key.
    pub single_click: bool,
    /// Whether Shift was held.
    pub shift: bool,
}

/// A radio button or a checkbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// Whether it is one of several.
    pub radio: bool,
    /// What it stands for.
    pub value: String,
    /// Whether it is chosen now.
    pub checked: bool,
}

/// Where in the list an event happened.
#[must_use]
pub fn spot(event: &Event) -> Option<Spot> {
    let target = target(event)?;
    let control = target.dyn_ref::<HtmlInputElement>().map(|input| Control {
        radio: input.type_() == "radio",
        value: input.value(),
        checked: input.checked(),
    });
    let mouse = event.dyn_ref::<MouseEvent>();
    Some(Spot {
        item: row_of(&target)?.get_attribute("data-item")?,
        control,
        single_click: mouse.is_some_and(|mouse| mouse.detail() == 1),
        shift: mouse.is_some_and(MouseEvent::shift_key),
    })
}

/// The key that was pressed, without Ctrl, Alt or ⌘; `None` for anything else.
#[must_use]
pub fn plain_key(event: &Event) -> Option<String> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    let held = key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing();
    (!held).then(|| key.key())
}

/// Keeps a key to the list: neither the browser nor the page does anything else with it.
pub fn keep(event: &Event) {
    event.prevent_default();
    event.stop_propagation();
}

thread_local! {
    /// The row that was last made a stop. Looking for it costs more than all else that a choice does.
    static STOP: RefCell<Option<Element>> = const { RefCell::new(None) };
}

/// Makes the row of an event the one that the Tab key stops at.
pub fn stop_here(event: &Event) {
    let Some(row) = target(event).and_then(|target| row_of(&target)) else { return };
    let Some(before) = STOP.try_with(|stop| stop.replace(Some(row.clone()))).ok() else { return };
    let list = list_of(&row);
    match before.filter(|before| before.is_connected() && list_of(before) == list) {
        // A part of it may have been drawn anew.
        Some(before) if before == row => {
            let all = row.query_selector("[tabindex='-1']").ok().flatten().is_none();
            if all {
                return;
            }
        }
        Some(before) => set_tabindex(before.query_selector_all(CONTROLS).ok(), "-1"),
        None => {
            let stops = list.and_then(|list| list.query_selector_all("[tabindex='0']").ok());
            set_tabindex(stops, "-1");
        }
    }
    set_tabindex(row.query_selector_all(CONTROLS).ok(), "0");
}

fn set_tabindex(elements: Option<NodeList>, value: &str) {
    for element in each(elements) {
        let _ = element.set_attribute("tabindex", value);
    }
}

/// Moves the focus to the tick of a row.
pub fn focus_tick(item: &str) {
    let tick = format!(".pick-list [data-item='{item}'] [type='checkbox']");
    let tick = super::document().and_then(|document| document.query_selector(&tick).ok()?);
    if let Some(tick) = tick.and_then(|tick| tick.dyn_into::<HtmlElement>().ok()) {
        let _ = tick.focus();
    }
}

/// Moves the focus by so many rows, to the control of the same kind; at the ends it stays.
pub fn step(event: &Event, by: i32) {
    let Some(target) = target(event) else { return };
    let Some((row, list)) = row_of(&target).and_then(|row| Some((row.clone(), list_of(&row)?)))
    else {
        return;
    };
    let mut rows: Vec<Element> = each(list.query_selector_all("[data-item]").ok()).collect();
    if by < 0 {
        rows.reverse();
    }
    let mut rows = rows.into_iter().skip_while(|other| *other != row);
    if let Some(next) = rows.nth(1) {
        let same = match target.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "checkbox" => "[type='checkbox']",
            Some(_) => "[type='radio']",
            None => "a",
        };
        let find = |selector: &str| next.query_selector(selector).ok().flatten();
        let chosen = same.contains("radio").then(|| find("[type='radio']:checked")).flatten();
        let focus = chosen.or_else(|| find(same)).or_else(|| find(CONTROLS));
        if let Some(focus) = focus.and_then(|focus| focus.dyn_into::<HtmlElement>().ok()) {
            let _ = focus.focus();
        }
    }
}

/// Moves the focus to the choice with this value, if it is on another choice of the same row; whether it
/// was on one.
#[must_use]
pub fn follow_choice(event: &Event, value: &str) -> bool {
    let Some(target) = target(event) else { return false };
    let on_choice =
        target.dyn_ref::<HtmlInputElement>().is_some_and(|input| input.type_() == "radio");
    if let Some(row) = row_of(&target).filter(|_| on_choice) {
        let choices = each(row.query_selector_all("[type='radio']").ok());
        let mut choices = choices.filter_map(|choice| choice.dyn_into::<HtmlInputElement>().ok());
        if let Some(choice) = choices.find(|choice| choice.value() == value) {
            let _ = choice.focus();
        }
    }
    on_choice
}

/// Ticks the checkboxes of these rows, or takes their ticks away.
pub fn tick(items: &[String], checked: bool) {
    let Some(document) = super::document() else { return };
    for row in each(document.query_selector_all("[data-item]").ok()) {
        let wanted = row.get_attribute("data-item").is_some_and(|item| items.contains(&item));
        let tick = row.query_selector("[type='checkbox']").ok().flatten();
        if let Some(tick) = tick.filter(|_| wanted) {
            tick.unchecked_into::<HtmlInputElement>().set_checked(checked);
        }
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn row_of(element: &Element) -> Option<Element> {
    element.closest("[data-item]").ok()?
}

fn list_of(row: &Element) -> Option<Element> {
    row.closest(".pick-list").ok()?
}

pub(super) fn each(elements: Option<NodeList>) -> impl Iterator<Item = Element> {
    let elements: Vec<Element> = elements
        .into_iter()
        .flat_map(|elements| {
            (0..elements.length()).filter_map(move |place| elements.get(place)?.dyn_into().ok())
        })
        .collect();
    elements.into_iter()
}
