//! The due dates of the plan as a calendar file (RFC 5545), for the calendar of whoever does it.

use ics::{
    Event, ICalendar,
    components::Property,
    escape_text,
    parameters::Value,
    properties::{Description, DtStart, Summary, Transp},
};

use crate::{
    domain::{
        id::PlannedId,
        plan::{Planned, PlannedState},
        time::{Day, Timestamp},
    },
    text::{
        Key, Texts,
        outcome::{Names, planned_name},
    },
};

/// What is to be done by a day, in the order of the plan: what is done needs no reminder.
pub fn dated<'a>(
    names: &Names<'a>,
) -> impl Iterator<Item = (&'a PlannedId, &'a Planned, &'a Day)> + use<'a> {
    let open = names
        .assessment
        .work()
        .plan_in_order()
        .filter(|(_, planned)| planned.state != PlannedState::Done);
    open.filter_map(|(id, planned)| Some((id, planned, planned.due.as_ref()?)))
}

/// The calendar: a whole day for each action that is due, which leaves the day free.
#[must_use]
pub fn write(texts: &Texts, names: &Names<'_>, now: &Timestamp) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Plumbline//Plan//EN");
    let name = texts.fill(Key::PlanCalendarName, &[("name", &names.assessment.name)]);
    calendar.push(Property::new("X-WR-CALNAME", escape_text(name)));
    for (id, planned, due) in dated(names) {
        let mut event = Event::new(format!("{id}@plumbline"), stamp(now));
        let mut starts = DtStart::new(digits(due.as_str()));
        starts.add(Value::DATE);
        event.push(starts);
        event.push(Summary::new(escape_text(planned_name(planned))));
        event.push(Description::new(escape_text(description(texts, names, planned))));
        event.push(Transp::transparent());
        calendar.add_event(event);
    }
    folded(&calendar.to_string())
}

/// The same in lines of 75 octets at most, as RFC 5545 has it. (The library leaves the blank with which
/// a line goes on out of the count.)
fn folded(calendar: &str) -> String {
    const LONGEST: usize = 75;
    let mut folded = String::new();
    let mut octets = 0_usize;
    for character in calendar.replace("\r\n ", "").chars() {
        octets = octets.saturating_add(character.len_utf8());
        if matches!(character, '\r' | '\n') {
            octets = 0;
        } else if octets > LONGEST {
            folded.push_str("\r\n ");
            octets = character.len_utf8().saturating_add(1);
        }
        folded.push(character);
    }
    folded
}

fn description(texts: &Texts, names: &Names<'_>, planned: &Planned) -> String {
    let mut lines = Vec::new();
    let mut line = |key, what: &str| {
        if !what.trim().is_empty() {
            lines.push(texts.fill(key, &[("what", what.trim())]));
        }
    };
    line(Key::PlanCalendarOwner, &planned.owner);
    let items: Vec<String> = planned.items.iter().map(|item| names.item(item)).collect();
    line(Key::PlanCalendarItems, &items.join("; "));
    line(Key::PlanCalendarNote, &planned.note);
    lines.join("\n")
}

/// `20261122` for `2026-11-22`.
fn digits(day: &str) -> String {
    day.replace('-', "")
}

/// `20261122T201323Z`.
fn stamp(now: &Timestamp) -> String {
    let seconds = now.as_str().split('.').next().unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            action::{Action, apply},
            assessment::Assessment,
            id::{AssessmentId, ItemId},
            work::action::WorkAction,
        },
        persist::pack::read_pack,
        text::PackTexts,
    };

    const PACK: &str = include_str!("../../packs/iso27001-2022/pack.json");
    const WORDS: &str = include_str!("../../packs/iso27001-2022/en.json");

    #[test]
    fn open_actions_with_a_day_are_events() {
        let pack = read_pack(PACK).unwrap();
        let words = PackTexts::read(&pack, WORDS).unwrap();
        let now = Timestamp::parse("2026-11-22T20:13:23.456Z").unwrap();
        let id = AssessmentId::from_random([1; 16]);
        let mut assessment = Assessment::new(id, "Acme, 2026".into(), now.clone());
        let items = vec![ItemId::parse("5.2").unwrap()];
        let policy = Planned {
            title: "Write the policy; ask Jane".into(),
            owner: "Jane".into(),
            due: Day::parse("2026-12-01"),
            note: "Two pages,\nno more".into(),
            ..Planned::of(&pack, &assessment, &[], items)
        };
        let done = Planned { number: 2, state: PlannedState::Done, ..policy.clone() };
        let whenever = Planned { number: 3, due: None, ..policy.clone() };
        for (byte, planned) in [(2, policy), (3, done), (4, whenever)] {
            let id = PlannedId::from_random([byte; 16]);
            let action: Action = WorkAction::Plan(id, Some(Box::new(planned))).into();
            apply(&pack, &mut assessment, action).unwrap();
        }
        let names = Names { pack: &words, handbook: None, assessment: &assessment };
        let written = write(&Texts::english(), &names, &now);
        let uid = PlannedId::from_random([2; 16]);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Plumbline//Plan//EN",
            "X-WR-CALNAME:Plan: Acme\\, 2026",
            "BEGIN:VEVENT",
            &format!("UID:{uid}@plumbline"),
            "DTSTAMP:20261122T201323Z",
            "DTSTART;VALUE=DATE:20261201",
            "SUMMARY:P1 Write the policy\\; ask Jane",
            "DESCRIPTION:Owner: Jane\\nCloses: 5.2 Policy\\nTwo pages\\,\\nno more",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(written, expected.join("\r\n"));
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = ICalendar::new("2.0", "-//Plumbline//Plan//EN");
        let title = "Schlüssel für Räume übergeben, ".repeat(20);
        calendar.push(Property::new("X-WR-CALNAME", escape_text(title.as_str())));
        let written = folded(&calendar.to_string());
        let lines: Vec<&str> = written.split("\r\n").collect();
        assert!(lines.len() > 8 && lines.iter().all(|line| line.len() <= 75), "{lines:?}");
        // As full as they may be.
        assert!(lines.iter().any(|line| line.len() == 75), "{lines:?}");
        let whole = format!("X-WR-CALNAME:{}\r\n", escape_text(title));
        assert!(written.replace("\r\n ", "").contains(&whole), "{written}");
    }
}
