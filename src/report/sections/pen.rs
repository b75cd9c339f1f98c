//! What sections about the work are written with: names, words and pieces of blocks. Everything that
//! comes from a person is cleaned where it becomes a [`Span`].

use super::{
    super::{
        charts::matrix::tone,
        clean::clean,
        document::{Block, Cell, Span, Table, Tone},
        model::Material,
        request::SectionKind,
    },
    Context,
    words::{cell, column, or_dash, span, strong},
};
use crate::{
    domain::{
        id::{ItemId, RiskId},
        plan::{Planned, PlannedState},
        risk::{
            level::{RiskResult, Spot},
            register::Risk,
        },
        work::Work,
    },
    text::{
        Key, Texts,
        outcome::{Names, action_title, planned_name},
        risk::{LevelWords, risk_name},
        work::planned_state_key,
    },
};

/// Names and words of an assessment.
pub struct Pen<'a> {
    /// What is written of.
    pub context: &'a Context<'a>,
    /// The texts of the interface.
    pub texts: &'a Texts,
    /// Names of items, documents and risks.
    pub names: Names<'a>,
    /// What is done beside answering.
    pub work: &'a Work,
}

impl<'a> Pen<'a> {
    pub fn new(context: &'a Context<'a>) -> Self {
        let Material { texts, assessment, .. } = context.material;
        Self { context, texts, names: context.names(), work: assessment.work() }
    }

    pub fn say(&self, key: Key) -> &'a str {
        self.texts.get(key)
    }

    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.texts.fill(key, values)
    }

    /// A text with one number in it, called `number` there.
    pub fn count(&self, key: Key, number: usize) -> String {
        self.counts(key, [("number", number)])
    }

    /// A text with numbers in it.
    pub fn counts<const N: usize>(&self, key: Key, counts: [(&str, usize); N]) -> String {
        let counts = counts.map(|(name, count)| (name, count.to_string()));
        self.fill(key, &counts.each_ref().map(|(name, count)| (*name, count.as_str())))
    }

    /// "Threat: criminals"; nothing where there is no text.
    pub fn labelled(&self, key: Key, text: &str) -> Option<String> {
        let text = text.trim();
        let values = [("label", self.say(key)), ("text", text)];
        (!text.is_empty()).then(|| self.fill(Key::ReportLabelled, &values))
    }

    /// All risks with what follows from them, in the order of their numbers.
    pub fn register(&self) -> impl Iterator<Item = (&'a Risk, &'a RiskResult)> + use<'a> {
        let risks = &self.work.risks;
        let results = self.context.outlook.risks.iter();
        results.filter_map(|result| Some((risks.get(&result.id)?, result)))
    }

    /// The words of levels.
    pub fn levels(&self) -> LevelWords<'a> {
        LevelWords { texts: self.texts, criteria: &self.work.criteria }
    }

    /// "A.5.7", or "C2" of a control of the organisation's own.
    pub fn number(&self, item: &ItemId) -> String {
        let name = self.names.item(item);
        name.split(' ').next().unwrap_or_default().to_owned()
    }

    /// "A.5.7, A.5.9–A.5.12, C2": of three and more of a clause or theme that follow one another, the
    /// first and the last.
    pub fn numbers<'i>(&self, items: impl IntoIterator<Item = &'i ItemId>) -> String {
        let pack = self.context.material.pack;
        let place = |id: &ItemId| {
            let place = pack.items().iter().position(|item| item.id == *id)?;
            Some((place, pack.items().get(place)?.group))
        };
        let mut runs: Vec<Run<'_>> = Vec::new();
        for item in items {
            let here = place(item);
            match runs.last_mut() {
                Some(run) if here.is_some() && here == run.next => {
                    run.last = item;
                    run.count = run.count.saturating_add(1);
                    run.next = after(here);
                }
                _ => runs.push(Run { first: item, last: item, count: 1, next: after(here) }),
            }
        }
        let told = runs.iter().map(|Run { first, last, count, .. }| match count {
            1 => self.number(first),
            2 => format!("{}, {}", self.number(first), self.number(last)),
            _ => format!("{}–{}", self.number(first), self.number(last)),
        });
        told.collect::<Vec<_>>().join(", ")
    }

    /// "R7 Ransomware stops the business".
    pub fn risk(&self, risk: &Risk) -> String {
        risk_name(self.texts, risk.number, &risk.title)
    }

    /// "P3 Write the policy"; where nobody has named it, after what it closes.
    pub fn action(&self, planned: &Planned) -> String {
        let named = planned_name(planned);
        if !planned.title.trim().is_empty() {
            return named;
        }
        format!("{named} {}", action_title(self.texts, &self.names, planned))
    }

    /// How far an action is, and whether it is overdue.
    pub fn state(&self, planned: &Planned) -> (String, Tone) {
        let word = self.say(planned_state_key(planned.state));
        if planned.is_overdue(self.context.now.day()) {
            return (format!("{word}\n{}", self.say(Key::WorkOverdue)), Tone::Poor);
        }
        match (planned.state, &planned.finished) {
            (PlannedState::Done, Some(day)) => {
                (self.fill(Key::PlanFinished, &[("day", day.as_str())]), Tone::Good)
            }
            (PlannedState::Done, None) => (word.to_owned(), Tone::Good),
            _ => (word.to_owned(), Tone::Plain),
        }
    }

    /// What a level is called, on its ground.
    pub fn level(&self, spot: Option<Spot>) -> Cell {
        let words = self.levels();
        let Some(spot) = spot else { return cell([words.spot(None)]).on(Tone::Muted) };
        let tone = tone(spot.level, self.work.criteria.levels.len());
        Cell::of([vec![strong(words.level(spot.level))]]).on(tone)
    }

    /// The same, and whether it is above the threshold.
    pub fn judged(&self, spot: Option<Spot>) -> Cell {
        let mut cell = self.level(spot);
        let above = spot.filter(|spot| spot.level > self.work.criteria.threshold);
        cell.paragraphs.extend(above.map(|_| vec![span(self.say(Key::RiskAbove))]));
        cell
    }

    /// A table whose columns are these with their shares.
    pub fn table<const N: usize>(
        &self,
        caption: &str,
        columns: [(Key, u16); N],
        rows: Vec<Vec<Cell>>,
    ) -> Block {
        let columns = columns.map(|(title, share)| column(self.say(title), share)).into();
        Block::Table(Table { caption: clean(caption), columns, rows })
    }

    /// Numbers of risks, which lead to the register.
    pub fn risks(&self, risks: &[RiskId]) -> Cell {
        if risks.is_empty() {
            return or_dash("");
        }
        let register = self.to(SectionKind::Register, "register", &self.names.risks(risks));
        Cell::of([vec![register]])
    }

    /// Whether the report has a section.
    pub fn has(&self, kind: SectionKind) -> bool {
        self.context.request.wanted().contains(&kind)
    }

    /// Words that lead to another section, if the report has it.
    pub fn to(&self, kind: SectionKind, anchor: &str, text: &str) -> Span {
        if self.has(kind) { Span::link(clean(text), anchor) } else { span(text) }
    }
}

/// Items that follow one another in a pack.
struct Run<'a> {
    first: &'a ItemId,
    last: &'a ItemId,
    count: usize,
    /// Where the next one would be in the pack, and in which group.
    next: Option<(usize, usize)>,
}

fn after(place: Option<(usize, usize)>) -> Option<(usize, usize)> {
    place.map(|(place, group)| (place.saturating_add(1), group))
}
