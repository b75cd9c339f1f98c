//! The documents and records of an ISMS: what each must contain, where auditors look.

use super::{
    super::super::{
        el::{El, el},
        state::State,
        words::{fill, t},
    },
    begin_hint, item_name, lead,
};
use crate::{
    domain::handbook::{Demand, DocumentRule, Handbook},
    text::{DocumentTexts, HandbookTexts, Key, entry, work::form_key},
};

const DEMANDS: [(Demand, Key, Key); 3] = [
    (Demand::Mandatory, Key::DocumentsMandatory, Key::DocumentsMandatoryHint),
    (Demand::IfApplicable, Key::DocumentsIfApplicable, Key::DocumentsIfApplicableHint),
    (Demand::Common, Key::DocumentsCommon, Key::DocumentsCommonHint),
];

/// The chapter.
pub fn documents(state: State, handbook: &Handbook, texts: &HandbookTexts) -> Vec<El> {
    let mut page =
        vec![lead(t(Key::DocumentsLead).to_owned()), el("div").child_maybe(begin_hint(state))];
    for (demand, heading, hint) in DEMANDS {
        let rules: Vec<_> =
            handbook.documents.iter().filter(|rule| rule.demand == demand).collect();
        let number = rules.len().to_string();
        let rows = rules.into_iter().filter_map(|rule| {
            Some(document(state, rule, entry(&texts.documents, rule.id.as_str())?).done())
        });
        let heading = fill(heading, &[("number", &number)]);
        page.push(
            el("section")
                .el(el("h2").string(heading))
                .el(el("p").class("hint").text(t(hint)))
                .el(el("ul").class("rows").children(rows)),
        );
    }
    page
}

fn document(state: State, rule: &DocumentRule, texts: &DocumentTexts) -> El {
    let about = el("p")
        .class("quiet")
        .text(t(form_key(rule.form)))
        .text(" · ")
        .el(item_name(state, &rule.item));
    let part = |name: Key, words: &str| {
        el("div").el(el("dt").text(t(name))).el(el("dd").string(words.to_owned())).done()
    };
    let parts = el("dl").class("document-parts").children([
        part(Key::DocumentsContains, &texts.contains),
        part(Key::DocumentsLook, &texts.look),
    ]);
    el("li").class("document").el(el("h3").string(texts.title.clone())).el(about).el(parts)
}
