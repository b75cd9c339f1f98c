//! The page around the app: title, language, focus, theme.

use super::rows::each;
use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Element, Event, HtmlDialogElement, HtmlElement, HtmlInputElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

/// Sets the title that the tab and the history show.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Sets an attribute of the root element, or removes it.
pub fn set_root_attribute(name: &str, value: Option<&str>) {
    let root = super::document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = match value {
            Some(value) => root.set_attribute(name, value),
            None => root.remove_attribute(name),
        };
    }
}

/// Empties the element that the app is drawn into and returns it.
#[must_use]
pub fn stage() -> Option<HtmlElement> {
    let stage = super::document()?.get_element_by_id("app")?;
    stage.set_text_content(None);
    stage.dyn_into().ok()
}

/// Moves the focus to the first heading, as a page load would move a reader to the top.
pub fn focus_heading() {
    let heading =
        super::document().and_then(|document| document.query_selector("h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
    scroll_to(0.0);
}

/// Whether the focus is on the first heading.
#[must_use]
pub fn is_on_heading() -> bool {
    let active = super::document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.tag_name() == "H1")
}

/// How far down the page is scrolled, in CSS pixels.
#[must_use]
pub fn scrolled() -> f64 {
    super::window().and_then(|window| window.scroll_y().ok()).unwrap_or_default()
}

/// Scrolls the page down this far.
pub fn scroll_to(top: f64) {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, top);
    }
}

/// Whether there is room for two columns.
#[inline(never)] // see super::hold
#[must_use]
pub fn is_wide() -> bool {
    let wide = super::window().and_then(|window| window.match_media("(min-width: 58rem)").ok()?);
    wide.is_some_and(|wide| wide.matches())
}

/// Whether a click is the tap of a finger, which can't point at something before.
#[inline(never)] // see super::hold
#[must_use]
pub fn is_tap(event: &Event) -> bool {
    let coarse = super::window().and_then(|window| window.match_media("(pointer: coarse)").ok()?);
    let pressed = event.dyn_ref::<web_sys::MouseEvent>().is_some_and(|click| click.detail() > 0);
    pressed && coarse.is_some_and(|coarse| coarse.matches())
}

fn dialog() -> Option<HtmlDialogElement> {
    super::document()?.query_selector("dialog").ok()??.dyn_into().ok()
}

/// Whether a dialog is on the page.
#[must_use]
pub fn has_dialog() -> bool {
    dialog().is_some()
}

/// Shows the dialog that is on the page as a modal one, which takes the focus. What stands in its
/// first field is selected, so that typing replaces it.
pub fn show_dialog() {
    let Some(dialog) = dialog() else { return };
    let _ = dialog.show_modal();
    let field = dialog.query_selector("input").ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        field.select();
    }
}

