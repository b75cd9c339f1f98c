//! Documents and records: which of them there are, where, and who keeps them.

mod row;

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, text},
        pages::failed::not_here,
        route::Page,
        state::{State, now},
        words::{fill, t},
    },
    landing::{land_on, landing},
    outlook::outlook,
    work_field::{choice, labelled, owner_list},
};
use crate::{
    browser::page,
    domain::{
        document::DocumentResult,
        document_list::{Condition, Filter, in_place, is_review_due},
        handbook::{Demand, Form},
        id::{AssessmentId, DocumentId},
    },
    text::{Key, names::document_state_key},
};

/// The id of the line that says how many are shown.
const SHOWN: &str = "documents-shown";

/// The parts of the list: its name, what it means, and how many of it are in place.
const DEMANDS: [(Demand, Key, Key, Key); 3] = [
    (
        Demand::Mandatory,
        Key::DocumentsMandatory,
        Key::DocumentsMandatoryHint,
        Key::DocumentsHaveMandatory,
    ),
    (
        Demand::IfApplicable,
        Key::DocumentsIfApplicable,
        Key::DocumentsIfApplicableHint,
        Key::DocumentsHaveIfApplicable,
    ),
    (Demand::Common, Key::DocumentsCommon, Key::DocumentsCommonHint, Key::DocumentsHaveCommon),
];

/// Both kinds, as values of a choice, and their names.
const FORMS: [(Form, &str, Key); 2] = [
    (Form::Document, "document", Key::DocumentsDocumentsOnly),
    (Form::Record, "record", Key::DocumentsRecordsOnly),
];

/// What the parts of the page share. A handle, as the state is.
#[derive(Clone, Copy)]
struct List {
    state: State,
    id: StoredValue<AssessmentId>,
    all: Memo<Vec<DocumentResult>>,
    filter: RwSignal<Filter>,
    /// What was found when somebody looked; `None` is everything. A row stays while its state is
    /// changed.
    found: RwSignal<Option<Vec<DocumentId>>>,
}

impl List {
    fn result(self, id: &DocumentId) -> Option<DocumentResult> {
        self.all.with(|all| all.iter().find(|result| result.id == *id).cloned())
    }

    fn is_shown(self, id: &DocumentId) -> bool {
        self.found.with(|found| found.as_ref().is_none_or(|found| found.contains(id)))
    }

    fn shown(self) -> usize {
        self.all.with(|all| all.iter().filter(|result| self.is_shown(&result.id)).count())
    }

    fn told(self) -> String {
        let (found, all) = (self.shown().to_string(), self.all.with(Vec::len).to_string());
        fill(Key::DocumentsShown, &[("found", &found), ("all", &all)])
    }

    fn look_for(self, edit: impl FnOnce(&mut Filter)) {
        self.filter.update(edit);
        let found = untrack(|| {
            let filter = self.filter.get();
            let now = now();
            let fits = |result: &&DocumentResult| {
                let state = self.state;
                let due = state.with_assessment(|assessment| {
                    let entry = assessment.work().documents.get(&result.id);
                    entry.is_some_and(|entry| is_review_due(entry, &now))
                });
                filter.fits(result, due.unwrap_or_default())
            };
            let found = self.all.with(|all| {
                all.iter().filter(fits).map(|result| result.id.clone()).collect::<Vec<_>>()
            });
            (filter != Filter::default()).then_some(found)
        });
        self.found.set(found);
        self.state.messages.announce(untrack(|| self.told()));
    }
}

/// The page.
pub fn documents(state: State, id: &AssessmentId) -> Vec<El> {
    let outlook = outlook(state);
    let all = Memo::new(move |_| {
        let all = outlook.with(|all| all.as_ref().map(|all| all.documents.clone()));
        all.unwrap_or_default()
    });
    let list = List {
        state,
        id: StoredValue::new(id.clone()),
        all,
        filter: RwSignal::new(Filter::default()),
        found: RwSignal::new(None),
    };
    // Drawn once, when the long texts have arrived.
    let sections = part(move || {
        if state.handbook().is_none() {
            return Some(not_here(state).done());
        }
        let sections = DEMANDS
            .map(|(demand, name, hint, _)| untrack(|| section(list, demand, name, hint)).done());
        if let Some(id) = landing(state) {
            land_on(row::heading_id(&id));
        }
        Some(sections.into_iter().collect::<Vec<_>>().into_any())
    });
    vec![
        views(id, &Page::Documents),
        title(t(Key::ViewsDocuments)),
        el("p").class("lead").text(t(Key::DocumentsViewLead)),
        counts(list),
        find(list),
        el("div").child(sections),
        el("div").child(owner_list(state)),
    ]
}

