//! The sheets of items: every answer, and the check-points.

use std::sync::Arc;

use super::{
    super::model::{check_text, standing_text},
    Cell, Choice, Entry, SEPARATOR, Sheet, Source, Tone,
    field::{Field, SheetKind},
    table::{Table, choices, yes_no},
};
use crate::{
    domain::{
        assessment::{Answer, Applicability, CheckAnswer, Rating},
        evidence::Evidence,
        id::{CheckId, ItemId},
        pack::{Effort, Item},
        scope::Standing,
        selection::Selection,
    },
    text::{ItemGuidance, Key, outcome::effort_key},
};

/// An item of the questionnaire, or a control of the organisation's own.
struct Subject<'a> {
    id: &'a ItemId,
    number: String,
    group: String,
    title: String,
    question: &'a str,
    answer: &'a Answer,
    standing: Option<&'a Standing>,
    effort: Option<Effort>,
}

/// All items with their answers.
pub(super) fn answers(source: Source<'_>) -> Sheet {
    let texts = source.texts();
    let blank = Answer::default();
    let ratings = ratings(source);
    let levels = levels(source);
    let efforts = efforts(source);
    let marks = yes_no(texts, Tone::Fair, Tone::Plain);
    let standing = |subject: &Subject<'_>| match (&subject.answer.applicability, subject.standing) {
        (Applicability::Excluded { .. }, _) | (_, Some(Standing::Excluded)) => {
            Cell::text(texts.get(if subject.answer.applicability.lacks_justification() {
                Key::RatingExcludedMissing
            } else {
                Key::RatingExcluded
            }))
        }
        (_, Some(Standing::NotAsked)) => Cell::text(texts.get(Key::RatingNotAsked)),
        (_, Some(standing)) => {
            Cell::text(standing_text(source.material.pack_texts, texts, standing))
        }
        (_, None) => Cell::Blank,
    };
    let table = Table::new(
        texts,
        (SheetKind::Answers, Key::ReportSheetAnswers),
        subjects(source, &blank).into_iter().map(|subject| (subject.id.to_string(), subject)),
    );
    table
        .read(Field::Number, Key::ReportSheetNumber, 8, Entry::Text, |it| Cell::text(&it.number))
        .read(Field::Title, Key::ReportSheetItem, 30, Entry::Text, |it| Cell::text(&it.title))
        .read(Field::Group, Key::ReportsMeasureGroup, 16, Entry::Text, |it| Cell::text(&it.group))
        .read(Field::Question, Key::ReportSheetQuestion, 44, Entry::Text, |it| {
            Cell::text(it.question)
        })
        .edit(Field::Rating, Key::ReportsRating, 14, Entry::One(ratings.clone()), |it| {
            let rating = it.answer.rating.as_ref();
            rating.map_or(Cell::Blank, |rating| Cell::chosen(&ratings, rating.as_str()))
        })
        .read(Field::State, Key::ReportSheetCounts, 14, Entry::Text, standing)
        .edit(Field::Note, Key::ReportNote, 44, Entry::Text, |it| Cell::text(&it.answer.note))
        .edit(Field::Owner, Key::WorkOwner, 16, Entry::Text, |it| Cell::text(&it.answer.owner))
        .edit(Field::Due, Key::WorkDue, 12, Entry::Day, |it| Cell::day(it.answer.due.as_ref()))
        .edit(Field::Target, Key::WorkTarget, 14, Entry::One(levels.clone()), |it| {
            let target = it.answer.target.as_ref();
            target.map_or(Cell::Blank, |target| Cell::chosen(&levels, target.as_str()))
        })
        .edit(Field::Effort, Key::PlanEffort, 18, Entry::One(efforts.clone()), |it| {
            it.effort.map_or(Cell::Blank, |effort| Cell::chosen(&efforts, effort.as_str()))
        })
        .edit(Field::Review, Key::WorkReviewBadge, 10, Entry::One(marks.clone()), |it| {
            if it.answer.review { Cell::chosen(&marks, "yes") } else { Cell::Blank }
        })
        .read(Field::Justification, Key::ReportSheetExcludedWhy, 30, Entry::Text, |it| {
            match &it.answer.applicability {
                Applicability::Excluded { justification } => Cell::text(justification),
                Applicability::Applicable => Cell::Blank,
            }
        })
        .read(Field::Evidence, Key::WorkEvidence, 36, Entry::Text, |it| {
            Cell::text(&evidence(&it.answer.evidence))
        })
        .finish()
}

