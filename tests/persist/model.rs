//! A person at work, at random: answering, undoing, saving, loading again, losing the page, taking over what
//! a colleague has done with a copy, opening what another version has written. Beside it stands a model so
//! naive that it can be believed: a map of texts, and copies of it.

use std::collections::{BTreeMap, BTreeSet};

use plumbline::{
    domain::{
        action::Action,
        assessment::{Applicability, Assessment, CheckAnswer, Rating},
        history::History,
        id::ItemId,
        merge::{Side, merge, step},
        time::Day,
    },
    persist::{
        document::Document,
        keys,
        library::{Library, Open},
        seal::content,
        store::Store as _,
    },
};
use proptest::{
    collection,
    prelude::*,
    sample,
    test_runner::{RngAlgorithm, TestRng, TestRunner},
};
use serde_json::Value;

use crate::{
    stores::TestStore,
    support::{PACK, document, id, minute, opened},
};

/// What stands where in the answers of a file: `A.5.1.rating` is `F`.
type Fields = BTreeMap<String, String>;

/// What a person does.
#[derive(Clone, Debug)]
enum Deed {
    /// Gives a field of an item a value, or takes it away with an empty one.
    Answer(&'static str, Field, &'static str),
    Undo,
    Redo,
    Save,
    /// Loads what was saved last, as after the page was lost.
    Lose,
    /// Saves, and loads it again.
    Reload,
    /// Deletes it and brings it back, as it was saved last.
    DeleteAndRestore,
    /// Gives a colleague what is on the screen.
    HandOut,
    /// The colleague does the same as `Answer`.
    Colleague(&'static str, Field, &'static str),
    /// Takes over the colleague's file; whose word counts where both say something, and whether it is known
    /// what both began with.
    Merge(Side, bool),
    /// Saves; another version of the program opens it, adds something that this one doesn't know, and saves;
    /// this one loads it.
    OtherVersion(&'static str, &'static str),
}

#[derive(Clone, Copy, Debug)]
enum Field {
    Rating,
    Note,
    Owner,
    Due,
    Review,
    Check,
    Excluded,
}

impl Field {
    /// The values that it takes here.
    fn values(self) -> Vec<&'static str> {
        match self {
            Self::Rating => vec!["", "N", "P", "F", "?"],
            Self::Note | Self::Owner => vec!["", "seen", "\"</script>\\ud800\u{1}é𝄞\n"],
            Self::Due => vec!["", "2026-12-01", "2028-02-29"],
            Self::Review => vec!["", "true"],
            Self::Check => vec!["", "yes", "no", "partly"],
            Self::Excluded => vec!["", "not ours"],
        }
    }

    /// Where it stands in the file.
    fn place(self, item: &str) -> String {
        match self {
            Self::Rating => format!("{item}.rating"),
            Self::Note => format!("{item}.note"),
            Self::Owner => format!("{item}.owner"),
            Self::Due => format!("{item}.due"),
            Self::Review => format!("{item}.review"),
            Self::Check => format!("{item}.checks.{}", check(item)),
            Self::Excluded => format!("{item}.applicability.excluded.justification"),
        }
    }

    fn action(self, item: &str, value: &str) -> Action {
        let at: ItemId = id(item);
        let given = !value.is_empty();
        match self {
            Self::Rating => Action::Rate(at, Rating::parse(value)),
            Self::Note => Action::Note(at, value.into()),
            Self::Owner => Action::Owner(at, value.into()),
            Self::Due => Action::Due(at, Day::parse(value)),
            Self::Review => Action::Review(at, given),
            Self::Check => Action::Check(at, id(&check(item)), CheckAnswer::parse(value)),
            Self::Excluded => {
                let excluded = Applicability::Excluded { justification: value.into() };
                Action::Apply(at, if given { excluded } else { Applicability::Applicable })
            }
        }
    }
}

/// The first check-point of an item.
fn check(item: &str) -> String {
    PACK.item(&id(item)).unwrap().checks[0].to_string()
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let any = sample::select(vec![
        Field::Rating,
        Field::Note,
        Field::Owner,
        Field::Due,
        Field::Review,
        Field::Check,
    ]);
    let field = (sample::select(vec!["4.1", "A.5.1", "A.5.7"]), any);
    // Requirements can't be excluded.
    let excluded = (sample::select(vec!["A.5.1", "A.5.7"]), Just(Field::Excluded));
    let said = prop_oneof![4 => field, 1 => excluded].prop_flat_map(|(item, field)| {
        sample::select(field.values()).prop_map(move |value| (item, field, value))
    });
    let answer = said.clone().prop_map(|(item, field, value)| Deed::Answer(item, field, value));
    let colleague = said.prop_map(|(item, field, value)| Deed::Colleague(item, field, value));
    let side = sample::select(vec![Side::Mine, Side::Theirs]);
    let unknown = (sample::select(vec!["4.1", STRANGER]), sample::select(vec!["good", "\"\\"]));
    let others = [Deed::Save, Deed::Lose, Deed::Reload, Deed::DeleteAndRestore];
    let deed = prop_oneof![
        8 => answer,
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        2 => sample::select(others.to_vec()),
        1 => Just(Deed::HandOut),
        4 => colleague,
        2 => (side, proptest::bool::ANY).prop_map(|(side, known)| Deed::Merge(side, known)),
        1 => unknown.prop_map(|(item, value)| Deed::OtherVersion(item, value)),
    ];
    collection::vec(deed, 1..80)
}

