//! Reports on a questionnaire of seven items, so that a whole one can be read, and on the real one.

use std::sync::Arc;

use plumbline::{
    domain::{
        assessment::{Answer, Applicability, Assessment, Rating},
        pack::Pack,
        time::Timestamp,
    },
    persist::pack::read_pack,
    report::{document::Document, model::Material, page, request::Request, sections},
    text::{ItemGuidance, PackTexts, Texts, read_guidance},
};
use serde::de::DeserializeOwned;

/// A questionnaire and its words.
pub struct Questionnaire {
    pub pack: Pack,
    pub texts: PackTexts,
    pub guidance: Vec<(String, Arc<ItemGuidance>)>,
}

impl Questionnaire {
    /// Seven items that stand for everything a questionnaire can have.
    pub fn sample() -> Self {
        Self::read(include_str!("pack.json"), include_str!("en.json"))
    }

    /// The one for ISO/IEC 27001:2022.
    pub fn iso27001() -> Self {
        let mut questionnaire = Self::read(
            include_str!("../../packs/iso27001-2022/pack.json"),
            include_str!("../../packs/iso27001-2022/en.json"),
        );
        let guidance = include_str!("../../packs/iso27001-2022/guidance/en/4.json");
        let guidance = read_guidance(guidance).expect("a file of guidance").into_iter();
        questionnaire.guidance = guidance.map(|(item, text)| (item, Arc::new(text))).collect();
        questionnaire
    }

    fn read(pack: &str, texts: &str) -> Self {
        let pack = read_pack(pack).expect("a pack file");
        let texts = PackTexts::read(&pack, texts).expect("a file of texts");
        Self { pack, texts, guidance: Vec::new() }
    }

    /// A report on an assessment, made on the 22nd of November 2026.
    pub fn document(&self, assessment: &Assessment, request: &Request) -> Document {
        let material = Material {
            pack: &self.pack,
            pack_texts: &self.texts,
            texts: &Texts::english(),
            guidance: &self.guidance,
            handbook: None,
            assessment,
        };
        sections::document(material, request, &moment())
    }

    /// The same as a page.
    pub fn html(&self, assessment: &Assessment, request: &Request) -> String {
        page::write(&self.document(assessment, request), &Texts::english(), None)
    }
}

pub fn moment() -> Timestamp {
    Timestamp::parse("2026-11-22T20:13:23.456Z").unwrap()
}

/// An identifier of whichever kind is needed.
pub fn id<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_value(text.into()).expect("an identifier")
}

/// An assessment with these answers.
pub fn assessment<'a>(
    name: &str,
    answers: impl IntoIterator<Item = (&'a str, Answer)>,
) -> Assessment {
    let mut assessment = Assessment::new(id("a"), name.into(), moment());
    assessment.answers = answers.into_iter().map(|(item, answer)| (id(item), answer)).collect();
    assessment
}

/// Rated, with a note.
pub fn rated(rating: &str, note: &str) -> Answer {
    Answer { rating: Rating::parse(rating), note: note.into(), ..Answer::default() }
}

/// Excluded, with a note.
pub fn excluded(justification: &str, note: &str) -> Answer {
    let applicability = Applicability::Excluded { justification: justification.into() };
    Answer { applicability, note: note.into(), ..Answer::default() }
}
