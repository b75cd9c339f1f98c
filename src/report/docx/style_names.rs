//! What a client's template calls the styles.

use super::style::Style;
use crate::report::brand::WORD_STYLES;

/// What the styles are called in the template of the client.
///
/// Word tells styles apart by their names. A report whose headings are called as those of the
/// template takes the template's look in all the ways in which people bring the two together:
///
/// - they paste the report, or parts of it, into a document made from the template (where names
///   meet, the styles of the document that is pasted into win);
/// - they insert it there (*Insert, Object, Text from file*);
/// - they attach the template to the report (*Developer, Document Template, Automatically update
///   document styles*).
///
/// So that this is enough, the writer sets nothing by hand that a style can say: no font, size,
/// colour or space stands in a paragraph of the text. What stays as it is are the pale grounds of
/// cells that tell how grave something is, the widths of columns, and numbers at the right.
///
/// Word's own styles, such as *Heading 1* or *Caption*, need no name here, for they are called the
/// same in every template and in every language of Word. Names are those that Word shows in its
/// English interface or, for styles that somebody made, anywhere. Until it has met its template,
/// the report looks as it does without names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StyleNames(Vec<(Style, String)>);

impl StyleNames {
    /// From pairs of what Plumbline calls a style ([`WORD_STYLES`]) and what the template calls it.
    /// Empty names and styles that aren't known or [nameable](Style::NAMEABLE) are passed over, and
    /// so is a name that already stands for something of another kind: a table style and a
    /// paragraph style can't share one.
    #[must_use]
    pub fn new(pairs: &[(String, String)]) -> Self {
        let mut names = Self::default();
        for (style, own) in Style::NAMEABLE.into_iter().zip(WORD_STYLES) {
            let asked = pairs.iter().rev().find(|(key, _)| key.trim().eq_ignore_ascii_case(own));
            let Some(name) = asked.and_then(|(_, name)| template_name(name)) else { continue };
            let taken = Style::ALL.into_iter().any(|other| {
                other.kind() != style.kind() && names.name(other).eq_ignore_ascii_case(&name)
            });
            if !taken {
                names.0.push((style, name));
            }
        }
        names
    }

    /// Whether the template has a name for it.
    #[must_use]
    pub fn has(&self, style: Style) -> bool {
        self.0.iter().any(|(named, _)| *named == style)
    }

    /// What the file calls a style.
    pub(super) fn name(&self, style: Style) -> &str {
        let given = self.0.iter().find(|(named, _)| *named == style);
        given.map_or(style.name(), |(_, name)| name)
    }

    /// The first style of this name, whose look counts for all.
    fn first(&self, style: Style) -> Style {
        let name = self.name(style);
        let mut all = Style::ALL.into_iter();
        all.find(|other| self.name(*other).eq_ignore_ascii_case(name)).unwrap_or(style)
    }

    /// By what paragraphs, tables and words refer to a style.
    pub(super) fn id(&self, style: Style) -> &'static str {
        self.first(style).own_id()
    }

    /// The styles that the file defines: each name once.
    pub(super) fn defined(&self) -> impl Iterator<Item = Style> {
        Style::ALL.into_iter().filter(|style| self.first(*style) == *style)
    }

    /// Whether somebody other than Word made a style.
    pub(super) fn is_custom(&self, style: Style) -> bool {
        let name = self.name(style);
        let words_own = |own: Style| own.is_words_own() && own.name() == name;
        !Style::ALL.into_iter().any(words_own)
            && heading_level(name).is_none()
            && !MORE_OF_WORDS_OWN.contains(&name)
    }

    /// The level of a heading in the outline, from 0. A report that becomes a chapter of something
    /// larger has *Heading 2* for its sections, which Word counts as it always does.
    pub(super) fn outline(&self, style: Style) -> Option<u8> {
        style.outline().map(|own| heading_level(self.name(style)).unwrap_or(own))
    }

    /// The style of paragraphs in tables. The paragraphs of a template's own table style have none,
    /// unless the template has one for them too: a table style dresses only those.
    pub(super) fn in_tables(&self, style: Style) -> Style {
        if self.has(Style::Table) && !self.has(style) { Style::Normal } else { style }
    }
}

