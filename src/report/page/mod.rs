//! Any report as one self-contained HTML file: read on a screen of any size, printed, and opened again
//! by Plumbline. Every text goes through maud, which escapes it.

mod blocks;
mod colours;

use std::fmt::Write as _;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::blocks::Blocks;
use super::document::{Cover, Document, Logo};
use crate::{
    persist::carried,
    text::{Key, Texts},
};

const STYLE: &str = include_str!("page.css");

/// Nothing is fetched and nothing runs. Styles stand in the page itself, and as they can fetch nothing
/// either, they need no hash.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// Where the link that skips the contents leads; no anchor of a report begins so.
const REPORT: &str = "plumbline-report";

/// Writes the file. `carried` is the text of the assessment's own file, with which Plumbline opens the
/// report again; it is left out when it would be too large for that.
#[must_use]
pub fn write(document: &Document, texts: &Texts, carried: Option<&str>) -> String {
    let t = |key| texts.get(key);
    let blocks = Blocks::new(document);
    html! {
        (DOCTYPE)
        html lang=(document.language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(t(Key::AppName));
                @if !document.author.is_empty() { meta name="author" content=(document.author); }
                title { (document.title) }
                style { (PreEscaped(colours::rules(&document.brand))) (PreEscaped(STYLE)) (PreEscaped(foot(document))) }
            }
            body {
                a.skip href={ "#" (REPORT) } { (t(Key::ReportSkip)) }
                header { (head(document)) }
                @if document.sections.len() > 1 { (contents(document, texts)) }
                main id=(REPORT) tabindex="-1" {
                    @for section in &document.sections { (blocks.section(section)) }
                }
                @if !document.footer.is_empty() { footer { p dir="auto" { (document.footer) } } }
                @if let Some(carried) = carried.and_then(carried::write) { (PreEscaped(carried)) }
            }
        }
    }
    .into_string()
}

/// The cover, or the title where there is none.
fn head(document: &Document) -> Markup {
    let logo = document.brand.logo.as_ref().map(picture);
    let Some(Cover { kind, title, subtitle, facts, disclaimer }) = &document.cover else {
        return html! {
            @if let Some(logo) = logo { (logo) }
            h1 dir="auto" { (document.title) }
        };
    };
    html! {
        @if let Some(logo) = logo { (logo) }
        @if !document.brand.name.is_empty() { p.from dir="auto" { (document.brand.name) } }
        @if !kind.is_empty() { p.kind { (kind) } }
        h1 dir="auto" { (title) }
        @if !subtitle.is_empty() { p.subtitle dir="auto" { (subtitle) } }
        @if !facts.is_empty() { dl.facts { @for (name, value) in facts {
            div { dt { (name) } dd dir="auto" { (value) } }
        } } }
        @if !disclaimer.is_empty() { p.disclaimer { (disclaimer) } }
    }
}

fn picture(logo: &Logo) -> Markup {
    let Logo { png, size: (width, height), name } = logo;
    let source = format!("data:image/png;base64,{}", BASE64_STANDARD.encode(png));
    html! { img.logo src=(source) width=(width) height=(height) alt=(name); }
}

fn contents(document: &Document, texts: &Texts) -> Markup {
    html! {
        nav aria-labelledby="plumbline-contents" {
            h2 id="plumbline-contents" { (texts.get(Key::ReportContents)) }
            ol { @for section in &document.sections {
                li { a href={ "#" (blocks::anchor(&section.anchor)) } dir="auto" { (section.title) } }
            } }
        }
    }
}

/// What stands at the foot of each printed page, where the browser can put it there: the footer, and
/// the number of the page. On the cover nothing does.
fn foot(document: &Document) -> String {
    let footer = in_style(&document.footer);
    let mut rules = format!(
        "@page{{@bottom-left{{content:{footer}}}@bottom-right{{content:counter(page) \" / \" counter(pages)}}}}\n"
    );
    if document.cover.is_some() {
        rules.push_str("@page:first{@bottom-left{content:none}@bottom-right{content:none}}\n");
    }
    rules
}

/// A text as a string of CSS. Whatever isn't a plain letter or digit is written as its number, so that
/// nothing ends the string or the element around it.
fn in_style(text: &str) -> String {
    let mut string = String::from("\"");
    for letter in text.chars() {
        if letter.is_ascii_alphanumeric() {
            string.push(letter);
        } else if letter != '\0' {
            let _ = write!(string, "\\{:x} ", u32::from(letter));
        }
    }
    string + "\""
}
