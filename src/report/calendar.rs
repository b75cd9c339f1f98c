//! What has a day as a calendar file (RFC 5545), for the calendar of whoever does it.

use ics::{
    Event, ICalendar,
    components::Property,
    escape_text,
    parameters::Value,
    properties::{Description, DtStart, Summary, Transp},
};

use super::clean::clean;
use crate::{
    domain::{
        assessment::Assessment,
        due::due_items,
        pack::Pack,
        plan::{Planned, PlannedState},
        time::{Day, Timestamp},
    },
    text::{
        Key, Texts,
        outcome::{Names, planned_name},
    },
};

/// A day on which something is due.
struct Dated<'a> {
    /// What it is known by in a calendar, whatever is changed in it.
    id: String,
    day: &'a Day,
    title: String,
    description: String,
}

/// Whether anything has a day and isn't done. Without that there is no calendar: the format wants one event
/// at least.
#[must_use]
pub fn has_dates(pack: &Pack, assessment: &Assessment) -> bool {
    let work = assessment.work();
    work.plan.values().any(|planned| open_until(planned).is_some())
        || due_items(pack, assessment).next().is_some()
        || work.risks.values().any(|risk| risk.review.is_some())
        || work.documents.values().any(|entry| entry.review.is_some())
}

/// By when an action is to be done: what is done needs no reminder.
fn open_until(planned: &Planned) -> Option<&Day> {
    planned.due.as_ref().filter(|_| planned.state != PlannedState::Done)
}

/// Actions in the order of the plan, items, then reviews of risks and documents.
fn dated<'a>(pack: &'a Pack, texts: &Texts, names: &Names<'a>) -> Vec<Dated<'a>> {
    let assessment = names.assessment;
    let work = assessment.work();
    let whole = &assessment.id;
    let is = |key, what: &str| texts.fill(key, &[("what", what)]);
    let owner = |owner: &str| described(texts, &[(Key::PlanCalendarOwner, owner)]);
    let actions = work.plan_in_order().filter_map(|(id, planned)| {
        let items: Vec<String> = planned.items.iter().map(|item| names.item(item)).collect();
        let lines = [
            (Key::PlanCalendarOwner, &*planned.owner),
            (Key::PlanCalendarItems, &items.join("; ")),
            (Key::PlanCalendarNote, &planned.note),
        ];
        Some(Dated {
            id: id.to_string(),
            day: open_until(planned)?,
            title: planned_name(planned),
            description: described(texts, &lines),
        })
    });
    // Items and documents are called alike in every assessment.
    let items = due_items(pack, assessment).map(|(id, answer, day)| Dated {
        id: format!("{whole}-item-{id}"),
        day,
        title: is(Key::PlanCalendarItem, &names.item(id)),
        description: owner(&answer.owner),
    });
    let risks = work.risks_in_order().filter_map(|(id, risk)| {
        let name = format!("{} {}", names.risk(id), risk.title.trim());
        Some(Dated {
            id: format!("{id}-review"),
            day: risk.review.as_ref()?,
            title: is(Key::PlanCalendarReview, name.trim_end()),
            description: owner(&risk.owner),
        })
    });
    let documents = work.documents.iter().filter_map(|(id, entry)| {
        let lines =
            [(Key::PlanCalendarOwner, &*entry.owner), (Key::PlanCalendarPlace, &*entry.place)];
        Some(Dated {
            id: format!("{whole}-document-{id}"),
            day: entry.review.as_ref()?,
            title: is(Key::PlanCalendarReview, names.document(id)),
            description: described(texts, &lines),
        })
    });
    actions.chain(items).chain(risks).chain(documents).collect()
}

/// The calendar: a whole day for each thing that is due, which leaves the day free. `None` when nothing is.
#[must_use]
pub fn write(pack: &Pack, texts: &Texts, names: &Names<'_>, now: &Timestamp) -> Option<String> {
    let dated = dated(pack, texts, names);
    if dated.is_empty() {
        return None;
    }
    let mut calendar = ICalendar::new("2.0", "-//Plumbline//Plan//EN");
    let name = texts.fill(Key::PlanCalendarName, &[("name", &names.assessment.name)]);
    calendar.push(Property::new("X-WR-CALNAME", ready(&name)));
    for Dated { id, day, title, description } in dated {
        let mut event = Event::new(format!("{id}@plumbline"), stamp(now));
        let mut starts = DtStart::new(digits(day.as_str()));
        starts.add(Value::DATE);
        event.push(starts);
        event.push(Summary::new(ready(&title)));
        if !description.is_empty() {
            event.push(Description::new(ready(&description)));
        }
        event.push(Transp::transparent());
        calendar.add_event(event);
    }
    Some(folded(&calendar.to_string()))
}

