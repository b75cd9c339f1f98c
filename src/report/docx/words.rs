//! Paragraphs and the words in them.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{style::Style, style_names::StyleNames};
use crate::report::document::{Block, Document, Span};

/// Writes paragraphs.
pub(super) struct Words<'a> {
    pub(super) styles: &'a StyleNames,
    pub(super) bookmarks: Bookmarks<'a>,
}

/// What a paragraph has beside its style and words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Extra {
    /// The number of the bookmark around its words.
    pub(super) bookmark: Option<usize>,
    /// The list that it counts in, unless that is the one of its style.
    pub(super) list: Option<usize>,
    /// Whether it stays on the page of what follows.
    pub(super) keep: bool,
    /// Whether its words stand at the right.
    pub(super) at_right: bool,
    /// The space before and after it, in twentieths of a point, where it isn't that of its style.
    pub(super) space: Option<(u32, u32)>,
}

impl Words<'_> {
    /// A paragraph of this style.
    pub(super) fn paragraph(&self, style: Style, spans: &[Span], extra: Extra) -> Markup {
        let Extra { bookmark, list, keep, at_right, space } = extra;
        // Nobody knows whether a style of a template has a level in the outline.
        let outline = self.styles.outline(style).filter(|_| self.styles.is_custom(style));
        let to_left = spans.iter().find_map(|span| runs_to_left(&span.text)).unwrap_or_default();
        html! {
            w:p {
                w:pPr {
                    w:pStyle w:val=(self.styles.id(style)) {}
                    @if keep { w:keepNext {} }
                    @if let Some(list) = list {
                        w:numPr { w:ilvl w:val="0" {} w:numId w:val=(list) {} }
                    }
                    @if to_left { w:bidi {} }
                    @if let Some(space) = space { (spacing(space)) }
                    // Left and right change sides with the direction of the paragraph.
                    @if at_right { w:jc w:val=(if to_left { "left" } else { "right" }) {} }
                    @if let Some(level) = outline { w:outlineLvl w:val=(level) {} }
                }
                @if let Some(number) = bookmark {
                    w:bookmarkStart w:id=(number) w:name=(bookmark_name(number)) {}
                }
                @for span in spans { (self.span(span)) }
                @if let Some(number) = bookmark { w:bookmarkEnd w:id=(number) {} }
            }
        }
    }

    fn span(&self, span: &Span) -> Markup {
        let Some(number) = self.bookmarks.of_anchor(&span.to) else {
            return self.run(span, Style::Strong, span.strong);
        };
        html! {
            w:hyperlink w:anchor=(bookmark_name(number)) w:history="1" {
                (self.run(span, Style::CrossReference, true))
            }
        }
    }

    fn run(&self, span: &Span, style: Style, styled: bool) -> Markup {
        let bold = span.strong && style != Style::Strong;
        let to_left = runs_to_left(&span.text).unwrap_or_default();
        html! {
            @if !span.text.is_empty() {
                w:r {
                    @if styled || to_left {
                        w:rPr {
                            @if styled { w:rStyle w:val=(self.styles.id(style)) {} }
                            @if bold { w:b {} w:bCs {} }
                            @if to_left { w:rtl {} }
                        }
                    }
                    (text(&span.text))
                }
            }
        }
    }
}

/// The space before and after a paragraph of narrow lines, in twentieths of a point.
pub(super) fn spacing((before, after): (u32, u32)) -> Markup {
    html! { w:spacing w:before=(before) w:after=(after) w:line="240" w:lineRule="auto" {} }
}

/// What a run says: line feeds and tabs are elements in Word.
pub(super) fn text(text: &str) -> Markup {
    html! {
        @for (at, line) in text.lines().enumerate() {
            @if at > 0 { w:br {} }
            @for (at, piece) in line.split('\t').enumerate() {
                @if at > 0 { w:tab {} }
                @if !piece.is_empty() { w:t xml:space="preserve" { (piece) } }
            }
        }
    }
}

/// Whether words run from right to left, as their first letter does; `None` without letters.
fn runs_to_left(text: &str) -> Option<bool> {
    let first = text.chars().find(|character| character.is_alphabetic())?;
    Some(
        matches!(first, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'),
    )
}

/// The names of bookmarks begin with a line, so that Word doesn't list them among a person's own.
pub(super) fn bookmark_name(number: usize) -> String {
    format!("_plumbline_{number}")
}

/// The places of a document that can be gone to: its sections and headings, counted in its order.
pub(super) struct Bookmarks<'a>(BTreeMap<&'a str, usize>);

impl<'a> Bookmarks<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        let anchors = document.sections.iter().flat_map(|section| {
            let headings = section.blocks.iter().filter_map(|block| match block {
                Block::Heading { anchor, .. } => Some(anchor.as_str()),
                _ => None,
            });
            [section.anchor.as_str()].into_iter().chain(headings)
        });
        let mut numbers = BTreeMap::new();
        for (number, anchor) in anchors.enumerate().filter(|(_, anchor)| !anchor.is_empty()) {
            // Of two places with one anchor, links lead to the first.
            numbers.entry(anchor).or_insert(number);
        }
        Self(numbers)
    }

    /// The bookmark to which links to an anchor lead; `None` where there is none.
    fn of_anchor(&self, anchor: &str) -> Option<usize> {
        self.0.get(anchor).copied()
    }
}
