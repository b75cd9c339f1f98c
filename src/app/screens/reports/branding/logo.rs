//! The logo of reports: a picture that becomes a PNG here (docs/decisions/0025).

use leptos::{prelude::*, task::spawn_local};

use super::{
    super::super::super::{
        components::button::{Look, button},
        el::{El, el},
        live::part,
        words::{fill, t},
    },
    Draft, file_field,
};
use crate::{
    browser::{
        file::{Chosen, FileError},
        picture,
    },
    report::brand::{LARGEST_LOGO, decode, encode},
    text::Key,
};

/// Largest picture in bytes from which a logo is made.
const LARGEST_PICTURE: u32 = 20_000_000;
/// The longest side of a logo in pixels, from the best to the smallest worth trying.
const LOGO_SIDES: [u32; 3] = [1200, 600, 300];

/// The field for it, and what was chosen.
pub(super) fn logo(draft: Draft) -> El {
    let error = RwSignal::new(String::new());
    let chosen = move |chosen: Chosen| {
        spawn_local(async move {
            match logo_from(&chosen).await {
                Ok(logo) => {
                    error.set(String::new());
                    draft.set(|branding| branding.logo = logo);
                }
                Err(reason) => error.set(reason),
            }
        });
    };
    let hint = fill(Key::BrandingLogoHint, &[("kilobytes", &(LARGEST_LOGO / 1024).to_string())]);
    let accept = "image/png,image/svg+xml,image/jpeg,image/webp";
    let field = file_field(("branding-logo", Key::BrandingLogo, hint, accept), error, chosen);
    let logo = Memo::new(move |_| draft.branding.with(|branding| branding.logo.clone()));
    let preview = part(move || {
        let logo = logo.get();
        if logo.is_empty() {
            return None;
        }
        let image = el("img")
            .attr("src", format!("data:image/png;base64,{logo}"))
            .is("alt", t(Key::BrandingLogoAlt));
        let remove = button(Look::Quiet, t(Key::BrandingLogoRemove), move || {
            draft.set(|branding| branding.logo.clear());
        });
        Some(el("div").class("branding-logo").el(image).el(remove).done())
    });
    field.child(preview)
}

/// A PNG as it is when it is small enough; anything else as the browser draws it.
async fn logo_from(chosen: &Chosen) -> Result<String, String> {
    let too_large = || {
        let megabytes = (LARGEST_PICTURE / 1_000_000).to_string();
        fill(Key::BrandingLogoTooLarge, &[("megabytes", &megabytes)])
    };
    let unreadable = || t(Key::BrandingLogoUnreadable).to_owned();
    let told = |error| match error {
        FileError::TooLarge => too_large(),
        FileError::Unreadable(_) => unreadable(),
    };
    let bytes = chosen.content(LARGEST_PICTURE).await.map_err(told)?;
    if let Ok(logo) = encode(&bytes) {
        // Its header is one of a PNG; whether it is one, the browser knows.
        return picture::png(chosen, 1).await.map(|_| logo).map_err(told);
    }
    for side in LOGO_SIDES {
        let logo = picture::png(chosen, side).await.map_err(told)?;
        if decode(&logo).is_ok() {
            return Ok(logo);
        }
    }
    Err(unreadable())
}