/// Closes the dialog that is on the page, if there is one; it gives the focus back.
pub fn close_dialog() {
    if let Some(dialog) = dialog() {
        dialog.close();
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = super::document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Whether the element with this id has the focus.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    let active = super::document().and_then(|document| document.active_element());
    active.is_some_and(|active| active.id() == id)
}

/// The link by which the page is being left for a fragment: where it leads and, where several lead
/// there, which of them has the focus. For [`return_to`].
#[must_use]
pub fn left_by(fragment: &str) -> String {
    let active = super::document().and_then(|document| document.active_element());
    let place = links_to(fragment).iter().position(|link| Some(link) == active.as_ref());
    place.map_or_else(|| fragment.to_owned(), |place| format!("{fragment} {place}"))
}

/// Moves the focus to the link of the page that [`left_by`] told of. Nothing moves where several lead to
/// the same place and none of them had the focus: some browsers give a link none that is clicked.
pub fn return_to(link: &str) {
    let (fragment, place) = link.split_once(' ').unwrap_or((link, ""));
    let links = links_to(fragment);
    let link = match (links.as_slice(), place.parse::<usize>()) {
        ([only], _) => Some(only),
        (links, Ok(place)) => links.get(place),
        _ => None,
    };
    if let Some(link) = link.and_then(|link| link.dyn_ref::<HtmlElement>()) {
        let _ = link.focus();
    }
}

/// The links of the page that lead to a fragment. The views above every page lead to many places too,
/// but less often is it they that were followed.
fn links_to(fragment: &str) -> Vec<Element> {
    let link = format!("main a[href='#{fragment}']");
    let find = |selector: &str| -> Vec<Element> {
        each(super::document().and_then(|document| document.query_selector_all(selector).ok()))
            .collect()
    };
    let links = find(&format!("{link}:not(.views a)"));
    if links.is_empty() { find(&link) } else { links }
}

/// Tells the styles how high the messages are that stand at the lower edge, as `--foot`.
pub fn note_foot() {
    let Some(document) = super::document() else { return };
    let find = |selector| document.query_selector(selector).ok().flatten()?.dyn_into().ok();
    let (messages, root): (Option<HtmlElement>, Option<HtmlElement>) =
        (find(".messages"), find("html"));
    if let (Some(messages), Some(root)) = (messages, root) {
        let height = format!("{}px", messages.offset_height());
        let _ = root.style().set_property("--foot", &height);
    }
}

/// Scrolls no further than needed to see the element with this id.
#[inline(never)] // see super::hold
pub fn reveal(id: &str) {
    if let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) {
        bring_into_view(&element);
    }
}

/// The same for the field or choice that has the focus, if one has.
pub fn reveal_focus() {
    let active = super::document().and_then(|document| document.active_element());
    if let Some(active) = active.filter(|active| active.tag_name() == "INPUT") {
        bring_into_view(&active);
    }
}

fn bring_into_view(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Moves the focus to the list of assessments, or else to the heading, if what had it is gone.
pub fn catch_focus() {
    let Some(document) = super::document() else { return };
    let lost = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
    let find = |selector: &str| document.query_selector(selector).ok().flatten();
    if let Some(heading) = find("#kept").or_else(|| find("h1")).filter(|_| lost) {
        let _ = heading.unchecked_into::<HtmlElement>().focus();
    }
}

/// Whether what an event happened to is open (`details`).
#[must_use]
pub fn is_open(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.has_attribute("open"))
}

/// Whether the person points at the messages or has the focus there.
#[must_use]
pub fn attends_messages() -> bool {
    let attended = ".messages:is(:hover, :focus-within)";
    super::document().and_then(|page| page.query_selector(attended).ok()?).is_some()
}

/// Whether the focus is in a field for text.
#[must_use]
pub fn in_text_field() -> bool {
    const NO_TEXT: [&str; 6] = ["radio", "checkbox", "button", "submit", "file", "range"];
    let active = super::document().and_then(|document| document.active_element());
    active.is_some_and(|active| match active.dyn_ref::<HtmlInputElement>() {
        Some(input) => !NO_TEXT.contains(&input.type_().as_str()),
        None => active.tag_name() == "TEXTAREA",
    })
}

/// Lets the browser do what is waiting, such as answering a click, before a long work goes on.
pub async fn breathe() {
    let _ = JsFuture::from(pause()).await;
}

/// Waits for about half a second.
pub async fn rest() {
    let _ = JsFuture::from(half_second()).await;
}

/// A promise that is kept after half a second.
#[inline(never)] // see super::hold
pub fn half_second() -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, 500);
        }
    })
}

/// A promise that is kept when the browser has nothing else to do.
#[inline(never)] // see super::hold
pub fn pause() -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback(&done);
        }
    })
}

/// Waits so many milliseconds.
pub async fn wait(millis: i32) {
    let _ = JsFuture::from(pause_for(millis)).await;
}

/// A promise that is kept after so many milliseconds.
#[inline(never)] // see super::hold
pub fn pause_for(millis: i32) -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = super::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, millis);
        }
    })
}
