//! The browser engines that the tests run in: what each needs, and where its driver is.

use std::{
    env,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Failure, Result},
    sh::{find, note},
    system, tools,
};

/// Chooses engines by name, separated by commas.
const CHOICE: &str = "PLUMBLINE_ENGINES";

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium or Chrome.
    Chromium,
    /// Firefox.
    Firefox,
    /// `WebKitGTK`, which stands for Safari.
    Webkit,
}

/// An engine that can be used here.
pub struct Ready {
    /// Which.
    pub engine: Engine,
    /// Its `WebDriver`.
    pub driver: PathBuf,
}

/// What [`prepare`] achieved.
#[derive(Default)]
pub struct Prepared {
    /// The engines to test in.
    pub ready: Vec<Ready>,
    /// The engines that could not be had.
    pub skipped: Vec<Engine>,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// Its name in reports, variables and names of tests.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// What Debian calls what it needs.
    const fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::Webkit => &["webkit2gtk-driver", "xvfb", "xauth"],
        }
    }

    /// What to do where packages can't be installed from here.
    fn advice(self) -> String {
        if find("apt-get").is_some() {
            return format!("sudo apt-get install {}", self.packages().join(" "));
        }
        match (self, cfg!(target_os = "macos")) {
            (Self::Chromium, true) => "brew install --cask google-chrome chromedriver".to_owned(),
            (Self::Firefox, true) => "brew install --cask firefox".to_owned(),
            (Self::Webkit, true) => "WebKitGTK runs on Linux only: --skip-missing".to_owned(),
            (Self::Chromium, false) => "install Chromium and chromedriver".to_owned(),
            (Self::Firefox, false) => "install Firefox".to_owned(),
            (Self::Webkit, false) => "install WebKitWebDriver, xvfb-run and xauth".to_owned(),
        }
    }

    /// Whether all that the system has to bring is there.
    fn is_installed(self) -> bool {
        let any = |names: &[&str]| {
            names.iter().any(|name| find(name).is_some() || Path::new(name).exists())
        };
        match self {
            Self::Chromium => {
                any(&["chromedriver"])
                    && any(&[
                        "chromium",
                        "chromium-browser",
                        "google-chrome",
                        "/Applications/Google Chrome.app",
                    ])
            }
            Self::Firefox => any(&["firefox", "firefox-esr", "/Applications/Firefox.app"]),
            Self::Webkit => {
                any(&["WebKitWebDriver"])
                    && (has_display() || (any(&["xvfb-run"]) && any(&["xauth"])))
            }
        }
    }

    /// Its driver, which for Firefox is a tool of ours.
    fn driver(self) -> Result<PathBuf> {
        let driver = match self {
            Self::Chromium => find("chromedriver"),
            Self::Firefox => Some(tools::geckodriver().folder()?.join("geckodriver")),
            Self::Webkit => find("WebKitWebDriver"),
        };
        driver.filter(|_| self.is_installed()).ok_or_else(|| Failure::Missing {
            what: format!("{}, or its driver,", self.name()),
            get: self.advice(),
        })
    }
}

/// Whether windows can be shown, which `WebKitGTK` can't do without.
pub fn has_display() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}

/// The engines that this run is to use.
///
/// # Errors
/// The variable names one that isn't known.
pub fn wanted() -> Result<Vec<Engine>> {
    let Some(choice) = env::var(CHOICE).ok().filter(|choice| !choice.is_empty()) else {
        return Ok(Engine::ALL.to_vec());
    };
    choice
        .split(',')
        .map(|name| {
            Engine::ALL.into_iter().find(|engine| engine.name() == name.trim()).ok_or_else(|| {
                Failure::Usage(format!("{CHOICE}: {name:?} is none of chromium, firefox, webkit"))
            })
        })
        .collect()
}

/// Gets engines ready: installs what is missing where that is possible.
///
/// # Errors
/// One can't be had, unless `missing` allows that.
pub fn prepare(engines: &[Engine], missing: Missing) -> Result<Prepared> {
    let packages: Vec<&str> = engines
        .iter()
        .filter(|engine| !engine.is_installed())
        .flat_map(|engine| engine.packages())
        .copied()
        .collect();
    if !packages.is_empty()
        && let Err(failure) = system::install(&packages)
    {
        note(&failure.to_string());
    }
    let mut prepared = Prepared::default();
    for &engine in engines {
        match (engine.driver(), missing) {
            (Ok(driver), _) => prepared.ready.push(Ready { engine, driver }),
            (Err(failure), Missing::Fails) => return Err(failure),
            (Err(failure), Missing::IsSkipped) => {
                note(&format!("WARNING: NOT TESTED IN {}: {failure}", engine.name()));
                prepared.skipped.push(engine);
            }
        }
    }
    Ok(prepared)
}

/// What an engine that can't be had means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The tests fail.
    Fails,
    /// A warning.
    IsSkipped,
}
