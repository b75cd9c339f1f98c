//! One item that a group rates: the question, the levels in words, why, and what helps to decide.

use leptos::prelude::*;

use super::{
    answers::level_text,
    case, href,
    said::{self, Said, answered, load},
    timer::timer,
    unkept_notice, whose,
};
use crate::{
    app::{
        charts::pie::pie,
        components::{
            badge::sign,
            button::{Look, button_link},
            field::{Frame, text_area},
            rating::level_words,
            segments::clear_button,
            title::title,
        },
        el::{El, el},
        live::{flag, part, text},
        pages::{failed::not_here, question::keys_are_off},
        route::Seat,
        screens::quick,
        state::State,
        words::{fill, t},
    },
    browser::{events, form, location},
    domain::{
        id::ItemId,
        workshop::returned::{LONGEST_NOTE, Vote},
    },
    text::Key,
};

/// The page.
pub fn item(state: State, code: &str, said: Said, item: &ItemId, place: usize) -> Vec<El> {
    let session = said.session();
    let (group, round) = (said.group(), said.round());
    let texts = &state.questionnaire().texts;
    let items = session.items();
    let number = place.saturating_add(1).to_string();
    let all = items.len().to_string();
    let seat = |item: &ItemId| href(code, Seat::Item(group, round, item.clone()));
    let answers = href(code, Seat::Answers(group, round));
    let next = items.get(place.saturating_add(1)).map_or_else(|| answers.clone(), seat);
    let before = place.checked_sub(1).and_then(|before| items.get(before));
    let before = before.map_or_else(|| href(code, Seat::Door), seat);

    let position = fill(Key::WorkshopGroupPlace, &[("number", &number), ("all", &all)]);
    let mut line = el("div")
        .class("seat-line")
        .el(el("p").class("seat-place").string(format!("{} · {position}", whose(said))));
    if let Some(minutes) = session.plan().minutes {
        line = line.el(timer(&seat(item), minutes));
    }
    let head = el("div")
        .class("seat-head")
        .el(line)
        .el(title(format!("{item} {}", texts.title(item))))
        .el(unkept_notice(said));
    let aside = el("div")
        .class("seat-aside")
        .child_maybe(case::beside(state, &session.plan().about, item).map(El::done))
        .el(meaning(state, item));
    let main =
        el("div").class("seat-main").el(rating(state, said, item, place)).child(note(said, place));

    let done = text(move || {
        let now = said.now();
        let (done, all) = (answered(&now).to_string(), now.votes.len().to_string());
        fill(Key::QuestionAnswered, &[("done", &done), ("all", &all)])
    });
    let overview = el("a").attr("href", answers).live(done);
    let go = el("div")
        .class("quick-go")
        .el(button_link(Look::Plain, t(Key::QuestionBack), before))
        .el(el("button").class("button primary").text(t(Key::QuestionContinue)))
        .el(el("p").class("quiet").el(overview));
    let go_on = move |event: web_sys::Event| {
        event.prevent_default();
        location::go(next.trim_start_matches('#'));
    };
    let form =
        el("form")
            .class("seat")
            .on("submit", go_on)
            .el(head)
            .el(aside)
            .el(main)
            .el(el("div").class("quick-on").el(go));
    vec![form]
}

/// The levels as large options, with *don't know* below them.
fn rating(state: State, said: Said, item: &ItemId, place: usize) -> El {
    let questionnaire = state.questionnaire();
    let (texts, scale) = (&questionnaire.texts, questionnaire.pack.scale());
    let mut options = Vec::new();
    for (level, vote) in scale.levels().iter().zip((0..).map(Vote::Level)) {
        let general = texts.level_meaning(&level.code).to_owned();
        let words = level_words(state, item.clone(), level.code.clone(), general);
        let label = texts.level(&level.code).to_owned();
        let shape = pie(level.credit, scale.unit());
        options.push(option(said, place, vote, label, words, shape).done());
    }
    let label = t(Key::RatingDontKnow).to_owned();
    let words = text(|| t(Key::WorkshopGroupDontKnow).to_owned());
    let dont_know = option(said, place, Vote::DontKnow, label, words, sign("?"));
    let clear = clear_button(Key::RatingClear, move || said.say(place, None));
    let open = flag(move || said.vote(place).is_none());
    // The words of the levels.
    let coming = {
        let item = item.clone();
        part(move || state.guidance(&item).is_none().then(|| not_here(state).done()))
    };
    el("fieldset")
        .class("rating")
        .on("keydown", |event| {
            if !keys_are_off() || events::key(&event) == "Enter" {
                form::choose_by_key(&event);
            }
        })
        .el(el("legend").class("seat-ask").string(texts.ask(item).to_owned()))
        .child_maybe(reminder(state, said, place).map(El::done))
        .children(options)
        .el(dont_know)
        .child(coming)
        .el(clear.absent(open))
}

fn option(
    said: Said,
    place: usize,
    vote: Vote,
    label: String,
    words: Signal<String>,
    shape: AnyView,
) -> El {
    let id = match vote {
        Vote::Level(level) => format!("vote-{level}"),
        Vote::DontKnow => "vote-dont-know".to_owned(),
    };
    let hint = format!("{id}-hint");
    let input = el("input")
        .is("type", "radio")
        .attr("id", id.clone())
        .attr("name", "vote".to_owned())
        .attr("aria-describedby", hint.clone())
        .flag("checked", flag(move || said.vote(place) == Some(vote)))
        .on("change", move |_| said.say(place, Some(vote)));
    let label =
        el("label").attr("for", id).child(shape).el(el("span").class("option-name").string(label));
    let words = el("p").class("option-words").attr("id", hint).live(words);
    el("div").class("option").el(input).el(label).el(words)
}

/// What the group said in the round before. It is shown, not chosen: a vote is meant to be a new one.
fn reminder(state: State, said: Said, place: usize) -> Option<El> {
    let before = said.round().checked_sub(1).filter(|round| *round > 0)?;
    let earlier = load(state, &said.session(), said.group(), before).ok()??;
    let vote = earlier.votes.get(place).copied().flatten()?;
    let values = [("round", before.to_string()), ("level", level_text(state, vote).to_owned())];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut words = el("p")
        .class("seat-before")
        .el(el("strong").string(fill(Key::WorkshopGroupBefore, &values)));
    let why = said::note(&earlier, place);
    if !why.is_empty() {
        words = words.text(" ").el(el("q").string(why.to_owned()));
    }
    Some(words)
}

fn note(said: Said, place: usize) -> AnyView {
    let frame = Frame {
        id: "why",
        label: Key::WorkshopGroupWhy,
        hint: Some(Key::WorkshopGroupWhyHint),
        error: None,
    };
    text_area(
        &frame,
        text(move || said.note(place)),
        flag(|| false),
        move |note| said.write(place, note.chars().take(LONGEST_NOTE).collect()),
        || (),
    )
}

/// What the item is about, from its guidance.
fn meaning(state: State, item: &ItemId) -> El {
    el("details").class("seat-help").el(el("summary").text(t(Key::WorkshopGroupMeaning))).el(el(
        "div",
    )
    .class("seat-words")
    .child(quick::words(state, item)))
}
