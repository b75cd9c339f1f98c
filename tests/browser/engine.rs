//! The three engines: how each driver is started and what its browser is asked for.

use std::fmt;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};
use std::{env, thread};

use serde_json::{Value, json};

/// A browser engine that the journeys run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    Webkit,
}

/// What the person's system asks pages to look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colours {
    Light,
    Dark,
}

/// What a browser can be kept from having.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feature {
    /// Local storage, as where cookies are blocked.
    Storage,
    /// WebAssembly, as some administrators have it.
    Wasm,
}

/// How a person's browser is set up.
#[derive(Clone, Copy, Debug)]
pub struct Setup {
    pub colours: Colours,
    pub without: Option<Feature>,
    /// Whether its profile is one that another browser can go on with.
    pub profile: bool,
    /// What its camera sees, without asking the person; without it there is no camera.
    pub film: Option<fn() -> Vec<u8>>,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        })
    }
}

impl Engine {
    /// The engines of `PLUMBLINE_ENGINES`.
    ///
    /// # Errors
    /// Names a word that is no engine.
    pub fn wanted() -> Result<Vec<Self>, String> {
        let list = env::var("PLUMBLINE_ENGINES").unwrap_or_else(|_| "chromium".to_owned());
        list.split(',')
            .map(|word| match word.trim() {
                "chromium" => Ok(Self::Chromium),
                "firefox" => Ok(Self::Firefox),
                "webkit" => Ok(Self::Webkit),
                other => Err(format!(
                    "PLUMBLINE_ENGINES names `{other}`: chromium, firefox and webkit are known"
                )),
            })
            .collect()
    }

    fn driver(self) -> PathBuf {
        let (variable, program) = match self {
            Self::Chromium => ("PLUMBLINE_CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("PLUMBLINE_GECKODRIVER", "geckodriver"),
            Self::Webkit => ("PLUMBLINE_WEBKITDRIVER", "WebKitWebDriver"),
        };
        env::var_os(variable).map_or_else(|| program.into(), PathBuf::from)
    }

    /// What to ask the driver for: headless, nothing but this page, downloads into `home` unasked.
    ///
    /// # Errors
    /// Says so where `WebKitGTK`'s test browser isn't installed.
    pub fn capabilities(self, setup: Setup, home: &Path) -> Result<Value, String> {
        let downloads = downloads(home);
        let dark = setup.colours == Colours::Dark;
        let no_storage = setup.without == Some(Feature::Storage);
        let profile = profile(home);
        let profile = setup.profile.then_some(profile.as_path());
        let no_wasm = setup.without == Some(Feature::Wasm);
        let film = setup.film.map(|film| {
            let path = home.join("film.y4m");
            fs::write(&path, film()).map_err(|error| format!("{}: {error}", path.display()))?;
            Ok::<PathBuf, String>(path)
        });
        let film = film.transpose()?;
        Ok(match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
                "goog:chromeOptions": {
                    "args": [
                        "--use-fake-ui-for-media-stream", // nobody is there to be asked
                        "--headless=new",
                        "--no-sandbox", // refused to root otherwise
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        format!("--blink-settings=preferredColorScheme={}", i32::from(!dark)),
                        // V8 has no flag for WebAssembly alone; without a compiler it goes too.
                        if no_wasm { "--js-flags=--jitless" } else { "--js-flags=" },
                        profile.map_or_else(|| "--no-pings".to_owned(), |profile| {
                            format!("--user-data-dir={}", profile.display())
                        }),
                        if film.is_some() { "--use-fake-device-for-media-stream" } else { "--no-pings" },
                        film.map_or_else(|| "--no-pings".to_owned(), |film| {
                            format!("--use-file-for-fake-video-capture={}", film.display())
                        }),
                    ],
                    "prefs": {
                        "download.default_directory": downloads,
                        "download.prompt_for_download": false,
                        // 1 allows, 2 blocks cookies and with them all storage.
                        "profile.default_content_setting_values.cookies": 1 + i32::from(no_storage),
                    },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "args": profile.map_or_else(|| json!(["-headless"]), |profile| {
                        json!(["-headless", "-profile", profile])
                    }),
                    "prefs": {
                        "browser.download.folderList": 2,
                        "browser.download.dir": downloads,
                        "browser.download.always_ask_before_handling_new_types": false,
                        "browser.download.alwaysOpenPanel": false, // it takes the focus
                        "layout.css.prefers-color-scheme.content-override": i32::from(!dark),
                        "dom.storage.enabled": !no_storage,
                        "javascript.options.wasm": !no_wasm,
                    },
                },
            }),
            Self::Webkit => json!({
                "webkitgtk:browserOptions": {
                    "binary": mini_browser()?,
                    "args": mini_browser_arguments(setup),
                },
            }),
        })
    }
}

/// Where a session's browser puts what the page lets the person save.
pub fn downloads(home: &Path) -> PathBuf {
    home.join("downloads")
}

/// Where a session's browser keeps everything else, when that is to be gone on with.
pub fn profile(home: &Path) -> PathBuf {
    home.join("profile")
}

/// A driver, listening on a port of its own until it is dropped.
pub struct Driver {
    process: Child,
    pub url: String,
    log: PathBuf,
}

