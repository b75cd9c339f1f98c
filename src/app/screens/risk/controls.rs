//! The controls that treat a risk: what each bears on, how far it is, and linking others.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::{
                badge::{badge, item_badge},
                button::{Look, button, button_for},
                row::{item_href, rows},
            },
            el::{El, el},
            live::{flag, part, text, when_drawn},
            route::{Page, Route},
            state::State,
            words::t,
        },
        work_field::labelled,
    },
    entry::Entry,
    naming::with_names,
};
use crate::{
    browser::page,
    domain::{
        assessment::{Answer, Assessment, Rating},
        id::{AssessmentId, ItemId},
        pack::Kind,
        risk::{level::sides, register::Link},
        scope::Standing,
        soa::OwnControl,
    },
    text::Key,
};

/// The id of the list of other controls.
pub const ADD: &str = "risk-link";

/// The section.
pub fn controls(id: &AssessmentId, entry: &Entry) -> El {
    // Only other links redraw the list; ratings redraw their badges.
    let links = {
        let entry = entry.clone();
        Memo::new(move |_| entry.read(|risk| risk.controls.clone()))
    };
    let list = {
        let (id, entry) = (id.clone(), entry.clone());
        part(move || {
            let links = links.get();
            if links.is_empty() {
                return Some(el("p").class("hint").text(t(Key::RiskControlsNone)).done());
            }
            Some(untrack(|| rows(links.iter().map(|link| row(&id, &entry, link))).done()))
        })
    };
    let confirm = {
        let entry = entry.clone();
        button(Look::Plain, t(Key::RiskConfirmAll), move || {
            entry.edit(|risk| risk.controls.iter_mut().for_each(|link| link.suggested = false));
            when_drawn(|| page::focus(ADD));
        })
        .absent(flag(move || links.with(|links| !links.iter().any(|link| link.suggested))))
    };
    el("section")
        .class("work")
        .el(el("h2").text(t(Key::RiskControls)))
        .el(el("p").class("hint").text(t(Key::RiskControlsHint)))
        .child(list)
        .el(el("div").class("buttons").el(confirm))
        .child(add(entry, links))
}

fn own_control(state: State, id: &ItemId) -> Option<OwnControl> {
    let own = |assessment: &Assessment| assessment.work().own_controls.get(id).cloned();
    state.with_assessment(own).flatten()
}

/// What a control bears on, following the organisation's own ones.
fn bears_on(state: State, control: &ItemId) -> Key {
    let questionnaire = state.questionnaire();
    let pack = &questionnaire.pack;
    let sides = match pack.item(control) {
        Some(item) => sides(pack, item),
        None => own_control(state, control)
            .map_or((false, false), |own| (own.preventive, own.corrective)),
    };
    match sides {
        (true, true) => Key::RiskBearsBoth,
        (true, false) => Key::RiskBearsLikelihood,
        (false, true) => Key::RiskBearsImpact,
        (false, false) => Key::RiskBearsNone,
    }
}

/// What a control of the organisation's own counts as.
fn own_standing(state: State, answer: &Answer) -> Standing {
    if answer.applicability.is_out_of_scope() {
        return Standing::Excluded;
    }
    match &answer.rating {
        Some(Rating::Level(code)) => {
            let questionnaire = state.questionnaire();
            let level = questionnaire.pack.scale().level(code);
            level.map_or(Standing::Unanswered, |level| Standing::Rated {
                level: code.clone(),
                credit: level.credit,
            })
        }
        Some(Rating::DontKnow) => Standing::DontKnow,
        None => Standing::Unanswered,
    }
}

