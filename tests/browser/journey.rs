//! Runs every journey in every engine, each with a browser of its own.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::browser::Browser;
use crate::engine::{Colours, Engine, Feature, Setup};
use crate::files::forget_evidence;
use crate::quiet::tell_requests;

/// One journey: its name, what the person does, and what it needs.
#[derive(Clone, Copy)]
pub struct Journey {
    name: &'static str,
    walk: fn(&Browser),
    setup: Setup,
    only: Option<Engine>,
}

impl Journey {
    /// A journey through every engine, in light colours.
    pub const fn new(name: &'static str, walk: fn(&Browser)) -> Self {
        Self {
            name,
            walk,
            setup: Setup { colours: Colours::Light, without: None, profile: false, film: None },
            only: None,
        }
    }

    /// On a system that asks for dark colours.
    pub const fn in_the_dark(self) -> Self {
        Self { setup: Setup { colours: Colours::Dark, ..self.setup }, ..self }
    }

    /// In a browser that refuses something.
    pub const fn without(self, feature: Feature) -> Self {
        Self { setup: Setup { without: Some(feature), ..self.setup }, ..self }
    }

    /// In browsers that can go on with the profile of one that was ended by force, which the ones of
    /// `WebKitGTK` can't.
    pub const fn with_a_profile(self) -> Self {
        Self { setup: Setup { profile: true, ..self.setup }, ..self }
    }

    /// With a camera that sees a film, in Y4M; in Chromium only.
    pub const fn filming(self, film: fn() -> Vec<u8>) -> Self {
        Self { setup: Setup { film: Some(film), ..self.setup }, ..self }
    }

    /// For situations that only one engine can be brought into, such as a crashed page.
    pub const fn only_in(self, engine: Engine) -> Self {
        Self { only: Some(engine), ..self }
    }

    fn fits(&self, engine: Engine) -> bool {
        let fits = !self.setup.profile || engine != Engine::Webkit;
        fits && self.only.is_none_or(|only| only == engine)
    }

    /// Such as `rating::resume::firefox`, or `rating::resume::dark::firefox`.
    fn called(self, engine: Engine) -> String {
        let dark = if self.setup.colours == Colours::Dark { "::dark" } else { "" };
        format!("{}{dark}::{engine}", self.name)
    }

    fn start(self, engine: Engine) -> Result<(), Failed> {
        let browser = Browser::start(engine, self.setup)?;
        let walk = AssertUnwindSafe(|| {
            (self.walk)(&browser);
            browser.expect_quiet();
            browser.note_requests();
        });
        panic::catch_unwind(walk).map_err(|_| {
            let evidence = browser.keep_evidence(&self.called(engine).replace("::", "."));
            format!("{}\n{evidence}", LAST_PANIC.take()).into()
        })
    }
}

thread_local! {
    /// What the panic hook was told last on this thread: message, file and line of the journey.
    static LAST_PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs what the command line asks for, with the arguments and the closing line of `cargo test`.
pub fn run(journeys: &[Journey]) -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Each browser keeps about a core busy; more at once only makes the waits run out.
    arguments.test_threads.get_or_insert(2);
    panic::set_hook(Box::new(|panic| LAST_PANIC.set(panic.to_string())));

    let engines = match Engine::wanted() {
        Ok(engines) => engines,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::FAILURE;
        }
    };
    if !arguments.list {
        forget_evidence();
    }
    let mut trials = Vec::new();
    for &journey in journeys {
        for &engine in engines.iter().filter(|&&engine| journey.fits(engine)) {
            trials.push(Trial::test(journey.called(engine), move || journey.start(engine)));
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    tell_requests();
    conclusion.exit_code()
}
