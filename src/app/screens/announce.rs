//! What screen readers hear when the assessment has changed.

use leptos::prelude::*;

use super::super::{
    components::measure::in_words,
    state::State,
    words::{fill, t},
};
use crate::{
    domain::{action::Action, explain, id::ItemId, work::carried::Subject},
    text::Key,
};

/// Speaks of an action, as `done` words it, and of what it did to the numbers of the item's group.
pub fn announce(state: State, done: Option<Key>, action: &Action) {
    let action = meant(action);
    let done = done.map(|key| fill(key, &[("what", &describe(action))]));
    let said: Vec<String> = done.into_iter().chain(numbers_after(state, action)).collect();
    state.messages.announce(said.join(" "));
}

fn numbers_after(state: State, action: &Action) -> Option<String> {
    let (Action::Rate(item, _) | Action::Apply(item, _)) = action else { return None };
    let questionnaire = state.questionnaire();
    let group = questionnaire.pack.group_of(questionnaire.pack.item(item)?)?;
    let measure = state.measure(explain::Subject::Group(group.id.clone())).get_untracked()?;
    let label = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
    let numbers = in_words(&measure);
    Some(fill(Key::MeasureAnnounced, &[("label", &label), ("numbers", &numbers)]))
}

/// The rating, where a mark for review ends with it: that is said where the mark stood.
fn meant(action: &Action) -> &Action {
    match action {
        Action::Several(parts) => match parts.as_slice() {
            [rate @ Action::Rate(..), Action::Review(..)]
            | [Action::Review(..), rate @ Action::Rate(..)] => rate,
            _ => action,
        },
        single => single,
    }
}

/// An action in words.
fn describe(action: &Action) -> String {
    let key = match action {
        Action::Rename(_) => Key::ActionRename,
        Action::Rate(..) => Key::ActionRate,
        Action::Apply(..) => Key::ActionApply,
        Action::Note(..) => Key::ActionNote,
        Action::Check(..) => Key::ActionCheck,
        Action::Evidence(..) => Key::ActionEvidence,
        Action::Owner(..) => Key::ActionOwner,
        Action::Due(..) => Key::ActionDue,
        Action::Target(..) => Key::ActionTarget,
        Action::Review(..) => Key::ActionReview,
        Action::Facts(_) => Key::ActionFacts,
        Action::Select(_) => Key::ActionSelect,
        Action::Snapshots(_) => Key::ActionSnapshots,
        Action::Include(..) => Key::ActionInclude,
        Action::Implementation(..) => Key::ActionImplementation,
        Action::Effort(..) => Key::ActionEffort,
        Action::Work(change) => match change.subject() {
            Subject::Criteria => Key::ActionCriteria,
            Subject::Asset => Key::ActionAsset,
            Subject::Risk => Key::ActionRisk,
            Subject::Statement => Key::ActionStatement,
            Subject::Own => Key::ActionOwn,
            Subject::Document => Key::ActionDocument,
            Subject::Grade => Key::ActionGrade,
            Subject::Plan => Key::ActionPlan,
            Subject::Weeks => Key::ActionWeeks,
        },
        Action::Several(_) => Key::ActionSeveral,
    };
    let item = action.items().first().map_or("", |item| item.as_str());
    // Nobody knows a control of the organisation's own by its identifier.
    if item.starts_with(ItemId::OWN) {
        return t(Key::ActionOwn).to_owned();
    }
    fill(key, &[("item", item)])
}
