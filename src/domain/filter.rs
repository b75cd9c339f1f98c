//! Which items a person is looking for.

use super::{
    assessment::{Answer, Applicability, Assessment, Rating},
    due::is_overdue,
    evaluation::Evaluation,
    finding::{Finding, FindingReason, Grade, Place, gravest},
    id::ItemId,
    pack::{Item, Kind, Pack},
    scope::Standing,
    time::Timestamp,
};

/// A state that items can be in. An item can be in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Condition {
    /// In scope; nobody has looked.
    Open,
    /// In scope; nobody could tell.
    DontKnow,
    /// In scope and rated.
    Rated,
    /// Marked as excluded, with a justification or still without.
    Excluded,
    /// Marked for review.
    Review,
    /// Its day is over and its target not reached.
    Overdue,
    /// The gravest finding at it is of this grade, or a finding of this grade at its group rests on it.
    Finding(Grade),
}

impl Condition {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::DontKnow,
        Self::Rated,
        Self::Excluded,
        Self::Review,
        Self::Overdue,
        Self::Finding(Grade::Major),
        Self::Finding(Grade::Minor),
        Self::Finding(Grade::Opportunity),
    ];
}

/// Whose items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Those that nobody sees to.
    Nobody,
    /// Those of somebody, written as in the answers but for white space around it.
    Named(String),
}

/// What is looked for: an item has to fit every part that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words, all of which have to stand somewhere at the item.
    pub words: String,
    /// A state.
    pub condition: Option<Condition>,
    /// A rating that counts.
    pub rating: Option<Rating>,
    /// An owner.
    pub owner: Option<Owner>,
    /// A value of an attribute, as their places in the pack.
    pub attribute: Option<(usize, usize)>,
    /// A step of the roadmap, from 1.
    pub step: Option<u64>,
}

/// What is looked through.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The questionnaire.
    pub pack: &'a Pack,
    /// The answers.
    pub assessment: &'a Assessment,
    /// What they amount to.
    pub evaluation: &'a Evaluation,
    /// All findings.
    pub findings: &'a [Finding],
    /// By item in pack order, its texts as [`fold`] makes them; read only where words are looked for.
    pub texts: &'a [String],
    /// The moment that decides what is overdue.
    pub now: &'a Timestamp,
}

impl Filter {
    /// Whether nothing is looked for, so that everything fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self { words: self.words.clone(), ..Self::default() } && !self.has_words()
    }

    /// Whether words are looked for.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.words.trim().is_empty()
    }

    /// The items that fit, in pack order. Those that aren't asked never do.
    #[must_use]
    pub fn items(&self, material: &Material<'_>) -> Vec<ItemId> {
        let words = fold(&self.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let blank = Answer::default();
        let asked = material.pack.items().iter().zip(&material.evaluation.items).enumerate();
        let fitting = asked.filter(|(place, (item, result))| {
            let answer = material.assessment.answer(&item.id).unwrap_or(&blank);
            let text = material.texts.get(*place).map_or("", String::as_str);
            result.standing != Standing::NotAsked
                && self.fits(material, item, answer, &result.standing)
                && (words.is_empty() || says(&words, text, answer))
        });
        fitting.map(|(_, (item, _))| item.id.clone()).collect()
    }

    fn fits(
        &self,
        material: &Material<'_>,
        item: &Item,
        answer: &Answer,
        standing: &Standing,
    ) -> bool {
        let in_condition = |condition: &Condition| match condition {
            Condition::Open => *standing == Standing::Unanswered,
            Condition::DontKnow => *standing == Standing::DontKnow,
            Condition::Rated => matches!(standing, Standing::Rated { .. }),
            Condition::Excluded => {
                item.kind == Kind::Control && answer.applicability != Applicability::Applicable
            }
            Condition::Review => answer.review,
            Condition::Overdue => is_overdue(material.pack, answer, standing, material.now),
            Condition::Finding(grade) => {
                gravest(material.findings, &item.id) == Some(*grade)
                    || of_groups(material.findings, *grade).any(|finding| {
                        rests_on(material.pack, material.findings, finding, &item.id)
                    })
            }
        };
        let rated = |rating: &Rating| match (rating, standing) {
            (Rating::DontKnow, Standing::DontKnow) => true,
            (Rating::Level(wanted), Standing::Rated { level, .. }) => wanted == level,
            _ => false,
        };
        let owned = |owner: &Owner| match owner {
            Owner::Nobody => answer.owner.trim().is_empty(),
            Owner::Named(name) => answer.owner.trim() == name,
        };
        self.condition.as_ref().is_none_or(in_condition)
            && self.rating.as_ref().is_none_or(rated)
            && self.owner.as_ref().is_none_or(owned)
            && self.attribute.is_none_or(|value| item.attributes.contains(&value))
            && self.step.is_none_or(|step| item.step == step)
    }
}

