//! What an auditor would probably find, by grade, with the reason for each.

mod entry;
mod regrade;
mod unknown;

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
        route::Page,
        state::State,
        words::{fill, t, texts},
    },
    find::asked,
    last::Last,
    outlook::outlook,
    work_field::{choice, labelled},
};
use crate::{
    browser::page,
    domain::{
        finding::{Finding, Grade, Place, Regrade, Unverified},
        id::{AssessmentId, FindingId, GroupId, ItemId},
        pack::Pack,
        selection::Selection,
    },
    text::{Key, outcome::grade_text},
};

/// The id of the line that says how many are shown.
const SHOWN: &str = "findings-shown";

/// Which clause or theme and which grade were looked for when the page was left.
static LAST: Last<(Option<GroupId>, Option<Grade>)> = Last::new();

/// What the parts of the page share. A handle, as the state is.
#[derive(Clone, Copy)]
struct Board {
    state: State,
    id: StoredValue<AssessmentId>,
    all: Memo<Vec<Finding>>,
    unverified: Memo<Vec<Unverified>>,
    group: RwSignal<Option<GroupId>>,
    grade: RwSignal<Option<Grade>>,
    /// The finding whose grade is being changed.
    changing: RwSignal<Option<FindingId>>,
}

impl Board {
    /// Whether an item is in the clause or theme that is looked for.
    fn is_in_group(self, item: &ItemId) -> bool {
        self.group.with(|wanted| {
            let questionnaire = self.state.questionnaire();
            wanted.as_ref().is_none_or(|wanted| is_in(&questionnaire.pack, item, wanted))
        })
    }

    fn is_shown(self, finding: &Finding) -> bool {
        let here = match &finding.at {
            Place::Item(item) => self.is_in_group(item),
            Place::Group(group) => {
                self.group.with(|wanted| wanted.as_ref().is_none_or(|wanted| wanted == group))
            }
        };
        here && self.grade.get().is_none_or(|grade| grade == finding.grade)
    }

    /// The assessor's grade of a finding, following its changes.
    fn regrade(self, id: &FindingId) -> Option<Regrade> {
        self.state.with_assessment(|it| it.work().regraded.get(id).cloned()).flatten()
    }

    fn shown(self) -> Vec<Finding> {
        let mut shown = self.all.get();
        shown.retain(|finding| self.is_shown(finding));
        shown
    }
}

fn is_in(pack: &Pack, item: &ItemId, group: &GroupId) -> bool {
    pack.item(item).and_then(|item| pack.group_of(item)).is_some_and(|of| of.id == *group)
}

/// The page.
pub fn findings(state: State, id: &AssessmentId) -> Vec<El> {
    let outlook = outlook(state);
    let all = Memo::new(move |_| {
        outlook.with(|all| all.as_ref().map(|all| all.findings.clone())).unwrap_or_default()
    });
    let unverified = Memo::new(move |_| {
        outlook.with(|all| all.as_ref().map(|all| all.unverified.clone())).unwrap_or_default()
    });
    let (group, grade) = LAST.of(id);
    let board = Board {
        state,
        id: StoredValue::new(id.clone()),
        all,
        unverified,
        group: RwSignal::new(group),
        grade: RwSignal::new(grade),
        changing: RwSignal::new(None),
    };
    Effect::new(move |_| {
        board.id.with_value(|id| LAST.note(id, (board.group.get(), board.grade.get())));
    });
    let sections = Grade::ALL.map(|grade| section(board, grade)).into_iter();
    vec![
        views(id, &Page::Findings),
        title(t(Key::ViewsFindings)),
        el("p").class("lead").text(t(Key::FindingLead)),
        el("div").child(only_quick(state)),
        find(board),
        el("div").children(sections),
        el("div").child(unknown::unknown(board)),
        el("div").child(regrade::dialog(board)),
    ]
}

/// What rests on part of the questions says so.
fn only_quick(state: State) -> AnyView {
    let partly = Memo::new(move |_| {
        state.with_assessment(|it| it.selection != Selection::All).unwrap_or_default()
    });
    part(move || {
        if !partly.get() {
            return None;
        }
        let all = state.questionnaire().pack.items().len().to_string();
        let asked = asked(state).len().to_string();
        let words = fill(Key::FindingQuick, &[("asked", &asked), ("all", &all)]);
        Some(el("p").class("notice").string(words).done())
    })
}