/// A text as it may stand in the file.
fn ready(text: &str) -> String {
    escape_text(clean(text)).into_owned()
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

/// A line for each of these that says something.
fn described(texts: &Texts, lines: &[(Key, &str)]) -> String {
    let lines = lines.iter().filter(|(_, what)| !what.trim().is_empty());
    let lines = lines.map(|(key, what)| texts.fill(*key, &[("what", what.trim())]));
    lines.collect::<Vec<_>>().join("\n")
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
    use super::{super::clean::is_clean, *};
    use crate::{
        domain::{
            action::{Action, apply},
            assessment::{Applicability, Assessment, Rating},
            document::DocumentEntry,
            id::{AssessmentId, DocumentId, ItemId, LevelCode, PlannedId, RiskId},
            risk::register::Risk,
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
        let written = write(&pack, &Texts::english(), &names, &now).unwrap();
        let uid = PlannedId::from_random([2; 16]);
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Plumbline//Plan//EN",
            "X-WR-CALNAME:Due dates: Acme\\, 2026",
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

    /// An assessment of this name after these actions, as a calendar.
    fn written(name: &str, actions: Vec<Action>) -> Option<String> {
        let pack = read_pack(PACK).unwrap();
        let words = PackTexts::read(&pack, WORDS).unwrap();
        let now = Timestamp::parse("2026-11-22T20:13:23.456Z").unwrap();
        let id = AssessmentId::from_random([1; 16]);
        let mut assessment = Assessment::new(id, name.into(), now.clone());
        for action in actions {
            apply(&pack, &mut assessment, action).unwrap();
        }
        let names = Names { pack: &words, handbook: None, assessment: &assessment };
        let written = write(&pack, &Texts::english(), &names, &now);
        assert_eq!(written.is_some(), has_dates(&pack, &assessment));
        written
    }

    fn titles(written: &str) -> Vec<&str> {
        written.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).collect()
    }

    #[test]
    fn items_and_reviews_are_events_too() {
        let item = |id| ItemId::parse(id).unwrap();
        let day = || Day::parse("2027-01-15");
        let rated = |id, level| Action::Rate(item(id), Rating::parse(level));
        let risk = Risk {
            title: "Ransomware".into(),
            owner: "Ann".into(),
            review: Day::parse("2027-02-01"),
            number: 3,
            ..Risk::default()
        };
        let policy = DocumentEntry {
            place: "Wiki".into(),
            review: Day::parse("2027-03-01"),
            ..DocumentEntry::default()
        };
        let justification = "No such thing here".to_owned();
        let written = written(
            "Acme",
            vec![
                Action::Due(item("5.2"), day()),
                Action::Owner(item("5.2"), "Jane".into()),
                rated("5.2", "P"),
                // There is nothing left to be done.
                Action::Due(item("5.3"), day()),
                rated("5.3", "F"),
                Action::Due(item("A.5.7"), day()),
                Action::Apply(item("A.5.7"), Applicability::Excluded { justification }),
                WorkAction::Risk(RiskId::from_random([4; 16]), Some(Box::new(risk))).into(),
                WorkAction::Document(
                    DocumentId::parse("information-security-policy").unwrap(),
                    policy,
                )
                .into(),
            ],
        );
        let written = written.unwrap();
        let titles = titles(&written);
        assert_eq!(
            titles,
            ["Due: 5.2 Policy", "Review: R3 Ransomware", "Review: information-security-policy"]
        );
        for line in [
            "DTSTART;VALUE=DATE:20270115",
            "DESCRIPTION:Owner: Jane",
            "DTSTART;VALUE=DATE:20270201",
            "DESCRIPTION:Owner: Ann",
            "DTSTART;VALUE=DATE:20270301",
            "DESCRIPTION:Link or place: Wiki",
        ] {
            assert!(written.lines().any(|one| one == line), "{line} in {written}");
        }
    }

    #[test]
    fn a_target_that_is_reached_needs_no_date() {
        let item = || ItemId::parse("5.2").unwrap();
        let due = |target: &str| {
            written(
                "Acme",
                vec![
                    Action::Due(item(), Day::parse("2027-01-15")),
                    Action::Target(item(), LevelCode::parse(target).ok()),
                    Action::Rate(item(), Rating::parse("L")),
                ],
            )
        };
        assert_eq!(due("L"), None);
        assert!(due("F").is_some());
    }

    #[test]
    fn without_dates_there_is_no_calendar() {
        assert_eq!(written("Acme", Vec::new()), None);
    }

    #[test]
    fn texts_are_clean() {
        let title = "\u{202e}Write\u{0} the\u{1b} policy\r\nnow\u{2066}".to_owned();
        let pack = read_pack(PACK).unwrap();
        let nothing = Assessment::new(
            AssessmentId::from_random([1; 16]),
            String::new(),
            Timestamp::default(),
        );
        let planned = Planned {
            note: format!("\u{85}{title}"),
            owner: title.clone(),
            title,
            due: Day::parse("2026-12-01"),
            ..Planned::of(&pack, &nothing, &[], Vec::new())
        };
        let id = PlannedId::from_random([2; 16]);
        let action = WorkAction::Plan(id, Some(Box::new(planned))).into();
        let written = written("A\u{7}c\u{202e}me\r\n", vec![action]).unwrap();
        assert!(written.lines().all(|line| !line.contains('\r') && is_clean(line)), "{written:?}");
        assert!(written.contains("X-WR-CALNAME:Due dates: Acme"), "{written}");
        assert_eq!(titles(&written), ["P1 Write the policy\\nnow"]);
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
