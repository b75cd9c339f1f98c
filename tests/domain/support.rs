//! A notation of packs, answers and numbers that is quick to read.

use plumbline::domain::{
    assessment::{Answer, Applicability, Assessment, Rating},
    evaluation::{Evaluation, evaluate},
    evidence::Evidence,
    explain::Subject,
    handbook::Handbook,
    id::AssessmentId,
    outlook::{Outlook, outlook},
    pack::{
        AttributeSource, Effort, GroupSource, ItemSource, Kind, Pack, PackSource, SectionSource,
    },
    ratio::Ratio,
    scale::LevelSource,
    score::Measure,
    selection::Selection,
    snapshot::Snapshot,
    time::{Day, Timestamp},
};
use serde::de::DeserializeOwned;

/// The scale of ISO/IEC 33020.
pub const NPLF: &str = "N=0 P=1/3 L=2/3 F=1";

/// Why controls are excluded in these tests.
pub const REASON: &str = "not ours";

/// An identifier of whichever kind is needed.
pub fn id<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).expect("an identifier")
}

/// `4: 4.1 4.2*3 | A.5: A.5.1#type.preventive?2`: groups, each with its items. `*3` is a weight,
/// `#type.preventive` an attribute value (any number of them), `?2` two check-points `c1` and `c2`,
/// in this order, and `!4.1` an item of the quick check. Groups that begin with `A.` make up the section `annex-a` of controls, all others
/// the section `clauses` of requirements.
pub fn pack(groups: &str) -> Pack {
    checked(source(NPLF, groups))
}

/// A checked pack.
pub fn checked(source: PackSource) -> Pack {
    Pack::new(source, "0".repeat(64)).expect("a pack that keeps all rules")
}

/// As [`pack`], before it is checked, and with a scale of its own, written like [`NPLF`].
pub fn source(scale: &str, groups: &str) -> PackSource {
    let groups: Vec<GroupSource> = groups.split('|').map(group).collect();
    let attributes = declared(groups.iter().flat_map(|group| &group.items));
    let (controls, requirements): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|group| group.id.as_str().starts_with("A."));
    let section = |name, kind, groups| SectionSource { id: id(name), kind, groups };
    let mut sections = vec![
        section("clauses", Kind::Requirement, requirements),
        section("annex-a", Kind::Control, controls),
    ];
    sections.retain(|section| !section.groups.is_empty());
    PackSource {
        version: "1".into(),
        scale: scale.split_whitespace().map(level).collect(),
        attributes,
        sections,
        ..PackSource::empty(id("test"))
    }
}

/// An item with the least that one needs.
pub fn plain_item(name: &str) -> ItemSource {
    ItemSource {
        id: id(name),
        heading: None,
        weight: 1,
        attributes: Vec::new(),
        effort: Effort::S,
        step: 1,
        related: Vec::new(),
        checks: Vec::new(),
        quick: false,
        previous: Vec::new(),
        amended: false,
    }
}

fn level(text: &str) -> LevelSource {
    let (code, credit) = text.split_once('=').expect("code=credit");
    let (num, den) = credit.split_once('/').unwrap_or((credit, "1"));
    LevelSource { code: id(code), credit: [num.parse().unwrap(), den.parse().unwrap()] }
}

fn group(text: &str) -> GroupSource {
    let (name, items) = text.split_once(':').expect("group: items");
    GroupSource { id: id(name.trim()), items: items.split_whitespace().map(item).collect() }
}

fn item(text: &str) -> ItemSource {
    let (text, checks) = text.split_once('?').unwrap_or((text, "0"));
    let mut parts = text.split('#');
    let head = parts.next().expect("an item");
    let (name, weight) = head.split_once('*').unwrap_or((head, "1"));
    let quick = name.strip_prefix('!');
    let mut item = plain_item(quick.unwrap_or(name));
    item.quick = quick.is_some();
    item.weight = weight.parse().unwrap();
    for pair in parts {
        let (attribute, value) = pair.split_once('.').expect("attribute.value");
        match item.attributes.iter_mut().find(|(known, _)| known.as_str() == attribute) {
            Some((_, values)) => values.push(id(value)),
            None => item.attributes.push((id(attribute), vec![id(value)])),
        }
    }
    let count: usize = checks.parse().unwrap();
    item.checks = (1..=count).map(|number| id(&format!("c{number}"))).collect();
    item
}

fn declared<'a>(items: impl Iterator<Item = &'a ItemSource>) -> Vec<AttributeSource> {
    let mut declared: Vec<AttributeSource> = Vec::new();
    for (attribute, values) in items.flat_map(|item| &item.attributes) {
        let place = declared.iter().position(|known| known.id == *attribute);
        let place = place.unwrap_or_else(|| {
            declared.push(AttributeSource { id: attribute.clone(), values: Vec::new() });
            declared.len() - 1
        });
        for value in values {
            if !declared[place].values.contains(value) {
                declared[place].values.push(value.clone());
            }
        }
    }
    declared
}

