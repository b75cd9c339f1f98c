//! Parts of a page that follow the state. Each kind has one type, whatever computes it: the view
//! code is generated once for it and not once for every closure, which halves the wasm.

use leptos::prelude::*;

/// A text that follows the state.
pub fn text(compute: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(compute)
}

/// A yes or no that follows the state.
pub fn flag(compute: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(compute)
}

type Draw = Box<dyn Fn() -> AnyView + Send>;

/// A part that is drawn anew whenever what it read has changed.
pub fn part(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    let draw: Draw = Box::new(move || draw().unwrap_or_else(|| ().into_any()));
    draw.into_any()
}
