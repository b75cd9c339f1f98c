//! The sheet of the risk register.

use super::{
    Cell, Choice, Entry, Material, Sheet, Source, Tone,
    answers::listed,
    field::{Field, SheetKind},
    table::{Table, choices, yes_no},
};
use crate::{
    domain::{
        id::RiskId,
        risk::{
            criteria::Scale,
            level::{RiskResult, Spot},
            register::{Property, Risk, Treatment},
        },
    },
    text::{
        Key,
        risk::{LevelWords, notice_text, property_key, treatment_keys},
    },
};

/// A risk and what follows from it.
type Subject<'a> = (&'a Risk, Option<&'a RiskResult>);

/// Every risk with its treatment.
pub(super) fn risks(source: Source<'_>) -> Sheet {
    let Material { assessment, .. } = source.material;
    let (texts, names) = (source.texts(), source.names());
    let treatments =
        choices(texts, Treatment::ALL.map(|it| (it.as_str(), treatment_keys(it).0, Tone::Plain)));
    let likelihoods = ladder(source, Scale::Likelihood);
    let impacts = ladder(source, Scale::Impact);
    let levels = levels(source);
    let above = yes_no(texts, Tone::Bad, Tone::Good);
    let level = |spot: Option<Spot>| {
        spot.map_or(Cell::Blank, |spot| Cell::chosen(&levels, &spot.level.to_string()))
    };
    let of = |field: fn(&RiskResult) -> Option<Spot>| {
        move |it: &Subject<'_>| level(it.1.and_then(field))
    };
    let step = |choices: &[Choice], place: Option<usize>| {
        place.map_or(Cell::Blank, |place| Cell::chosen(choices, &place.to_string()))
    };
    let result = |id: &RiskId| source.outlook.risks.iter().find(|result| result.id == *id);
    let rows = assessment.work().risks_in_order();
    let rows = rows.map(|(id, risk)| (id.to_string(), (risk, result(id))));
    Table::new(texts, (SheetKind::Risks, Key::ReportSheetRisks), rows)
        .read(Field::Number, Key::ReportSheetNumber, 7, Entry::Text, |it| {
            Cell::text(&format!("R{}", it.0.number))
        })
        .edit(Field::Title, Key::RisksColTitle, 30, Entry::Text, |it| Cell::text(&it.0.title))
        .edit(Field::Threat, Key::RiskThreat, 26, Entry::Text, |it| Cell::text(&it.0.threat))
        .edit(Field::Vulnerability, Key::RiskVulnerability, 26, Entry::Text, |it| {
            Cell::text(&it.0.vulnerability)
        })
        .read(Field::Assets, Key::RisksAssets, 18, Entry::Text, |it| {
            let assets = it.0.assets.iter().filter_map(|id| assessment.work().assets.get(id));
            listed(assets.map(|asset| asset.name.clone()))
        })
        .read(Field::Properties, Key::RiskProperties, 18, Entry::Text, |it| {
            let lost = Property::ALL.into_iter().filter(|one| it.0.properties.contains(one));
            listed(lost.map(|property| texts.get(property_key(property)).to_owned()))
        })
        .edit(Field::Owner, Key::RiskOwner, 16, Entry::Text, |it| Cell::text(&it.0.owner))
        .edit(Field::Likelihood, Key::RiskLikelihood, 14, Entry::One(likelihoods.clone()), |it| {
            step(&likelihoods, it.0.likelihood)
        })
        .edit(Field::Impact, Key::RiskImpact, 14, Entry::One(impacts.clone()), |it| {
            step(&impacts, it.0.impact)
        })
        .read(
            Field::Inherent,
            Key::RisksColInherent,
            13,
            Entry::One(levels.clone()),
            of(|result| result.inherent),
        )
        .read(
            Field::Current,
            Key::RisksColCurrent,
            13,
            Entry::One(levels.clone()),
            of(|result| result.current),
        )
        .read(Field::Above, Key::RisksAbove, 11, Entry::One(above.clone()), |it| {
            let known = it.1.filter(|result| result.current.is_some());
            known.map_or(Cell::Blank, |result| {
                Cell::chosen(&above, if result.above { "yes" } else { "no" })
            })
        })
        .edit(Field::Treatment, Key::RiskTreat, 17, Entry::One(treatments.clone()), |it| {
            it.0.treatment.map_or(Cell::Blank, |it| Cell::chosen(&treatments, it.as_str()))
        })
        .read(
            Field::Residual,
            Key::RisksColResidual,
            13,
            Entry::One(levels.clone()),
            of(|result| result.residual),
        )
        .read(Field::Controls, Key::ReportSheetControls, 22, Entry::Text, |it| {
            let number = |name: String| name.split(' ').next().unwrap_or_default().to_owned();
            listed(it.0.controls.iter().map(|link| number(names.item(&link.control))))
        })
        .edit(Field::AcceptedBy, Key::ReportSheetAcceptedBy, 16, Entry::Text, |it| {
            Cell::text(&it.0.acceptance.by)
        })
        .edit(Field::AcceptedOn, Key::ReportSheetAcceptedOn, 12, Entry::Day, |it| {
            Cell::day(it.0.acceptance.on.as_ref())
        })
        .edit(Field::AcceptedWhy, Key::ReportSheetAcceptedWhy, 26, Entry::Text, |it| {
            Cell::text(&it.0.acceptance.why)
        })
        .edit(Field::Review, Key::RiskReview, 12, Entry::Day, |it| Cell::day(it.0.review.as_ref()))
        .edit(Field::Note, Key::RiskNote, 30, Entry::Text, |it| Cell::text(&it.0.note))
        .read(Field::Problems, Key::RiskNotices, 32, Entry::Text, |it| {
            let notices = it.1.into_iter().flat_map(|result| &result.notices);
            let words = notices.map(|notice| notice_text(texts, &names, notice));
            Cell::text(&words.collect::<Vec<_>>().join("\n"))
        })
        .finish()
}

fn words(source: Source<'_>) -> LevelWords<'_> {
    LevelWords {
        texts: source.material.texts,
        criteria: &source.material.assessment.work().criteria,
    }
}

/// The levels of likelihood or impact, numbered from 1 so that they sort.
fn ladder(source: Source<'_>, scale: Scale) -> Vec<Choice> {
    let words = words(source);
    let levels = 0..words.criteria.scale(scale).len();
    levels.map(|level| numbered(level, words.name(scale, level), Tone::Plain)).collect()
}

/// The levels of risk, likewise.
fn levels(source: Source<'_>) -> Vec<Choice> {
    let words = words(source);
    let all = words.criteria.levels.len();
    let tone = |level: usize| Tone::rung(all.saturating_sub(1).saturating_sub(level), all);
    (0..all).map(|level| numbered(level, words.level(level), tone(level))).collect()
}

fn numbered(level: usize, word: &str, tone: Tone) -> Choice {
    Choice::new(&level.to_string(), &format!("{} {word}", level.saturating_add(1)), tone)
}
