//! A browser with the app in it: what the person does to the window, not to anything on the page.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fs;
use std::future::Future;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::prelude::{WebDriver, WebDriverResult};
use thirtyfour::{Capabilities, Key, WindowHandle};
use tokio::runtime::{Builder, Runtime};

use crate::engine::{Driver, Engine, Setup, profile};
use crate::quiet;
use crate::server::{self, Server};

/// How long a step waits for the page to come to what is expected of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// A fresh browser, a server that serves the app to it, and a folder for what it saves.
///
/// What stands on the page is found through [`crate::locator::Find`].
pub struct Browser {
    pub engine: Engine,
    pub(crate) driver: WebDriver,
    pub(crate) server: Rc<Server>,
    pub(crate) problems: RefCell<BTreeSet<String>>,
    pub(crate) expected_problems: RefCell<Vec<&'static str>>,
    pub(crate) home: Rc<TempDir>,
    pub(crate) is_dead: Cell<bool>,
    setup: Setup,
    size: Cell<(u32, u32)>,
    _process: Driver,
    runtime: Runtime,
}

impl Browser {
    /// Starts all three; they end when the browser is dropped.
    ///
    /// # Errors
    /// Says what couldn't be started, and what to do about it.
    pub fn start(engine: Engine, setup: Setup) -> Result<Self, String> {
        let trouble = |error: std::io::Error| format!("can't prepare a browser: {error}");
        let runtime =
            Builder::new_multi_thread().worker_threads(1).enable_all().build().map_err(trouble)?;
        let home = TempDir::with_prefix("plumbline-").map_err(trouble)?;
        let server = Server::start(&runtime, &server::dist(), quiet::listener(engine))?;
        Self::go_on(engine, setup, runtime, Rc::new(server), Rc::new(home))
    }

    fn go_on(
        engine: Engine,
        setup: Setup,
        runtime: Runtime,
        server: Rc<Server>,
        home: Rc<TempDir>,
    ) -> Result<Self, String> {
        let (process, driver) = begin(&runtime, engine, setup, home.path())?;
        let browser = Self {
            engine,
            driver,
            server,
            problems: RefCell::default(),
            expected_problems: RefCell::default(),
            home,
            is_dead: Cell::default(),
            setup,
            size: Cell::default(),
            _process: process,
            runtime,
        };
        browser.resize(1280, 900);
        Ok(browser)
    }

    /// Opens the app at a place in it, such as `#/report`; the empty string is its start.
    #[track_caller]
    pub fn open(&self, place: &str) {
        self.note_problems();
        self.must(self.driver.goto(format!("{}{place}", self.server.url)));
    }

    /// Reloads the page.
    #[track_caller]
    pub fn reload(&self) {
        self.note_problems();
        self.must(self.driver.refresh());
    }

    /// Closes the tab and comes back to the app's start in a new one.
    #[track_caller]
    pub fn reopen(&self) {
        self.note_problems();
        self.must(async {
            let tab = self.driver.new_tab().await?;
            self.driver.close_window().await?;
            self.driver.switch_to_window(tab).await
        });
        // Chromium keeps the size with the tab.
        let (width, height) = self.size.get();
        self.resize(width, height);
        self.open("");
    }

    /// Goes on in the frame of the page, or of the frame that the browser is in.
    #[track_caller]
    pub fn enter_frame(&self) {
        self.note_problems();
        self.must(self.driver.enter_frame(0));
    }

    /// Goes back in the history, as with the browser's own button.
    #[track_caller]
    pub fn back(&self) {
        self.must(self.driver.back());
    }

    /// Goes forward in the history.
    #[track_caller]
    pub fn forward(&self) {
        self.must(self.driver.forward());
    }

    /// Does something in a second tab of the same browser, then closes it and comes back.
    #[track_caller]
    pub fn in_another_tab(&self, walk: impl FnOnce()) {
        let first = self.must(self.driver.window());
        self.must(async {
            let tab = self.driver.new_tab().await?;
            self.driver.switch_to_window(tab).await
        });
        walk();
        self.note_problems();
        self.must(async {
            self.driver.close_window().await?;
            self.driver.switch_to_window(first).await
        });
    }

