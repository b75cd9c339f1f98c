//! What stands on the page, found by role and name, and what a person does with it.
//!
//! Nothing is looked up before it is used, and every use waits until exactly one element fits.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::Key;
use thirtyfour::components::SelectElement;
use thirtyfour::prelude::{WebDriverResult, WebElement};

use crate::browser::{Browser, eventually, within};
use crate::engine::Engine;
use crate::library::TESTING_LIBRARY;

/// Says which element is meant by its accessible name.
pub enum Name {
    Exactly(String),
    StartingWith(String),
}

impl From<&str> for Name {
    fn from(name: &str) -> Self {
        Self::Exactly(name.to_owned())
    }
}

/// For long names that differ from the start on: `link(starting_with("5.1 "))`.
pub fn starting_with(name: &str) -> Name {
    Name::StartingWith(name.to_owned())
}

/// Everything that can be looked for on a page, or within a part of it.
pub trait Find<'b> {
    /// The element with this [role](https://www.w3.org/TR/wai-aria-1.2/#role_definitions) and name.
    fn role(&self, role: &str, name: impl Into<Name>) -> Locator<'b>;

    /// The only element with this role, such as `main` or `status`.
    fn only(&self, role: &str) -> Locator<'b> {
        self.role(role, starting_with(""))
    }
    fn button(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("button", name)
    }
    fn checkbox(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("checkbox", name)
    }
    fn dialog(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("dialog", name)
    }
    /// A `fieldset`, named by its `legend`, or whatever else groups.
    fn group(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("group", name)
    }
    fn heading(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("heading", name)
    }
    fn link(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("link", name)
    }
    /// A `select`, or a field with a list of proposals.
    fn combobox(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("combobox", name)
    }
    fn radio(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("radio", name)
    }
    fn region(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("region", name)
    }
    fn textbox(&self, name: impl Into<Name>) -> Locator<'b> {
        self.role("textbox", name)
    }
    /// What opens and closes a part of the page (`summary`): engines disagree about its role.
    fn disclosure(&self, words: impl Into<Name>) -> Locator<'b> {
        self.role("disclosure", words)
    }
    /// A file input: it has no role, so its label alone names it.
    fn file_input(&self, label: impl Into<Name>) -> Locator<'b> {
        self.role("file input", label)
    }
    /// A field for a password: it has no role either.
    fn password(&self, label: impl Into<Name>) -> Locator<'b> {
        self.role("password field", label)
    }
}

impl<'b> Find<'b> for &'b Browser {
    fn role(&self, role: &str, name: impl Into<Name>) -> Locator<'b> {
        Locator { browser: self, path: vec![] }.role(role, name)
    }
}

impl<'b> Find<'b> for Locator<'b> {
    fn role(&self, role: &str, name: impl Into<Name>) -> Locator<'b> {
        let mut path = self.path.clone();
        path.push(match name.into() {
            Name::Exactly(name) => json!({ "role": role, "name": name, "exact": true }),
            Name::StartingWith(name) => json!({ "role": role, "name": name, "exact": false }),
        });
        Locator { browser: self.browser, path }
    }
}

/// A description of one element: its role and name, within another's if need be.
#[derive(Clone)]
pub struct Locator<'b> {
    browser: &'b Browser,
    path: Vec<Value>,
}