/// What is on the screen, what can be taken back and done again, and what is kept.
#[derive(Default)]
struct Model {
    now: Fields,
    undo: Vec<Fields>,
    redo: Vec<Fields>,
    kept: Fields,
    /// What the colleague began with, and has now.
    handed_out: Fields,
    theirs: Fields,
    /// What another version has added; nothing here takes it away.
    unknown: Fields,
}

/// These, with one value more or less.
fn answered(fields: &Fields, place: String, value: &str) -> Fields {
    let mut then = fields.clone();
    if value.is_empty() {
        then.remove(&place);
    } else {
        then.insert(place, value.to_owned());
    }
    then
}

/// Whether an item is excluded is also said by whoever rates it.
fn said(fields: &Fields, place: &str) -> Option<String> {
    let found = fields.get(place).cloned();
    let item = place.strip_suffix(".applicability.excluded.justification");
    let rated = item.is_some_and(|item| fields.contains_key(&format!("{item}.rating")));
    found.or_else(|| rated.then(String::new))
}

/// Value by value: what one alone says is taken; of two the one that has changed; else this side's.
fn merged(base: Option<&Fields>, mine: &Fields, theirs: &Fields, side: Side) -> Fields {
    let places: BTreeSet<&String> = mine.keys().chain(theirs.keys()).collect();
    let mut together = Fields::new();
    for place in places {
        let one = said(mine, place);
        let other = said(theirs, place);
        let base = base.map(|base| said(base, place));
        let value = match (&one, &other) {
            (_, None) => one,
            (None, _) => other,
            _ if base.as_ref() == Some(&other) => one,
            _ if base.as_ref() == Some(&one) || side == Side::Theirs => other,
            _ => one,
        };
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            together.insert(place.clone(), value);
        }
    }
    together
}

impl Model {
    fn answer(&mut self, place: String, value: &str) {
        self.step(answered(&self.now, place, value));
    }

    fn step(&mut self, then: Fields) {
        if then != self.now {
            self.undo.push(std::mem::replace(&mut self.now, then));
            self.redo.clear();
        }
    }

    fn undo(&mut self) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.now, before));
        }
    }

    fn redo(&mut self) {
        if let Some(then) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.now, then));
        }
    }

    /// Nothing can be taken back over a load.
    fn load(&mut self) {
        (self.undo, self.redo) = (Vec::new(), Vec::new());
        self.now = self.kept.clone();
    }
}

/// The real thing.
struct Desk {
    store: TestStore,
    library: Library,
    open: Open,
    history: History,
    minute: u32,
    handed_out: Assessment,
    theirs: Document,
}

impl Desk {
    fn new() -> Self {
        let store = TestStore::default();
        let library = Library::new(Box::new(store.clone()));
        let open = library.create(&PACK, document("a", ""), minute(0)).unwrap();
        let theirs = document("a", "");
        let handed_out = theirs.assessment.clone();
        Self { store, library, open, history: History::default(), minute: 0, handed_out, theirs }
    }

    fn save(&mut self) {
        // A clock that is often set back.
        self.minute = (self.minute + 700) % 1_000;
        self.library.save(&PACK, &mut self.open, minute(self.minute)).unwrap();
    }

    fn load(&mut self) {
        let (open, opened) = self.library.load(&PACK, &id("a")).unwrap();
        assert_eq!(opened.notices.len(), self.strangers(), "nothing of its own is odd to it");
        (self.open, self.history) = (open, History::default());
    }

    /// How many answers are to items that the questionnaire doesn't have, which is what is told.
    fn strangers(&self) -> usize {
        self.kept().keys().filter(|place| place.starts_with(STRANGER)).count()
    }

    /// Takes over the colleague's file, as one step. Once more it changes nothing, and the other way round it
    /// comes to the same.
    fn merge(&mut self, side: Side, base_is_known: bool) {
        let text = self.theirs.write(PACK.reference()).unwrap();
        let theirs = opened(&text).document.assessment;
        let base = base_is_known.then(|| self.handed_out.clone());
        let base = base.as_ref();
        let mine = &mut self.open.document.assessment;
        let together = merge(base, mine, &theirs, &|_| side).assessment;
        assert_eq!(merge(base, &together, &theirs, &|_| side).assessment, together);
        let other = if side == Side::Mine { Side::Theirs } else { Side::Mine };
        assert_eq!(merge(base, &theirs, mine, &|_| other).assessment.answers, together.answers);
        let step = step(&PACK, mine, &together);
        assert_eq!(step.left_out, 0);
        if let Some(action) = step.action {
            self.history.pause();
            self.history.perform(&PACK, mine, action).unwrap();
        }
        assert_eq!(*mine, together);
    }

