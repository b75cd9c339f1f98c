//! The styles of a report in Word.

use crate::report::brand::WORD_STYLES;

/// What a piece of a report is, which says how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Word's own ground of all others.
    Normal,
    /// Paragraphs.
    Body,
    /// The title on the cover.
    Title,
    /// What stands below it.
    Subtitle,
    /// What stands above it: the kind of report.
    Kind,
    /// Titles of sections.
    Heading1,
    /// Titles of their parts.
    Heading2,
    /// Titles of parts of those.
    Heading3,
    /// A sentence or two that matter more.
    Lead,
    /// What is said in passing.
    Remark,
    /// Entries with a dot.
    ListBullet,
    /// Entries with a number.
    ListNumber,
    /// The place of a chart.
    Figure,
    /// What stands below a chart.
    Caption,
    /// The headers of tables.
    TableHeading,
    /// What stands in tables.
    TableText,
    /// Large numbers.
    KeyFigure,
    /// What they count.
    KeyFigureLabel,
    /// What makes them honest.
    KeyFigureNote,
    /// The title of the table of contents.
    ContentsHeading,
    /// Sections in it.
    Contents1,
    /// Parts of sections in it.
    Contents2,
    /// The head of each page.
    Header,
    /// The foot of each page.
    Footer,
    /// Tables.
    Table,
    /// Words that stand out.
    Strong,
    /// Words that lead to another place in the report.
    CrossReference,
}

/// To what a style applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    Table,
    Character,
}

impl Style {
    /// All styles; of two that a template calls the same, the look of the first counts.
    pub const ALL: [Self; 27] = [
        Self::Normal,
        Self::Body,
        Self::Title,
        Self::Subtitle,
        Self::Kind,
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Lead,
        Self::Remark,
        Self::ListBullet,
        Self::ListNumber,
        Self::Figure,
        Self::Caption,
        Self::TableHeading,
        Self::TableText,
        Self::KeyFigure,
        Self::KeyFigureLabel,
        Self::KeyFigureNote,
        Self::ContentsHeading,
        Self::Contents1,
        Self::Contents2,
        Self::Header,
        Self::Footer,
        Self::Table,
        Self::Strong,
        Self::CrossReference,
    ];

    /// The space before and after such a paragraph, in twentieths of a point, where everything has to
    /// find room on one page.
    pub(super) const fn tight(self) -> Option<(u32, u32)> {
        match self {
            Self::Heading1 => Some((0, 100)),
            Self::Heading2 => Some((100, 20)),
            Self::Lead => Some((0, 80)),
            Self::Body | Self::Remark | Self::Caption => Some((0, 40)),
            Self::ListBullet | Self::ListNumber => Some((0, 20)),
            Self::Figure => Some((60, 20)),
            _ => None,
        }
    }

    /// Those for which a template may have a name of its own, in the order of
    /// [`WORD_STYLES`].
    pub const NAMEABLE: [Self; WORD_STYLES.len()] = [
        Self::Heading1,
        Self::Heading2,
        Self::Heading3,
        Self::Body,
        Self::Lead,
        Self::Remark,
        Self::ListBullet,
        Self::ListNumber,
        Self::Table,
        Self::TableHeading,
        Self::TableText,
        Self::Caption,
        Self::Title,
        Self::Subtitle,
        Self::Kind,
        Self::KeyFigure,
        Self::KeyFigureLabel,
        Self::KeyFigureNote,
    ];

    /// What the file calls it where no template says otherwise. Names that Word knows are written
    /// as Word writes them, in whichever language it shows them.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Normal | Self::Body => "Normal",
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Kind => "Report Kind",
            Self::Heading1 => "heading 1",
            Self::Heading2 => "heading 2",
            Self::Heading3 => "heading 3",
            Self::Lead => "Lead",
            Self::Remark => "Remark",
            Self::ListBullet => "List Bullet",
            Self::ListNumber => "List Number",
            Self::Figure => "Figure",
            Self::Caption => "caption",
            Self::TableHeading => "Table Heading",
            Self::TableText => "Table Text",
            Self::KeyFigure => "Key Figure",
            Self::KeyFigureLabel => "Key Figure Label",
            Self::KeyFigureNote => "Key Figure Note",
            Self::ContentsHeading => "TOC Heading",
            Self::Contents1 => "toc 1",
            Self::Contents2 => "toc 2",
            Self::Header => "header",
            Self::Footer => "footer",
            Self::Table => "Report Table",
            Self::Strong => "Strong",
            Self::CrossReference => "Cross-Reference",
        }
    }

    /// By what the parts of the file refer to it, see [`super::StyleNames::id`].
    pub(super) const fn own_id(self) -> &'static str {
        match self {
            Self::Normal => "Normal",
            Self::Body => "Body",
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Kind => "ReportKind",
            Self::Heading1 => "Heading1",
            Self::Heading2 => "Heading2",
            Self::Heading3 => "Heading3",
            Self::Lead => "Lead",
            Self::Remark => "Remark",
            Self::ListBullet => "ListBullet",
            Self::ListNumber => "ListNumber",
            Self::Figure => "Figure",
            Self::Caption => "Caption",
            Self::TableHeading => "TableHeading",
            Self::TableText => "TableText",
            Self::KeyFigure => "KeyFigure",
            Self::KeyFigureLabel => "KeyFigureLabel",
            Self::KeyFigureNote => "KeyFigureNote",
            Self::ContentsHeading => "TOCHeading",
            Self::Contents1 => "TOC1",
            Self::Contents2 => "TOC2",
            Self::Header => "Header",
            Self::Footer => "Footer",
            Self::Table => "ReportTable",
            Self::Strong => "Strong",
            Self::CrossReference => "CrossReference",
        }
    }

    pub(super) const fn kind(self) -> Kind {
        match self {
            Self::Table => Kind::Table,
            Self::Strong | Self::CrossReference => Kind::Character,
            _ => Kind::Paragraph,
        }
    }

    /// The level of a heading in the outline, from 0.
    pub(super) const fn outline(self) -> Option<u8> {
        match self {
            Self::Heading1 => Some(0),
            Self::Heading2 => Some(1),
            Self::Heading3 => Some(2),
            _ => None,
        }
    }

    /// Whether Word knows its name; others are marked as somebody's own.
    pub(super) const fn is_words_own(self) -> bool {
        !matches!(
            self,
            Self::Kind
                | Self::Lead
                | Self::Remark
                | Self::Figure
                | Self::TableHeading
                | Self::TableText
                | Self::KeyFigure
                | Self::KeyFigureLabel
                | Self::KeyFigureNote
                | Self::Table
                | Self::CrossReference
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn styles_differ_in_their_ids() {
        for (at, style) in Style::ALL.iter().enumerate() {
            let mut others = Style::ALL.iter().skip(at + 1);
            assert_eq!(others.find(|other| other.own_id() == style.own_id()), None, "{style:?}");
        }
    }

    #[test]
    fn what_the_page_asks_for_is_the_style_of_that_name() {
        for (style, name) in Style::NAMEABLE.into_iter().zip(WORD_STYLES) {
            let name = name.replace(" of report", "").replace(' ', "");
            let own = format!("{style:?}");
            assert!(own.eq_ignore_ascii_case(&name), "{own}: {name}");
        }
    }
}