/// Names of Word's own styles that templates use in place of ours.
const MORE_OF_WORDS_OWN: [&str; 12] = [
    "Body Text",
    "Table Grid",
    "List Paragraph",
    "No Spacing",
    "Quote",
    "Intense Quote",
    "Emphasis",
    "List Bullet 2",
    "List Number 2",
    "Plain Table 1",
    "Plain Table 2",
    "Grid Table 1 Light",
];

/// Styles that every file has and no paragraph can have.
const GROUNDS: [&str; 3] = ["Normal Table", "Default Paragraph Font", "No List"];

/// The level, from 0, of Word's own headings, of which it has nine.
fn heading_level(name: &str) -> Option<u8> {
    let level: u8 = name.strip_prefix("heading ")?.parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}

/// A name as Word keeps it: what follows a comma are other names of the same style, and the names
/// of some of its own styles begin small although it shows them large.
fn template_name(name: &str) -> Option<String> {
    const LONGEST: usize = 253;
    let ends = |character: char| character.is_control() || ",;\\{}".contains(character);
    let name = name.split(ends).next().unwrap_or_default().trim();
    let small = name.to_ascii_lowercase();
    if heading_level(&small).is_some() {
        return Some(small);
    }
    let ours = Style::ALL.into_iter().filter(|style| style.is_words_own()).map(Style::name);
    let own = ours.chain(MORE_OF_WORDS_OWN).find(|own| own.eq_ignore_ascii_case(name));
    let name: String = own.map_or_else(|| name.chars().take(LONGEST).collect(), str::to_owned);
    (!name.is_empty() && !GROUNDS.contains(&name.as_str())).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(pairs: &[(&str, &str)]) -> StyleNames {
        let pairs: Vec<_> =
            pairs.iter().map(|(ours, theirs)| ((*ours).into(), (*theirs).into())).collect();
        StyleNames::new(&pairs)
    }

    #[test]
    fn a_template_names_styles() {
        let names = names(&[
            ("heading 1", " ACME Title, H1 "),
            ("Caption", " "),
            ("Lead", "No List"),
            ("Footer", "not nameable"),
            ("whatever", "unknown"),
            ("Heading 2", "HEADING 2"),
            ("Body", "body text"),
        ]);
        assert_eq!(names.name(Style::Heading1), "ACME Title");
        assert_eq!(names.name(Style::Heading2), "heading 2");
        assert_eq!(names.name(Style::Body), "Body Text");
        assert_eq!(names.name(Style::Lead), "Lead");
        assert_eq!(names.name(Style::Caption), "caption");
        assert_eq!(names.name(Style::Footer), "footer");
        assert!(names.is_custom(Style::Heading1) && !names.is_custom(Style::Heading2));
    }

    #[test]
    fn headings_can_be_those_of_a_chapter() {
        let names = names(&[("Heading 1", "Heading 3"), ("Heading 2", "heading 4")]);
        assert_eq!(names.name(Style::Heading2), "heading 4");
        assert!(!names.is_custom(Style::Heading2));
        assert_eq!(names.outline(Style::Heading1), Some(2));
        assert_eq!(names.outline(Style::Heading2), Some(3));
        assert_eq!(names.outline(Style::Lead), None);
    }

    #[test]
    fn one_name_is_one_style() {
        let plain = StyleNames::default();
        assert_eq!(plain.id(Style::Body), "Normal");
        assert!(!plain.defined().any(|style| style == Style::Body));

        let names = names(&[("Body", "ACME Text"), ("Lead", "acme text"), ("Remark", "Normal")]);
        assert_eq!(names.id(Style::Body), "Body");
        assert_eq!(names.id(Style::Lead), "Body");
        assert_eq!(names.id(Style::Remark), "Normal");
        let defined: Vec<Style> = names.defined().collect();
        assert!(!defined.contains(&Style::Lead) && !defined.contains(&Style::Remark));
    }

    #[test]
    fn tables_and_paragraphs_share_no_name() {
        let names = names(&[("Body", "ACME"), ("Table", "ACME")]);
        assert_eq!(names.name(Style::Body), "ACME");
        assert_eq!(names.name(Style::Table), "Report Table");
    }

    #[test]
    fn a_table_style_of_the_template_dresses_its_text() {
        let both = names(&[("Table", "ACME Table"), ("Table text", "ACME Cell")]);
        assert_eq!(both.in_tables(Style::TableText), Style::TableText);
        assert_eq!(both.in_tables(Style::TableHeading), Style::Normal);
        assert_eq!(StyleNames::default().in_tables(Style::TableHeading), Style::TableHeading);
    }
}
