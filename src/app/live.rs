//! Parts of a page that follow the state. Each kind has one type, whatever computes it.

use leptos::prelude::*;

/// What a button or a choice does.
pub type Act = Box<dyn Fn()>;

/// A text that follows the state.
pub fn text(compute: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(compute)
}

/// A yes or no that follows the state.
pub fn flag(compute: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(compute)
}

/// A part that is drawn anew whenever what it read has changed.
pub fn part(draw: impl Fn() -> Option<AnyView> + Send + 'static) -> AnyView {
    part_boxed(Box::new(draw))
}

#[inline(never)]
fn part_boxed(draw: Box<dyn Fn() -> Option<AnyView> + Send>) -> AnyView {
    (move || draw().unwrap_or_else(|| ().into_any())).into_any()
}

/// Does something now and whenever what it read has changed. Not the generic one of Leptos, whose code
/// stands in the wasm once for each use.
pub fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

#[inline(never)]
fn follow_boxed(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

/// Does something when the browser has drawn what has changed. Not the generic function of Leptos: the
/// second part of the wasm can't give closures to the browser by itself.
pub fn when_drawn(act: impl FnOnce() + 'static) {
    when_drawn_boxed(Box::new(act));
}

#[inline(never)]
fn when_drawn_boxed(act: Box<dyn FnOnce()>) {
    request_animation_frame(act);
}
