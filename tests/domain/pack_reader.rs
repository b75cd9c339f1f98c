//! Every rule that a pack must keep, and the place that a breach of it names. `tests/packs` checks how
//! files write packs.

use plumbline::domain::{
    id::ItemId,
    pack::{AttributeSource, Effort, Fault, Kind, Pack, PackError, PackSource},
    scale::{LevelSource, ScaleError},
};

use crate::support::{NPLF, id, pack, plain_item, source};

const PACK: &str = "4: 4.1 4.2 | 5: 5.1 | A.5: A.5.1#type.preventive?2 A.5.2#concept.detect";

/// A sound pack with one change is refused at a place.
fn check(change: impl FnOnce(&mut PackSource), place: &str, fault: Fault) {
    let refused = changed(change).expect_err("a fault");
    assert_eq!(refused, PackError { at: place.into(), fault });
}

/// A sound pack with one change is still sound.
fn check_sound(change: impl FnOnce(&mut PackSource)) {
    changed(change).expect("no fault");
}

fn changed(change: impl FnOnce(&mut PackSource)) -> Result<Pack, PackError> {
    let mut source = source(NPLF, PACK);
    change(&mut source);
    Pack::new(source, String::new())
}

#[test]
fn a_sound_pack_is_read_as_it_is_written() {
    check_sound(|_| {});
    let pack = pack(PACK);
    assert_eq!(pack.items().len(), 5);
    let item = pack.item(&id("A.5.2")).unwrap();
    assert_eq!((item.kind, item.weight, item.effort), (Kind::Control, 1, Effort::S));
    assert_eq!(pack.group_of(item).unwrap().id, id("A.5"));
    let theme = pack.group(&id("A.5")).unwrap();
    assert_eq!(pack.sections()[theme.section].id, id("annex-a"));
    assert_eq!(pack.items_of(theme).len(), 2);
    assert_eq!(pack.groups_of(pack.section(&id("clauses")).unwrap()).len(), 2);
}

#[test]
fn neighbours_go_across_groups_and_sections() {
    let pack = pack(PACK);
    let all: Vec<ItemId> = pack.items().iter().map(|item| item.id.clone()).collect();
    let check = |among: &[ItemId], of: &str, before: Option<&str>, after: Option<&str>| {
        let (previous, next) = pack.neighbours(among, &id(of));
        assert_eq!(previous.map(ItemId::as_str), before, "before {of}");
        assert_eq!(next.map(ItemId::as_str), after, "after {of}");
    };
    check(&all, "4.1", None, Some("4.2"));
    check(&all, "4.2", Some("4.1"), Some("5.1"));
    check(&all, "5.1", Some("4.2"), Some("A.5.1"));
    check(&all, "A.5.2", Some("A.5.1"), None);
    check(&all, "9", None, None);
    // Among some, of which it is one or isn't.
    let some: Vec<ItemId> = ["4.1", "A.5.1"].map(id).to_vec();
    check(&some, "4.1", None, Some("A.5.1"));
    check(&some, "5.1", Some("4.1"), Some("A.5.1"));
    check(&some, "A.5.2", Some("A.5.1"), None);
    check(&[], "5.1", None, None);
}

#[test]
fn the_format() {
    check(|pack| pack.format = "plumbline".into(), "format", Fault::Format);
    check(|pack| pack.format_version = 2, "format_version", Fault::Newer(2));
    check(|pack| pack.format_version = 0, "format_version", Fault::VersionZero);
}

#[test]
fn the_version() {
    for blank in ["", " ", "\u{a0}\t"] {
        check(|pack| pack.version = blank.into(), "version", Fault::Blank);
    }
    check_sound(|pack| pack.version = "α".into());
}

