//! How the styles look until a template says otherwise.

use maud::{Markup, html};

use super::{
    layout::Layout,
    style::{Kind, Style},
    style_names::StyleNames,
};
use crate::report::{
    document::Brand,
    drawing::{Ink, palette::colour},
};

/// The part `styles.xml`.
pub(super) fn stylesheet(names: &StyleNames, brand: &Brand, language: &str) -> Markup {
    let look = Look { names, brand };
    html! {
        w:styles xmlns:w=(super::xml::WORD) {
            w:docDefaults {
                w:rPrDefault { w:rPr {
                    w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Arial" {}
                    w:color w:val=(look.ink(Ink::Text)) {}
                    (size(21))
                    w:lang w:val=(language) w:eastAsia=(language) w:bidi="ar-SA" {}
                } }
                w:pPrDefault { w:pPr { w:spacing w:after="120" w:line="269" w:lineRule="auto" {} } }
            }
            w:style w:type="table" w:default="1" w:styleId="TableNormal" {
                w:name w:val="Normal Table" {}
                w:uiPriority w:val="99" {}
                w:semiHidden {}
                w:unhideWhenUsed {}
                w:tblPr {
                    w:tblInd w:w="0" w:type="dxa" {}
                    (cell_margins(0, 85))
                }
            }
            w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont" {
                w:name w:val="Default Paragraph Font" {}
                w:uiPriority w:val="1" {}
                w:semiHidden {}
                w:unhideWhenUsed {}
            }
            w:style w:type="numbering" w:default="1" w:styleId="NoList" {
                w:name w:val="No List" {}
                w:uiPriority w:val="99" {}
                w:semiHidden {}
                w:unhideWhenUsed {}
            }
            @for style in names.defined() { (look.style(style)) }
        }
    }
}

/// The look of all styles.
struct Look<'a> {
    names: &'a StyleNames,
    brand: &'a Brand,
}