/// What an assessment means where the pack knows no documents and no steps.
pub fn look(pack: &Pack, assessment: &Assessment) -> Outlook {
    outlook(pack, &Handbook::default(), assessment, &evaluate(pack, assessment))
}

/// An assessment without answers.
pub fn blank() -> Assessment {
    Assessment::new(id::<AssessmentId>("a1"), "Example".into(), minute(0))
}

/// The 22nd of November 2026 at this minute, below 60, of the ninth hour.
pub fn minute(minute: u32) -> Timestamp {
    Timestamp::parse(&format!("2026-11-22T09:{minute:02}:00.000Z")).unwrap()
}

/// A day of November 2026.
pub fn day(day: u32) -> Day {
    Day::parse(&format!("2026-11-{day:02}")).unwrap()
}

/// `4.1 A.5.1`: these items, sorted.
pub fn selection(items: &str) -> Selection {
    Selection::of(items.split_whitespace().map(id))
}

/// A snapshot without ratings.
pub fn snapshot(name: &str, taken: u32) -> Snapshot {
    Snapshot::of(&blank(), name.into(), minute(taken))
}

/// Evidence of this name and no more.
pub fn evidence(name: &str) -> Evidence {
    Evidence { name: name.into(), ..Evidence::default() }
}

/// `4.1=F 4.2=? A.5.1=excluded A.5.2=N+excluded()`: ratings and exclusions by item; `excluded()`
/// has no justification. Written straight into the assessment, as a file might have it: nothing is
/// refused.
pub fn answers(text: &str) -> Assessment {
    let mut assessment = blank();
    for answer in text.split_whitespace() {
        let (item, words) = answer.split_once('=').expect("item=answer");
        let mut answer = Answer::default();
        for word in words.split('+') {
            match word {
                "excluded" => answer.applicability = excluded(REASON),
                "excluded()" => answer.applicability = excluded(""),
                rating => answer.rating = Rating::parse(rating),
            }
        }
        assessment.answers.insert(id(item), answer);
    }
    assessment
}

/// Excluded with this justification.
pub fn excluded(justification: &str) -> Applicability {
    Applicability::Excluded { justification: justification.into() }
}

/// `everything`, a section, a group, or `attribute.value`, whichever the pack has.
pub fn subject(pack: &Pack, name: &str) -> Subject {
    if name == "everything" {
        Subject::Everything
    } else if pack.sections().iter().any(|section| section.id.as_str() == name) {
        Subject::Section(id(name))
    } else if pack.groups().iter().any(|group| group.id.as_str() == name) {
        Subject::Group(id(name))
    } else {
        let (attribute, value) = name.split_once('.').expect("a subject of the pack");
        Subject::Attribute(id(attribute), id(value))
    }
}

/// All that numbers are computed over.
pub fn subjects(pack: &Pack) -> Vec<Subject> {
    let values = pack.attributes().iter().flat_map(|attribute| {
        let values = attribute.values.iter().cloned();
        values.map(|value| Subject::Attribute(attribute.id.clone(), value))
    });
    [Subject::Everything]
        .into_iter()
        .chain(pack.sections().iter().map(|section| Subject::Section(section.id.clone())))
        .chain(pack.groups().iter().map(|group| Subject::Group(group.id.clone())))
        .chain(values)
        .collect()
}

/// The numbers of a subject.
pub fn measure<'a>(evaluation: &'a Evaluation, subject: &Subject) -> &'a Measure {
    evaluation.measure(subject).expect("a subject of the pack")
}

/// `5/6 in 1/2..3/4, seen 2/3`: conformity, low and high, completeness; `–` where undefined.
pub fn show(measure: &Measure) -> String {
    match (measure.low, measure.high, measure.completeness) {
        (Some(low), Some(high), Some(seen)) => format!(
            "{} in {}..{}, seen {}",
            measure.conformity.map_or("–".into(), show_ratio),
            show_ratio(low),
            show_ratio(high),
            show_ratio(seen)
        ),
        (None, None, None) if measure.conformity.is_none() => "nothing in scope".into(),
        _ => panic!("some numbers are there and some are not: {measure:?}"),
    }
}

/// `1/3`, `0` or `1`.
pub fn show_ratio(ratio: Ratio) -> String {
    if ratio.den() == 1 {
        ratio.num().to_string()
    } else {
        format!("{}/{}", ratio.num(), ratio.den())
    }
}
