//! The page from which files are taken: which report, in which format.

pub mod branding;
mod bring;
pub mod choice;
pub mod target;

use leptos::prelude::*;

use super::{
    super::{
        components::{
            button::{Look, button},
            title::title,
            views::views,
        },
        el::{El, el},
        live::{flag, text},
        messages::Message,
        route::{Page, Route},
        state::State,
        words::{fill, t},
    },
    lock, merge,
    scribe::{self, Order},
};
use crate::{
    browser::{
        download::{self, Way},
        location,
    },
    domain::id::AssessmentId,
    export::job::{Format, Job, Standing, Subject},
    persist::library::SaveError,
    report::{
        calendar,
        request::{Preset, Request, SectionKind},
    },
    text::Key,
};
use choice::{Choice, Chosen, GROUPS, format_means, format_name, preset_for};

/// The id of the button that makes the file.
const MAKE: &str = "report-make";

/// The page.
pub fn reports(state: State, id: &AssessmentId) -> Vec<El> {
    let chosen = Chosen::kept();
    scribe::warm(state);
    let no_report = flag(move || !chosen.with(|choice| choice.format.is_report()));
    let mut parts = vec![
        views(id, &Page::Report),
        title(t(Key::ViewsReport)),
        el("p").class("lead").text(t(Key::ReportsLead)),
        el("div")
            .class("reports")
            .el(el("section")
                .is("aria-labelledby", "report-file")
                .el(el("h2").is("id", "report-file").text(t(Key::ReportsFile)))
                .children(GROUPS.iter().map(|group| formats(state, chosen, group))))
            .el(el("section")
                .is("aria-labelledby", "report-content")
                .el(el("h2").is("id", "report-content").text(t(Key::ReportsContent)))
                .el(el("p")
                    .class("hint")
                    .absent(flag(move || !no_report.get()))
                    .text(t(Key::ReportsNoContent)))
                .el(el("div")
                    .absent(no_report)
                    .el(presets(chosen))
                    .el(sections(chosen))
                    .el(cover(chosen))
                    .el(branding::branding(state)))),
        el("div")
            .class("reports-go")
            .el(make_button(state, chosen))
            .child(target::target(state, id, chosen))
            .child(scribe::far(MAKE)),
    ];
    parts.extend(framed(id));
    parts.extend([lock::section(state), merge::section(state), bring::bring(state)]);
    parts
}

/// One of a few, with a line that says what it is good for.
fn option(
    name: &'static str,
    title: Key,
    means: Signal<String>,
    chosen: Signal<bool>,
    choose: impl Fn() + 'static,
) -> El {
    let input = el("input")
        .is("type", "radio")
        .is("name", name)
        .flag("checked", chosen)
        .on("change", move |_| choose());
    let words = el("span").el(el("strong").text(t(title))).el(el("span").class("hint").live(means));
    el("label").class("choice").el(input).el(words)
}