fn row(id: &AssessmentId, entry: &Entry, link: &Link) -> El {
    let state = entry.state;
    let control = link.control.clone();
    let name = with_names(state, |names| names.item(&control));
    let is_own = state.questionnaire().pack.item(&control).is_none();
    let href = if is_own {
        Route::Assessment(id.clone(), Page::Statement).href()
    } else {
        item_href(id, &control)
    };
    let bears = {
        let control = control.clone();
        text(move || t(bears_on(state, &control)).to_owned())
    };
    let rated = if is_own {
        let control = control.clone();
        part(move || {
            let own = own_control(state, &control)?;
            Some(badge(state, &own_standing(state, &own.answer)))
        })
    } else {
        item_badge(state, control.clone())
    };
    let mut quiet = el("span").class("quiet").live(bears);
    let mut tools = el("div").class("buttons");
    if link.suggested {
        quiet = quiet.text(" · ").el(el("span").class("suggested").text(t(Key::RiskSuggested)));
        let (entry, control) = (entry.clone(), control.clone());
        let confirm = button_for(Look::Quiet, t(Key::RiskConfirm), &name, move || {
            entry.edit(|risk| {
                let linked = risk.controls.iter_mut().filter(|link| link.control == control);
                linked.for_each(|link| link.suggested = false);
            });
            when_drawn(|| page::focus(ADD));
        });
        tools = tools.el(confirm);
    }
    let remove = {
        let entry = entry.clone();
        button_for(Look::Danger, t(Key::RiskRemove), &name, move || {
            entry.edit(|risk| risk.controls.retain(|link| link.control != control));
            when_drawn(|| page::focus(ADD));
        })
    };
    let main = el("div")
        .class("row-main")
        .el(el("a").class("row-title").attr("href", href).string(name))
        .el(quiet);
    el("li").class("row risk-control").el(main).child(rated).el(tools.el(remove))
}

/// The list of all controls that aren't linked yet, and the button that links the chosen one.
fn add(entry: &Entry, links: Memo<Vec<Link>>) -> AnyView {
    let entry = entry.clone();
    part(move || {
        let links = links.get();
        let is_linked = |id: &ItemId| links.iter().any(|link| link.control == *id);
        let state = entry.state;
        let chosen = RwSignal::new(String::new());
        let option = |id: &ItemId, name: String| {
            el("option").attr("value", id.to_string()).string(name).done()
        };
        let questionnaire = state.questionnaire();
        let (pack, texts) = (&questionnaire.pack, &questionnaire.texts);
        let themes = pack.groups().iter().filter_map(|group| {
            let controls: Vec<AnyView> = pack
                .items_of(group)
                .iter()
                .filter(|item| item.kind == Kind::Control && !is_linked(&item.id))
                .map(|item| option(&item.id, format!("{} {}", item.id, texts.title(&item.id))))
                .collect();
            let name = format!("{} {}", group.id, texts.group(&group.id));
            let theme = el("optgroup").attr("label", name);
            (!controls.is_empty()).then(|| theme.children(controls).done())
        });
        let own =
            untrack(|| with_own(state, |id, name| (!is_linked(id)).then(|| option(id, name))));
        let own = (!own.is_empty())
            .then(|| el("optgroup").is("label", t(Key::RiskOwnControls)).children(own).done());
        let field = el("select")
            .class("input")
            .on("change", move |event| chosen.set(event_target_value(&event)))
            .el(el("option").is("value", "").text(t(Key::RiskLinkChoose)))
            .children(themes.collect::<Vec<_>>())
            .child_maybe(own);
        let entry = entry.clone();
        let link = button(Look::Plain, t(Key::RiskLinkAdd), move || {
            let Ok(control) = ItemId::parse(&chosen.get_untracked()) else {
                page::focus(ADD);
                return;
            };
            entry.edit(|risk| {
                if !risk.is_treated_by(&control) {
                    risk.controls.push(Link { control, suggested: false });
                }
            });
            // The list is another one now.
            when_drawn(|| page::focus(ADD));
        });
        let field = labelled(ADD, Key::RiskLink, field);
        Some(el("div").class("inline-form").el(field).el(link).done())
    })
}

/// The organisation's own controls in their order, by what `make` makes of identifier and name.
fn with_own(state: State, make: impl Fn(&ItemId, String) -> Option<AnyView>) -> Vec<AnyView> {
    with_names(state, |names| {
        let own = names.assessment.work().own_in_order();
        own.filter_map(|(id, _)| make(id, names.item(id))).collect()
    })
}