/// The findings of this grade that are at a clause or a theme as a whole, in pack order.
pub fn of_groups(findings: &[Finding], grade: Grade) -> impl Iterator<Item = &Finding> {
    findings
        .iter()
        .filter(move |finding| finding.grade == grade && matches!(finding.at, Place::Group(_)))
}

/// Whether a finding at a group rests on an item. What the rules 2 and 3 count (scoring.md, Findings) are
/// the items whose rating is a minor finding by itself; in a theme also those that rule 1 has raised.
#[must_use]
pub fn rests_on(pack: &Pack, findings: &[Finding], at_group: &Finding, item: &ItemId) -> bool {
    let Place::Group(group) = &at_group.at else { return false };
    let items = pack.group(group).map(|group| pack.items_of(group)).unwrap_or_default();
    let counts = |finding: &Finding| match finding.reason {
        FindingReason::Level(_) => finding.computed == Grade::Minor,
        FindingReason::Risks { .. } => true,
        _ => false,
    };
    let is_here = |finding: &&Finding| matches!(&finding.at, Place::Item(at) if at == item);
    items.iter().any(|of_group| of_group.id == *item) && findings.iter().filter(is_here).any(counts)
}

/// Whether each word stands in the texts of an item, given folded, or in what was written for it.
fn says(words: &[&str], text: &str, answer: &Answer) -> bool {
    let mut written = fold(&answer.note);
    let mut add = |more: &str| {
        written.push('\n');
        written.push_str(&fold(more));
    };
    add(&answer.owner);
    if let Applicability::Excluded { justification } = &answer.applicability {
        add(justification);
    }
    for evidence in &answer.evidence {
        add(&evidence.name);
        add(&evidence.place);
    }
    words.iter().all(|word| text.contains(word) || written.contains(word))
}

/// Everybody who sees to an item, each once, sorted.
#[must_use]
pub fn owners(assessment: &Assessment) -> Vec<String> {
    let owners = assessment.answers.iter().map(|(_, answer)| answer.owner.trim());
    let mut owners: Vec<&str> = owners.filter(|owner| !owner.is_empty()).collect();
    owners.sort_unstable();
    owners.dedup();
    owners.into_iter().map(str::to_owned).collect()
}

/// Letters with marks, and without. std can't take letters apart, so these are those of the Latin
/// alphabets of Europe.
const PLAIN: [(&str, &str); 26] = [
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("’‘", "'"),
    ("“”", "\""),
    ("‐‑–", "-"),
];

/// A text in which letters differ neither by case nor by marks such as accents.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            // Marks that stand behind their letter.
            '\u{300}'..='\u{36f}' => {}
            _ if letter.is_ascii() => folded.push(letter),
            _ => match PLAIN.iter().find(|(marked, _)| marked.contains(letter)) {
                Some((_, plain)) => folded.push_str(plain),
                None => folded.push(letter),
            },
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_marks_make_no_difference() {
        for (text, folded) in [
            ("Zürich, ÉTÉ", "zurich, ete"),
            ("Zu\u{308}rich", "zurich"),
            ("İzmir", "izmir"),
            ("Straße Ærø", "strasse aero"),
            ("Łódź’s", "lodz's"),
            ("日本 Ωμέγα", "日本 ωμέγα"),
            ("A.5.7", "a.5.7"),
        ] {
            assert_eq!(fold(text), folded);
        }
        assert_eq!(fold("Straße"), fold("STRASSE"));
    }
}