#[test]
fn the_scale() {
    let rescale = |levels: &'static [(&str, u64, u64)]| {
        move |pack: &mut PackSource| {
            pack.scale = levels
                .iter()
                .map(|(code, num, den)| LevelSource { code: id(code), credit: [*num, *den] })
                .collect();
        }
    };
    check(rescale(&[]), "scale", Fault::Scale(ScaleError::LevelCount(0)));
    check(rescale(&[("F", 1, 1)]), "scale", Fault::Scale(ScaleError::LevelCount(1)));
    check(rescale(&[("N", 0, 1), ("F", 1, 0)]), "scale", Fault::Scale(ScaleError::Credit(id("F"))));
    check(
        rescale(&[("N", 0, 1), ("P", 1, 71), ("L", 72, 73), ("F", 1, 1)]),
        "scale",
        Fault::Scale(ScaleError::Credit(id("L"))),
    );
    check(
        rescale(&[("N", 0, 1), ("P", 2, 3), ("L", 1, 3), ("F", 1, 1)]),
        "scale",
        Fault::Scale(ScaleError::Order(id("L"))),
    );
    check(
        rescale(&[("N", 0, 1), ("P", 1, 2), ("L", 2, 4), ("F", 1, 1)]),
        "scale",
        Fault::Scale(ScaleError::Order(id("L"))),
    );
    check(rescale(&[("N", 0, 1), ("N", 1, 1)]), "scale", Fault::Scale(ScaleError::Twice(id("N"))));
    check_sound(rescale(&[("N", 0, 1), ("P", 1, 5040), ("F", 1, 1)]));
    let ten = "a=0 b=1/9 c=2/9 d=3/9 e=4/9 f=5/9 g=6/9 h=7/9 i=8/9 j=1";
    check_sound(|pack| pack.scale = source(ten, PACK).scale);
    let eleven = "a=0 b=1/10 c=2/10 d=3/10 e=4/10 f=5/10 g=6/10 h=7/10 i=8/10 j=9/10 k=1";
    check(
        |pack| pack.scale = source(eleven, PACK).scale,
        "scale",
        Fault::Scale(ScaleError::LevelCount(11)),
    );
}

#[test]
fn nothing_where_something_is_needed() {
    check(|pack| pack.sections.clear(), "sections", Fault::Empty);
    check(|pack| pack.sections[0].groups.clear(), "sections.clauses", Fault::Empty);
    check(
        |pack| pack.sections[0].groups[1].items.clear(),
        "sections.clauses.groups.5",
        Fault::Empty,
    );
    check(|pack| pack.attributes[0].values.clear(), "attributes.type", Fault::Empty);
}

#[test]
fn an_identifier_twice() {
    check(
        |pack| pack.attributes.push(AttributeSource { id: id("type"), values: vec![id("x")] }),
        "attributes.type",
        Fault::Twice,
    );
    check(|pack| pack.attributes[0].values.push(id("preventive")), "attributes.type", Fault::Twice);
    check(|pack| pack.sections[1].id = id("clauses"), "sections.clauses", Fault::Twice);
    // In one section and across sections.
    check(
        |pack| pack.sections[0].groups[1].id = id("4"),
        "sections.clauses.groups.4",
        Fault::Twice,
    );
    check(
        |pack| pack.sections[1].groups[0].id = id("4"),
        "sections.annex-a.groups.4",
        Fault::Twice,
    );
    // In one group, across groups and across sections.
    check(
        |pack| pack.sections[0].groups[0].items[1].id = id("4.1"),
        "sections.clauses.groups.4.items.4.1",
        Fault::Twice,
    );
    check(
        |pack| pack.sections[0].groups[1].items[0].id = id("4.1"),
        "sections.clauses.groups.5.items.4.1",
        Fault::Twice,
    );
    check(
        |pack| pack.sections[1].groups[0].items[0].id = id("4.1"),
        "sections.annex-a.groups.A.5.items.4.1",
        Fault::Twice,
    );
    check(
        |pack| pack.sections[1].groups[0].items[0].checks.push(id("c1")),
        "sections.annex-a.groups.A.5.items.A.5.1.checks",
        Fault::Twice,
    );
    check(
        |pack| {
            let item = &mut pack.sections[1].groups[0].items[0];
            item.attributes.push((id("type"), vec![id("preventive")]));
        },
        "sections.annex-a.groups.A.5.items.A.5.1.attributes.type",
        Fault::Twice,
    );
    check(
        |pack| {
            let item = &mut pack.sections[1].groups[0].items[0];
            item.attributes.push((id("type"), Vec::new()));
        },
        "sections.annex-a.groups.A.5.items.A.5.1.attributes.type",
        Fault::Twice,
    );
    check(
        |pack| {
            let item = &mut pack.sections[1].groups[0].items[0];
            item.attributes[0].1.push(id("preventive"));
        },
        "sections.annex-a.groups.A.5.items.A.5.1.attributes.type.preventive",
        Fault::Twice,
    );
}

#[test]
fn the_same_name_for_different_things_is_fine() {
    check_sound(|pack| {
        pack.sections[0].id = id("4");
        pack.sections[0].groups[0].items[0].id = id("4");
        pack.sections[0].groups[0].items[0].checks = vec![id("4")];
    });
    // Check-points are told apart by their item, values by their attribute.
    check_sound(|pack| {
        pack.sections[1].groups[0].items[1].checks = vec![id("c1"), id("c2")];
        pack.attributes[0].values.push(id("detect"));
    });
}

