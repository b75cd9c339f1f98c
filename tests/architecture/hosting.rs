//! The examples for hosts send exactly the policy that the page carries.

use super::{read, root};

/// What only a header can say.
const FRAMES: &str = "; frame-ancestors 'self'";

/// The policies in a text: from their first word to the quote or the end of the line.
fn policies(text: &str) -> Vec<&str> {
    let starts = text.match_indices("default-src ");
    let policies = starts.map(|(at, _)| text[at..].split(['"', '\n']).next().unwrap_or_default());
    policies.collect()
}

#[test]
fn examples_for_hosts_send_the_policy_of_the_page() {
    let page = read(&root().join("index.html"));
    let [policy] = policies(&page)[..] else { panic!("one policy: {:?}", policies(&page)) };
    // What Chromium runs every journey under.
    assert!(policy.ends_with("; require-trusted-types-for 'script'; trusted-types default"));
    let sent = policy.to_owned() + FRAMES;
    for name in ["nginx.conf", "apache.htaccess", "_headers"] {
        let example = read(&root().join("docs/hosting").join(name));
        assert_eq!(policies(&example), [sent.as_str()], "{name}");
    }
}

/// What the page may ask the browser for: the camera, to read QR codes, and nothing else.
const PERMISSIONS: &str = "camera=(self), microphone=(), geolocation=()";

#[test]
fn examples_for_hosts_give_the_camera_to_the_page_alone() {
    for name in ["nginx.conf", "apache.htaccess", "_headers"] {
        let example = read(&root().join("docs/hosting").join(name));
        let lines: Vec<_> =
            example.lines().filter(|line| line.contains("Permissions-Policy")).collect();
        assert!(matches!(lines[..], [line] if line.contains(PERMISSIONS)), "{name}: {lines:?}");
    }
}
