//! A person at work, at random: answering, undoing, saving, loading again, losing the page. Beside it
//! stands a model so naive that it can be believed: a map of texts, and copies of it.

use std::collections::BTreeMap;

use plumbline::{
    domain::{
        action::Action,
        assessment::{Applicability, CheckAnswer, Rating},
        history::History,
        id::ItemId,
        time::Day,
    },
    persist::{
        keys,
        library::{Library, Open},
        seal::content,
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
    support::{PACK, document, id, minute},
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
    let answer = prop_oneof![4 => field, 1 => excluded].prop_flat_map(|(item, field)| {
        sample::select(field.values()).prop_map(move |value| Deed::Answer(item, field, value))
    });
    let others = [Deed::Save, Deed::Lose, Deed::Reload, Deed::DeleteAndRestore];
    let deed = prop_oneof![
        8 => answer,
        3 => Just(Deed::Undo),
        2 => Just(Deed::Redo),
        2 => sample::select(others.to_vec()),
    ];
    collection::vec(deed, 1..60)
}

/// What is on the screen, what can be taken back and done again, and what is kept.
#[derive(Default)]
struct Model {
    now: Fields,
    undo: Vec<Fields>,
    redo: Vec<Fields>,
    kept: Fields,
}

impl Model {
    fn answer(&mut self, place: String, value: &str) {
        let mut then = self.now.clone();
        if value.is_empty() {
            then.remove(&place);
        } else {
            then.insert(place, value.to_owned());
        }
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
        *self = Self { now: self.kept.clone(), kept: self.kept.clone(), ..Self::default() };
    }
}

/// The real thing.
struct Desk {
    store: TestStore,
    library: Library,
    open: Open,
    history: History,
    minute: u32,
}

impl Desk {
    fn new() -> Self {
        let store = TestStore::default();
        let library = Library::new(Box::new(store.clone()));
        let open = library.create(&PACK, document("a", ""), minute(0)).unwrap();
        Self { store, library, open, history: History::default(), minute: 0 }
    }

    fn save(&mut self) {
        self.minute += 1;
        self.library.save(&PACK, &mut self.open, minute(self.minute)).unwrap();
    }

    fn load(&mut self) {
        let (open, opened) = self.library.load(&PACK, &id("a")).unwrap();
        assert_eq!(opened.notices, [], "nothing of its own is odd to it");
        (self.open, self.history) = (open, History::default());
    }

    fn kept(&self) -> Fields {
        fields(content(&self.store.texts()[&keys::assessment(&id("a"))]))
    }
}

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
        }
        let on_screen = desk.open.document.write(PACK.reference()).unwrap();
        prop_assert_eq!(&fields(&on_screen), &model.now, "the screen, after {:?}", &deed);
        prop_assert_eq!(&desk.kept(), &model.kept, "the store, after {:?}", &deed);
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
