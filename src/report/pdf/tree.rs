//! What the parts of a report are, for those who don't see it: the tags of the PDF.

use krilla::tagging::{BBox, Identifier, Node as Tagged, TagGroup, TagKind, TagTree};

/// A part of the structure: a section, a paragraph, a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(usize);

/// A place in the structure where something that is seen belongs; it may go on over several pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Leaf(usize);

impl Leaf {
    /// For words that are only measured.
    pub const NOWHERE: Self = Self(usize::MAX);
}

/// The structure of a report, which grows in reading order.
pub struct Tree {
    nodes: Vec<Part>,
    leaves: Vec<Vec<Identifier>>,
    top: Vec<Node>,
}

struct Part {
    tag: TagKind,
    children: Vec<Child>,
}

enum Child {
    Node(Node),
    Leaf(Leaf),
}

impl Tree {
    pub fn new() -> Self {
        Self { nodes: Vec::new(), leaves: Vec::new(), top: Vec::new() }
    }

    /// A new part at the end of the report.
    pub fn top(&mut self, tag: impl Into<TagKind>) -> Node {
        let node = self.part(tag.into());
        self.top.push(node);
        node
    }

    /// A new part at the end of another.
    pub fn node(&mut self, parent: Node, tag: impl Into<TagKind>) -> Node {
        let node = self.part(tag.into());
        self.adopt(parent, Child::Node(node));
        node
    }

    /// A new place at the end of a part.
    pub fn leaf(&mut self, parent: Node) -> Leaf {
        let leaf = Leaf(self.leaves.len());
        self.leaves.push(Vec::new());
        self.adopt(parent, Child::Leaf(leaf));
        leaf
    }

    /// A new part at the end of another, and the one place in it.
    pub fn only_leaf(&mut self, parent: Node, tag: impl Into<TagKind>) -> Leaf {
        let node = self.node(parent, tag);
        self.leaf(node)
    }

    fn part(&mut self, tag: TagKind) -> Node {
        self.nodes.push(Part { tag, children: Vec::new() });
        Node(self.nodes.len() - 1)
    }

    fn adopt(&mut self, parent: Node, child: Child) {
        if let Some(part) = self.nodes.get_mut(parent.0) {
            part.children.push(child);
        }
    }

    /// Something on a page belongs to a place.
    pub fn fill(&mut self, leaf: Leaf, identifier: Identifier) {
        if let Some(identifiers) = self.leaves.get_mut(leaf.0) {
            identifiers.push(identifier);
        }
    }

    /// A figure stands there.
    pub fn place(&mut self, figure: Node, bbox: BBox) {
        if let Some(Part { tag: TagKind::Figure(tag), .. }) = self.nodes.get_mut(figure.0) {
            *tag = tag.clone().with_bbox(Some(bbox));
        }
    }

    /// The tags for the file.
    pub fn finish(mut self, language: &str) -> TagTree {
        let language = (!language.is_empty()).then(|| language.to_owned());
        let mut tags = TagTree::new().with_lang(language);
        for node in std::mem::take(&mut self.top) {
            if let Some(group) = self.group(node) {
                tags.push(group);
            }
        }
        tags
    }

    fn group(&mut self, node: Node) -> Option<TagGroup> {
        let part = self.nodes.get_mut(node.0)?;
        let mut group = TagGroup::new(part.tag.clone());
        for child in std::mem::take(&mut part.children) {
            match child {
                Child::Node(node) => group.children.extend(self.group(node).map(Tagged::Group)),
                Child::Leaf(leaf) => {
                    let identifiers = self.leaves.get(leaf.0).into_iter().flatten();
                    group.children.extend(identifiers.copied().map(Tagged::Leaf));
                }
            }
        }
        Some(group)
    }
}
