//! What must not happen while a journey runs: errors, and requests to anyone else.

use std::collections::BTreeMap;
use std::sync::Mutex;

use serde_json::Value;

use crate::browser::{Browser, eventually};
use crate::engine::Engine;
use crate::server::Answer;
use crate::table::{self, grouped};

/// The script that hears errors where the driver doesn't tell of them.
///
/// Chromium's driver tells everything. Firefox tells of errors and policy violations but not of
/// `console.error`, and `WebKitGTK` tells nothing.
pub fn listener(engine: Engine) -> Option<&'static str> {
    (engine != Engine::Chromium).then_some(include_str!("listener.js"))
}

/// How often each file was asked for in all journeys, by name.
static ASKED: Mutex<BTreeMap<String, u64>> = Mutex::new(BTreeMap::new());

/// The table of all requests, as the closing words.
pub fn tell_requests() {
    let asked = ASKED.lock().expect("no panic in there");
    if asked.is_empty() {
        return;
    }
    let rows = asked.iter().map(|(file, count)| [grouped(*count), file.clone()]);
    table::print(["requests", "for this file of the own origin"], &rows.collect::<Vec<_>>());
    let all: u64 = asked.values().sum();
    println!("\n{} requests, none to another origin and none that sends anything.", grouped(all));
}

impl Browser {
    /// Counts what the journey asked for.
    pub fn note_requests(&self) {
        let requests = self.requests();
        let files = requests.iter().filter_map(|request| self.server.file(request));
        let mut asked = ASKED.lock().expect("no panic in there");
        for file in files.filter(|file| !file.starts_with('.')) {
            *asked.entry(file.to_owned()).or_default() += 1;
        }
    }

    /// Nothing was logged as an error, no file was missing, nothing but static files was asked for and
    /// no other origin since the browser was started. Every journey ends with this.
    #[track_caller]
    pub fn expect_quiet(&self) {
        self.note_problems();
        let expected = self.expected_problems.borrow();
        let problems = self.problems.borrow();
        let unexpected =
            problems.iter().filter(|problem| !expected.iter().any(|sign| problem.contains(sign)));
        let unexpected: Vec<&str> = unexpected.map(String::as_str).collect();
        assert!(unexpected.is_empty(), "the page was not quiet:\n{}", unexpected.join("\n"));
    }

    /// For a journey in which something has to go wrong: waits for a problem with these words in
    /// it, which [`Browser::expect_quiet`] then lets pass.
    #[track_caller]
    pub fn expect_problem(&self, words: &'static str) {
        self.expected_problems.borrow_mut().push(words);
        eventually(|| {
            self.note_problems();
            let problems = self.problems.borrow();
            let noticed = problems.iter().any(|problem| problem.contains(words));
            if noticed {
                Ok(())
            } else {
                Err(format!("`{words}` wasn't noticed, only {problems:#?}"))
            }
        });
    }

    /// The requests that the app's server has answered so far, such as `GET /index.html`.
    pub fn requests(&self) -> Vec<String> {
        self.server.answers().into_iter().map(|answer| answer.request).collect()
    }

    /// Files whose names end like this are missing from now on.
    pub fn withhold(&self, name: &'static str) {
        self.server.withhold(name);
    }

    /// Files whose names have this in them wait from now on; with `None`, nothing waits any more.
    pub fn hold(&self, name: Option<&'static str>) {
        self.server.hold(name);
    }

    /// Nothing was asked of the app's server after the first so many [`Browser::requests`].
    #[track_caller]
    pub fn expect_no_request_after(&self, first: usize) {
        let later = self.requests().split_off(first);
        assert!(later.is_empty(), "requests after the start:\n{}", later.join("\n"));
    }

    /// Notes what would be forgotten when the page goes.
    #[track_caller]
    pub(crate) fn note_problems(&self) {
        if self.is_dead.get() {
            return;
        }
        let mut found = self.problems_of_page();
        found.extend(match self.engine {
            Engine::Chromium => self.problems_of_chromium(),
            Engine::Firefox => self.problems_of_firefox(),
            Engine::Webkit => vec![],
        });
        let strange =
            self.requests().into_iter().filter(|request| self.server.file(request).is_none());
        found.extend(strange.map(|request| format!("no static file: {request}")));
        let failed =
            self.server.answers().into_iter().filter(|answer| answer.status.is_client_error());
        found.extend(failed.map(|Answer { request, status }| format!("{request}: {status}")));
        self.problems.borrow_mut().extend(found);
    }

    #[track_caller]
    fn problems_of_page(&self) -> Vec<String> {
        let page = self.must(self.driver.current_url());
        if !page.as_str().starts_with(&self.server.url) {
            return vec![];
        }
        // Firefox shows scripts of its driver a page without the page's own globals, but for this door.
        let found = self.script(
            "const problems = (window.wrappedJSObject ?? window).plumblineProblems;
             const foreign = performance.getEntriesByType('resource').map((entry) => entry.name)
               .filter((url) => !/^(data|blob):/.test(url) && !url.startsWith(location.origin + '/'));
             return [problems ? [...problems] : null, foreign.map((url) => `request to another origin: ${url}`)];",
            vec![],
        );
        let listens = found.get(0).is_some_and(Value::is_array);
        assert!(
            listens || listener(self.engine).is_none(),
            "the listener isn't in the page: has it a <meta>?"
        );
        let lists = found.as_array().into_iter().flatten().filter_map(Value::as_array);
        lists.flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// Its console, and every request that left the page, whatever became of it.
    #[track_caller]
    fn problems_of_chromium(&self) -> Vec<String> {
        let console = self.must(self.driver.browser_log());
        let console =
            console.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        let events = self.must(self.driver.get_log("performance"));
        let requests = events.into_iter().filter_map(|event| {
            let event: Value = serde_json::from_str(&event.message).ok()?;
            let event = event.get("message")?;
            let sent = event.get("method")? == "Network.requestWillBeSent";
            let url = event.pointer("/params/request/url")?.as_str()?;
            let home = format!("file://{}", self.home.path().display());
            // Its own pages, such as that of a new tab, it makes itself.
            let ours = ["data:", "blob:", "chrome:", "chrome-untrusted:", &home, &self.server.url];
            let ours = ours.iter().any(|start| url.starts_with(start));
            (sent && !ours).then(|| format!("request to another origin: {url}"))
        });
        console.chain(requests).collect()
    }

    /// Its console, where uncaught errors and policy violations end up.
    #[track_caller]
    fn problems_of_firefox(&self) -> Vec<String> {
        let script = "return Services.console.getMessageArray()
            .filter((message) => message instanceof Ci.nsIScriptError && !(message.flags & message.warningFlag))
            .map(({ sourceName, lineNumber, errorMessage }) => [sourceName, `${sourceName}:${lineNumber} ${errorMessage}`])";
        let messages = self.in_firefox_itself(script);
        let ours = |message: &&Value| {
            message
                .get(0)
                .and_then(Value::as_str)
                .is_some_and(|source| source.starts_with(&self.server.url))
        };
        let messages = messages.as_array().into_iter().flatten().filter(ours);
        messages.filter_map(|message| message.get(1)?.as_str().map(str::to_owned)).collect()
    }
}