    /// The tab that everything is done in.
    #[track_caller]
    pub fn tab(&self) -> WindowHandle {
        self.must(self.driver.window())
    }

    /// Opens another tab and goes on in it.
    #[track_caller]
    pub fn open_tab(&self) -> WindowHandle {
        let tab = self.must(self.driver.new_tab());
        self.turn_to(&tab);
        tab
    }

    /// Goes on in a tab.
    #[track_caller]
    pub fn turn_to(&self, tab: &WindowHandle) {
        self.must(self.driver.switch_to_window(tab.clone()));
    }

    /// Closes the tab; turn to another one then.
    #[track_caller]
    pub fn close_tab(&self) {
        self.note_problems();
        self.must(self.driver.close_window());
    }

    /// Ends the browser by force after a second, and returns one that goes on with its profile. This one
    /// can't be used any more.
    #[track_caller]
    pub fn kill_after_a_second(&self) -> Self {
        thread::sleep(Duration::from_secs(1));
        let profile = profile(self.home.path()).display().to_string();
        let mut killed = 0;
        for entry in fs::read_dir("/proc").expect("processes").flatten() {
            let said = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&said).contains(&profile) {
                let process = entry.file_name();
                killed += i32::from(Command::new("kill").arg("-9").arg(process).status().is_ok());
            }
        }
        assert!(killed > 0, "no process of {profile}");
        self.is_dead.set(true);
        let _ = fs::remove_file(format!("{profile}/SingletonLock"));
        let runtime =
            Builder::new_multi_thread().worker_threads(1).enable_all().build().expect("a runtime");
        let (server, home) = (Rc::clone(&self.server), Rc::clone(&self.home));
        Self::go_on(self.engine, self.setup, runtime, server, home).expect("a browser")
    }

    /// Where the browser is, from the app's folder on, such as `#/report`.
    #[track_caller]
    pub fn place(&self) -> String {
        let url = self.must(self.driver.current_url());
        url.as_str().strip_prefix(&self.server.url).unwrap_or(url.as_str()).to_owned()
    }

    /// The address comes to be this one.
    #[track_caller]
    pub fn expect_place(&self, place: &str) {
        eventually(|| match self.place() {
            found if found == place => Ok(()),
            found => Err(format!("the place isn't `{place}` but `{found}`")),
        });
    }

    /// The title of the page, as the tab shows it, comes to be this one.
    #[track_caller]
    pub fn expect_title(&self, title: &str) {
        eventually(|| match self.must(self.driver.title()) {
            found if found == title => Ok(()),
            found => Err(format!("the title isn't `{title}` but `{found}`")),
        });
    }

    /// Gives the page this many CSS pixels.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.size.set((width, height));
        match self.engine {
            // Chromium's windows are 500 pixels wide at least, also without a head.
            Engine::Chromium => {
                let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.must(
                    self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", metrics),
                );
            }
            Engine::Firefox => {
                self.in_firefox_itself("document.documentElement.style.minWidth = '0'");
                self.resize_window(width, height);
            }
            Engine::Webkit => self.resize_window(width, height),
        }
    }

    #[track_caller]
    fn resize_window(&self, width: u32, height: u32) {
        let bars =
            self.script("return [outerWidth - innerWidth, outerHeight - innerHeight]", vec![]);
        let bar = |index: usize| {
            bars.get(index)
                .and_then(Value::as_u64)
                .and_then(|bar| u32::try_from(bar).ok())
                .unwrap_or(0)
        };
        self.must(self.driver.set_window_rect(0, 0, width + bar(0), height + bar(1)));
        eventually(|| {
            let size = self.try_script("return [innerWidth, innerHeight]", vec![])?;
            if size == json!([width, height]) {
                Ok(())
            } else {
                Err(format!("{width} × {height} were asked for, the page has {size}"))
            }
        });
    }

    /// Presses one key where the focus is, such as `Tab`, `Space`, `Enter`, `a` or `Control+Shift+z`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let keys: Vec<char> = keys.split('+').map(key).collect();
        let down = keys.iter().fold(self.driver.action_chain(), |chain, &key| chain.key_down(key));
        let up = keys.iter().rev().fold(down, |chain, &key| chain.key_up(key));
        self.must(up.perform());
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.must(self.driver.action_chain().send_keys(text).perform());
    }

    /// Runs a script in the page, for what no person sees; returns what it returns.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.must(self.driver.execute(script, arguments)).json().clone()
    }

    pub(crate) fn try_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        Ok(self.attempt(self.driver.execute(script, arguments))?.json().clone())
    }

    /// Waits for an answer of the driver that may be a failure.
    pub(crate) fn attempt<T>(
        &self,
        command: impl Future<Output = WebDriverResult<T>>,
    ) -> Result<T, String> {
        self.runtime.block_on(command).map_err(|error| error.to_string())
    }

    /// Waits for an answer of the driver that may not be a failure.
    #[track_caller]
    pub(crate) fn must<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.attempt(command) {
            Ok(answer) => answer,
            Err(error) => panic!("{} says: {error}", self.engine),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A session that can't be ended has crashed; the driver's end is the end of it too.
        let _ = self.runtime.block_on(self.driver.clone().quit());
    }
}

