//! The outline beside the pages.

use krilla::{
    destination::XyzDestination,
    outline::{Outline, OutlineNode},
};

use super::{edge::point, lines::in_one_line, pager::Opened};

/// The headings of a report, each below the one that it is a part of. A report without headings is listed
/// by its title.
pub fn outline(openings: &[Opened<'_>], title: &str) -> Outline {
    let titled = |opened: &&Opened<'_>| !in_one_line(opened.opening.title).trim().is_empty();
    let openings: Vec<Opened<'_>> = openings.iter().filter(titled).copied().collect();
    let mut outline = Outline::new();
    for part in parts(&openings, 1) {
        outline.push_child(node(part, 1));
    }
    if openings.is_empty() {
        let start = XyzDestination::new(0, point(0, 0));
        outline.push_child(OutlineNode::new(title.to_owned(), start));
    }
    outline
}

/// A heading and those below it, for each heading of a level.
fn parts<'a, 'o>(openings: &'o [Opened<'a>], level: u8) -> impl Iterator<Item = &'o [Opened<'a>]> {
    openings.chunk_by(move |_, next| next.opening.level > level)
}

fn node(part: &[Opened<'_>], level: u8) -> OutlineNode {
    let Some((opened, below)) = part.split_first() else {
        return OutlineNode::new(String::new(), XyzDestination::new(0, point(0, 0)));
    };
    let place = XyzDestination::new(opened.page, point(0, (opened.y - 8_000).max(0)));
    let mut node = OutlineNode::new(in_one_line(opened.opening.title), place);
    for part in parts(below, level + 1) {
        node.push_child(self::node(part, level + 1));
    }
    node
}
