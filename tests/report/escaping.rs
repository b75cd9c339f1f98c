//! Names, notes and justifications are text: whatever they hold, a browser sees the same elements
//! with the same attributes, and the text that somebody wrote.

use naughty_strings::BLNS;
use scraper::{Html, Node, Selector};

use crate::support::{Questionnaire, assessment, excluded, rated};

/// More than the list has: ways out of the very places where the report puts texts.
const WAYS_OUT: [&str; 10] = [
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</h1></header></body></html><script>alert(1)</script>",
    "--><!--",
    "]]><![CDATA[",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "&lt;script&gt; &amp; &#60;script&#62; &nbsp",
    "{name}: {item} {level}",
    "a\r\nb\rc\u{0}d\u{1b}[31m\u{7f}\u{85}\u{2028}\u{202e}\u{fffe}\u{feff}",
];

/// The elements of a page with their attributes, in order.
fn skeleton(page: &Html) -> Vec<String> {
    let nodes = page.tree.root().descendants();
    nodes
        .filter_map(|node| match node.value() {
            Node::Text(_) => None,
            other => Some(format!("{}{other:?}", "  ".repeat(node.ancestors().count()))),
        })
        .collect()
}

fn text(page: &Html, selector: &str) -> String {
    let selector = Selector::parse(selector).expect("a selector");
    let found: Vec<String> =
        page.select(&selector).map(|element| element.text().collect()).collect();
    let [text] = &found[..] else { panic!("{selector:?} finds {found:?}") };
    text.clone()
}

fn page(questionnaire: &Questionnaire, text: &str) -> Html {
    let answers = [("4.1", rated("F", text)), ("A.7.4", excluded(text, text))];
    Html::parse_document(&questionnaire.html(&assessment(text, answers)))
}

#[test]
fn no_text_breaks_out_of_its_place() {
    let questionnaire = Questionnaire::sample();
    let harmless = skeleton(&page(&questionnaire, "harmless"));
    let mut seen = 0;
    for naughty in BLNS.iter().chain(&WAYS_OUT) {
        let readable = |letter: &char| {
            (!letter.is_control() || matches!(letter, '\n' | '\t'))
                && !matches!(letter, '\u{fffe}' | '\u{ffff}')
        };
        let expected: String = naughty.trim().chars().filter(readable).collect();
        if expected.is_empty() {
            continue;
        }
        let page = page(&questionnaire, naughty);
        assert_eq!(skeleton(&page), harmless, "{naughty:?}");
        assert_eq!(text(&page, "h1").trim(), expected, "name");
        assert_eq!(text(&page, "title"), format!("{}: report", text(&page, "h1")), "title");
        assert_eq!(text(&page, ".rated .note"), expected, "note");
        assert_eq!(text(&page, ".excluded .note"), expected, "note of an exclusion");
        let why = text(&page, ".excluded td p:first-child");
        assert_eq!(why, format!("Excluded because: {expected}"), "justification");
        seen += 1;
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn the_page_has_no_script_and_asks_nobody_for_anything() {
    let page = page(&Questionnaire::sample(), "harmless");
    for node in page.tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        let foreign = ["script", "iframe", "object", "embed", "link", "img", "form", "base", "a"];
        assert!(!foreign.contains(&element.name()), "{element:?}");
        for (name, value) in element.attrs() {
            assert!(!name.starts_with("on") && !["href", "src", "style"].contains(&name), "{name}");
            assert!(!value.contains(':'), "{name}={value}");
        }
    }
    let styles = text(&page, "style");
    assert!(!styles.contains("url(") && !styles.contains("@import"), "{styles}");
}
