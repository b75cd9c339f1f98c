//! What is known of the items beside their words.

use std::collections::BTreeSet;

use crate::{faults::Faults, files::iso27001};

#[test]
fn related_items_name_each_other_once() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    for item in pack.items() {
        faults.unless(!item.related.is_empty(), &item.id, "nothing related");
        faults.unless(!item.related.contains(&item.id), &item.id, "related to itself");
        let once = item.related.iter().collect::<BTreeSet<_>>().len() == item.related.len();
        faults.unless(once, &item.id, "a related item stands twice");
        for related in &item.related {
            let back = pack.item(related).is_some_and(|other| other.related.contains(&item.id));
            faults.unless(back, &item.id, format!("{related} doesn’t name it in turn"));
        }
    }
    faults.tell();
}

#[test]
fn related_items_stand_in_pack_order() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    for item in pack.items() {
        let in_order = item.related.is_sorted_by_key(|related| pack.places().get(related));
        faults.unless(in_order, &item.id, "related items are not in the order of the pack");
    }
    faults.tell();
}

#[test]
fn the_quick_check_covers_every_group_in_ten_minutes() {
    let mut faults = Faults::default();
    let pack = iso27001().pack;
    let count = pack.items().iter().filter(|item| item.quick).count();
    faults.within("quick check", count, 20..=30, "items");
    for group in pack.groups() {
        let asked = pack.items_of(group).iter().any(|item| item.quick);
        faults.unless(asked, &group.id, "the quick check asks nothing of it");
    }
    faults.tell();
}
