//! Reports in Markdown, read by another program: all words are there, and none of them is markup.

use insta::assert_snapshot;
use naughty_strings::BLNS;
use plumbline::{report::markdown::write, text::Texts};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{
    blocks::{NAMES, document},
    escaping::WAYS_OUT,
};

/// The kinds of all parts of a file, and its words without white space.
fn read(file: &str) -> (Vec<String>, String) {
    let (mut parts, mut words) = (Vec::new(), String::new());
    let dialects = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(file, dialects) {
        match event {
            Event::Text(text) => words.extend(text.split_whitespace()),
            Event::Start(Tag::Link { dest_url, .. }) => parts.push(format!("link {dest_url}")),
            Event::Start(Tag::Heading { level, .. }) => parts.push(format!("{level}")),
            Event::Start(tag) => parts.push(format!("{tag:?}")),
            Event::End(_) | Event::SoftBreak | Event::HardBreak => {}
            Event::InlineHtml(html) if &*html == "<br>" => {}
            Event::Rule => parts.push("rule".into()),
            other => parts.push(format!("{other:?}")),
        }
    }
    (parts, words)
}

fn file(say: &dyn Fn(&str) -> String) -> String {
    write(&document(say), &Texts::english())
}

#[test]
fn every_block_as_it_is_written() {
    assert_snapshot!(file(&str::to_owned));
}

#[test]
fn every_word_is_there() {
    let (_, words) = read(&file(&str::to_owned));
    for name in NAMES {
        assert!(words.contains(&name.replace(' ', "")), "{name}");
    }
}

/// Whatever stands in every text, the file has the same parts, and the text is there as it was typed.
fn check(text: &str) {
    // What stands out or leads somewhere depends on the letters around it.
    let parts = |text: &str| {
        let (mut parts, words) = read(&file(&|name| format!("{name} {text} end")));
        parts.retain(|part| part != "Strong" && !part.starts_with("link #"));
        (parts, words)
    };
    let (harmless, _) = parts("harmless");
    let (found, words) = parts(text);
    assert_eq!(found, harmless, "{text:?}");
    let squeezed: String = text.split_whitespace().collect();
    for name in NAMES {
        let expected = format!("{}{squeezed}end", name.replace(' ', ""));
        assert!(words.contains(&expected), "{name}: {text:?}");
    }
    // By itself, at the beginning of blocks.
    let alone = |text: &str| {
        let (mut parts, words) = read(&file(&|_| text.to_owned()));
        parts.retain(|part| part != "Strong" && !part.starts_with("link #"));
        (parts, words)
    };
    let (found, words) = alone(text);
    assert_eq!(found, alone("harmless").0, "{text:?}");
    assert!(words.matches(&squeezed).count() >= NAMES.len(), "{text:?}");
}

/// Texts are cleaned when a document is made: no other control characters arrive here.
fn cleaned(text: &str) -> String {
    let text = text.replace('\r', "\n");
    text.chars().filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t')).collect()
}

#[test]
fn no_text_is_markup() {
    let marks = [
        "# x",
        "x\n# y",
        "x\n===",
        "x\n---",
        "- x",
        "+ x",
        "* x",
        "1. x",
        "1) x",
        "> x",
        "    x",
        "\tx",
        "```\nx\n```",
        "~~~",
        "***",
        "___",
        "| x | y |\n|---|---|",
        "[x](y)",
        "[x]: y",
        "![x](y)",
        "<https://x.y>",
        "https://x.y",
        "www.x.y",
        "a@b.c",
        "&amp;",
        "&#35;",
        "<!-- x -->",
        "x\\",
        "\\",
        "x  \ny",
        "`x`",
        "$x$",
        "$$x$$",
        "^x^",
        "~x~",
        "==x==",
        "[^1]",
        "[^1]: x",
        ":::",
        "[[x]]",
        "- [ ] x",
        "x\n: y",
        "{#x}",
        "# x {#y .z}",
        "+++\nx\n+++",
        "---\nx\n---",
        "||x||",
        "> [!NOTE]\n> x",
        "mailto:a",
        "|",
        "\\|",
        "a\n\nb",
        "**",
        "**x",
        "x**",
        "*",
        "_x_",
    ];
    let mut seen = 0;
    for text in BLNS.iter().chain(&WAYS_OUT).chain(&marks) {
        let text = cleaned(text);
        if !text.trim().is_empty() {
            check(&text);
            seen += 1;
        }
    }
    assert!(seen > 450, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn nothing_typed_is_markup(text in "[-a1 #*_`~<>|\\[\\]()!&;:.+=\\\\\n\"{}^$@/]{0,12}[a-z]") {
        check(&text);
    }
}