impl Driver {
    /// Starts the engine's driver with its files under `home`.
    ///
    /// # Errors
    /// Says so where the driver isn't installed or doesn't come up.
    pub fn start(engine: Engine, setup: Setup, home: &Path) -> Result<Self, String> {
        let trouble = |error: std::io::Error| format!("can't prepare {}: {error}", home.display());
        fs::create_dir_all(downloads(home)).map_err(trouble)?;
        fs::create_dir_all(profile(home)).map_err(trouble)?;
        let log = home.join("driver.log");
        let output = File::create(&log).map_err(trouble)?;
        let port = free_port().map_err(trouble)?;

        let program = engine.driver();
        let mut command = Command::new(&program);
        command.arg(format!("--port={port}")).stdin(Stdio::null());
        command.stdout(output.try_clone().map_err(trouble)?).stderr(output);
        // Profiles are made there; the browsers don't always clear them away.
        command.env("TMPDIR", home);
        match engine {
            Engine::Chromium => {}
            // To ask the browser itself, not just the page, for its errors and its smallest width.
            Engine::Firefox => drop(command.arg("--allow-system-access")),
            Engine::Webkit => {
                if ["DISPLAY", "WAYLAND_DISPLAY"].iter().all(|screen| env::var_os(screen).is_none())
                {
                    return Err("WebKitGTK has no headless mode and there is no screen\nhint: put `xvfb-run -a` in front of the command".to_owned());
                }
                configure_gtk(home).map_err(trouble)?;
                command.env("XDG_CONFIG_HOME", home);
                if setup.without == Some(Feature::Wasm) {
                    command.env("JSC_useWasm", "false");
                }
            }
        }
        let process = command.spawn().map_err(|error| {
            format!("{engine} can't run, its driver {} doesn't start: {error}\nhint: cargo xtask test browser gets what is missing", program.display())
        })?;
        let mut driver = Self { process, url: format!("http://127.0.0.1:{port}"), log };
        let patience = Instant::now() + Duration::from_secs(20);
        while !is_ready(port) {
            let ended = driver.process.try_wait().map_err(trouble)?.is_some();
            if ended || Instant::now() > patience {
                return Err(format!("{} doesn't answer:\n{}", program.display(), driver.said()));
            }
            thread::sleep(Duration::from_millis(20));
        }
        Ok(driver)
    }

    /// What the driver wrote to its log.
    pub fn said(&self) -> String {
        fs::read_to_string(&self.log).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Either fails only when the driver is gone already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A port that nobody listens on, below those that systems hand out for outgoing connections: one
/// of these is taken by the browsers' own traffic before the driver listens on it, now and then.
fn free_port() -> std::io::Result<u16> {
    const FIRST: u16 = 20_000;
    const COUNT: u16 = 10_000;
    static NEXT: AtomicU16 = AtomicU16::new(0);
    // Two test runs on one machine begin at different places.
    let start = FIRST + u16::try_from(std::process::id() % u32::from(COUNT)).unwrap_or(0);
    let mut refusal = None;
    for _ in 0..100 {
        let step = NEXT.fetch_add(1, Ordering::Relaxed) % COUNT;
        let port = FIRST + (start - FIRST + step) % COUNT;
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(_) => return Ok(port),
            Err(taken) => refusal = Some(taken),
        }
    }
    Err(refusal.unwrap_or_else(|| std::io::ErrorKind::AddrInUse.into()))
}

/// Whether a driver answers there. An open port alone says nothing: a connection to a port that
/// nobody listens on can meet itself.
fn is_ready(port: u16) -> bool {
    let ask = || -> std::io::Result<bool> {
        let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        connection.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            connection,
            "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = [0; b"HTTP/1.1 200".len()];
        connection.read_exact(&mut answer)?;
        Ok(answer.ends_with(b" 200"))
    };
    ask().unwrap_or(false)
}

/// `WebKitGTK` has no capability for the downloads folder, and its toolbar keeps the window wider
/// than a phone: both are settings of the desktop, which `XDG_CONFIG_HOME` gives to one session.
fn configure_gtk(home: &Path) -> std::io::Result<()> {
    fs::write(
        home.join("user-dirs.dirs"),
        format!("XDG_DOWNLOAD_DIR=\"{}\"\n", downloads(home).display()),
    )?;
    let no_toolbar = "* { min-width: 0; min-height: 0; padding: 0; margin: 0; font-size: 1px; -gtk-icon-transform: scale(0.1); }\n";
    for toolkit in ["gtk-3.0", "gtk-4.0"] {
        fs::create_dir_all(home.join(toolkit))?;
        fs::write(home.join(toolkit).join("gtk.css"), no_toolbar)?;
    }
    Ok(())
}

fn mini_browser_arguments(setup: Setup) -> Vec<&'static str> {
    let mut arguments = vec!["--automation"];
    if setup.colours == Colours::Dark {
        arguments.push("--dark-mode");
    }
    if setup.without == Some(Feature::Storage) {
        arguments.push("--enable-html5-local-storage=false");
    }
    arguments
}

/// `/usr/lib/<architecture>/webkit2gtk-4.1/MiniBrowser` or its like.
fn mini_browser() -> Result<PathBuf, String> {
    if let Some(path) = env::var_os("PLUMBLINE_MINIBROWSER") {
        return Ok(path.into());
    }
    let folders = |under: &Path| {
        fs::read_dir(under)
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| entry.path())
            .collect::<Vec<_>>()
    };
    [Path::new("/usr/lib"), Path::new("/usr/libexec")]
        .into_iter()
        .flat_map(|root| [vec![root.to_owned()], folders(root)].concat())
        .flat_map(|folder| folders(&folder))
        .filter(|folder| folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit")))
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
        .ok_or_else(|| "WebKitGTK's MiniBrowser isn't installed\nhint: on Debian, apt-get install webkit2gtk-driver".to_owned())
}
