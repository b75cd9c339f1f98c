//! A Word file taken apart again.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use plumbline::{
    report::{
        document::Document,
        docx::{StyleNames, write},
    },
    text::Texts,
};
use roxmltree::Node;
use zip_archive::ZipArchive;

use super::sample::pictures;

/// The parts of a file by name.
pub struct Opened(BTreeMap<String, Vec<u8>>);

impl Opened {
    pub fn write(document: &Document) -> Self {
        Self::of(&bytes(document, &StyleNames::default()))
    }

    pub fn of(file: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(file)).expect("a zip");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let mut content = Vec::new();
            part.read_to_end(&mut content).expect("a whole part");
            let name = part.name().expect("a name").into_owned();
            assert_eq!(parts.insert(name, content), None);
        }
        Self(parts)
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Parts that are XML; all others are pictures.
    pub fn xml_names(&self) -> impl Iterator<Item = &str> {
        self.names().filter(|name| !is_picture(name))
    }

    pub fn pictures(&self) -> usize {
        self.names().filter(|name| is_picture(name)).count()
    }

    pub fn text(&self, part: &str) -> &str {
        let content = self.0.get(part).unwrap_or_else(|| panic!("there is no {part}"));
        std::str::from_utf8(content).expect("a part in UTF-8")
    }

    pub fn xml(&self, part: &str) -> roxmltree::Document<'_> {
        roxmltree::Document::parse(self.text(part)).unwrap_or_else(|why| panic!("{part}: {why}"))
    }
}

fn is_picture(name: &str) -> bool {
    name.starts_with("word/media/")
}

pub fn bytes(document: &Document, styles: &StyleNames) -> Vec<u8> {
    write(document, &pictures(document), styles, &Texts::english()).expect("a file")
}

/// An attribute whatever its namespace.
pub fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|found| found.value())
}

/// The elements of this name below a node, in order.
pub fn all<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// These attributes of those elements, as far as they have them.
pub fn values<'a>(node: Node<'a, '_>, name: &'static str, of: &'static str) -> Vec<&'a str> {
    all(node, name).filter_map(|found| attribute(found, of)).collect()
}

/// What a node says, with its line breaks and tabs.
pub fn says(node: Node<'_, '_>) -> String {
    let mut text = String::new();
    for node in node.descendants().filter(Node::is_element) {
        match node.tag_name().name() {
            "t" => text.push_str(node.text().unwrap_or_default()),
            "br" => text.push('\n'),
            "tab" if node.parent().is_some_and(|run| run.tag_name().name() == "r") => {
                text.push('\t');
            }
            _ => {}
        }
    }
    text
}
