//! Pictures in the text, and the parts of the file that hold them.

use maud::{Markup, html};

use super::{layout::Layout, xml::PLACES};
use crate::report::document::Logo;

/// Lengths of pictures are in English Metric Units: this many make a twentieth of a point.
const UNITS_PER_TWENTIETH: u64 = 635;

/// The number of the logo, where there is one: the head of each page shows it too.
pub(super) const LOGO: usize = 1;

/// The pictures of a file. The parts of one have the number at which it stands here, from 1.
pub(super) struct Images<'a>(Vec<&'a [u8]>);

/// A picture in the text.
pub(super) struct Image<'a> {
    pub(super) png: &'a [u8],
    /// Width and height it is made for, in twentieths of a point.
    pub(super) size: (u32, u32),
    /// Width and height that there are, likewise. It is made smaller to fit, never larger.
    pub(super) space: (u32, u32),
    /// What it shows, for those who don't see it.
    pub(super) words: &'a str,
}

impl<'a> Images<'a> {
    /// No pictures yet but the logo.
    pub(super) fn with(logo: Option<&'a Logo>) -> Self {
        Self(logo.into_iter().map(|logo| logo.png.as_slice()).collect())
    }

    /// Keeps a picture, once even if it is shown more often, and gives its number.
    pub(super) fn keep(&mut self, png: &'a [u8]) -> usize {
        let known = self.0.iter().position(|kept| *kept == png);
        let at = known.unwrap_or_else(|| {
            self.0.push(png);
            self.0.len() - 1
        });
        at + 1
    }

    /// Each with its number.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &'a [u8])> + Clone {
        self.0.iter().enumerate().map(|(at, png)| (at + 1, *png))
    }
}

/// A logo in this much room, which it fills as far as its form allows.
pub(super) fn logo_image(logo: &Logo, space: (u32, u32)) -> Image<'_> {
    let (width, height) = logo.size;
    // As large as it may get, so that it is made to fit.
    let enlarged = |length: u32| length.max(1).saturating_mul(1_000);
    Image { png: &logo.png, size: (enlarged(width), enlarged(height)), space, words: &logo.name }
}

/// Space for a figure on a page.
pub(super) const fn space(layout: Layout) -> (u32, u32) {
    // The caption and a heading want room too.
    (layout.width(), layout.height() * 4 / 5)
}

/// A run with a picture; `number` is that of its parts, `id` its own among all that are drawn.
pub(super) fn image(image: &Image<'_>, number: usize, id: usize) -> Markup {
    let (width, height) = fit(image.size, image.space);
    let (width, height) =
        (u64::from(width) * UNITS_PER_TWENTIETH, u64::from(height) * UNITS_PER_TWENTIETH);
    let name = format!("Picture {id}");
    html! {
        w:r {
            w:drawing {
                wp:inline xmlns:wp=(PLACES) distT="0" distB="0" distL="0" distR="0" {
                    wp:extent cx=(width) cy=(height) {}
                    wp:docPr id=(id) name=(name) descr=(image.words) {}
                    wp:cNvGraphicFramePr {
                        a:graphicFrameLocks xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" noChangeAspect="1" {}
                    }
                    a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {
                        a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture" {
                            pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" {
                                pic:nvPicPr {
                                    pic:cNvPr id=(id) name=(name) descr=(image.words) {}
                                    pic:cNvPicPr {}
                                }
                                pic:blipFill {
                                    a:blip r:embed=(relation(number)) {}
                                    a:stretch { a:fillRect {} }
                                }
                                pic:spPr {
                                    a:xfrm { a:off x="0" y="0" {} a:ext cx=(width) cy=(height) {} }
                                    a:prstGeom prst="rect" { a:avLst {} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// By what the text refers to a picture.
pub(super) fn relation(number: usize) -> String {
    format!("picture{number}")
}

/// Where in the file a picture lies, seen from the text.
pub(super) fn place(number: usize) -> String {
    format!("media/image{number}.png")
}

/// The largest size of this form that fits, and is no larger than asked for.
fn fit((width, height): (u32, u32), (most_width, most_height): (u32, u32)) -> (u32, u32) {
    let (width, height) = (width.max(1), height.max(1));
    let scaled = |length: u32, most: u32, of: u32| {
        let scaled = u64::from(length) * u64::from(most) / u64::from(of);
        u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
    };
    let (width, height) = if width > most_width {
        (most_width, scaled(height, most_width, width))
    } else {
        (width, height)
    };
    if height > most_height {
        (scaled(width, most_height, height), most_height)
    } else {
        (width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_keep_their_form() {
        assert_eq!(fit((300, 200), (1000, 1000)), (300, 200));
        assert_eq!(fit((2000, 200), (1000, 1000)), (1000, 100));
        assert_eq!(fit((2000, 8000), (1000, 1000)), (250, 1000));
        assert_eq!(fit((0, 0), (10, 10)), (1, 1));
        assert_eq!(fit((u32::MAX, 1), (10, 10)), (10, 1));
    }
}
