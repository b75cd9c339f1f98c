//! A QR code on the page.

use crate::app::{
    el::{El, path, svg},
    words::t,
};
use crate::{report::qr::Qr, text::Key};

/// The QR code of a link; `None` when the link is too long for one. Dark on white in every theme, for
/// cameras.
pub fn qr(link: &str) -> Option<El> {
    let code = Qr::of(link)?;
    let side = code.side;
    let drawing = svg()
        .class("qr")
        .attr("viewBox", format!("0 0 {side} {side}"))
        .is("role", "img")
        .is("shape-rendering", "crispEdges")
        .is("aria-label", t(Key::WorkshopQrLabel))
        .el(path().class("qr-light").attr("d", format!("M0 0h{side}v{side}H0z")))
        .el(path().class("qr-dark").attr("d", code.outline));
    Some(drawing)
}
