//! What is worth protecting: a register that may be left empty.

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button, button_for},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, part, text, when_drawn},
        messages::Message,
        route::Page,
        state::State,
        words::{fill, t, texts},
    },
    risk::{risk_href, risks_href},
    work_field::{labelled, owner_input, owner_list},
};
use crate::{
    browser::{page, random},
    domain::{
        assessment::Assessment,
        id::{AssessmentId, AssetId, RiskId},
        risk::{carry::remove_asset, register::Asset},
        work::{action::WorkAction, next_number},
    },
    text::{Key, risk::risk_name},
};

/// The id of the button that adds.
const ADD: &str = "asset-add";
/// The id of the list of classifications.
const CLASSES: &str = "classes";
/// How many are drawn at once.
const ROWS: usize = 50;

/// The page.
pub fn assets(state: State, id: &AssessmentId) -> Vec<El> {
    let known = Memo::new(move |_| {
        let known = |assessment: &Assessment| -> Vec<AssetId> {
            assessment.work().assets_in_order().map(|(id, _)| id.clone()).collect()
        };
        state.with_assessment(known).unwrap_or_default()
    });
    let shown = RwSignal::new(ROWS);
    let assessment = id.clone();
    let list = part(move || {
        let known = known.get();
        if known.is_empty() {
            return Some(el("p").class("empty").text(t(Key::AssetsEmpty)).done());
        }
        let drawn = known.iter().take(shown.get());
        let drawn =
            untrack(|| drawn.map(|id| entry(state, &assessment, id).done()).collect::<Vec<_>>());
        Some(drawn.into_any())
    });
    let more = button(Look::Plain, t(Key::RisksMore), move || {
        shown.update(|shown| *shown = shown.saturating_add(ROWS));
    })
    .absent(flag(move || known.with(Vec::len) <= shown.get()));
    let add = button(Look::Primary, t(Key::AssetsAdd), move || add(state, shown)).is("id", ADD);
    let back = el("a").attr("href", risks_href(id)).text(t(Key::RiskBack));
    vec![
        views(id, &Page::Risks),
        el("p").class("risk-back").el(back),
        title(t(Key::AssetsTitle)),
        el("p").class("lead").text(t(Key::AssetsLead)),
        el("fieldset")
            .class("risk-page")
            .flag("disabled", state.read_only.into())
            .child(list)
            .el(el("div").class("buttons").el(more).el(add))
            .child(owner_list(state))
            .el(classes()),
    ]
}

/// Classifications that many have; any other can be written.
fn classes() -> El {
    let classes =
        [Key::AssetsPublic, Key::AssetsInternal, Key::AssetsConfidential, Key::AssetsSecret];
    let options = classes.map(|class| el("option").is("value", t(class)).done());
    el("datalist").is("id", CLASSES).children(options)
}

/// The asset, following its changes.
fn read<T: Default>(state: State, id: &AssetId, read: impl FnOnce(&Asset) -> T) -> T {
    let asset = |assessment: &Assessment| assessment.work().assets.get(id).map(read);
    state.with_assessment(asset).flatten().unwrap_or_default()
}

fn field_id(id: &AssetId, field: &str) -> String {
    format!("asset-{id}-{field}")
}

fn add(state: State, shown: RwSignal<usize>) {
    let id = AssetId::from_random(random::bytes());
    let (number, count) = untrack(|| {
        let next = |assessment: &Assessment| {
            let assets = &assessment.work().assets;
            (next_number(assets.values().map(|asset| asset.number)), assets.len())
        };
        state.with_assessment(next).unwrap_or_default()
    });
    let asset = Asset { number, ..Asset::default() };
    state.dispatch(WorkAction::Asset(id.clone(), Some(asset)).into());
    // It stands at the end.
    shown.update(|shown| *shown = (*shown).max(count.saturating_add(1)));
    when_drawn(move || page::focus(&field_id(&id, "name")));
}

