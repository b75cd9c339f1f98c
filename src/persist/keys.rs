//! Every name under which Plumbline keeps something in the browser. All begin with `plumbline.`, so
//! that nothing of the host page is touched.

use crate::domain::id::AssessmentId;

/// Before everything that is kept.
pub const ALL: &str = "plumbline.";
/// Before the identifier of an assessment: its document ([`super::document`]).
pub const ASSESSMENT: &str = "plumbline.assessment.";
/// Before the identifier of a deleted assessment: its document, until it is restored or erased. When
/// more than one state of it was deleted, a slash and a number follow, which are in no identifier.
pub const DELETED: &str = "plumbline.deleted.";
/// Before the identifier of an assessment: a text of it that is damaged, set aside as it was found. Of
/// several, as with [`DELETED`].
pub const BROKEN: &str = "plumbline.broken.";
/// Before the identifier of an assessment: its text as it was before this version wrote it for the first
/// time, until it has done so twice.
pub const EARLIER: &str = "plumbline.earlier.";
/// Before the identifier of an assessment: says that what the second copy has of it counts for nothing,
/// and up to which counter ([`super::seal`]).
pub const VOID: &str = "plumbline.void.";
/// Before the name of a session: a trainer's workshop ([`super::workshop::whole`]).
pub const WORKSHOP: &str = "plumbline.workshop.";
/// Before the name of a session, a dot, the number of a group, a dot and that of a round: what the group
/// answers in this browser ([`super::workshop::group_file`]).
pub const GROUP: &str = "plumbline.group.";
/// Before the name of a session: what of it is being presented ([`super::workshop::shelf`]).
pub const SHOW: &str = "plumbline.show.";
/// Before all that is kept of workshops.
pub const WORKSHOPS: [&str; 3] = [WORKSHOP, GROUP, SHOW];
/// The version of the newest format that was ever stored here, when it isn't the first.
pub const FORMAT: &str = "plumbline.format";
/// Light or dark: a preference of the person, not part of any file.
pub const THEME: &str = "plumbline.theme";
/// Whether keys without Ctrl do something: a preference of the person.
pub const SINGLE_KEYS: &str = "plumbline.single_keys";
/// Which report was made last, in which format: a preference of the person.
pub const REPORTS: &str = "plumbline.reports";
/// How reports look ([`super::branding`]): a preference of the person, not part of any file.
pub const BRANDING: &str = "plumbline.branding";
/// Says that nothing but this is to be kept here, for others use the same computer.
pub const NOTHING: &str = "plumbline.nothing";
/// Written and removed at start to find out whether storage works.
pub const PROBE: &str = "plumbline.probe";

/// Where an assessment is kept.
#[must_use]
pub fn assessment(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// Where a deleted state of an assessment is kept, with its number from 1.
#[must_use]
pub fn deleted(id: &AssessmentId, number: u32) -> String {
    numbered(DELETED, id, number)
}

/// Where one of several texts of an assessment is kept, with its number from 1.
#[must_use]
pub fn numbered(prefix: &str, id: &AssessmentId, number: u32) -> String {
    if number == 1 { format!("{prefix}{id}") } else { format!("{prefix}{id}/{number}") }
}

/// The assessment that is kept or was deleted under a name; `None` when the name is another's.
#[must_use]
pub fn id(prefix: &str, key: &str) -> Option<AssessmentId> {
    let id = key.strip_prefix(prefix)?;
    let is_numbered = prefix == DELETED || prefix == BROKEN;
    let id = if is_numbered { id.split('/').next()? } else { id };
    AssessmentId::parse(id).ok()
}
