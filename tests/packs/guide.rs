//! The helper that tells which standard to open, and the reasons for an ISMS.

use std::collections::BTreeSet;

use plumbline::{
    domain::handbook::{Advice, Leaning, Question, advise},
    text::{HelperTexts, ReasonTexts},
};

use crate::{
    bounds::is_question,
    faults::Faults,
    files::{handbook, handbook_texts, iso27001},
    wording::{sentences, words},
};

/// What moves organisations to an ISMS, in the order in which it is told everywhere: legal duties, an
/// edge in customers’ eyes, fewer incidents, better organisation.
const REASONS: [&str; 4] = ["duties", "customers", "incidents", "organisation"];

const ADVICES: [Advice; 3] = [Advice::Requirements, Advice::Controls, Advice::Both];

/// All ways to answer all questions.
fn combinations(questions: &[Question]) -> Vec<Vec<&Leaning>> {
    let mut combinations = vec![Vec::new()];
    for question in questions {
        combinations = combinations
            .iter()
            .flat_map(|chosen: &Vec<_>| {
                question.answers.iter().map(move |answer| [&chosen[..], &[answer]].concat())
            })
            .collect();
    }
    combinations
}

#[test]
fn the_helper_reaches_each_advice_and_gives_reasons_for_it() {
    let mut faults = Faults::default();
    let questions = handbook().questions;
    let combinations = combinations(&questions);
    for advice in ADVICES {
        let reached = combinations.iter().any(|chosen| advise(chosen.iter().copied()) == advice);
        faults.unless(reached, format!("{advice:?}"), "no answers lead to it");
    }
    for chosen in &combinations {
        let advice = advise(chosen.iter().copied());
        let told = chosen.iter().any(|answer| answer.speaks_for(advice));
        let ids: Vec<&str> = chosen.iter().map(|answer| &*answer.id).collect();
        faults.unless(told, ids.join(", "), format!("{advice:?} without a reason"));
    }
    faults.tell();
}

#[test]
fn every_question_of_the_helper_can_decide() {
    let mut faults = Faults::default();
    let questions = handbook().questions;
    for (place, question) in questions.iter().enumerate() {
        let mut others = questions.clone();
        others.remove(place);
        let decides = combinations(&others).into_iter().any(|chosen| {
            let with = |answer| advise(chosen.iter().copied().chain([answer]));
            let mut advices = question.answers.iter().map(with);
            let first = advices.next();
            advices.any(|advice| Some(advice) != first)
        });
        faults.unless(decides, &question.id, "the advice never hangs on it");
        // One that all its answers push the same way isn't a question.
        for advice in [Advice::Requirements, Advice::Controls] {
            let speaks = question.answers.iter().any(|answer| answer.speaks_for(advice));
            faults.unless(speaks, &question.id, format!("no answer speaks for {advice:?}"));
        }
    }
    faults.tell();
}

#[test]
fn the_helper_keeps_its_measure() {
    let mut faults = Faults::default();
    let questions = handbook().questions;
    faults.within("helper", questions.len(), 4..=6, "questions");
    for question in &questions {
        faults.within(&question.id, question.answers.len(), 2..=4, "answers");
        for answer in &question.answers {
            let most = answer.requirements.max(answer.controls);
            faults.unless(
                (1..=3).contains(&most),
                format!("{} {}", question.id, answer.id),
                format!("{most} points, not 1 to 3"),
            );
        }
    }
    for (tag, texts) in handbook_texts() {
        check_helper_texts(&mut faults, &tag, &questions, &texts.helper);
    }
    faults.tell();
}

fn check_helper_texts(faults: &mut Faults, tag: &str, questions: &[Question], texts: &HelperTexts) {
    let answers = |question: &Question| -> Vec<(String, String)> {
        let pair = |answer: &Leaning| (question.id.clone(), answer.id.clone());
        question.answers.iter().map(pair).collect()
    };
    let listed: Vec<(String, String)> = questions.iter().flat_map(answers).collect();
    let named: BTreeSet<&(String, String)> = listed.iter().collect();
    faults.unless(named.len() == listed.len(), "helper", "an answer stands twice");
    let labels = |(question, texts): &(String, plumbline::text::QuestionTexts)| {
        let pair = |answer: &String| (question.clone(), answer.clone());
        texts.labels.keys().map(pair).collect::<Vec<_>>()
    };
    let worded: Vec<(String, String)> = texts.questions.iter().flat_map(labels).collect();
    for (question, answer) in named.symmetric_difference(&worded.iter().collect()) {
        let at = format!("{tag} helper {question} {answer}");
        faults.say(at, "an answer without words, or words without it");
    }
    for (id, question) in &texts.questions {
        is_question(faults, format!("{tag} helper {id}"), &question.ask);
        for (answer, reason) in &question.reasons {
            let at = format!("{tag} helper {id} {answer}");
            faults.within(at, sentences(reason), 1..=1, "sentences");
        }
    }
    faults.within(format!("{tag} helper lead"), sentences(&texts.lead), 1..=2, "sentences");
}

#[test]
fn there_are_four_reasons_with_items_that_bear_on_them() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let reasons = handbook().reasons;
    let ids: Vec<&str> = reasons.iter().map(|reason| reason.id.as_str()).collect();
    faults.unless(ids == REASONS, "reasons", format!("{ids:?}, not {REASONS:?}"));
    for reason in &reasons {
        faults.within(&reason.id, reason.items.len(), 6..=18, "items");
        for item in &reason.items {
            faults.unless(pack.item(item).is_some(), &reason.id, format!("no item {item}"));
        }
        let places: Vec<_> = reason.items.iter().map(|item| pack.places().get(item)).collect();
        let in_order = places.is_sorted_by(|one, next| one < next);
        faults.unless(in_order, &reason.id, "items are not once each in the order of the pack");
    }
    faults.tell();
}

#[test]
fn every_item_of_the_quick_check_bears_on_a_reason() {
    let mut faults = Faults::default();
    let reasons = handbook().reasons;
    for item in iso27001().pack.items().iter().filter(|item| item.quick) {
        let bears = reasons.iter().any(|reason| reason.items.contains(&item.id));
        faults.unless(bears, &item.id, "a gap in it would endanger nothing");
    }
    faults.tell();
}

#[test]
fn reasons_have_words_within_bounds() {
    let mut faults = Faults::default();
    for (tag, texts) in handbook_texts() {
        let worded: BTreeSet<&str> = texts.reasons.iter().map(|(id, _)| &**id).collect();
        let same = worded == REASONS.into();
        faults.unless(same, &tag, format!("{worded:?}, not {REASONS:?}"));
        for (id, reason) in &texts.reasons {
            check_reason(&mut faults, &format!("{tag} {id}"), reason);
        }
    }
    faults.tell();
}

fn check_reason(faults: &mut Faults, at: &str, reason: &ReasonTexts) {
    faults.within(format!("{at} title"), words(&reason.title), 2..=9, "words");
    faults.within(format!("{at} why"), words(&reason.why), 40..=70, "words");
    faults.within(format!("{at} endangered"), words(&reason.endangered), 3..=20, "words");
    let goes_on = !reason.endangered.ends_with(['.', '!', '?']);
    faults.unless(goes_on, at, "“endangered” ends a sentence and doesn’t go on in one");
    faults.within(format!("{at} measure"), reason.measure.len(), 3..=4, "measures");
    for (what, how) in &reason.measure {
        faults.within(format!("{at} {what:?}"), words(how), 15..=35, "words");
    }
}
