//! Names, notes and justifications are text: whatever they hold, a browser sees the same elements
//! with the same attributes, and the text that somebody wrote.

use naughty_strings::BLNS;
use plumbline::report::{
    clean::clean,
    request::{Request, SectionKind},
};
use scraper::{Html, Node, Selector};

use crate::support::{Questionnaire, assessment, excluded, rated};

/// More than the list has: ways out of the very places where the report puts texts.
pub const WAYS_OUT: [&str; 10] = [
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

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(|element| element.text().collect()).collect()
}

fn text(page: &Html, selector: &str) -> String {
    let found = texts(page, selector);
    let [text] = &found[..] else { panic!("{selector:?} finds {found:?}") };
    text.clone()
}

fn page(questionnaire: &Questionnaire, text: &str) -> Html {
    let answers = [("4.1", rated("F", text)), ("A.7.4", excluded(text, text))];
    let request = Request {
        sections: vec![SectionKind::Cover, SectionKind::Answers],
        author: text.into(),
        ..Request::default()
    };
    Html::parse_document(&questionnaire.html(&assessment(text, answers), &request))
}

#[test]
fn no_text_breaks_out_of_its_place() {
    let questionnaire = Questionnaire::sample();
    let without_text = |page: &Html, text: &str| {
        // The author stands in an attribute, too.
        let author = format!("content={text:?} name=\"author\"");
        skeleton(page).into_iter().map(|it| it.replace(&author, "author")).collect::<Vec<_>>()
    };
    let harmless = without_text(&page(&questionnaire, "harmless"), "harmless");
    let mut seen = 0;
    for naughty in BLNS.iter().chain(&WAYS_OUT) {
        let expected = clean(naughty.trim());
        if expected.is_empty() {
            continue;
        }
        // What has one line stays on one.
        let line = expected.replace('\n', " ");
        let page = page(&questionnaire, naughty);
        assert_eq!(without_text(&page, &line), harmless, "{naughty:?}");
        assert_eq!(text(&page, "h1"), line.trim(), "name");
        assert!(text(&page, "title").contains(line.trim()), "title");
        let told = texts(&page, "td p");
        let notes = told.iter().filter(|it| **it == format!("Note: {expected}")).count();
        assert_eq!(notes, 2, "{naughty:?}");
        let why = format!("Excluded because: {expected}");
        assert!(told.contains(&why), "{naughty:?}");
        seen += 1;
    }
    assert!(seen > 400, "{seen}");
}
