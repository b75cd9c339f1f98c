//! A QR code, dark on light in every theme: cameras read nothing else.

use leptos::prelude::*;

use crate::report::qr::Qr;

/// Draws it; `label` says where it leads. Whoever can't scan it finds the text itself beside it.
pub fn qr(code: Qr, label: String) -> AnyView {
    let side = code.side;
    let frame = format!("0 0 {side} {side}");
    view! {
        <svg class="qr" viewBox=frame shape-rendering="crispEdges" role="img" aria-label=label>
            <rect width="100%" height="100%" fill="#fff"></rect>
            <path d=code.outline fill="#000"></path>
        </svg>
    }
    .into_any()
}
