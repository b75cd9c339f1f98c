//! The parts of the file beside its text, and the file that holds them all.

use maud::{Markup, html};

use super::{
    super::archive::{Archive, ZipError},
    image::{Images, LOGO, place, relation},
    layout::Layout,
    xml::part,
};

const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const WORD_PART: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// A file that is being put together.
pub(super) struct Package(Archive);

impl Package {
    pub(super) fn new() -> Self {
        Self(Archive::new())
    }

    /// Adds a part as XML.
    pub(super) fn add(&mut self, name: &str, content: Markup) -> Result<(), ZipError> {
        self.0.add(name, part(content).as_bytes())
    }

    /// Adds pictures, which are packed already.
    pub(super) fn add_images(&mut self, images: &Images<'_>) -> Result<(), ZipError> {
        for (number, png) in images.iter() {
            self.0.add_as_it_is(&format!("word/{}", place(number)), png)?;
        }
        Ok(())
    }

    pub(super) fn finish(self) -> Result<Vec<u8>, ZipError> {
        self.0.finish()
    }
}

/// The part `[Content_Types].xml`: what each part is.
pub(super) fn content_types() -> Markup {
    html! {
        Types xmlns=(format!("{PACKAGE}/content-types")) {
            Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml" {}
            Default Extension="xml" ContentType="application/xml" {}
            Default Extension="png" ContentType="image/png" {}
            Override PartName="/word/document.xml" ContentType=(format!("{WORD_PART}.document.main+xml")) {}
            @for (name, kind) in parts_of_the_text() {
                Override PartName=(format!("/word/{name}.xml")) ContentType=(format!("{WORD_PART}.{kind}+xml")) {}
            }
            Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml" {}
            Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml" {}
        }
    }
}

/// Names and kinds of the parts that the text uses, beside pictures.
fn parts_of_the_text() -> impl Iterator<Item = (String, &'static str)> {
    let once = ["styles", "numbering", "settings"].map(|name| (name.to_owned(), name));
    let margins = |layout: Layout| ["header", "footer"].map(|kind| (layout.part(kind), kind));
    once.into_iter().chain(Layout::ALL.into_iter().flat_map(margins))
}

/// The part `_rels/.rels`: which parts the file begins with.
pub(super) fn relations() -> Markup {
    relations_part([
        ("document", format!("{OFFICE}/officeDocument"), "word/document.xml"),
        ("core", format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        ("app", format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

/// The part `word/_rels/document.xml.rels`: which parts the text uses.
pub(super) fn document_relations(images: &Images<'_>) -> Markup {
    let parts = parts_of_the_text().map(|(name, kind)| {
        let target = format!("{name}.xml");
        (name, format!("{OFFICE}/{kind}"), target)
    });
    relations_part(parts.chain(images.iter().map(|(number, _)| picture(number))))
}

/// The relations of the head of a page: its logo.
pub(super) fn logo_relations() -> Markup {
    relations_part([picture(LOGO)])
}

fn picture(number: usize) -> (String, String, String) {
    (relation(number), format!("{OFFICE}/image"), place(number))
}

fn relations_part<Name: AsRef<str>, Target: AsRef<str>>(
    relations: impl IntoIterator<Item = (Name, String, Target)>,
) -> Markup {
    html! {
        Relationships xmlns=(format!("{PACKAGE}/relationships")) {
            @for (id, kind, target) in relations {
                Relationship Id=(id.as_ref()) Type=(kind) Target=(target.as_ref()) {}
            }
        }
    }
}
