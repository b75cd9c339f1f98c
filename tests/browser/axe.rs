//! The accessibility rules that a machine can check: WCAG 2.0 to 2.2, A and AA, and good practice.

use serde_json::Value;

use crate::browser::{Browser, eventually};
use crate::library::AXE;

/// One line a rule, one a place that breaks it.
const CHECK: &str = "
    const done = arguments[arguments.length - 1];
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    window.plumblineAxe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }).then(
      ({ violations, passes }) => done([passes.length, ...violations.flatMap(({ id, help, helpUrl, nodes }) => [
        `${id}: ${help} (${helpUrl})`,
        ...nodes.map(({ target, html }) => `    ${target.join(' ')}   ${html}`),
      ])]),
      (error) => done([0, `axe doesn't run: ${error}`]),
    );";

impl Browser {
    /// The page as it stands breaks none of axe's rules.
    #[track_caller]
    pub fn expect_accessible(&self) {
        eventually(|| AXE.put_into(self));
        // What lies half below a header that stays in view would be measured as half as large.
        self.script("scrollTo(0, 0)", vec![]);
        let found = self.must(self.driver.execute_async(CHECK, vec![]));
        let (passes, broken) =
            found.json().as_array().and_then(|found| found.split_first()).expect("a list");
        assert!(passes.as_u64() > Some(0) || !broken.is_empty(), "axe found nothing to check");
        let broken: Vec<&str> = broken.iter().filter_map(Value::as_str).collect();
        assert!(broken.is_empty(), "not accessible at {}:\n{}", self.place(), broken.join("\n"));
    }
}