#[test]
fn weights_and_steps_out_of_bounds() {
    let weigh =
        |weight| move |pack: &mut PackSource| pack.sections[1].groups[0].items[0].weight = weight;
    let place = "sections.annex-a.groups.A.5.items.A.5.1.weight";
    check(weigh(0), place, Fault::Weight(0));
    check(weigh(6), place, Fault::Weight(6));
    check(weigh(u64::MAX), place, Fault::Weight(u64::MAX));
    check_sound(weigh(1));
    check_sound(weigh(5));

    let put = |step| move |pack: &mut PackSource| pack.sections[0].groups[1].items[0].step = step;
    let place = "sections.clauses.groups.5.items.5.1.step";
    check(put(0), place, Fault::Step(0));
    check(put(11), place, Fault::Step(11));
    check_sound(put(1));
    check_sound(put(10));
}

#[test]
fn attributes_that_are_not_declared() {
    let give = |attribute: &'static str, values: &'static [&'static str]| {
        move |pack: &mut PackSource| {
            let values = values.iter().map(|value| id(value)).collect();
            pack.sections[0].groups[0].items[1].attributes.push((id(attribute), values));
        }
    };
    let item = "sections.clauses.groups.4.items.4.2.attributes";
    check(give("colour", &["red"]), &format!("{item}.colour"), Fault::UnknownAttribute);
    check(give("colour", &[]), &format!("{item}.colour"), Fault::UnknownAttribute);
    check(give("type", &["red"]), &format!("{item}.type.red"), Fault::UnknownAttribute);
    // A value of another attribute, and one behind a good one.
    check(give("type", &["detect"]), &format!("{item}.type.detect"), Fault::UnknownAttribute);
    check(
        give("type", &["preventive", "red"]),
        &format!("{item}.type.red"),
        Fault::UnknownAttribute,
    );
    check_sound(give("type", &["preventive"]));
}

#[test]
fn related_items_name_each_other() {
    let relate = |pairs: &'static [(&str, &str)]| {
        move |pack: &mut PackSource| {
            let groups = pack.sections.iter_mut().flat_map(|section| &mut section.groups);
            for item in groups.flat_map(|group| &mut group.items) {
                let of_item = pairs.iter().filter(|(from, _)| *from == item.id.as_str());
                item.related = of_item.map(|(_, to)| id(to)).collect();
            }
        }
    };
    let of_41 = |related: &str| format!("sections.clauses.groups.4.items.4.1.related.{related}");
    check(relate(&[("4.1", "9.9")]), &of_41("9.9"), Fault::UnknownRelated);
    check(relate(&[("4.1", "A.5.1")]), &of_41("A.5.1"), Fault::OneWay);
    check(
        relate(&[("4.1", "4.2"), ("4.2", "4.1"), ("A.5.2", "4.2")]),
        "sections.annex-a.groups.A.5.items.A.5.2.related.4.2",
        Fault::OneWay,
    );
    check(relate(&[("4.1", "4.1")]), &of_41("4.1"), Fault::Itself);
    check(relate(&[("4.1", "4.2"), ("4.1", "4.2"), ("4.2", "4.1")]), &of_41("4.2"), Fault::Twice);
    check_sound(relate(&[("4.1", "A.5.1"), ("A.5.1", "4.1")]));
}

#[test]
fn more_items_than_were_measured() {
    let items = |count: usize| {
        move |pack: &mut PackSource| {
            let more = (pack.sections[0].groups[0].items.len() + 3..count)
                .map(|number| plain_item(&format!("x{number}")));
            let items: Vec<_> = more.collect();
            pack.sections[0].groups[0].items.extend(items);
        }
    };
    check_sound(items(20_000));
    check(items(20_001), "sections", Fault::TooLarge(20_001));
}

#[test]
fn the_first_fault_is_told() {
    check(
        |pack| {
            pack.sections[0].groups[0].items[1].weight = 9;
            pack.sections[0].groups[1].items[0].step = 99;
        },
        "sections.clauses.groups.4.items.4.2.weight",
        Fault::Weight(9),
    );
}

#[test]
fn a_fault_reads_as_a_place_and_a_rule() {
    let told = |change: fn(&mut PackSource)| changed(change).unwrap_err().to_string();
    assert_eq!(
        told(|pack| pack.sections[1].groups[0].items[0].weight = 7),
        "sections.annex-a.groups.A.5.items.A.5.1.weight: a weight is 1 to 5, not 7"
    );
    assert_eq!(
        told(|pack| pack.format_version = 7),
        "format_version: format version 7 is newer than 1, which this program reads: get a newer Plumbline"
    );
    assert_eq!(
        told(|pack| pack.version.clear()),
        "version: at least one visible character is needed"
    );
    assert_eq!(told(|pack| pack.scale.truncate(1)), "scale: a scale has 2 to 10 levels, not 1");
}
