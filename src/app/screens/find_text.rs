//! The texts of an item that words are looked for in.

use super::super::{state::State, words::t};
use crate::{
    domain::{filter::fold, pack::Item},
    text::{ItemGuidance, Key},
};

/// All that the questionnaire says of an item, as [`fold`] makes it: number, title, question, and the
/// long texts as far as they have arrived, whose arrival is followed.
pub fn text_of(state: State, item: &Item) -> String {
    let questionnaire = state.questionnaire();
    let texts = &questionnaire.texts;
    let heading = texts.heading(item).unwrap_or_default();
    let mut all = vec![item.id.as_str(), texts.title(&item.id), heading, texts.ask(&item.id)];
    all.extend(item.previous.iter().map(String::as_str));
    let guidance = state.guidance(&item.id);
    if let Some(guidance) = &guidance {
        let ItemGuidance { what, how, why, checks, evidence, interview, levels, pitfall } =
            &**guidance;
        all.extend([what, why, pitfall].map(String::as_str));
        all.extend([how, evidence, interview].into_iter().flatten().map(String::as_str));
        all.extend(checks.iter().map(|check| check.text.as_str()));
        all.extend(levels.iter().map(|(_, level)| level.as_str()));
    }
    let mut text = fold(&all.join("\n"));
    let short = abbreviations(&text);
    text.push('\n');
    text.push_str(&short);
    text
}

/// The abbreviations of what stands in a text, for people who look for these: in the table of the
/// interface's language, one entry is "short shorter: long, other long".
fn abbreviations(text: &str) -> String {
    let table = t(Key::FilterAbbreviations);
    let entries = table.split(';').filter_map(|entry| entry.split_once(':'));
    let meant = entries.filter(|(_, long)| {
        long.split(',').map(fold).any(|long| !long.trim().is_empty() && text.contains(long.trim()))
    });
    fold(&meant.map(|(short, _)| short).collect::<Vec<_>>().join(" "))
}
