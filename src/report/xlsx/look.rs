//! How the cells of an Excel file look. Every colour stands behind or under a word that says the same;
//! each pair of colours has a contrast of at least 4.5 to 1.

use maud::{Markup, html};

use super::{super::sheets::Tone, strings::MAIN};

const INK: &str = "FF1F2933";
const QUIET: &str = "FF52606D";
const LINE: &str = "FFD9DFE4";
const ACCENT: &str = "FF0B5C6B";
const HEAD: &str = "FFE9EDF0";
const WHITE: &str = "FFFFFFFF";

/// Days as they are written everywhere; the first number that is free for formats of a file's own.
const DAYS: (u8, &str) = (164, "yyyy-mm-dd");
/// Numbers of formats that every program knows: as it is, whole, per cent.
const GENERAL: u8 = 0;
const WHOLE: u8 = 1;
const PER_CENT: u8 = 9;

/// The look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// As the program has it.
    Bare,
    /// Headings of the guide.
    Heading,
    /// Labels of facts.
    Label,
    /// Running text.
    Text,
    /// The head of a column that is only to be read.
    Head,
    /// The same above numbers.
    HeadRight,
    /// The head of a column that may be edited.
    Edited,
    /// Text that is only to be read.
    Read,
    /// Text that may be edited.
    TextEdited,
    /// A day that is only to be read.
    Day,
    /// A day that may be edited.
    DayEdited,
    /// A whole number.
    Number,
    /// A share.
    Percent,
}

/// Letters: bold or not, their size in points, their colour.
type Font = (bool, u8, &'static str);

const FONTS: [Font; 6] = [
    (false, 11, "FF000000"),
    (false, 10, INK),
    (false, 10, QUIET),
    (true, 10, INK),
    (true, 13, ACCENT),
    (true, 10, WHITE),
];

/// Colours behind cells; the first two numbers mean none and a pattern.
const FILLS: [&str; 2] = [HEAD, ACCENT];

/// What a look is made of: numbers of fonts, of fills and of a format, whether there is a line below,
/// and where the text stands.
struct Made {
    font: u8,
    fill: u8,
    lined: bool,
    format: u8,
    across: &'static str,
    down: &'static str,
}

impl Look {
    /// In the order of their numbers.
    const ALL: [Self; 13] = [
        Self::Bare,
        Self::Heading,
        Self::Label,
        Self::Text,
        Self::Head,
        Self::HeadRight,
        Self::Edited,
        Self::Read,
        Self::TextEdited,
        Self::Day,
        Self::DayEdited,
        Self::Number,
        Self::Percent,
    ];

    /// The number by which cells name it; none for the first.
    pub(super) fn number(self) -> Option<usize> {
        Self::ALL.iter().position(|look| *look == self).filter(|number| *number > 0)
    }

    const fn made(self) -> Made {
        let text =
            Made { font: 1, fill: 0, lined: false, format: GENERAL, across: "left", down: "top" };
        let lined = Made { lined: true, ..text };
        let head = Made { font: 3, fill: 2, down: "center", ..lined };
        match self {
            Self::Bare => Made { font: 0, across: "general", down: "bottom", ..text },
            Self::Heading => Made { font: 4, ..text },
            Self::Label => Made { font: 3, ..text },
            Self::Text => text,
            Self::Head => head,
            Self::HeadRight => Made { across: "right", ..head },
            Self::Edited => Made { font: 5, fill: 3, ..head },
            Self::Read => Made { font: 2, ..lined },
            Self::TextEdited => lined,
            Self::Day => Made { font: 2, format: DAYS.0, ..lined },
            Self::DayEdited => Made { format: DAYS.0, ..lined },
            Self::Number => Made { format: WHOLE, across: "right", ..lined },
            Self::Percent => Made { format: PER_CENT, across: "right", ..lined },
        }
    }
}

/// Tones with the colours behind and of the words.
const TONES: [(Tone, &str, &str); 5] = [
    (Tone::Good, "FFDCEFE3", "FF14532D"),
    (Tone::Fair, "FFE1EEF8", "FF1D3F66"),
    (Tone::Poor, "FFFCEBC8", "FF5F4200"),
    (Tone::Bad, "FFF9DAD7", "FF771612"),
    (Tone::Quiet, "FFECEEF0", "FF444F5A"),
];

/// The number of what a tone adds to a cell; none for the plain one.
pub(super) fn tone(tone: Tone) -> Option<usize> {
    TONES.iter().position(|(one, ..)| *one == tone)
}

/// The part `styles.xml`.
pub(super) fn styles() -> Markup {
    html! {
        styleSheet xmlns=(MAIN) {
            numFmts count="1" { numFmt numFmtId=(DAYS.0) formatCode=(DAYS.1) {} }
            fonts count=(FONTS.len()) {
                @for (bold, size, colour) in FONTS {
                    font {
                        @if bold { b {} }
                        sz val=(size) {}
                        color rgb=(colour) {}
                        name val="Calibri" {}
                        family val="2" {}
                    }
                }
            }
            fills count=(FILLS.len().saturating_add(2)) {
                @for pattern in ["none", "gray125"] { fill { patternFill patternType=(pattern) {} } }
                @for colour in FILLS {
                    fill {
                        patternFill patternType="solid" {
                            fgColor rgb=(colour) {}
                            bgColor indexed="64" {}
                        }
                    }
                }
            }
            borders count="2" {
                border { left {} right {} top {} bottom {} diagonal {} }
                border {
                    left {} right {} top {}
                    bottom style="thin" { color rgb=(LINE) {} }
                    diagonal {}
                }
            }
            cellStyleXfs count="1" { xf numFmtId="0" fontId="0" fillId="0" borderId="0" {} }
            cellXfs count=(Look::ALL.len()) { @for look in Look::ALL { (format(look)) } }
            cellStyles count="1" { cellStyle name="Normal" xfId="0" builtinId="0" {} }
            dxfs count=(TONES.len()) {
                @for (_, fill, ink) in TONES {
                    dxf {
                        font { color rgb=(ink) {} }
                        fill { patternFill { bgColor rgb=(fill) {} } }
                    }
                }
            }
        }
    }
}

fn format(look: Look) -> Markup {
    let Made { font, fill, lined, format, across, down } = look.made();
    html! {
        xf numFmtId=(format) fontId=(font) fillId=(fill) borderId=(u8::from(lined)) xfId="0"
            applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" {
            @if look != Look::Bare { alignment horizontal=(across) vertical=(down) wrapText="1" {} }
        }
    }
}