impl Look<'_> {
    fn style(&self, style: Style) -> Markup {
        let kind = match style.kind() {
            Kind::Paragraph => "paragraph",
            Kind::Table => "table",
            Kind::Character => "character",
        };
        let default = (style == Style::Normal).then_some("1");
        let custom = self.names.is_custom(style).then_some("1");
        html! {
            w:style w:type=(kind) w:default=[default] w:customStyle=[custom] w:styleId=(self.names.id(style)) {
                w:name w:val=(self.names.name(style)) {}
                @if let Some(base) = self.base(style) { w:basedOn w:val=(base) {} }
                @if style.outline().is_some() { w:next w:val=(self.names.id(Style::Body)) {} }
                @if style.kind() == Kind::Paragraph && Style::NAMEABLE.contains(&style) { w:qFormat {} }
                (self.look(style))
            }
        }
    }

    /// Styles that no template knows grow from the one of its paragraphs, so that they have its font.
    fn base(&self, style: Style) -> Option<&'static str> {
        let base = match style {
            Style::Normal => return None,
            Style::Table => return Some("TableNormal"),
            Style::Strong | Style::CrossReference => return Some("DefaultParagraphFont"),
            Style::Body => Style::Normal,
            _ if self.names.is_custom(style) && !self.names.has(style) => Style::Body,
            _ => Style::Normal,
        };
        Some(self.names.id(base))
    }

    fn look(&self, style: Style) -> Markup {
        match style {
            Style::Normal | Style::Body => html! {},
            Style::Kind => words(2_600, 160, &self.tone(24, Ink::Quiet)),
            Style::Title => words(0, 160, &self.tone(64, Ink::Accent)),
            Style::Subtitle => words(0, 960, &self.tone(28, Ink::Quiet)),
            Style::Heading1 => self.heading(style, 0, 240, &self.tone(44, Ink::Accent)),
            Style::Heading2 => self.heading(style, 360, 120, &bold(&self.tone(28, Ink::Accent))),
            Style::Heading3 => self.heading(style, 240, 80, &bold(&size(23))),
            Style::Lead => words(0, 180, &size(25)),
            Style::Remark => words(0, 120, &self.tone(18, Ink::Quiet)),
            Style::ListBullet => list(1),
            Style::ListNumber => list(2),
            Style::Figure => html! {
                w:pPr { w:keepNext {} w:spacing w:before="160" w:after="80" w:line="240" w:lineRule="auto" {} }
            },
            Style::Caption => words(0, 240, &self.tone(18, Ink::Quiet)),
            Style::TableHeading => html! {
                w:pPr { w:keepNext {} (flush(0, 0)) }
                w:rPr { (bold(&self.tone(17, Ink::Quiet))) }
            },
            Style::TableText => words(0, 20, &size(18)),
            Style::KeyFigure => html! {
                w:pPr { w:keepNext {} (flush(60, 0)) }
                w:rPr { (size(52)) }
            },
            Style::KeyFigureLabel => html! {
                w:pPr { w:keepNext {} (flush(0, 20)) }
                w:rPr { (bold(&size(19))) }
            },
            Style::KeyFigureNote => words(0, 40, &self.tone(17, Ink::Quiet)),
            Style::ContentsHeading => html! {
                w:pPr { w:keepNext {} (flush(0, 240)) }
                w:rPr { (self.tone(44, Ink::Accent)) }
            },
            Style::Contents1 => contents(0, 21),
            Style::Contents2 => contents(284, 19),
            Style::Header | Style::Footer => words(0, 0, &self.tone(16, Ink::Quiet)),
            Style::Table => self.table(),
            Style::Strong => html! { w:rPr { w:b {} w:bCs {} } },
            Style::CrossReference => html! {
                w:rPr { w:u w:val="dotted" w:color=(self.ink(Ink::Quiet)) {} }
            },
        }
    }

    /// Headings of sections begin a page.
    fn heading(&self, style: Style, before: u32, after: u32, run: &Markup) -> Markup {
        html! {
            w:pPr {
                w:keepNext {}
                w:keepLines {}
                @if style == Style::Heading1 { w:pageBreakBefore {} }
                w:spacing w:before=(before) w:after=(after) w:line="240" w:lineRule="auto" {}
                @if let Some(level) = self.names.outline(style) { w:outlineLvl w:val=(level) {} }
            }
            w:rPr { (run) }
        }
    }

    /// Thin rules between rows, a stronger one below the headers.
    fn table(&self) -> Markup {
        let (thin, strong) = (self.ink(Ink::Rule), self.ink(Ink::Quiet));
        html! {
            w:pPr { w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto" {} }
            w:rPr { (size(18)) }
            w:tblPr {
                w:tblInd w:w="0" w:type="dxa" {}
                w:tblBorders {
                    w:bottom w:val="single" w:sz="4" w:space="0" w:color=(thin) {}
                    w:insideH w:val="single" w:sz="4" w:space="0" w:color=(thin) {}
                }
                (cell_margins(50, 85))
            }
            w:tblStylePr w:type="firstRow" {
                w:rPr { w:b {} w:bCs {} }
                w:tcPr {
                    w:tcBorders { w:bottom w:val="single" w:sz="8" w:space="0" w:color=(strong) {} }
                    w:vAlign w:val="bottom" {}
                }
            }
        }
    }

    fn tone(&self, half_points: u32, ink: Ink) -> Markup {
        html! { w:color w:val=(self.ink(ink)) {} (size(half_points)) }
    }

    fn ink(&self, ink: Ink) -> String {
        super::xml::hex(colour(ink, self.brand))
    }
}

fn size(half_points: u32) -> Markup {
    html! { w:sz w:val=(half_points) {} w:szCs w:val=(half_points) {} }
}

/// Before colour and size, as the order of the format wants it.
fn bold(run: &Markup) -> Markup {
    html! { w:b {} w:bCs {} (run) }
}

fn flush(before: u32, after: u32) -> Markup {
    html! {
        w:spacing w:before=(before) w:after=(after) w:line="252" w:lineRule="auto" {}
        w:ind w:left="0" w:right="0" w:firstLine="0" {}
    }
}

/// A paragraph with space before and after it.
fn words(before: u32, after: u32, run: &Markup) -> Markup {
    html! { w:pPr { (flush(before, after)) } w:rPr { (run) } }
}

fn list(numbering: u32) -> Markup {
    html! {
        w:pPr {
            w:numPr { w:numId w:val=(numbering) {} }
            w:spacing w:after="60" {}
            w:ind w:left="340" w:hanging="340" {}
        }
    }
}

fn contents(indent: u32, half_points: u32) -> Markup {
    html! {
        w:pPr {
            w:tabs { w:tab w:val="right" w:pos=(Layout::Portrait.width()) {} }
            w:spacing w:before=(if indent == 0 { 120 } else { 0 }) w:after="40" {}
            w:ind w:left=(indent) w:right="567" {}
        }
        w:rPr { (size(half_points)) }
    }
}

pub(super) fn cell_margins(above: u32, beside: u32) -> Markup {
    html! {
        w:tblCellMar {
            w:top w:w=(above) w:type="dxa" {}
            w:left w:w=(beside) w:type="dxa" {}
            w:bottom w:w=(above) w:type="dxa" {}
            w:right w:w=(beside) w:type="dxa" {}
        }
    }
}
