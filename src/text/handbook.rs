//! The words of a handbook: articles to read, and a few texts for each of its parts.

use crate::{
    domain::handbook::Advice,
    persist::node::{FormError, Node, Words, read},
};

/// The words of a handbook in one language. `packs/schema/handbook-texts.schema.json` describes the
/// files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandbookTexts {
    /// 27001 and 27002: what each is, and how they relate.
    pub standards: Article,
    /// The way to a certificate.
    pub certification: Article,
    /// "Which of the two do I need now?"
    pub helper: HelperTexts,
    /// By identifier of the reason.
    pub reasons: Vec<(String, ReasonTexts)>,
    /// By number of the step.
    pub steps: Vec<(String, StepTexts)>,
    /// By identifier of the document.
    pub documents: Vec<(String, DocumentTexts)>,
}

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Its title.
    pub title: String,
    /// What it says, in a sentence or two.
    pub lead: String,
    /// Its parts: a heading, and what follows it.
    pub sections: Vec<(String, Vec<Block>)>,
}

/// A piece of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(String),
    /// Points without order.
    List(Vec<String>),
    /// Points in order.
    Steps(Vec<String>),
    /// A table; the first cell of a row names it.
    Table {
        /// What it shows.
        caption: String,
        /// Names of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
}

/// The words of the helper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperTexts {
    /// Its title.
    pub title: String,
    /// What it does.
    pub lead: String,
    /// By identifier of the question: what is asked, and its answers.
    pub questions: Vec<(String, QuestionTexts)>,
    /// What is advised: title and text.
    outcomes: [(String, String); 3],
}

/// The words of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionTexts {
    /// What is asked.
    pub ask: String,
    /// Labels of the answers by identifier.
    pub labels: Words,
    /// Why an answer speaks for the advice, by identifier.
    pub reasons: Words,
}

/// The words of a reason for an ISMS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReasonTexts {
    /// As a person would say it.
    pub title: String,
    /// What an ISMS does for it.
    pub why: String,
    /// What gaps put at risk: goes on from "This puts at risk: ".
    pub endangered: String,
    /// What to measure, and how.
    pub measure: Vec<(String, String)>,
}

/// The words of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepTexts {
    /// Its title.
    pub title: String,
    /// What it is for.
    pub aim: String,
    /// Who takes part.
    pub who: Vec<String>,
    /// What it needs.
    pub inputs: Vec<String>,
    /// What it leaves.
    pub outputs: Vec<String>,
    /// What to do, in order.
    pub how: Vec<String>,
    /// Mistakes often made.
    pub mistakes: Vec<String>,
    /// What drives its duration.
    pub duration: String,
}

/// The words of documented information.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentTexts {
    /// Its name.
    pub title: String,
    /// What it contains.
    pub contains: String,
    /// Where auditors look.
    pub look: String,
}

impl HelperTexts {
    /// Title and text of some advice.
    #[must_use]
    pub const fn outcome(&self, advice: Advice) -> &(String, String) {
        let [requirements, controls, both] = &self.outcomes;
        match advice {
            Advice::Requirements => requirements,
            Advice::Controls => controls,
            Advice::Both => both,
        }
    }
}

/// The entry of a list by identifier.
#[must_use]
pub fn entry<'a, T>(list: &'a [(String, T)], id: &str) -> Option<&'a T> {
    list.iter().find(|(of, _)| of == id).map(|(_, texts)| texts)
}

impl HandbookTexts {
    /// Reads both files, `handbook/<language>/documents.json` and `handbook/<language>/guide.json`.
    ///
    /// # Errors
    /// [`FormError`] with the place of the first fault.
    pub fn read(documents: &str, guide: &str) -> Result<Self, FormError> {
        let documents = read(documents, |node| Some(by_id(node, document)))?;
        read(guide, |node| {
            node.only(&["$schema", "articles", "helper", "reasons", "steps"]);
            let articles = node.get("articles");
            Some(Self {
                standards: article(&articles.get("standards")),
                certification: article(&articles.get("certification")),
                helper: helper(&node.get("helper")),
                reasons: by_id(&node.get("reasons"), reason),
                steps: by_id(&node.get("steps"), step),
                documents,
            })
        })
    }
}

