//! The harness itself: a watch that sleeps would let every other journey pass.

use crate::browser::Browser;

/// Brings about each kind of problem that [`Browser::expect_quiet`] stands against.
pub fn every_problem_is_noticed(browser: &Browser) {
    browser.open("");
    browser.script(
        "const page = window.wrappedJSObject ?? window;
         page.console.error('a word in the console');
         setTimeout(() => { throw new Error('an uncaught error'); });
         setTimeout(async () => { throw new Error('a rejected promise'); });
         fetch('a-missing-file');
         fetch('http://another.invalid/origin').catch(() => {});",
        vec![],
    );
    browser.expect_problem("a word in the console");
    browser.expect_problem("an uncaught error");
    browser.expect_problem("a rejected promise");
    browser.expect_problem("a-missing-file");
    browser.expect_problem("another.invalid/origin");
}
