//! What the treatment plan of a risk aims at: what the controls will bring, or values of one's own,
//! which are refused while they are above what the risk is today.

use leptos::prelude::*;

use super::{
    super::{
        super::{
            el::{El, el},
            live::{flag, part, text},
            words::{fill, t},
        },
        work_field::over_with_a_change,
    },
    entry::{Entry, option},
    level::{level_name, named_choice, sizes, with_criteria, words},
};
use crate::{
    domain::risk::{
        criteria::Scale,
        level::Spot,
        register::{Pair, Treatment},
    },
    text::Key,
};

/// Why values aren't kept.
const REFUSED: &str = "aim-error";

/// The choice, and the values.
pub fn aim(entry: &Entry) -> El {
    // Values that aren't kept stand in the fields until they are mended.
    let draft = RwSignal::new(None::<Pair>);
    over_with_a_change(entry.state, draft);
    let entry = entry.clone();
    let is_own = entry.flag(|risk| risk.residual.is_some());
    let computed = {
        let entry = entry.clone();
        let words = entry.text(|risk| {
            let retained = risk.treatment == Some(Treatment::Retain);
            t(if retained { Key::RiskAimRetained } else { Key::RiskAimComputed }).to_owned()
        });
        let choose = move || {
            draft.set(None);
            entry.edit(|risk| risk.residual = None);
        };
        let id = ("aim", "aim-computed".to_owned());
        option(id, words, blank(), flag(move || !is_own.get()), choose)
    };
    let own = {
        let entry = entry.clone();
        let choose = move || {
            let spot = entry.result.with_untracked(|result| result.as_ref()?.residual);
            entry.edit(|risk| {
                let pair = |spot: Spot| Pair { likelihood: spot.likelihood, impact: spot.impact };
                risk.residual = risk.residual.or_else(|| spot.map(pair));
            });
        };
        option(("aim", "aim-own".to_owned()), words_of(Key::RiskAimOwn), blank(), is_own, choose)
    };
    let open = {
        let result = entry.result;
        Memo::new(move |_| result.with(|it| it.as_ref().is_none_or(|it| it.inherent.is_none())))
    };
    let values = {
        let entry = entry.clone();
        let sizes = sizes(entry.state);
        let drawn = Memo::new(move |_| is_own.get().then(|| sizes.get()));
        part(move || {
            let sizes = drawn.get()?;
            Some(untrack(|| values(&entry, draft, sizes)).done())
        })
    };
    el("fieldset")
        .class("rating risk-scale")
        .flag("disabled", flag(move || entry.state.read_only.get() || open.get()))
        .el(el("legend").text(t(Key::RiskAim)))
        .el(el("p").class("hint").absent(flag(move || !open.get())).text(t(Key::RiskAimOpen)))
        .el(computed)
        .el(own)
        .child(values)
}

fn words_of(key: Key) -> Signal<String> {
    text(move || t(key).to_owned())
}

fn blank() -> Signal<String> {
    Signal::stored(String::new())
}

fn values(entry: &Entry, draft: RwSignal<Option<Pair>>, sizes: (usize, usize)) -> El {
    let shown = {
        let entry = entry.clone();
        Memo::new(move |_| draft.get().or_else(|| entry.read(|risk| risk.residual)))
    };
    let wrong = flag(move || draft.get().is_some());
    let field = |scale: Scale, id: &'static str, label: Key| {
        let (count, part): (usize, fn(&mut Pair) -> &mut usize) = match scale {
            Scale::Likelihood => (sizes.0, |pair| &mut pair.likelihood),
            Scale::Impact => (sizes.1, |pair| &mut pair.impact),
        };
        let chosen = Signal::derive(move || {
            shown.get().map(|mut pair| *part(&mut pair)).unwrap_or_default()
        });
        let (entry, state) = (entry.clone(), entry.state);
        let field = named_choice(
            count,
            move |level| level_name(state, scale, level),
            chosen,
            move |_, level| {
                let Some(mut pair) = shown.get_untracked() else { return };
                *part(&mut pair) = level;
                set(&entry, draft, pair);
            },
        );
        let field = field
            .is("id", id)
            .is("aria-describedby", REFUSED)
            .attr_live("aria-invalid", text(move || wrong.get().to_string()));
        el("div").class("field").el(el("label").is("for", id).text(t(label))).el(field).done()
    };
    let likelihood = field(Scale::Likelihood, "aim-likelihood", Key::RiskAimLikelihood);
    let impact = field(Scale::Impact, "aim-impact", Key::RiskAimImpact);
    let why = {
        let entry = entry.clone();
        text(move || draft.get().and_then(|pair| refusal(&entry, pair)).unwrap_or_default())
    };
    let error = el("p")
        .class("field-error")
        .is("id", REFUSED)
        .is("role", "alert")
        .absent(flag(move || !wrong.get()))
        .live(why);
    el("div")
        .class("risk-aim")
        .el(error)
        .el(el("div").class("plan-fields").child(likelihood).child(impact))
}

/// Why values can't be aimed at: they would be likelier or graver than the risk is today.
fn refusal(entry: &Entry, pair: Pair) -> Option<String> {
    let current = entry.result.with(|result| result.as_ref()?.current)?;
    with_criteria(entry.state, |criteria| {
        let aim = Spot::of(criteria, pair);
        aim.exceeds(current).then(|| {
            let words = words(criteria);
            if aim.level <= current.level {
                let (aim, now) = (
                    words.pair(aim.likelihood, aim.impact),
                    words.pair(current.likelihood, current.impact),
                );
                return fill(Key::RiskAimRefusedSide, &[("pair", &aim), ("current", &now)]);
            }
            let values =
                [("level", words.level(aim.level)), ("current", words.level(current.level))];
            fill(Key::RiskAimRefused, &values)
        })
    })
}

fn set(entry: &Entry, draft: RwSignal<Option<Pair>>, pair: Pair) {
    if untrack(|| refusal(entry, pair)).is_some() {
        draft.set(Some(pair));
        return;
    }
    draft.set(None);
    entry.edit(|risk| risk.residual = Some(pair));
}
