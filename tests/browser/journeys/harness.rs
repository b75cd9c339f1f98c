//! The harness itself: a watch that sleeps would let every other journey pass.

use crate::browser::Browser;
use crate::engine::Engine;

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

/// What the policy holds against, should a text ever get where markup, scripts or workers are made: where the
/// browser knows Trusted Types, which are Chromium and its like, nothing but our own two scripts gets through.
pub fn no_text_becomes_code(browser: &Browser) {
    browser.open("");
    let knows = browser.script("return 'trustedTypes' in window", vec![]);
    assert!(knows == true || browser.engine != Engine::Chromium, "Chromium knows them");
    if knows != true || browser.engine != Engine::Chromium {
        return;
    }
    let gone_through = browser.script(
        "const through = [];
         const attempt = (name, act) => {
           try { act(); through.push(name) } catch {}
         };
         const script = document.createElement('script');
         attempt('markup', () => { document.body.innerHTML = '<p>x</p>' });
         attempt('a script of another name', () => { script.src = 'other.js' });
         attempt('a script', () => { script.text = '1' });
         attempt('a worker of another name', () => new Worker('other.js'));
         attempt('another policy', () => trustedTypes.createPolicy('other', {}));
         return through",
        vec![],
    );
    assert_eq!(gone_through, serde_json::json!([]));
    browser.expect_problem("'TrustedHTML'");
    browser.expect_problem("'TrustedScript'");
    browser.expect_problem("'TrustedScriptURL'");
    browser.expect_problem("TrustedTypePolicy");
}
