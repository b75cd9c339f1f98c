//! A fresh Chromium, slowed down, with an assessment in its storage.

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::Capabilities;
use thirtyfour::prelude::{WebDriver, WebDriverResult};

use crate::engine::{Colours, Driver, Engine, Setup};
use crate::site::{BLANK, Site};

/// Where the browser keeps the assessment.
const KEY: &str = "plumbline.assessment.bench";

/// An assessment in which nothing is answered yet, as it is kept in the browser.
pub const NOTHING: &str = r#"{"format":"plumbline-assessment","version":1,"pack":{"id":"iso27001-2022"},"assessment":{"id":"bench","name":"Bench","created":"2026-11-22T09:00:00.000Z","answers":{}}}"#;

/// A browser with nothing in its cache and one assessment in its storage.
pub struct Page<'a> {
    site: &'a Site<'a>,
    driver: WebDriver,
    _process: Driver,
    _home: TempDir,
}

impl<'a> Page<'a> {
    /// Starts the browser at the site's address, where the app isn't open yet and this assessment is kept.
    ///
    /// # Errors
    /// Says what couldn't be started.
    pub fn open(site: &'a Site, kept: &str) -> Result<Self, String> {
        let home = TempDir::with_prefix("plumbline-").map_err(|error| error.to_string())?;
        let setup = Setup { colours: Colours::Light, without: None, profile: false, film: None };
        let process = Driver::start(Engine::Chromium, setup, home.path())?;
        let Value::Object(mut capabilities) = Engine::Chromium.capabilities(setup, home.path())?
        else {
            return Err("capabilities are an object".to_owned());
        };
        // Logs cost the browser time.
        capabilities.remove("goog:loggingPrefs");
        let driver = site
            .runtime
            .block_on(WebDriver::new(&process.url, Capabilities::from(capabilities)))
            .map_err(|error| format!("Chromium doesn't start: {error}"))?;
        let page = Self { site, driver, _process: process, _home: home };
        page.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": 1280, "height": 900, "deviceScaleFactor": 1, "mobile": false }),
        )?;
        page.go(BLANK)?;
        page.script(
            "localStorage.setItem(arguments[0], arguments[1])",
            vec![KEY.into(), kept.into()],
        )?;
        Ok(page)
    }

    /// Goes to the start page as somebody whose browser keeps nothing.
    pub fn go_first(&self) -> Result<(), String> {
        self.script("localStorage.clear()", vec![])?;
        self.go("")
    }

    /// Goes to a page of the assessment, such as `/all`.
    pub fn go_to(&self, place: &str) -> Result<(), String> {
        self.go(&format!("#/a/bench{place}"))
    }

    fn go(&self, path: &str) -> Result<(), String> {
        self.wait(self.driver.goto(format!("{}{path}", self.site.url)))
    }

    /// Gives the page a quarter of the processor.
    pub fn slow_down(&self) -> Result<(), String> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).map(drop)
    }

    /// Puts 1.6 Mbit/s and 150 ms between page and server.
    pub fn slow_line(&self) -> Result<(), String> {
        let line = json!({
            "offline": false,
            "latency": 150,
            "downloadThroughput": 1_600_000 / 8,
            "uploadThroughput": 750_000 / 8,
        });
        self.cdp("Network.enable", json!({}))?;
        self.cdp("Network.emulateNetworkConditions", line).map(drop)
    }

    /// Runs a script in the page from the next navigation on, before anything of the page's own.
    pub fn run_first(&self, script: &str) -> Result<(), String> {
        let source = json!({ "source": script });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", source).map(drop)
    }

    /// Runs a script in the page; what it returns or promises.
    pub fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        Ok(self.wait(self.driver.execute(script, arguments))?.json().clone())
    }

    /// Gives a command to the browser itself, by the protocol of its developer tools.
    pub fn cdp(&self, command: &str, parameters: Value) -> Result<Value, String> {
        self.wait(self.driver.cdp().send_raw(command, parameters))
    }

    fn wait<T>(&self, command: impl Future<Output = WebDriverResult<T>>) -> Result<T, String> {
        self.site.runtime.block_on(command).map_err(|error| error.to_string())
    }
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        // A session that can't be ended has crashed; the driver's end is the end of it too.
        let _ = self.wait(self.driver.clone().quit());
    }
}

/// A number in what a script or the browser has answered, by JSON pointer.
///
/// # Errors
/// It isn't there.
pub fn number(answer: &Value, pointer: &str) -> Result<f64, String> {
    let number = answer.pointer(pointer).and_then(Value::as_f64);
    number.ok_or_else(|| format!("the page gave no {pointer}: {answer}"))
}