fn by_id<T>(node: &Node<'_>, read: fn(&Node<'_>) -> T) -> Vec<(String, T)> {
    let mut list = Vec::new();
    node.each_field(|id, node| {
        if id != "$schema" {
            list.push((id.to_owned(), read(node)));
        }
    });
    list
}

/// Two texts of an object that has no others.
fn pair(node: &Node<'_>, first: &str, second: &str) -> (String, String) {
    node.only(&[first, second]);
    (node.text_in(first), node.text_in(second))
}

/// Reads the notes for facilitators from `handbook/<language>/facilitator.json`, by identifier of the
/// article.
///
/// # Errors
/// [`FormError`] with the place of the first fault.
pub fn read_articles(json: &str) -> Result<Vec<(String, Article)>, FormError> {
    read(json, |node| {
        node.only(&["articles"]);
        Some(by_id(&node.get("articles"), article))
    })
}

fn article(node: &Node<'_>) -> Article {
    node.only(&["title", "lead", "sections"]);
    Article {
        title: node.text_in("title"),
        lead: node.text_in("lead"),
        sections: node.get("sections").list(|node| {
            node.only(&["heading", "body"]);
            (node.text_in("heading"), node.get("body").list(block))
        }),
    }
}

fn block(node: &Node<'_>) -> Block {
    if node.is_text() {
        return Block::Paragraph(node.text());
    }
    node.only(&["list", "steps", "table"]);
    if let Some(points) = node.may("list") {
        return Block::List(points.texts());
    }
    if let Some(points) = node.may("steps") {
        return Block::Steps(points.texts());
    }
    let table = node.get("table");
    table.only(&["caption", "head", "rows"]);
    Block::Table {
        caption: table.text_in("caption"),
        head: table.texts_in("head"),
        rows: table.get("rows").text_rows(),
    }
}

fn helper(node: &Node<'_>) -> HelperTexts {
    node.only(&["title", "lead", "questions", "outcomes"]);
    let outcomes = node.get("outcomes");
    let outcome = |id: &str| pair(&outcomes.get(id), "title", "text");
    HelperTexts {
        title: node.text_in("title"),
        lead: node.text_in("lead"),
        questions: by_id(&node.get("questions"), question),
        outcomes: [outcome("27001"), outcome("27002"), outcome("both")],
    }
}

fn question(node: &Node<'_>) -> QuestionTexts {
    node.only(&["ask", "answers"]);
    let [mut labels, mut reasons] = [const { Words::new_vec() }; 2];
    node.get("answers").each_field(|id, answer| {
        let (label, reason) = pair(answer, "label", "reason");
        labels.insert(id.to_owned(), label);
        reasons.insert(id.to_owned(), reason);
    });
    QuestionTexts { ask: node.text_in("ask"), labels, reasons }
}

fn reason(node: &Node<'_>) -> ReasonTexts {
    node.only(&["title", "why", "endangered", "measure"]);
    ReasonTexts {
        title: node.text_in("title"),
        why: node.text_in("why"),
        endangered: node.text_in("endangered"),
        measure: node.get("measure").list(|node| pair(node, "what", "how")),
    }
}

fn step(node: &Node<'_>) -> StepTexts {
    node.only(&["title", "aim", "who", "inputs", "outputs", "how", "mistakes", "duration"]);
    StepTexts {
        title: node.text_in("title"),
        aim: node.text_in("aim"),
        who: node.texts_in("who"),
        inputs: node.texts_in("inputs"),
        outputs: node.texts_in("outputs"),
        how: node.texts_in("how"),
        mistakes: node.texts_in("mistakes"),
        duration: node.text_in("duration"),
    }
}

fn document(node: &Node<'_>) -> DocumentTexts {
    node.only(&["title", "contains", "look"]);
    DocumentTexts {
        title: node.text_in("title"),
        contains: node.text_in("contains"),
        look: node.text_in("look"),
    }
}