/// A driver and a session of it.
///
/// No journey has begun yet: where a driver of a busy machine lets go of the browser that it was
/// starting, as that of `WebKitGTK` does at times, a new one is asked.
fn begin(
    runtime: &Runtime,
    engine: Engine,
    setup: Setup,
    home: &Path,
) -> Result<(Driver, WebDriver), String> {
    const TRIES: usize = 3;
    let mut troubles = Vec::new();
    while troubles.len() < TRIES {
        let process = Driver::start(engine, setup, home)?;
        let Value::Object(capabilities) = engine.capabilities(setup, home)? else {
            return Err("capabilities are an object".to_owned());
        };
        match runtime.block_on(WebDriver::new(&process.url, Capabilities::from(capabilities))) {
            Ok(driver) => return Ok((process, driver)),
            Err(error) => troubles.push(format!(
                "{engine} doesn't start: {error:?}\nits driver:\n{}",
                process.said()
            )),
        }
    }
    Err(troubles.join("\n"))
}

/// Tries until it succeeds; after ten seconds, fails with the last reason why it didn't.
#[track_caller]
pub fn eventually<T>(attempt: impl Fn() -> Result<T, String>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        match attempt() {
            Ok(value) => return value,
            Err(reason) if Instant::now() > end => panic!("{reason}"),
            Err(_) => thread::sleep(Duration::from_millis(30)),
        }
    }
}

/// Whether it comes to hold before the time is over.
pub fn within(time: Duration, holds: impl Fn() -> bool) -> bool {
    let end = Instant::now() + time;
    loop {
        if holds() {
            return true;
        }
        if Instant::now() > end {
            return false;
        }
        thread::sleep(Duration::from_millis(30));
    }
}

/// The character by which `WebDriver` knows a key.
#[track_caller]
fn key(name: &str) -> char {
    let mut characters = name.chars();
    match (name, characters.next(), characters.next()) {
        (_, Some(character), None) => character,
        ("Space", ..) => ' ',
        ("Tab", ..) => Key::Tab.into(),
        ("Enter", ..) => Key::Enter.into(),
        ("Escape", ..) => Key::Escape.into(),
        ("Delete", ..) => Key::Delete.into(),
        ("Backspace", ..) => Key::Backspace.into(),
        ("PageDown", ..) => Key::PageDown.into(),
        ("PageUp", ..) => Key::PageUp.into(),
        ("Home", ..) => Key::Home.into(),
        ("End", ..) => Key::End.into(),
        ("Up", ..) => Key::Up.into(),
        ("Down", ..) => Key::Down.into(),
        ("Left", ..) => Key::Left.into(),
        ("Right", ..) => Key::Right.into(),
        ("Control", ..) => Key::Control.into(),
        ("Shift", ..) => Key::Shift.into(),
        ("Alt", ..) => Key::Alt.into(),
        _ => panic!("no key is called `{name}` here yet"),
    }
}
