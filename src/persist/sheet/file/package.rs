//! The parts of a file and how they name one another, within bounds.

use std::io::{Cursor, Read as _};

use zip_archive::ZipArchive;

use super::{
    super::{MOST_BYTES, OpenError},
    xml::Xml,
};

/// Most bytes that all parts that are read unpack to.
const MOST_UNPACKED: u64 = 60_000_000;
/// Most parts of a file.
const MOST_PARTS: usize = 1_000;

/// What files of before 2007, and protected ones, begin with.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];
/// What packed files begin with.
const PACKED: &[u8] = b"PK";
/// The name by which a protected file is known, in UTF-16.
const PROTECTED: &str = "EncryptedPackage";

/// A file whose parts are unpacked when they are asked for.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// How many bytes may still be unpacked.
    room: u64,
}

/// How one part names another.
pub(super) struct Relation {
    pub(super) id: String,
    kind: String,
    /// Where the other is.
    pub(super) target: String,
}

impl Relation {
    /// Whether the other is of this kind. The beginning of its name differs between the editions of
    /// the format.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

impl<'a> Package<'a> {
    /// Refuses what is no packed file, or is too large for one.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, OpenError> {
        if !u32::try_from(bytes.len()).is_ok_and(|length| length <= MOST_BYTES) {
            return Err(OpenError::TooLarge);
        }
        if bytes.starts_with(COMPOUND) {
            let name: Vec<u8> = PROTECTED.encode_utf16().flat_map(u16::to_le_bytes).collect();
            let protected = bytes.windows(name.len()).any(|window| window == name);
            return Err(if protected { OpenError::Protected } else { OpenError::OldFormat });
        }
        if !bytes.starts_with(PACKED) {
            return Err(OpenError::NotXlsx);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| OpenError::NotXlsx)?;
        if archive.len() > MOST_PARTS {
            return Err(OpenError::TooLarge);
        }
        Ok(Self { archive, room: MOST_UNPACKED })
    }

    /// The text of a part; `None` when there is none of this name.
    pub(super) fn part(&mut self, path: &str) -> Result<Option<String>, OpenError> {
        // Names of parts are the same in small and capital letters.
        let same = |name: &str| name.eq_ignore_ascii_case(path);
        let place = self.archive.file_names().position(|name| name.is_ok_and(|name| same(&name)));
        let Some(place) = place else { return Ok(None) };
        let damaged = |error: &dyn ToString| OpenError::Damaged(error.to_string());
        let part = self.archive.by_index(place).map_err(|error| damaged(&error))?;
        // What a part says of its size isn't trusted.
        let most = self.room.saturating_add(1);
        let mut bytes = Vec::new();
        let unpacked = part.take(most).read_to_end(&mut bytes).map_err(|error| damaged(&error))?;
        let unpacked = u64::try_from(unpacked).unwrap_or(u64::MAX);
        self.room = self.room.checked_sub(unpacked).ok_or(OpenError::TooLarge)?;
        String::from_utf8(bytes).map(Some).map_err(|error| damaged(&error))
    }

    /// What a part names, or the file itself with an empty path.
    pub(super) fn relations(&mut self, of: &str) -> Result<Vec<Relation>, OpenError> {
        let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
        let text = self.part(&joined(folder, &format!("_rels/{name}.rels")))?.unwrap_or_default();
        let mut xml = Xml::new(&text);
        let mut relations = Vec::new();
        while let Some(tag) = xml.start()? {
            if let (Some(id), Some(kind), Some(target)) =
                (tag.get("Id")?, tag.get("Type")?, tag.get("Target")?)
            {
                let (id, kind) = (id.into_owned(), kind.into_owned());
                relations.push(Relation { id, kind, target: joined(folder, &target) });
            }
        }
        Ok(relations)
    }
}

/// Where a part is that is named in a folder.
fn joined(folder: &str, target: &str) -> String {
    let folder = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split(['/', '\\'])) {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn parts_are_named_from_their_folder_or_from_the_top() {
        for (target, expected) in [
            ("worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"),
            ("../xl/./styles.xml", "xl/styles.xml"),
            ("../../styles.xml", "styles.xml"),
            ("worksheets\\sheet1.xml", "xl/worksheets/sheet1.xml"),
        ] {
            assert_eq!(joined("xl", target), expected);
        }
    }
}
