//! A colleague's file joins what is here: what only it has is added, and where both say something
//! different the person chooses. Nothing happens before that, and all of it is one step.

mod words;

use std::{cell::RefCell, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use self::words::Both;
pub use self::words::kind;
use super::{
    super::{
        components::button::{Look, button, button_while, buttons},
        el::{El, el},
        live::{flag, part, text, when_drawn},
        messages::Message,
        state::State,
        words::{fill, t},
    },
    arrival,
    incoming::{Arrival, Unread},
    landing::land_on,
    reports::branding::file_field,
    unlock::{Waiting, unlock},
};
use crate::{
    browser::{file::Chosen, page},
    domain::{
        assessment::Assessment,
        merge::{Difference, Merged, Place, Side, Way, merge, step, tally},
    },
    persist::document::Document,
    text::Key,
};

/// The ids of heading and field.
const HEADING: &str = "merge";
const FILE: &str = "merge-file";
/// What the browser offers to choose.
const ACCEPT: &str = ".json,.html,.htm,application/json,text/html";

thread_local! {
    /// A file that was opened elsewhere and is to be merged by the page that comes next.
    static BROUGHT: RefCell<Option<Document>> = const { RefCell::new(None) };
}

/// Has the page that comes next merge what was in a file.
pub fn bring(arrival: Arrival) {
    BROUGHT.with(|brought| brought.replace(Some(arrival.opened.document)));
}

/// What is merged.
#[derive(Clone, Copy)]
struct Merging {
    state: State,
    theirs: RwSignal<Option<Arc<Document>>>,
    /// What both began with.
    base: RwSignal<Option<Arc<Document>>>,
    /// The conflicts that the file decides.
    chosen: RwSignal<Vec<Place>>,
    merged: Memo<Option<Arc<Merged>>>,
}

/// The part of the page.
pub fn section(state: State) -> El {
    let (theirs, base) = (RwSignal::new(None), RwSignal::new(None));
    let merged = Memo::new(move |_| {
        let (theirs, base): (Option<Arc<Document>>, Option<Arc<Document>>) =
            (theirs.get(), base.get());
        let (theirs, base) = (theirs?, base.as_ref().map(|base| &base.assessment));
        let meet = |mine: &Assessment| merge(base, mine, &theirs.assessment, &|_| Side::Mine);
        state.with_assessment(meet).map(Arc::new)
    });
    let it = Merging { state, theirs, base, chosen: RwSignal::new(Vec::new()), merged };
    if let Some(brought) = BROUGHT.with(RefCell::take) {
        theirs.set(Some(Arc::new(brought)));
        land_on(HEADING.to_owned());
    }
    let began = el("details")
        .class("reports-more")
        .el(el("summary").text(t(Key::MergeBaseMore)))
        .el(it.field(("merge-base", Key::MergeBase, Key::MergeBaseHint), base));
    el("section")
        .class("merge")
        .is("aria-labelledby", HEADING)
        .el(el("h2").is("id", HEADING).is("tabindex", "-1").text(t(Key::MergeTitle)))
        .el(el("p").class("hint").text(t(Key::MergeLead)))
        .el(it.field((FILE, Key::MergeFile, Key::MergeFileHint), theirs))
        .el(began)
        .el(el("p").is("role", "status").live(text(move || it.told())))
        .child(part(move || Some(it.shown(&*merged.get()?))))
}

impl Merging {
    /// A field for a file, which is asked for its password if it has one.
    fn field(
        self,
        (id, label, hint): (&'static str, Key, Key),
        file: RwSignal<Option<Arc<Document>>>,
    ) -> El {
        let error = RwSignal::new(String::new());
        let waiting = Waiting::new();
        let got = move |arrival: Arrival| {
            self.chosen.set(Vec::new());
            if arrival.opened.read_only() {
                file.set(None);
                error.set(t(Key::MergeNewer).to_owned());
            } else {
                error.set(String::new());
                file.set(Some(Arc::new(arrival.opened.document)));
            }
        };
        let chosen = move |chosen: Chosen| {
            spawn_local(async move {
                match self.state.read_file(chosen).await {
                    Ok(arrival) => got(arrival),
                    Err(Unread::Locked(locked)) => waiting.ask(*locked),
                    Err(unread) => {
                        // The page may be gone.
                        file.try_set(None);
                        error.try_set(unread.words());
                    }
                }
            });
        };
        file_field((id, label, t(hint).to_owned(), ACCEPT), error, chosen).child(unlock(
            self.state,
            waiting,
            Arc::new(got),
        ))
    }

    /// What it comes to.
    fn told(self) -> String {
        let (Some(merged), Some(theirs)) = (self.merged.get(), self.theirs.get()) else {
            return String::new();
        };
        let name = [("name", &*theirs.assessment.name)];
        if merged.differences.is_empty() {
            return fill(Key::MergeSame, &name);
        }
        let conflicts = conflicts(&merged).count();
        if conflicts > 0 {
            let values = [name[0], ("number", &*conflicts.to_string())];
            fill(Key::MergeConflictsFound, &values)
        } else {
            fill(Key::MergeNoConflicts, &name)
        }
    }

    fn shown(self, merged: &Merged) -> AnyView {
        let other =
            self.state.open_id() != self.theirs.with(|it| Some(it.as_ref()?.assessment.id.clone()));
        let other = other.then(|| el("p").class("notice warning").text(t(Key::MergeOther)).done());
        let mut shown = el("div").child_maybe(other);
        if !merged.differences.is_empty() {
            shown = shown
                .el(el("div").class("table-scroll").el(arrival::table(&tally(&merged.differences))))
                .child_maybe(self.conflicts(merged))
                .child_maybe(self.taken(merged));
        }
        shown.el(self.ways_out(merged)).done()
    }

    fn with_both<T>(self, f: impl FnOnce(&Both<'_>) -> T) -> Option<T> {
        let theirs = self.theirs.get_untracked()?;
        let state = self.state;
        let mine = state.document()?.assessment;
        Some(f(&Both { state, mine: &mine, theirs: &theirs.assessment }))
    }

    /// All conflicts, to be decided one by one or all at once.
    fn conflicts(self, merged: &Merged) -> Option<AnyView> {
        conflicts(merged).next()?;
        let places: Vec<Place> = conflicts(merged).map(|one| one.place.clone()).collect();
        let groups: Vec<AnyView> = self.with_both(|both| {
            let all = conflicts(merged).enumerate();
            all.map(|(number, one)| self.conflict(both, one, number).done()).collect()
        })?;
        let tools = buttons([
            button(Look::Quiet, t(Key::MergeAllMine), move || self.chosen.set(Vec::new())),
            button(Look::Quiet, t(Key::MergeAllTheirs), move || self.chosen.set(places.clone())),
        ]);
        let section = el("div")
            .el(el("h3").text(t(Key::MergeConflicts)))
            .el(el("p").class("hint").text(t(Key::MergeConflictsHint)))
            .el(tools)
            .el(el("div").class("merge-conflicts").children(groups));
        Some(section.done())
    }

    fn conflict(self, both: &Both<'_>, one: &Difference, number: usize) -> El {
        let place = one.place.clone();
        let is_theirs = flag(move || self.chosen.with(|chosen| chosen.contains(&place)));
        let side = |label: Key, value: String, is: Signal<bool>, choose: Box<dyn Fn()>| {
            let input = el("input")
                .is("type", "radio")
                .attr("name", format!("merge-{number}"))
                .flag("checked", is)
                .on("change", move |_| choose());
            let words = el("span")
                .el(el("strong").text(t(label)))
                .text(" ")
                .el(el("span").class("merge-value").string(value));
            el("label").class("choice").el(input).el(words)
        };
        let [mine, theirs] = [one.place.clone(), one.place.clone()];
        let chosen = self.chosen;
        let take_mine = Box::new(move || chosen.update(|all| all.retain(|known| *known != mine)));
        let take_theirs = Box::new(move || chosen.update(|all| all.push(theirs.clone())));
        let is_mine = flag(move || !is_theirs.get());
        let legend = el("legend")
            .string(both.subject(&one.place.subject))
            .text(" ")
            .el(el("span").class("quiet").string(both.field(one)));
        el("fieldset")
            .class("choices")
            .el(legend)
            .el(side(Key::MergeMine, both.value(&one.mine), is_mine, take_mine))
            .el(side(Key::MergeTheirs, both.value(&one.theirs), is_theirs, take_theirs))
    }

    /// What is taken without asking.
    fn taken(self, merged: &Merged) -> Option<AnyView> {
        let taken = || merged.differences.iter().filter(|one| one.way == Way::Taken);
        let number = taken().count();
        if number == 0 {
            return None;
        }
        let rows: Vec<AnyView> = self.with_both(|both| {
            let row = |one: &Difference| {
                el("tr")
                    .el(el("th").is("scope", "row").string(both.subject(&one.place.subject)))
                    .el(el("td").string(both.field(one)))
                    .el(el("td").class("merge-value").string(both.value(&one.theirs)))
                    .done()
            };
            taken().map(row).collect()
        })?;
        let heads = [Key::ReportsBackSubject, Key::MergeField, Key::MergeValue];
        let heads = heads.map(|head| el("th").is("scope", "col").text(t(head)).done());
        let table = el("table")
            .class("table merge-table")
            .el(el("thead").el(el("tr").children(heads)))
            .el(el("tbody").children(rows));
        let summary = fill(Key::MergeTaken, &[("number", &number.to_string())]);
        let details =
            el("details")
                .class("reports-more")
                .el(el("summary").string(summary))
                .el(el("div").class("table-scroll").el(table));
        Some(details.done())
    }

    fn ways_out(self, merged: &Merged) -> El {
        let leave = button(Look::Plain, t(Key::MergeLeave), move || self.close());
        let news = merged.differences.iter().any(|one| one.way != Way::Kept);
        if !news {
            return buttons([leave]);
        }
        let able = move || !self.state.read_only.get();
        let take = button_while(able, Look::Primary, t(Key::MergeTake), move || self.take_over());
        buttons([take, leave])
    }

    fn take_over(self) {
        let (state, chosen) = (self.state, self.chosen.get_untracked());
        let (Some(theirs), Some(mine)) = (self.theirs.get_untracked(), state.document()) else {
            return;
        };
        let base = self.base.get_untracked();
        let base = base.as_ref().map(|base| &base.assessment);
        let choose = |place: &Place| if chosen.contains(place) { Side::Theirs } else { Side::Mine };
        let merged = merge(base, &mine.assessment, &theirs.assessment, &choose);
        let step = step(&state.questionnaire().pack, &mine.assessment, &merged.assessment);
        self.close();
        if let Some(action) = step.action {
            state.dispatch(action);
            let name = [("name", &*theirs.assessment.name)];
            state.messages.tell(Message::success(fill(Key::MergeDone, &name)));
        } else {
            state.messages.tell(Message::success(t(Key::MergeNothing)));
        }
        if step.left_out > 0 {
            let number = step.left_out.to_string();
            let told = fill(Key::MergeLeftOut, &[("number", &number)]);
            state.messages.tell(Message::warning(told));
        }
    }

    fn close(self) {
        self.theirs.set(None);
        self.base.set(None);
        self.chosen.set(Vec::new());
        // The button goes away.
        when_drawn(|| page::focus(FILE));
    }
}

fn conflicts(merged: &Merged) -> impl Iterator<Item = &Difference> {
    merged.differences.iter().filter(|one| one.way == Way::Conflict)
}