fn find(board: Board) -> El {
    let Board { state, all, group, grade, .. } = board;
    let questionnaire = state.questionnaire();
    let any = || (String::new(), t(Key::FilterAny).to_owned());
    let tell = move || {
        let (found, all) = (board.shown().len().to_string(), all.with(Vec::len).to_string());
        fill(Key::FindingShown, &[("found", &found), ("all", &all)])
    };
    let groups = questionnaire.pack.groups().iter().map(|group| {
        let name = format!("{} {}", group.id, questionnaire.texts.group(&group.id));
        (group.id.to_string(), name)
    });
    let chosen = text(move || group.get().as_ref().map(GroupId::to_string).unwrap_or_default());
    let by_group = choice([any()].into_iter().chain(groups), chosen, move |value| {
        group.set(GroupId::parse(&value).ok());
        state.messages.announce(untrack(tell));
    });
    let grades =
        Grade::ALL.map(|grade| (grade.as_str().to_owned(), grade_text(texts(), grade).to_owned()));
    let chosen = text(move || grade.get().map(Grade::as_str).unwrap_or_default().to_owned());
    let by_grade = choice([any()].into_iter().chain(grades), chosen, move |value| {
        grade.set(Grade::parse(&value));
        state.messages.announce(untrack(tell));
    });
    let clear = button(Look::Quiet, t(Key::FilterClear), move || {
        group.set(None);
        grade.set(None);
        // The button goes away.
        page::focus(SHOWN);
    });
    let is_empty = flag(move || group.get().is_none() && grade.get().is_none());
    let none = text(move || {
        let rated = state.with_evaluation(|it| it.everything.counts.rated).unwrap_or_default();
        let key = match (all.with(Vec::is_empty), rated) {
            (true, 0) => Key::FindingNothingRated,
            (true, _) => Key::FindingNone,
            (false, _) => Key::FindingNoneShown,
        };
        t(key).to_owned()
    });
    let some = flag(move || !board.shown().is_empty());
    let count = el("p").is("id", SHOWN).is("tabindex", "-1").live(text(tell));
    el("div")
        .el(el("div")
            .class("statement-find no-paper")
            .is("role", "search")
            .is("aria-label", t(Key::FindingFind))
            .el(labelled("findings-group", Key::FindingPlace, by_group))
            .el(labelled("findings-grade", Key::FindingGrade, by_grade)))
        .el(el("div").class("statement-shown").el(count).el(clear.absent(is_empty)))
        .el(el("p").class("find-none").absent(some).live(none))
}

/// The findings of a grade, under what it means for a certificate.
fn section(board: Board, grade: Grade) -> AnyView {
    let (heading, means) = match grade {
        Grade::Major => (Key::FindingMajorTitle, Key::FindingMajorMeans),
        Grade::Minor => (Key::FindingMinorTitle, Key::FindingMinorMeans),
        Grade::Opportunity => (Key::FindingOpportunityTitle, Key::FindingOpportunityMeans),
    };
    let shown = Memo::new(move |_| {
        let mut shown = board.shown();
        shown.retain(|finding| finding.grade == grade);
        let regrade = |finding: &Finding| board.regrade(&finding.id()?);
        let shown = shown.into_iter().map(|finding| (regrade(&finding), finding));
        shown.collect::<Vec<_>>()
    });
    part(move || {
        let shown = shown.get();
        if shown.is_empty() {
            return None;
        }
        let heading = fill(heading, &[("number", &shown.len().to_string())]);
        let entries =
            shown.iter().map(|(regrade, it)| entry::entry(board, it, regrade.as_ref()).done());
        let entries: Vec<AnyView> = entries.collect();
        let section = el("section")
            .class("findings")
            .attr("data-grade", grade.as_str().to_owned())
            .el(el("h2").string(heading))
            .el(el("p").class("hint").text(t(means)))
            .el(el("ul").class("rows").children(entries));
        Some(section.done())
    })
}