impl Locator<'_> {
    #[track_caller]
    pub fn click(&self) {
        match self.browser.engine {
            Engine::Webkit => self.click_until_it_arrives(),
            Engine::Chromium | Engine::Firefox => self.click_once(),
        }
    }

    #[track_caller]
    fn click_once(&self) {
        self.with_element(async |element| {
            bring_into_view(&element).await?;
            element.click().await
        });
    }

    /// On a busy machine the driver of `WebKitGTK` loses clicks, too. A person sees that and clicks again.
    #[track_caller]
    fn click_until_it_arrives(&self) {
        const WATCH: &str = "
            const [element] = arguments;
            // The list of a select is the system's: no click in it arrives at the page.
            const watch = window.plumblineClick = { arrived: element.localName === 'option' };
            addEventListener('click', (event) => {
                watch.arrived ||= event.composedPath().includes(element);
            }, { capture: true });";
        // A page that is gone has been clicked.
        const ARRIVED: &str = "return window.plumblineClick?.arrived ?? true";
        for _ in 0..3 {
            self.with_element(async |element| {
                bring_into_view(&element).await?;
                self.browser.driver.execute(WATCH, vec![element.to_json()?]).await?;
                element.click().await
            });
            let arrived = || self.browser.try_script(ARRIVED, vec![]) != Ok(json!(false));
            if within(Duration::from_secs(2), arrived) {
                return;
            }
        }
        panic!("three clicks on {} didn't arrive", self.described());
    }

    /// Types text at the end of what the field holds.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let before = self.plain_text();
        self.type_keys(text);
        let Some(before) = before else { return };
        let whole = format!("{before}{text}");
        // On a busy machine the driver of WebKitGTK loses keys. A person sees that and types again.
        let arrived = || self.plain_text().is_none_or(|held| held == whole);
        if !(0..50).any(|_| arrived()) {
            self.clear();
            self.type_keys(&whole);
        }
    }

    fn type_keys(&self, text: &str) {
        // WebKitGTK types no line feed, but has the key for it.
        let keys = text.replace('\n', &char::from(Key::Enter).to_string());
        self.with_element(async |element| element.send_keys(keys.as_str()).await);
    }

    /// What it holds, if it is a field that holds what is typed, letter for letter.
    fn plain_text(&self) -> Option<String> {
        const HOLDS: &str = "element.matches('textarea, [type=text], [type=search], input:not([type])') \
                             ? element.value : null";
        self.read(HOLDS).ok()?.as_str().map(str::to_owned)
    }

    /// Replaces what the field holds.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.clear();
        self.type_text(text);
    }

    #[track_caller]
    fn clear(&self) {
        self.with_element(async |element| {
            bring_into_view(&element).await?;
            element.clear().await
        });
    }

    /// Chooses a file, as with the dialog that the browser opens.
    #[track_caller]
    pub fn choose_file(&self, file: &Path) {
        let path = file.display().to_string();
        self.with_element(async |element| element.send_keys(path.as_str()).await);
    }

    /// Chooses what says exactly this, in a `select`.
    #[track_caller]
    pub fn choose(&self, words: &str) {
        self.with_element(async |element| {
            bring_into_view(&element).await?;
            SelectElement::new(&element).await?.select_by_exact_text(words).await
        });
    }

    /// Presses Tab until the focus is here, as a person without a mouse does.
    #[track_caller]
    pub fn tab_to(&self) {
        self.press_to("Tab");
    }

    /// Presses Shift and Tab until the focus is here.
    #[track_caller]
    pub fn tab_back_to(&self) {
        self.press_to("Shift+Tab");
    }

    #[track_caller]
    fn press_to(&self, keys: &str) {
        const MOST: usize = 200;
        for _ in 0..MOST {
            if eventually(|| self.is("element === document.activeElement")) {
                return;
            }
            self.browser.press(keys);
        }
        panic!("{MOST} times {keys} don't reach {}", self.described());
    }

    #[track_caller]
    pub fn expect_shown(&self) {
        eventually(|| self.element().map(drop));
    }

    #[track_caller]
    pub fn expect_gone(&self) {
        eventually(|| match self.find()?.get("count") {
            Some(count) if count == &json!(0) => Ok(()),
            _ => Err(format!("{} is still there", self.described())),
        });
    }

    /// The words here contain these; case counts, white space doesn't.
    #[track_caller]
    pub fn expect_text(&self, words: &str) {
        eventually(|| {
            let text = self.read("element.innerText.replace(/\\s+/g, ' ').trim()")?;
            let contained = text.as_str().is_some_and(|text| text.contains(words));
            if contained {
                Ok(())
            } else {
                Err(format!("{} doesn't say `{words}` but {text}", self.described()))
            }
        });
    }

    /// The words here, with single spaces.
    #[track_caller]
    pub fn text(&self) -> String {
        let text = eventually(|| self.read("element.innerText.replace(/\\s+/g, ' ').trim()"));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The words in the cells of this table, row by row.
    #[track_caller]
    pub fn cells(&self) -> Vec<Vec<String>> {
        let rows = eventually(|| {
            self.read("[...element.rows].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))")
        });
        serde_json::from_value(rows).expect("a table")
    }

    /// What stands in the field.
    #[track_caller]
    pub fn expect_value(&self, value: &str) {
        eventually(|| {
            let found = self.read("element.value")?;
            if found == json!(value) {
                Ok(())
            } else {
                Err(format!("{} doesn't hold `{value}` but {found}", self.described()))
            }
        });
    }

    #[track_caller]
    pub fn expect_checked(&self) {
        self.expect("checked", "element.checked");
    }

    #[track_caller]
    pub fn expect_unchecked(&self) {
        self.expect("unchecked", "element.checked === false");
    }

    #[track_caller]
    pub fn expect_enabled(&self) {
        self.expect("enabled", "!element.matches(':disabled, [aria-disabled=true]')");
    }

    #[track_caller]
    pub fn expect_disabled(&self) {
        self.expect("disabled", "element.matches(':disabled, [aria-disabled=true]')");
    }

    #[track_caller]
    pub fn expect_focused(&self) {
        self.expect("focused", "element === document.activeElement");
    }

    #[track_caller]
    fn expect(&self, state: &str, condition: &str) {
        eventually(|| {
            if self.is(condition)? {
                Ok(())
            } else {
                Err(format!("{} isn't {state}", self.described()))
            }
        });
    }

    fn is(&self, condition: &str) -> Result<bool, String> {
        self.read(condition).map(|value| value == json!(true))
    }

    /// The value of an expression over `element`.
    fn read(&self, expression: &str) -> Result<Value, String> {
        let script = format!("const [element] = arguments; return {expression};");
        let element = self.element()?.to_json().map_err(|error| error.to_string())?;
        self.browser.try_script(&script, vec![element])
    }

    #[track_caller]
    fn with_element(&self, action: impl AsyncFn(WebElement) -> WebDriverResult<()>) {
        eventually(|| {
            let element = self.element()?;
            self.browser
                .attempt(action(element))
                .map_err(|error| format!("{}: {error}", self.described()))
        });
    }

    /// The element, if exactly one fits now.
    fn element(&self) -> Result<WebElement, String> {
        let mut found = self.find()?;
        match found.get_mut("element").map(Value::take) {
            Some(element) if !element.is_null() => {
                let handle = Arc::clone(self.browser.driver.handle());
                WebElement::from_json(element, handle).map_err(|error| error.to_string())
            }
            _ => {
                let count = found.get("count").cloned().unwrap_or_default();
                let there = found.get("there").and_then(Value::as_str).unwrap_or_default();
                Err(format!("{count} elements are {}; there are\n{there}", self.described()))
            }
        }
    }

    fn find(&self) -> Result<Value, String> {
        TESTING_LIBRARY.put_into(self.browser)?;
        let script = "return window.plumblineTestingLibrary.locate(arguments[0])";
        self.browser.try_script(script, vec![Value::from(self.path.clone())])
    }

    fn described(&self) -> String {
        let words = |step: &Value, key: &str| {
            step.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let steps: Vec<String> = self
            .path
            .iter()
            .rev()
            .map(|step| format!("{} \"{}\"", words(step, "role"), words(step, "name")))
            .collect();
        steps.join(" in ")
    }
}

/// Scrolls to an element, which one of the drivers doesn’t do before it clicks or clears. What comes
/// into view may be laid out only then and move the rest, and a page that has just been turned may
/// scroll: so it has to have stayed where it is for two frames.
async fn bring_into_view(element: &WebElement) -> WebDriverResult<()> {
    const COME_TO_REST: &str = "
        const [element, done] = arguments;
        const place = () => { const { x, y } = element.getBoundingClientRect(); return `${x} ${y}`; };
        // A tab that nobody sees has no frames.
        const next = (act) => {
            let acted = false;
            const once = () => { if (!acted) { acted = true; act(); } };
            requestAnimationFrame(once);
            setTimeout(once, 250);
        };
        let frames = 60;
        const look = (before, same) => {
            element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
            const now = place();
            const rested = now === before ? same + 1 : 0;
            if (rested === 2 || --frames === 0) { done(); } else { next(() => look(now, rested)); }
        };
        look('', 0);";
    element.handle().execute_async(COME_TO_REST, vec![element.to_json()?]).await.map(drop)
}