fn entry(state: State, assessment: &AssessmentId, id: &AssetId) -> El {
    let number = read(state, id, |asset| asset.number).to_string();
    let legend = fill(Key::AssetsAsset, &[("number", &number)]);
    let name = typed(state, id, input(), |it| &it.name, |it, value| it.name = value);
    let owner = {
        let id = id.clone();
        owner_input(text(move || read(state, &id, |asset| asset.owner.clone())))
    };
    let owner = typed(state, id, owner, |it| &it.owner, |it, value| it.owner = value);
    let class = typed(
        state,
        id,
        input().is("list", CLASSES),
        |it| &it.classification,
        |it, value| it.classification = value,
    );
    let note = typed(state, id, input(), |it| &it.note, |it, value| it.note = value);
    let fields = el("div")
        .class("plan-fields")
        .el(labelled(&field_id(id, "name"), Key::AssetsName, name))
        .el(labelled(&field_id(id, "owner"), Key::AssetsOwner, owner))
        .el(labelled(&field_id(id, "class"), Key::AssetsClassification, class))
        .el(labelled(&field_id(id, "note"), Key::AssetsNote, note));
    let delete = {
        let id = id.clone();
        button_for(Look::Danger, t(Key::AssetsDelete), &legend, move || delete(state, &id))
    };
    el("fieldset").class("evidence-entry asset").el(el("legend").string(legend)).el(fields).el(el(
        "div",
    )
    .class("asset-foot")
    .child(risks(state, assessment, id))
    .el(delete))
}

fn input() -> El {
    el("input").class("input").is("maxlength", "300").is("autocomplete", "off")
}

/// A field that is saved while the person types.
fn typed(
    state: State,
    id: &AssetId,
    field: El,
    of: fn(&Asset) -> &String,
    write: fn(&mut Asset, String),
) -> El {
    let (mine, id) = (id.clone(), id.clone());
    field
        .value(text(move || read(state, &mine, |asset| of(asset).clone())))
        .on("input", move |event| {
            let asset = untrack(|| read(state, &id, |asset| Some(asset.clone())));
            if let Some(mut asset) = asset {
                write(&mut asset, event_target_value(&event));
                state.type_in(WorkAction::Asset(id.clone(), Some(asset)).into());
            }
        })
        .on("blur", move |_| state.pause_typing())
}

/// The risks that touch an asset.
fn risks(state: State, assessment: &AssessmentId, id: &AssetId) -> AnyView {
    let (assessment, id) = (assessment.clone(), id.clone());
    let touching = Memo::new(move |_| {
        let touching = |assessment: &Assessment| -> Vec<(RiskId, String)> {
            let risks = assessment.work().risks_in_order();
            let touching = risks.filter(|(_, risk)| risk.assets.contains(&id));
            touching
                .map(|(id, risk)| (id.clone(), risk_name(texts(), risk.number, &risk.title)))
                .collect()
        };
        state.with_assessment(touching).unwrap_or_default()
    });
    part(move || {
        let touching = touching.get();
        let label = el("span").class("quiet").text(t(Key::AssetsRisks));
        if touching.is_empty() {
            let none = el("span").class("quiet").text(t(Key::AssetsNoRisks));
            return Some(el("div").class("risk-calls").el(label).el(none).done());
        }
        let links = touching.into_iter().map(|(risk, name)| {
            let href = risk_href(&assessment, &risk);
            el("li").el(el("a").attr("href", href).string(name)).done()
        });
        let list = el("ul").children(links.collect::<Vec<_>>());
        Some(el("div").class("risk-calls").el(label).el(list).done())
    })
}

fn delete(state: State, id: &AssetId) {
    let name = untrack(|| read(state, id, |asset| asset.name.trim().to_owned()));
    let name = if name.is_empty() { t(Key::AssetsUnnamed).to_owned() } else { name };
    let remove = |assessment: &Assessment| remove_asset(assessment, id);
    let Some(action) = untrack(|| state.with_assessment(remove)) else { return };
    state.dispatch(action);
    state.messages.tell(Message::success(fill(Key::AssetsDeleted, &[("name", &name)])));
    // The button is gone with its entry.
    when_drawn(|| page::focus(ADD));
}
