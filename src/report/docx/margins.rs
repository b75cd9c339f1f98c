//! The head and the foot of each page.

use maud::{Markup, html};

use super::{
    contents::field,
    image::{LOGO, image, logo_image},
    layout::Layout,
    style::Style,
    style_names::StyleNames,
    words::text,
    xml::{RELATIONS, WORD},
};
use crate::{
    report::document::Document,
    text::{Key, Texts},
};

/// Most room for a logo at the head of a page, in twentieths of a point.
const LOGO_SPACE: (u32, u32) = (1_700, 420);

/// The title at the left, the logo at the right. Its picture is the first of the part's own.
pub(super) fn header(document: &Document, styles: &StyleNames, layout: Layout) -> Markup {
    let logo = document.brand.logo.as_ref();
    html! {
        w:hdr xmlns:w=(WORD) xmlns:r=(RELATIONS) {
            (line(styles, Style::Header, layout, &html! {
                w:r { (text(&document.title)) }
                w:r { w:tab {} }
                @match logo {
                    Some(logo) => (image(&logo_image(logo, LOGO_SPACE), LOGO, 1)),
                    None => @if !document.brand.name.is_empty() { w:r { (text(&document.brand.name)) } },
                }
            }))
        }
    }
}

/// What the report wants there at the left, the number of the page at the right.
pub(super) fn footer(
    document: &Document,
    styles: &StyleNames,
    texts: &Texts,
    layout: Layout,
) -> Markup {
    html! {
        w:ftr xmlns:w=(WORD) {
            (line(styles, Style::Footer, layout, &html! {
                w:r { (text(&document.footer)) }
                w:r { w:tab {} }
                (page_of(texts.get(Key::ReportPageOf)))
            }))
        }
    }
}

fn line(styles: &StyleNames, style: Style, layout: Layout, content: &Markup) -> Markup {
    html! {
        w:p {
            w:pPr {
                w:pStyle w:val=(styles.id(style)) {}
                w:tabs {
                    // Those of Word's own style, which templates keep.
                    w:tab w:val="clear" w:pos="4513" {}
                    w:tab w:val="clear" w:pos="4680" {}
                    w:tab w:val="clear" w:pos="9026" {}
                    w:tab w:val="clear" w:pos="9360" {}
                    w:tab w:val="right" w:pos=(layout.width()) {}
                }
            }
            (content)
        }
    }
}

/// `Page {page} of {pages}` with the numbers as fields, which Word and others count themselves.
fn page_of(words: &str) -> Markup {
    let pieces = words.split_inclusive('}').map(|piece| {
        let (before, field) = piece.split_once('{').unwrap_or((piece, ""));
        (before, field)
    });
    html! {
        @for (before, name) in pieces {
            @if !before.is_empty() { w:r { (text(before)) } }
            @match name {
                "page}" => (field("PAGE", "1")),
                "pages}" => (field("NUMPAGES", "1")),
                _ => {},
            }
        }
    }
}
