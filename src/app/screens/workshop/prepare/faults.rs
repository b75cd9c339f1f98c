//! What is wrong with the fields: told above them, with the way to each, and beside it.

use leptos::prelude::*;

use super::{
    super::super::super::{
        el::{El, el},
        live::{part, text},
        words::{fill, t},
    },
    draft::{Asked, Draft, Naming},
};
use crate::{
    browser::page,
    domain::{
        assessment::LONGEST_NAME,
        workshop::session::{
            COLOURS, Groups, LONGEST_GROUP, MOST_GROUPS, MOST_MINUTES, Plan, PlanFault,
        },
    },
    text::Key,
};

/// The fields that can be wrong, by their ids.
pub const NAME: &str = "workshop-name";
pub const SEARCH: &str = "workshop-search";
pub const PARTS: &str = "workshop-parts";
pub const COUNT: &str = "workshop-count";
pub const NAMES: &str = "workshop-names";
pub const MINUTES: &str = "workshop-minutes";

/// A fault in words, with the field that it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    field: &'static str,
    words: String,
}

impl Fault {
    /// What a fault of a plan is in words, and where.
    pub fn of(draft: &Draft, plan: &Plan, fault: PlanFault) -> Self {
        let number = |key, number: usize| fill(key, &[("number", &number.to_string())]);
        let (field, words) = match fault {
            PlanFault::LongName => (NAME, number(Key::WorkshopNewLongName, LONGEST_NAME)),
            PlanFault::NoItems => {
                let field = if draft.asked == Asked::Parts { PARTS } else { SEARCH };
                (field, t(Key::WorkshopNewNoItems).to_owned())
            }
            PlanFault::GroupCount => match draft.naming {
                Naming::Numbers => {
                    (COUNT, number(Key::WorkshopNewGroupCount, usize::from(MOST_GROUPS)))
                }
                Naming::Colours => {
                    (COUNT, number(Key::WorkshopNewColourCount, usize::from(COLOURS)))
                }
                Naming::Names if draft.names.trim().is_empty() => {
                    (NAMES, t(Key::WorkshopNewNoNames).to_owned())
                }
                Naming::Names => {
                    (NAMES, number(Key::WorkshopNewManyNames, usize::from(MOST_GROUPS)))
                }
            },
            PlanFault::GroupName(place) => {
                let values = [("name", name(plan, place)), ("number", LONGEST_GROUP.to_string())];
                let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
                (NAMES, fill(Key::WorkshopNewLongGroup, &values))
            }
            PlanFault::SameName(place) => {
                (NAMES, fill(Key::WorkshopNewSameName, &[("name", &name(plan, place))]))
            }
            // They are chosen from a list.
            PlanFault::Rounds => ("workshop-rounds", t(Key::WorkshopNewRounds).to_owned()),
            PlanFault::Minutes => {
                (MINUTES, number(Key::WorkshopNewMinutesWrong, usize::from(MOST_MINUTES)))
            }
        };
        Self { field, words }
    }
}

fn name(plan: &Plan, place: usize) -> String {
    match &plan.groups {
        Groups::Named(names) => names.get(place).cloned().unwrap_or_default(),
        Groups::Numbered(_) | Groups::Coloured(_) => String::new(),
    }
}

/// All faults that were found when the form was sent.
#[derive(Clone, Copy)]
pub struct Faults(pub RwSignal<Vec<Fault>>);

/// The id of the list of faults.
pub const SUMMARY: &str = "workshop-faults";

impl Faults {
    /// The list above the form.
    pub fn summary(self) -> AnyView {
        part(move || {
            let faults = self.0.get();
            if faults.is_empty() {
                return None;
            }
            let lines = faults.into_iter().map(|Fault { field, words }| {
                let way = el("button")
                    .is("type", "button")
                    .class("button quiet-button")
                    .on("click", move |_| page::focus(field))
                    .string(words);
                el("li").el(way).done()
            });
            let heading = el("h2").is("id", "workshop-faults-title").text(t(Key::AboutProblem));
            let summary = el("section")
                .class("error-summary")
                .is("id", SUMMARY)
                .is("tabindex", "-1")
                .is("aria-labelledby", "workshop-faults-title")
                .el(heading)
                .el(el("ul").children(lines));
            Some(summary.done())
        })
    }

    fn at(self, field: &'static str) -> Option<String> {
        self.0.with(|faults| {
            let here = faults.iter().filter(|fault| fault.field == field);
            let words: Vec<&str> = here.map(|fault| fault.words.as_str()).collect();
            (!words.is_empty()).then(|| words.join(" "))
        })
    }

    /// The fault of a field, beside it.
    pub fn beside(self, field: &'static str) -> AnyView {
        part(move || {
            let words = self.at(field)?;
            let id = format!("{field}-error");
            Some(el("p").class("field-error").attr("id", id).string(words).done())
        })
    }

    /// A field that says when it is wrong, and why.
    pub fn mark(self, field: El, id: &'static str) -> El {
        field
            .is("id", id)
            .attr("aria-describedby", format!("{id}-hint {id}-error"))
            .attr_live("aria-invalid", text(move || self.at(id).is_some().to_string()))
    }

    /// The field below label, hint and fault.
    pub fn around(self, id: &'static str, label: Key, hint: String, field: El) -> El {
        el("div")
            .class("field")
            .el(el("label").is("for", id).text(t(label)))
            .el(el("p").class("hint").attr("id", format!("{id}-hint")).string(hint))
            .child(self.beside(id))
            .el(self.mark(field, id))
    }
}
