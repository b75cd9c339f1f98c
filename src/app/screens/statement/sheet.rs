//! What the parts of the page share: the rows, which of them are shown, ticked and open.

use leptos::prelude::*;

use super::super::{
    super::{
        live::when_drawn,
        route::{Page, Route},
        state::State,
        words::fill,
    },
    outlook::outlook,
};
use crate::{
    browser::page,
    domain::{
        assessment::{Answer, Applicability},
        id::{AssessmentId, ItemId, RiskId},
        soa::Row,
        statement::{Filter, Progress, Theme},
    },
    text::{Key, outcome::Names},
};

/// The id of the line that says how many rows are shown.
pub const SHOWN: &str = "statement-shown";
/// The id of the open editor.
pub const EDITOR: &str = "statement-editor";

/// All of it. A handle, as the state is.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// The state of the page.
    pub state: State,
    id: StoredValue<AssessmentId>,
    /// All rows, following their changes.
    pub rows: Memo<Vec<Row>>,
    /// How far they are.
    pub progress: Memo<Progress>,
    /// What is looked for.
    pub filter: RwSignal<Filter>,
    /// What was found when somebody looked; `None` is everything. What is put right stays until
    /// somebody looks anew, so that no row goes away under a person's hands.
    pub found: RwSignal<Option<Vec<ItemId>>>,
    /// The row that is open.
    pub open: RwSignal<Option<ItemId>>,
    /// The rows that are ticked.
    pub picked: RwSignal<Vec<ItemId>>,
}

impl Sheet {
    /// Everything shown, nothing ticked or open.
    pub fn new(state: State, id: &AssessmentId) -> Self {
        let outlook = outlook(state);
        let rows = Memo::new(move |_| {
            let rows = outlook.with(|all| all.as_ref().map(|all| all.statement.clone()));
            rows.unwrap_or_default()
        });
        Self {
            state,
            id: StoredValue::new(id.clone()),
            rows,
            progress: Memo::new(move |_| rows.with(|rows| Progress::of(rows))),
            filter: RwSignal::new(Filter::default()),
            found: RwSignal::new(None),
            open: RwSignal::new(None),
            picked: RwSignal::new(Vec::new()),
        }
    }

    /// A link to a page of this assessment.
    pub fn href(self, page: Page) -> String {
        Route::Assessment(self.id.get_value(), page).href()
    }

    /// A row with its answer, following the changes of both.
    pub fn row(self, control: &ItemId) -> Option<(Row, Answer)> {
        let row = self.rows.with(|rows| rows.iter().find(|row| row.control == *control).cloned());
        Some((row?, self.answer(control)))
    }

    /// The answer for a control, whoever it belongs to, following its changes.
    pub fn answer(self, control: &ItemId) -> Answer {
        self.state.answer(control)
    }

    /// "A.5.7 Threat intelligence", following a control's own title.
    pub fn name(self, control: &ItemId) -> String {
        self.with_names(|names| names.item(control))
    }

    /// "R7".
    pub fn risk(self, risk: &RiskId) -> String {
        self.with_names(|names| names.risk(risk))
    }

    fn with_names(self, f: impl FnOnce(&Names<'_>) -> String) -> String {
        let questionnaire = self.state.questionnaire();
        let name = self.state.with_assessment(|assessment| {
            f(&Names { pack: &questionnaire.texts, handbook: None, assessment })
        });
        name.unwrap_or_default()
    }

    /// Whether the control is one of the pack.
    pub fn is_of_pack(self, control: &ItemId) -> bool {
        self.state.questionnaire().pack.item(control).is_some()
    }

    fn theme(self, control: &ItemId) -> Theme {
        let questionnaire = self.state.questionnaire();
        let pack = &questionnaire.pack;
        let group = pack.item(control).and_then(|item| pack.group_of(item));
        group.map_or(Theme::Own, |group| Theme::Group(group.id.clone()))
    }

    /// Whether a row is shown.
    pub fn is_shown(self, control: &ItemId) -> bool {
        self.found.with(|found| found.as_ref().is_none_or(|found| found.contains(control)))
    }

    /// The rows that are shown, in order.
    pub fn shown(self) -> Vec<ItemId> {
        let all = self.rows.with(|rows| rows.iter().map(|row| row.control.clone()).collect());
        let mut all: Vec<ItemId> = all;
        all.retain(|control| self.is_shown(control));
        all
    }

    /// Looks for something else.
    pub fn look_for(self, edit: impl FnOnce(&mut Filter)) {
        self.filter.update(edit);
        untrack(|| self.look());
        let (found, all) = untrack(|| (self.shown().len(), self.rows.with(Vec::len)));
        self.state.messages.announce(told(found, all));
    }

    /// Looks for the same anew.
    pub fn look(self) {
        let found = self.filter.with(|filter| {
            (!filter.is_empty()).then(|| {
                self.rows.with(|rows| {
                    let fitting = rows.iter().filter(|row| self.fits(filter, row));
                    fitting.map(|row| row.control.clone()).collect::<Vec<_>>()
                })
            })
        });
        self.found.set(found);
        // What isn't seen isn't changed.
        self.picked.update(|picked| picked.retain(|control| self.is_shown(control)));
    }

    fn fits(self, filter: &Filter, row: &Row) -> bool {
        let name = self.name(&row.control);
        let answer = self.answer(&row.control);
        let mut written = vec![name.as_str(), &answer.owner, &answer.implementation];
        written.extend(answer.evidence.iter().map(|evidence| evidence.name.as_str()));
        written.extend(answer.inclusion.as_ref().map(|inclusion| inclusion.why.as_str()));
        if let Applicability::Excluded { justification } = &answer.applicability {
            written.push(justification);
        }
        filter.fits(row, &self.theme(&row.control), &written)
    }

    /// Opens a row, in place of the one that was open.
    pub fn edit(self, control: ItemId) {
        self.open.set(Some(control));
        when_drawn(|| {
            page::focus(EDITOR);
            page::reveal(EDITOR);
        });
    }

    /// Closes the open row; its button has the focus again.
    pub fn close(self) {
        let Some(control) = self.open.get_untracked() else { return };
        self.open.set(None);
        let shown = untrack(|| self.is_shown(&control));
        when_drawn(move || page::focus(&if shown { edit_id(&control) } else { SHOWN.to_owned() }));
    }

    /// The shown row after the open one.
    pub fn next(self) -> Option<ItemId> {
        let open = self.open.get()?;
        self.rows.with(|rows| {
            let mut after =
                rows.iter().map(|row| &row.control).skip_while(|it| **it != open).skip(1);
            after.find(|control| self.is_shown(control)).cloned()
        })
    }
}

/// "12 of 93 controls".
pub fn told(found: usize, all: usize) -> String {
    let (found, all) = (found.to_string(), all.to_string());
    fill(Key::StatementShown, &[("found", &found), ("all", &all)])
}

/// The id of the button that opens a row.
pub fn edit_id(control: &ItemId) -> String {
    format!("edit-{control}")
}
