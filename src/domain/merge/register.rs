//! What is done with an assessment beside answering.

use litemap::LiteMap;

use super::{
    super::{
        document::DocumentEntry,
        plan::Planned,
        risk::register::{Asset, Risk},
        soa::{OwnControl, Statement},
        work::{Work, next_number},
    },
    Field, Meeting, Shown, Subject, Three,
    value::Value as _,
};

/// The fields of something, each merged as one value.
macro_rules! values {
    ($meeting:ident, $subject:ident, $three:ident, $met:ident: $($field:ident => $name:ident),*) => {$(
        $met.$field = $meeting.value($subject, Field::$name, $three.of(|it| &it.$field));
    )*};
}

/// The lists of something, each merged by its entries.
macro_rules! lists {
    ($meeting:ident, $subject:ident, $three:ident, $met:ident: $($field:ident => $name:ident),*) => {$(
        $met.$field = $meeting.list($subject, Field::$name, $three.of(|it| &it.$field));
    )*};
}

impl Meeting<'_> {
    pub(super) fn works(&mut self, three: Three<'_, Work>) -> Work {
        let text = |text: &String| text.shown();
        let mut work = Work {
            statement: self.statement(three.of(|work| &work.statement)),
            own_controls: self.things(
                three.of(|work| &work.own_controls),
                |id| Subject::Item(id.clone()),
                |own| text(&own.title),
                Self::own_control,
            ),
            criteria: three.mine.criteria.clone(),
            assets: self.things(
                three.of(|work| &work.assets),
                |id| Subject::Asset(id.clone()),
                |asset| text(&asset.name),
                Self::asset,
            ),
            risks: self.things(
                three.of(|work| &work.risks),
                |id| Subject::Risk(id.clone()),
                |risk| text(&risk.title),
                Self::risk,
            ),
            documents: self.documents(three),
            regraded: self.things(
                three.of(|work| &work.regraded),
                |id| Subject::Finding(id.clone()),
                |regrade| Shown::Regrade(regrade.clone()),
                |meeting, subject, three| meeting.value(subject, Field::All, three),
            ),
            plan: self.things(
                three.of(|work| &work.plan),
                |id| Subject::Planned(id.clone()),
                |planned| text(&planned.title),
                Self::planned,
            ),
            weeks: self.things(
                three.of(|work| &work.weeks),
                |step| Subject::Step(*step),
                |weeks| Shown::Number(*weeks),
                |meeting, subject, three| meeting.value(subject, Field::All, three),
            ),
        };
        self.criteria(three, &mut work);
        let mine = three.mine;
        renumber(&mine.assets, &mut work.assets, |asset| &mut asset.number);
        renumber(&mine.risks, &mut work.risks, |risk| &mut risk.number);
        renumber(&mine.own_controls, &mut work.own_controls, |own| &mut own.number);
        renumber(&mine.plan, &mut work.plan, |planned| &mut planned.number);
        work
    }

    /// The criteria to begin with say nothing as long as no risk is judged by them.
    fn criteria(&mut self, three: Three<'_, Work>, work: &mut Work) {
        let said = |work: &Work| {
            let mut risks = work.risks.values();
            let judged = risks.any(|risk| {
                risk.likelihood.is_some() || risk.impact.is_some() || risk.residual.is_some()
            });
            (judged || !work.criteria.is_default()).then(|| work.criteria.clone())
        };
        let (base, mine, theirs) = (three.base.map(said), said(three.mine), said(three.theirs));
        if three.mine.criteria != three.theirs.criteria {
            let three = Three { base: base.as_ref(), mine: &mine, theirs: &theirs };
            let met = self.value(&Subject::Criteria, Field::All, three);
            work.criteria = met.unwrap_or_default();
        }
    }

    fn statement(&mut self, three: Three<'_, Statement>) -> Statement {
        let subject = &Subject::Statement;
        let mut met = three.mine.clone();
        values!(self, subject, three, met:
            version => Version, approver => Approver, approved => Approved);
        met
    }

    fn own_control(&mut self, subject: &Subject, three: Three<'_, OwnControl>) -> OwnControl {
        let mut met = three.mine.clone();
        values!(self, subject, three, met: title => Title, preventive => Bears, corrective => Bears);
        met.answer = self.answer(subject, three.of(|it| &it.answer));
        met
    }

    fn asset(&mut self, subject: &Subject, three: Three<'_, Asset>) -> Asset {
        let mut met = three.mine.clone();
        values!(self, subject, three, met:
            name => Name, owner => Owner, classification => Classification, note => Note);
        met
    }

    fn risk(&mut self, subject: &Subject, three: Three<'_, Risk>) -> Risk {
        let mut met = three.mine.clone();
        values!(self, subject, three, met:
            title => Title, scenario => Scenario, threat => Threat,
            vulnerability => Vulnerability, owner => Owner, likelihood => Likelihood,
            impact => Impact, treatment => Treatment, residual => Aim, acceptance => Acceptance,
            review => Review, note => Note);
        lists!(self, subject, three, met:
            assets => Assets, properties => Properties, controls => Controls);
        met
    }

    /// One that isn't there hasn't been looked at, which is the same as a blank one.
    fn documents(&mut self, three: Three<'_, Work>) -> LiteMap<super::DocumentId, DocumentEntry> {
        let mut merged = LiteMap::new_vec();
        let Three { mine, theirs, .. } = three.of(|work| &work.documents);
        let only_theirs = theirs.keys().filter(|id| !mine.contains_key(*id));
        for id in mine.keys().chain(only_theirs) {
            let of = |work: &Work| work.documents.get(id).cloned().unwrap_or_default();
            let (base, mine, theirs) = (three.base.map(of), of(three.mine), of(three.theirs));
            let three = Three { base: base.as_ref(), mine: &mine, theirs: &theirs };
            let subject = &Subject::Document(id.clone());
            let mut met = mine.clone();
            values!(self, subject, three, met:
                state => State, place => Place, owner => Owner, review => Review);
            if !met.is_empty() {
                merged.insert(id.clone(), met);
            }
        }
        merged
    }

    fn planned(&mut self, subject: &Subject, three: Three<'_, Planned>) -> Planned {
        let mut met = three.mine.clone();
        values!(self, subject, three, met:
            title => Title, owner => Owner, due => Due, effort => Effort, state => State,
            finished => Finished, note => Note);
        lists!(self, subject, three, met: items => Items, risks => Risks, documents => Documents);
        met
    }
}

/// Gives what came from the file the next number where its own is taken.
fn renumber<K: Clone + Ord, V>(
    mine: &LiteMap<K, V>,
    merged: &mut LiteMap<K, V>,
    number: fn(&mut V) -> &mut u64,
) {
    let mut numbers: Vec<u64> = Vec::new();
    for (key, value) in &mut *merged {
        if mine.contains_key(key) {
            numbers.push(*number(value));
        }
    }
    let mut coming: Vec<(u64, &mut u64)> = Vec::new();
    for (key, value) in &mut *merged {
        if !mine.contains_key(key) {
            let number = number(value);
            coming.push((*number, number));
        }
    }
    coming.sort_by_key(|(before, _)| *before);
    for (before, number) in coming {
        if numbers.contains(&before) {
            *number = next_number(numbers.iter().copied());
        }
        numbers.push(*number);
    }
}