    /// What another version does with what is kept.
    fn other_version(&mut self, item: &str, value: &str) {
        let key = keys::assessment(&id("a"));
        let mut file: Value = serde_json::from_str(content(&self.store.texts()[&key])).unwrap();
        file["assessment"]["answers"][item][UNKNOWN] = value.into();
        self.store.set(&key, &file.to_string()).unwrap();
    }

    fn kept(&self) -> Fields {
        fields(content(&self.store.texts()[&keys::assessment(&id("a"))]))
    }
}

/// A field of answers that only another version knows.
const UNKNOWN: &str = "mood";
/// An item that only another version of the questionnaire has.
const STRANGER: &str = "9.9";

/// The answers of a file, flat.
fn fields(file: &str) -> Fields {
    fn flatten(at: &str, value: &Value, into: &mut Fields) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    let at = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                    flatten(&at, value, into);
                }
            }
            Value::String(text) => drop(into.insert(at.to_owned(), text.clone())),
            other => drop(into.insert(at.to_owned(), other.to_string())),
        }
    }
    let file: Value = serde_json::from_str(file).unwrap();
    let mut all = Fields::new();
    flatten("", &file["assessment"]["answers"], &mut all);
    all
}

fn walk(deeds: Vec<Deed>) -> Result<(), TestCaseError> {
    let (mut desk, mut model) = (Desk::new(), Model::default());
    for deed in deeds {
        match &deed {
            Deed::Answer(item, field, value) => {
                let assessment = &mut desk.open.document.assessment;
                desk.history.pause();
                desk.history.perform(&PACK, assessment, field.action(item, value)).unwrap();
                model.answer(field.place(item), value);
            }
            Deed::Undo => {
                desk.history.undo(&mut desk.open.document.assessment);
                model.undo();
            }
            Deed::Redo => {
                desk.history.redo(&mut desk.open.document.assessment);
                model.redo();
            }
            Deed::Save => {
                desk.save();
                model.kept = model.now.clone();
            }
            Deed::Lose => {
                desk.load();
                model.load();
            }
            Deed::Reload => {
                desk.save();
                desk.load();
                model.kept = model.now.clone();
                model.load();
            }
            Deed::DeleteAndRestore => {
                let aside = desk.library.delete(&id("a")).unwrap();
                desk.library.restore(&aside).unwrap();
            }
            Deed::HandOut => {
                let text = desk.open.document.write(PACK.reference()).unwrap();
                desk.theirs = opened(&text).document;
                desk.handed_out = desk.theirs.assessment.clone();
                model.handed_out = model.now.clone();
                model.theirs = model.now.clone();
            }
            Deed::Colleague(item, field, value) => {
                let mut history = History::default();
                let theirs = &mut desk.theirs.assessment;
                history.perform(&PACK, theirs, field.action(item, value)).unwrap();
                model.theirs = answered(&model.theirs, field.place(item), value);
            }
            Deed::Merge(side, base_is_known) => {
                desk.merge(*side, *base_is_known);
                let base = base_is_known.then_some(&model.handed_out);
                model.step(merged(base, &model.now, &model.theirs, *side));
            }
            Deed::OtherVersion(item, value) => {
                desk.save();
                desk.other_version(item, value);
                desk.load();
                model.kept = model.now.clone();
                model.load();
                model.unknown.insert(format!("{item}.{UNKNOWN}"), (*value).to_owned());
            }
        }
        let with_unknown = |fields: &Fields| {
            let mut all = fields.clone();
            all.extend(model.unknown.clone());
            all
        };
        let on_screen = desk.open.document.write(PACK.reference()).unwrap();
        let (now, kept) = (with_unknown(&model.now), with_unknown(&model.kept));
        prop_assert_eq!(&fields(&on_screen), &now, "the screen, after {:?}", &deed);
        prop_assert_eq!(&desk.kept(), &kept, "the store, after {:?}", &deed);
        prop_assert_eq!(desk.history.can_undo(), !model.undo.is_empty(), "{:?}", &deed);
        prop_assert_eq!(desk.history.can_redo(), !model.redo.is_empty(), "{:?}", &deed);
    }
    Ok(())
}

/// The same walks every time.
#[test]
fn whatever_a_person_does_is_what_the_model_says() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(ProptestConfig::with_cases(400), rng);
    runner.run(&deeds(), walk).unwrap();
}
