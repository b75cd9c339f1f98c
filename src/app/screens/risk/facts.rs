//! What could happen: title, threat, vulnerability, properties, assets, owner.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            components::button::{Look, button},
            el::{El, el},
            live::{part, text},
            words::t,
        },
        work_field::{labelled, owner_input},
    },
    entry::Entry,
};
use crate::{
    browser::random,
    domain::{
        action::Action,
        assessment::Assessment,
        id::AssetId,
        risk::register::{Asset, Property},
        work::{action::WorkAction, next_number},
    },
    text::{Key, risk::property_key},
};

/// The section.
pub fn facts(entry: &Entry) -> El {
    let owner = entry.typed(
        owner_input(entry.text(|risk| risk.owner.clone())),
        |risk| &risk.owner,
        |risk, value| risk.owner = value,
    );
    el("section")
        .class("work")
        .el(el("h2").text(t(Key::RiskWhat)))
        .child(entry.line(
            "risk-title",
            Key::RiskTitle,
            |risk| &risk.title,
            |risk, value| risk.title = value,
        ))
        .child(entry.area(
            ("risk-threat", Key::RiskThreat, Some(Key::RiskThreatHint)),
            |risk| &risk.threat,
            |risk, value| risk.threat = value,
        ))
        .child(entry.area(
            ("risk-vulnerability", Key::RiskVulnerability, Some(Key::RiskVulnerabilityHint)),
            |risk| &risk.vulnerability,
            |risk, value| risk.vulnerability = value,
        ))
        .el(labelled("risk-owner", Key::RiskOwner, owner))
        .el(el("div").class("risk-sides").el(properties(entry)).el(assets(entry)))
}

fn tick(label: Signal<String>, ticked: Signal<bool>, toggle: impl Fn(bool) + 'static) -> El {
    let input = el("input")
        .is("type", "checkbox")
        .flag("checked", ticked)
        .on("change", move |event| toggle(event_target_checked(&event)));
    el("label").class("choice").el(input).el(el("span").live(label))
}

fn properties(entry: &Entry) -> El {
    let boxes = Property::ALL.map(|property| {
        let ticked = entry.flag(move |risk| risk.properties.contains(&property));
        let entry = entry.clone();
        let label = text(move || t(property_key(property)).to_owned());
        let toggle = move |ticked: bool| {
            entry.edit(|risk| {
                risk.properties.retain(|other| *other != property);
                if ticked {
                    risk.properties.push(property);
                    risk.properties.sort();
                }
            });
        };
        tick(label, ticked, toggle).done()
    });
    el("fieldset").class("choices").el(el("legend").text(t(Key::RiskProperties))).children(boxes)
}

/// All assets, and the way to write down another one without leaving the page.
fn assets(entry: &Entry) -> El {
    let state = entry.state;
    let known = Memo::new(move |_| {
        let known = |assessment: &Assessment| -> Vec<AssetId> {
            assessment.work().assets_in_order().map(|(id, _)| id.clone()).collect()
        };
        state.with_assessment(known).unwrap_or_default()
    });
    let boxes = {
        let entry = entry.clone();
        part(move || {
            let boxes = known.get().into_iter().map(|id| asset_box(&entry, id).done());
            Some(boxes.collect::<Vec<_>>().into_any())
        })
    };
    let name = RwSignal::new(String::new());
    let entry = entry.clone();
    let add = move || {
        let named = name.get_untracked().trim().to_owned();
        if !named.is_empty() {
            add_asset(&entry, named);
            name.set(String::new());
        }
    };
    let send = add.clone();
    let field = el("input")
        .class("input")
        .is("maxlength", "120")
        .is("autocomplete", "off")
        .value(name.into())
        .on("input", move |event| name.set(event_target_value(&event)))
        .on("keydown", move |event| {
            if crate::browser::events::key(&event) == "Enter" {
                event.prevent_default();
                send();
            }
        });
    let another = el("div")
        .class("inline-form")
        .el(labelled("asset-new", Key::RiskAssetNew, field))
        .el(button(Look::Plain, t(Key::RiskAssetAdd), add));
    el("fieldset")
        .class("choices")
        .el(el("legend").text(t(Key::RiskAssets)))
        .child(boxes)
        .el(another)
}

fn asset_box(entry: &Entry, id: AssetId) -> El {
    let state = entry.state;
    let mine = id.clone();
    let label = text(move || {
        let name = |assessment: &Assessment| {
            let name = assessment.work().assets.get(&mine).map(|asset| asset.name.clone());
            name.filter(|name| !name.trim().is_empty())
        };
        let name = state.with_assessment(name).flatten();
        name.unwrap_or_else(|| t(Key::AssetsUnnamed).to_owned())
    });
    let mine = id.clone();
    let ticked = entry.flag(move |risk| risk.assets.contains(&mine));
    let entry = entry.clone();
    tick(label, ticked, move |ticked| {
        entry.edit(|risk| {
            risk.assets.retain(|other| *other != id);
            if ticked {
                risk.assets.push(id.clone());
            }
        });
    })
}

fn add_asset(entry: &Entry, name: String) {
    let id = AssetId::from_random(random::bytes());
    let number = untrack(|| {
        let next = |assessment: &Assessment| {
            next_number(assessment.work().assets.values().map(|asset| asset.number))
        };
        entry.state.with_assessment(next).unwrap_or_default()
    });
    let asset = Asset { number, name, ..Asset::default() };
    let put: Action = WorkAction::Asset(id.clone(), Some(asset)).into();
    if let Some(touch) = entry.changed(|risk| risk.assets.push(id)) {
        entry.state.dispatch(Action::Several(vec![put, touch]));
    }
}
