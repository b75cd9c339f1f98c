//! The colour of titles, and whether they can be read in it.

use leptos::prelude::*;

use super::{
    super::super::super::{
        components::field::Frame,
        el::{El, el},
        live::{flag, text},
        words::{fill, t},
    },
    Draft,
};
use crate::{
    report::{
        brand::{ACCENT, Accent},
        contrast::hex,
    },
    text::Key,
};

/// The fields for it, with a sample and its contrast.
pub(super) fn accent(draft: Draft) -> El {
    let entered = draft.text(|branding| &branding.accent);
    let known = move || entered.with(|text| Accent::parse(text));
    let wrong = flag(move || entered.with(|text| !text.trim().is_empty()) && known().is_none());
    let frame = Frame {
        id: "branding-accent",
        label: Key::BrandingAccent,
        hint: Some(Key::BrandingAccentHint),
        error: Some((Key::BrandingAccentWrong, wrong)),
    };
    let field = draft.field(&frame, |branding| &mut branding.accent).attr("size", "10".to_owned());
    let used = move || known().unwrap_or_else(|| Accent::new(ACCENT));
    let pick = el("input")
        .is("type", "color")
        .is("aria-label", t(Key::BrandingAccentPick))
        .value(text(move || hex(used().chosen)))
        .on("input", move |event| {
            let picked = event_target_value(&event);
            draft.branding.update(|branding| branding.accent = picked);
        })
        .on("change", move |_| draft.keep());
    let told = text(move || {
        // Of a colour that isn't one nothing can be said.
        if wrong.get() {
            return String::new();
        }
        let accent = used();
        let contrast = ratio(accent.contrast);
        let values = [("contrast", &*contrast), ("used", &hex(accent.used))];
        let readable = accent.is_readable();
        fill(if readable { Key::BrandingAccentGood } else { Key::BrandingAccentFaint }, &values)
    });
    let sample = el("p")
        .class("branding-sample")
        .property("color", text(move || hex(used().used)))
        .text(t(Key::BrandingSample));
    el("div").child(frame.around(el("div").class("branding-accent").el(field).el(pick))).el(el(
        "div",
    )
    .class("field branding-contrast")
    .el(sample)
    .el(el("p").is("role", "status").live(told)))
}

/// `4.54` from hundredths.
fn ratio(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_have_two_digits() {
        assert_eq!([ratio(454), ratio(2100), ratio(103)], ["4.54", "21.00", "1.03"]);
    }
}
