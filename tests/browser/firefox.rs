//! Speaking to Firefox itself, not to the page in it: a command that only its driver knows.

use axum::http::Method;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use crate::browser::Browser;

/// Where scripts run from now on: in the page (`content`) or in the window around it (`chrome`).
/// See <https://firefox-source-docs.mozilla.org/testing/marionette/Intro.html>.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let path = format!("/session/{session}/moz/context");
        RequestData::new(Method::POST, path).add_body(json!({ "context": self.0 }))
    }
}

impl Browser {
    /// Runs a script with the rights of Firefox's own windows; returns what it returns.
    #[track_caller]
    pub(crate) fn in_firefox_itself(&self, script: &str) -> Value {
        self.must(async {
            self.driver.cmd(Context("chrome")).await?;
            let result = self.driver.execute(script, vec![]).await;
            self.driver.cmd(Context("content")).await?;
            Ok(result?.json().clone())
        })
    }
}