fn formats(state: State, chosen: Chosen, (label, formats): &(Key, &'static [Format])) -> AnyView {
    let options = formats.iter().map(|&format| {
        let is_chosen = flag(move || chosen.with(|choice| choice.format == format));
        let choose = move || chosen.change(|choice| choice.format = format);
        let means = text(move || {
            let lacks = format == Format::Calendar && is_undated(state);
            t(if lacks { Key::ReportsUndated } else { format_means(format) }).to_owned()
        });
        option("report-format", format_name(format), means, is_chosen, choose).done()
    });
    el("fieldset").class("choices").el(el("legend").text(t(*label))).children(options).done()
}

/// Whether there is nothing to put into a calendar.
fn is_undated(state: State) -> bool {
    let pack = &state.questionnaire().pack;
    state.with_assessment(|it| !calendar::has_dates(pack, it)).unwrap_or_default()
}

/// Whether a file of this format can be made; if not, the person is told why.
fn can_make(state: State, format: Format) -> bool {
    let lacks = format == Format::Calendar && untrack(|| is_undated(state));
    if lacks {
        state.messages.tell(Message::warning(t(Key::ReportsUndated)));
    }
    !lacks
}

fn presets(chosen: Chosen) -> El {
    let options = Preset::ALL.map(|preset| {
        let is_chosen = flag(move || chosen.with(|choice| choice.request.preset == preset));
        let means = text(move || format!("{} {}", t(preset.meaning()), t(preset_for(preset))));
        let choose = move || chosen.choose_preset(preset);
        option("report-preset", preset.title(), means, is_chosen, choose).done()
    });
    el("fieldset").class("choices").el(el("legend").text(t(Key::ReportsWhich))).children(options)
}

fn sections(chosen: Chosen) -> El {
    let boxes = SectionKind::ALL.map(|section| {
        let has = flag(move || chosen.with(|choice| choice.request.wanted().contains(&section)));
        let last = flag(move || chosen.with(|choice| choice.request.wanted() == [section]));
        let input = el("input")
            .is("type", "checkbox")
            .flag("checked", has)
            // A report of no sections would be none.
            .flag("disabled", last)
            .on("change", move |_| chosen.turn(section));
        let words = el("span").text(t(section.title()));
        el("label").class("choice").el(input).el(words).done()
    });
    let count = text(move || {
        let count = chosen.with(|choice| choice.request.wanted().len());
        let all = SectionKind::ALL.len().to_string();
        fill(Key::ReportsSections, &[("count", &count.to_string()), ("all", &all)])
    });
    let fields = el("fieldset")
        .class("choices reports-sections")
        .el(el("legend").class("visually-hidden").text(t(Key::ReportsSectionsLabel)))
        .children(boxes);
    el("details").class("reports-more").el(el("summary").live(count)).el(fields)
}

fn cover(chosen: Chosen) -> El {
    type Part = fn(&mut Request) -> &mut String;
    let fields: [(&str, Key, Part); 3] = [
        ("report-author", Key::ReportsCoverAuthor, |request| &mut request.author),
        ("report-version", Key::ReportsCoverVersion, |request| &mut request.version),
        ("report-class", Key::ReportsCoverClassification, |request| &mut request.classification),
    ];
    let fields = fields.map(|(id, label, part)| {
        let value = text(move || chosen.with(|choice| part(&mut choice.request.clone()).clone()));
        let input = el("input")
            .is("id", id)
            .class("input")
            .is("maxlength", "120")
            .is("autocomplete", "off")
            .value(value)
            .on("change", move |event| {
                let value = event_target_value(&event);
                chosen.change(|choice| value.trim().clone_into(part(&mut choice.request)));
            });
        el("div").class("field").el(el("label").is("for", id).text(t(label))).el(input).done()
    });
    el("details")
        .class("reports-more")
        .el(el("summary").text(t(Key::ReportsCover)))
        .el(el("p").class("hint").text(t(Key::ReportsCoverHint)))
        .children(fields)
}

fn make_button(state: State, chosen: Chosen) -> El {
    let progress = scribe::progress();
    let busy = text(move || progress.with(Option::is_some).to_string());
    button(Look::Primary, t(Key::ReportsMake), move || make(state, chosen.now()))
        .is("id", MAKE)
        // It keeps the focus, for whoever wants the next file.
        .attr_live("aria-disabled", busy)
}

/// Makes the file that was chosen.
fn make(state: State, Choice { format, mut request }: Choice) {
    if !can_make(state, format) {
        return;
    }
    request.branding = branding::stored_branding();
    if format == Format::Assessment {
        // Notes when it was handed out, and needs no worker.
        return state.save_file();
    }
    if let (Some(standing), Some(id)) = (standing(state), state.open_id()) {
        let to = target::of(&id, format, &request);
        scribe::make(
            state,
            Order { job: Job { format, subject: Subject::Assessment(request), standing }, to },
        );
    }
}

/// The open assessment as it is now, for the worker; where it can't be written, the person is told.
fn standing(state: State) -> Option<Standing> {
    state.flush();
    let written = state.document()?.write(state.questionnaire().pack.reference());
    let told = |error| state.messages.tell(Message::from_save_error(&SaveError::Write(error)));
    Some(scribe::standing(written.map_err(told).ok()?))
}

/// What to do where the page around this one may keep files from arriving.
fn framed(id: &AssessmentId) -> Option<El> {
    let what = match download::way() {
        Way::Open => return None,
        Way::Unknown => Key::ReportsFramed,
        Way::Closed => Key::ReportsFramedClosed,
    };
    let link = el("a")
        .attr("href", Route::Assessment(id.clone(), Page::Report).href())
        .is("target", "_blank")
        .is("rel", "noopener")
        .text(t(Key::ReportsFramedLink));
    let address = fill(Key::ReportsFramedWhere, &[("address", &location::address())]);
    let said = |text: String| el("p").string(text);
    let words = el("div").class("notice-text");
    let words = words.el(said(t(what).to_owned())).el(el("p").el(link)).el(said(address));
    Some(el("div").class("notice warning reports-framed").el(words))
}
