//! What is closed at first where there is little room, and simply there where there is enough.

use super::{
    super::{
        el::{El, el},
        words::t,
    },
    last::Last,
};
use crate::{browser::page, domain::id::AssessmentId, text::Key};

/// Which folds were opened or closed, by name.
static FOLDS: Last<Vec<(String, bool)>> = Last::new();

/// Folds `content` under `summary`. People find it again as they left it, by its name.
pub fn fold(id: &AssessmentId, name: &str, summary: Key, content: El) -> El {
    let known = FOLDS.of(id).into_iter().find(|(known, _)| known == name);
    let open = known.map_or_else(page::is_wide, |(_, open)| open);
    let (id, name) = (id.clone(), name.to_owned());
    let note = move |is_open| {
        let mut folds = FOLDS.of(&id);
        folds.retain(|(known, _)| *known != name);
        // What the browser says of one that comes open is nobody's choice.
        if is_open != page::is_wide() {
            folds.push((name.clone(), is_open));
        }
        FOLDS.note(&id, folds);
    };
    el("details")
        .class("fold")
        .attr_maybe("open", open.then(String::new))
        .on("toggle", move |event| note(page::is_open(&event)))
        .el(el("summary").text(t(summary)))
        .el(content)
}
