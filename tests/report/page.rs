//! The page that any report becomes: its structure, that no text breaks out of its place, and that what
//! it carries is the assessment.

use insta::assert_snapshot;
use naughty_strings::BLNS;
use plumbline::{
    persist::{carried, document::Document as Kept, read::read},
    report::page::write,
    text::Texts,
};
use proptest::prelude::*;
use scraper::{Html, Selector};

use crate::{
    blocks::{NAMES, document},
    escaping::WAYS_OUT,
    support::{Questionnaire, assessment, rated},
};

fn page(say: &dyn Fn(&str) -> String, carried: Option<&str>) -> String {
    write(&document(say), &Texts::english(), carried)
}

fn found(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).map(|element| element.text().collect()).collect()
}

#[test]
fn every_block_as_it_is_written() {
    let page = page(&str::to_owned, Some("{}"));
    let (_, body) = page.split_once("</head>").expect("a head");
    assert_snapshot!(body.replace("><", ">\n<"));
}

#[test]
fn headings_go_down_step_by_step_and_links_lead_somewhere() {
    let page = Html::parse_document(&page(&str::to_owned, None));
    let headings = Selector::parse("h1, h2, h3, h4").unwrap();
    let levels: Vec<&str> = page.select(&headings).map(|heading| heading.value().name()).collect();
    // The part before any other of its section says 3 and is drawn as 2.
    assert_eq!(levels, ["h1", "h2", "h2", "h3", "h3", "h2"]);
    let ids = Selector::parse("[id]").unwrap();
    let ids: Vec<&str> = page.select(&ids).filter_map(|it| it.value().id()).collect();
    let links = Selector::parse("a[href]").unwrap();
    for link in page.select(&links).filter_map(|link| link.attr("href")) {
        assert!(link.strip_prefix('#').is_some_and(|to| ids.contains(&to)), "{link}");
    }
    assert_eq!(found(&page, "main a"), ["link", "two"]);
    let mut once = ids.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), ids.len());
}

#[test]
fn every_word_is_there() {
    let page = Html::parse_document(&page(&str::to_owned, None));
    let text = found(&page, "body").concat();
    for name in NAMES {
        assert!(text.contains(name), "{name}");
    }
    assert_eq!(found(&page, "head title"), ["title"]);
    assert_eq!(found(&page, "svg[role=img] > desc"), ["summary"]);
    assert_eq!(found(&page, "th[scope=row]"), ["row", "row two"]);
}

#[test]
fn no_text_breaks_out_of_its_place() {
    let elements = |page: &Html| -> Vec<String> {
        let all = Selector::parse("*").unwrap();
        page.select(&all)
            .map(|element| {
                let attributes = element.value().attrs().map(|(name, _)| name);
                format!("{} {:?}", element.value().name(), attributes.collect::<Vec<_>>())
            })
            .collect()
    };
    let of = |text: &str| Html::parse_document(&page(&|_| text.to_owned(), Some("{}")));
    let harmless = elements(&of("harmless"));
    let mut seen = 0;
    for naughty in BLNS.iter().chain(&WAYS_OUT) {
        let expected: String = naughty.replace('\r', "\n").replace('\0', "");
        if expected.trim().is_empty() {
            continue;
        }
        let page = of(&expected);
        assert_eq!(elements(&page), harmless, "{naughty:?}");
        assert_eq!(found(&page, "h1"), std::slice::from_ref(&expected));
        assert_eq!(found(&page, "caption"), std::slice::from_ref(&expected));
        assert_eq!(found(&page, "tbody th"), [expected.clone(), expected.clone()]);
        let styles = found(&page, "style").concat();
        let (_, foot) = styles.rsplit_once("@bottom-left{content:\"").expect("a footer");
        let (text, rest) = foot.split_once('"').expect("an end of the footer");
        assert!(rest.starts_with("}@bottom-right{content:counter(page)"), "{rest}");
        assert!(text.chars().all(|it| it.is_ascii_alphanumeric() || " \\".contains(it)), "{text}");
        seen += 1;
    }
    assert!(seen > 400, "{seen}");
}

#[test]
fn the_page_runs_nothing_and_fetches_nothing() {
    let page = Html::parse_document(&page(&str::to_owned, Some("{}")));
    let all = Selector::parse("*").unwrap();
    for element in page.select(&all).map(|element| element.value()) {
        let name = element.name();
        assert!(!["iframe", "object", "embed", "link", "form", "base"].contains(&name), "{name}");
        assert!(name != "script" || element.attr("type") == Some("application/json"));
        for (attribute, value) in element.attrs() {
            assert!(!attribute.starts_with("on"), "{attribute}");
            let local = match attribute {
                "href" => value.starts_with('#'),
                "src" => value.starts_with("data:image/png;base64,"),
                _ => true,
            };
            assert!(local, "{attribute}={value}");
        }
    }
    let styles = found(&page, "style").concat();
    assert!(!styles.contains("url(") && !styles.contains("@import"));
    let policy = Selector::parse("meta[http-equiv=Content-Security-Policy]").unwrap();
    let policy = page.select(&policy).next().and_then(|meta| meta.attr("content")).unwrap();
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    assert!(!policy.contains("script-src"), "{policy}");
}

/// What the file of an assessment says is what the page opens as.
fn check_carried(name: &str, note: &str) {
    let questionnaire = Questionnaire::sample();
    let kept = Kept::new(assessment(name, [("4.1", rated("F", note))]));
    let file = kept.write(questionnaire.pack.reference()).expect("a file");
    let page = page(&|_| note.to_owned(), Some(&file));
    let carried = carried::find(&page).expect("an assessment");
    assert_eq!(read(&questionnaire.pack, carried), read(&questionnaire.pack, &file));
    // As a browser sees it, too.
    let seen = found(&Html::parse_document(&page), "script#plumbline-assessment").concat();
    assert_eq!(seen, carried);
}

#[test]
fn what_is_carried_opens_whatever_was_typed() {
    for naughty in BLNS.iter().chain(&WAYS_OUT) {
        check_carried("Acme", naughty);
    }
    check_carried("</script><!--<script>", "<script id=\"plumbline-assessment\">{}</script>");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn what_is_carried_opens_as_the_same(name in "\\PC{1,40}[a-z]", note in ".*") {
        check_carried(&name, &note);
    }
}
