//! Turning a picture that the person chose into a PNG.
//!
//! It is drawn as an image on a canvas. What is drawn as an image runs no script and fetches nothing, so
//! of an SVG only what can be seen is left, and no cleaner of SVG has to be trusted
//! (docs/decisions/0025).

use js_sys::Promise;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::{
    file::{Chosen, FileError},
    pixels::Drawable,
};

/// How a data address of a PNG begins, before its base64.
const PNG: &str = "data:image/png;base64,";
/// How wide and high a picture is that doesn't say so itself.
const UNSAID: (u32, u32) = (300, 150);

/// A picture as PNG, in base64, with no side longer than `longest` pixels.
///
/// # Errors
/// [`FileError`] when the browser can't show it as a picture, or doesn't let it be drawn.
pub async fn png(chosen: &Chosen, longest: u32) -> Result<String, FileError> {
    let unreadable = || FileError::Unreadable(String::new());
    let address = chosen.address().ok_or_else(unreadable)?;
    let begun = begin(&address);
    let shown = match &begun {
        Some((_, shown)) => JsFuture::from(shown.clone()).await.is_ok(),
        None => false,
    };
    let drawn = begun.filter(|_| shown).and_then(|(image, _)| {
        // Lines stay sharp at any size, pixels don't.
        let grows = chosen.is_svg();
        draw(&image, longest, grows)
    });
    forget(&address);
    let drawn = drawn.ok_or_else(unreadable)?;
    drawn.strip_prefix(PNG).map(str::to_owned).ok_or_else(unreadable)
}

/// A picture that was read, to be looked at by the program.
///
/// # Errors
/// [`FileError`] when the browser can't show it as a picture.
pub async fn read(chosen: &Chosen) -> Result<Drawable, FileError> {
    let unreadable = || FileError::Unreadable(String::new());
    let address = chosen.address().ok_or_else(unreadable)?;
    let (image, shown) = begin(&address).ok_or_else(unreadable)?;
    let shown = JsFuture::from(shown).await;
    forget(&address);
    shown.map_err(|_| unreadable())?;
    Ok(Drawable(image.into()))
}

/// Begins to read a picture.
#[inline(never)] // see super::hold
#[must_use]
pub fn begin(address: &str) -> Option<(HtmlImageElement, Promise)> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address);
    let shown = image.decode();
    Some((image, shown))
}

/// Draws a picture and returns it as a data address.
#[inline(never)] // see super::hold
#[must_use]
pub fn draw(image: &HtmlImageElement, longest: u32, grows: bool) -> Option<String> {
    let (width, height) = match (image.natural_width(), image.natural_height()) {
        (0, _) | (_, 0) => UNSAID,
        size => size,
    };
    let (width, height) = scaled(width, height, longest, grows);
    let canvas = super::document()?.create_element("canvas").ok()?;
    let canvas: HtmlCanvasElement = canvas.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context
        .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, width, height)
        .ok()?;
    canvas.to_data_url_with_type("image/png").ok()
}

/// Lets go of an address.
#[inline(never)] // see super::hold
pub fn forget(address: &str) {
    let _ = Url::revoke_object_url(address);
}

/// The size of a picture whose longer side is at most `longest` pixels, or just as long when it grows.
pub(super) fn scaled(width: u32, height: u32, longest: u32, grows: bool) -> (u32, u32) {
    let longer = width.max(height).max(1);
    if longer <= longest && !grows {
        return (width, height);
    }
    let scale = |side: u32| {
        let scaled = u64::from(side) * u64::from(longest) / u64::from(longer);
        u32::try_from(scaled).unwrap_or(longest).max(1)
    };
    (scale(width), scale(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proportions_stay() {
        for (size, grows, expected) in [
            ((2400, 600), false, (1200, 300)),
            ((600, 2400), false, (300, 1200)),
            ((40, 10), false, (40, 10)),
            ((40, 10), true, (1200, 300)),
            ((5000, 1), false, (1200, 1)),
            ((u32::MAX, u32::MAX), false, (1200, 1200)),
        ] {
            assert_eq!(scaled(size.0, size.1, 1200, grows), expected, "{size:?}");
        }
    }
}