fn counts(list: List) -> El {
    let lines = DEMANDS.map(|(demand, _, _, have)| {
        let words = text(move || {
            let (have_now, all) = list.all.with(|all| in_place(all, demand));
            fill(have, &[("have", &have_now.to_string()), ("all", &all.to_string())])
        });
        el("li").live(words).done()
    });
    let none = flag(move || list.all.with(Vec::is_empty));
    el("ul").class("document-counts").absent(none).children(lines)
}

fn find(list: List) -> El {
    let any = || (String::new(), t(Key::FilterAny).to_owned());
    let conditions = Condition::ALL.iter().enumerate();
    let conditions = conditions
        .map(|(place, condition)| (place.to_string(), t(condition_name(*condition)).to_owned()));
    let chosen = text(move || {
        let chosen = list.filter.with(|filter| filter.condition);
        let place = Condition::ALL.iter().position(|one| Some(*one) == chosen);
        place.map(|place| place.to_string()).unwrap_or_default()
    });
    let by_state = choice([any()].into_iter().chain(conditions), chosen, move |place| {
        let place = place.parse::<usize>().ok();
        let condition = place.and_then(|place| Condition::ALL.get(place).copied());
        list.look_for(|filter| filter.condition = condition);
    });
    let forms = FORMS.map(|(_, value, name)| (value.to_owned(), t(name).to_owned()));
    let chosen = text(move || {
        let chosen = list.filter.with(|filter| filter.form);
        let value = FORMS.iter().find(|(form, ..)| Some(*form) == chosen);
        value.map(|(_, value, _)| (*value).to_owned()).unwrap_or_default()
    });
    let by_form = choice([any()].into_iter().chain(forms), chosen, move |value| {
        let form = FORMS.iter().find(|(_, written, _)| *written == value).map(|(form, ..)| *form);
        list.look_for(|filter| filter.form = form);
    });
    let count = el("p").is("id", SHOWN).is("tabindex", "-1").live(text(move || list.told()));
    let clear = button(Look::Quiet, t(Key::FilterClear), move || {
        list.look_for(|filter| *filter = Filter::default());
        // The button goes away.
        page::focus(SHOWN);
    });
    let is_empty = flag(move || list.filter.get() == Filter::default());
    let none = flag(move || list.shown() > 0 || list.all.with(Vec::is_empty));
    el("div")
        .el(el("div")
            .class("statement-find no-paper")
            .is("role", "search")
            .is("aria-label", t(Key::DocumentsFind))
            .el(labelled("documents-state", Key::DocumentsState, by_state))
            .el(labelled("documents-form", Key::DocumentsForm, by_form)))
        .el(el("div").class("statement-shown").el(count).el(clear.absent(is_empty)))
        .el(el("p").class("find-none").absent(none).text(t(Key::FilterNone)))
}

const fn condition_name(condition: Condition) -> Key {
    match condition {
        Condition::State(state) => document_state_key(state),
        Condition::ReviewDue => Key::DocumentsReviewDue,
        Condition::NotNeeded => Key::DocumentsNotNeeded,
    }
}

fn section(list: List, demand: Demand, name: Key, hint: Key) -> El {
    let ids: Vec<DocumentId> = list.all.with(|all| {
        let here = all.iter().filter(|result| result.demand == demand);
        here.map(|result| result.id.clone()).collect()
    });
    let rows: Vec<AnyView> = ids.iter().filter_map(|id| Some(row::row(list, id)?.done())).collect();
    let all = ids.len();
    let heading = text(move || {
        let needed = list.all.with(|all| in_place(all, demand).1);
        let mut number = all.to_string();
        let rest = all.saturating_sub(needed);
        if rest > 0 {
            let values = [("number", &*number), ("rest", &*rest.to_string())];
            number = fill(Key::DocumentsNotNeededOf, &values);
        }
        fill(name, &[("number", &number)])
    });
    let none = flag(move || !ids.iter().any(|id| list.is_shown(id)));
    el("section")
        .class("documents-section")
        .absent(none)
        .el(el("h2").live(heading))
        .el(el("p").class("hint").text(t(hint)))
        .el(el("ul").class("rows").children(rows))
}