/// Everything that can be rated: the items of the pack, then the organisation's own.
fn subjects<'a>(source: Source<'a>, blank: &'a Answer) -> Vec<Subject<'a>> {
    let super::Material { pack, pack_texts, assessment, .. } = source.material;
    let results = pack.items().iter().zip(&source.evaluation.items);
    let items = results.map(|(item, result)| Subject {
        id: &item.id,
        number: item.id.to_string(),
        group: pack
            .group_of(item)
            .map(|group| format!("{} {}", group.id, pack_texts.group(&group.id)))
            .unwrap_or_default(),
        title: pack_texts.full_title(&item.id).to_owned(),
        question: match assessment.selection {
            Selection::Quick => pack_texts.quick_ask(&item.id),
            Selection::All | Selection::Items(_) => pack_texts.ask(&item.id),
        },
        answer: assessment.answer(&item.id).unwrap_or(blank),
        standing: Some(&result.standing),
        effort: Some(
            assessment.answer(&item.id).and_then(|answer| answer.effort).unwrap_or(item.effort),
        ),
    });
    let own = assessment.work().own_in_order().map(|(id, own)| Subject {
        id,
        number: format!("C{}", own.number),
        group: source.texts().get(Key::StatementOwn).to_owned(),
        title: own.title.clone(),
        question: "",
        answer: &own.answer,
        standing: None,
        effort: own.answer.effort,
    });
    items.chain(own).collect()
}

/// What an item can be rated: the levels, the highest first, and *Don't know*.
fn ratings(source: Source<'_>) -> Vec<Choice> {
    let dont_know = source.texts().get(Key::RatingDontKnow);
    let mut ratings = levels(source);
    ratings.push(Choice::new(Rating::DONT_KNOW, dont_know, Tone::Quiet));
    ratings
}

/// The levels of the scale, the lowest first.
fn levels(source: Source<'_>) -> Vec<Choice> {
    let levels = source.material.pack.scale().levels();
    let choice = |(place, code): (usize, &crate::domain::id::LevelCode)| {
        let word = source.material.pack_texts.level(code);
        Choice::new(code.as_str(), word, Tone::rung(place, levels.len()))
    };
    levels.iter().map(|level| &level.code).enumerate().map(choice).collect()
}

/// How much work something can be.
pub(super) fn efforts(source: Source<'_>) -> Vec<Choice> {
    let all = Effort::ALL.into_iter();
    choices(source.texts(), all.map(|effort| (effort.as_str(), effort_key(effort), Tone::Plain)))
}

/// What proves something, a line each.
pub(super) fn evidence(list: &[Evidence]) -> String {
    let lines = list.iter().map(|evidence| {
        let parts = [evidence.name.trim(), evidence.place.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// What stands between item and check-point in the identifier of a row.
pub const CHECK: char = '/';

/// The check-points of all items with their answers.
pub(super) fn checks(source: Source<'_>) -> Sheet {
    let super::Material { pack, pack_texts, assessment, guidance, .. } = source.material;
    let texts = source.texts();
    let tones = [Tone::Good, Tone::Fair, Tone::Bad, Tone::Quiet];
    let all = CheckAnswer::ALL.into_iter().zip(tones);
    let given = choices(texts, all.map(|(it, tone)| (it.as_str(), check_text(it), tone)));
    let points = pack.items().iter().flat_map(|item| {
        let words = guidance.iter().find(|(id, _)| id == item.id.as_str());
        let words = words.map(|(_, words)| words);
        item.checks.iter().map(move |check| (item, check, question(words, check)))
    });
    let key = |item: &Item, check: &CheckId| format!("{}{CHECK}{check}", item.id);
    let points = points.map(|point| (key(point.0, point.1), point));
    Table::new(texts, (SheetKind::Checks, Key::ReportSheetChecks), points)
        .read(Field::Number, Key::ReportSheetNumber, 8, Entry::Text, |(item, ..)| {
            Cell::text(item.id.as_str())
        })
        .read(Field::Title, Key::ReportSheetItem, 34, Entry::Text, |(item, ..)| {
            Cell::text(pack_texts.full_title(&item.id))
        })
        .read(Field::Check, Key::ReportSheetCheck, 80, Entry::Text, |(.., question)| {
            Cell::text(question)
        })
        .edit(Field::Answer, Key::ReportSheetAnswer, 14, Entry::One(given.clone()), |point| {
            let answer = assessment.answer(&point.0.id);
            let answer = answer.and_then(|answer| answer.checks.get(point.1));
            answer.map_or(Cell::Blank, |answer| Cell::chosen(&given, answer.as_str()))
        })
        .finish()
}

/// What a check-point asks; its identifier where the long texts haven't arrived.
fn question<'a>(words: Option<&'a Arc<ItemGuidance>>, check: &'a CheckId) -> &'a str {
    let found = words.and_then(|words| words.checks.iter().find(|one| one.id == check.as_str()));
    found.map_or(check.as_str(), |found| &found.text)
}

/// Several words in one cell.
pub(super) fn listed(words: impl IntoIterator<Item = String>) -> Cell {
    Cell::text(&words.into_iter().collect::<Vec<_>>().join(SEPARATOR))
}
