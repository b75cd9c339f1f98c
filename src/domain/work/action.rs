//! The one way the work of an assessment changes: as a part of [`Action`].

use std::{any::Any, mem::replace};

use litemap::LiteMap;

use super::{
    super::{
        action::{Action, Refusal},
        assessment::Assessment,
        document::DocumentEntry,
        finding::Regrade,
        id::{AssetId, DocumentId, FindingId, ItemId, PlannedId, RiskId},
        pack::Pack,
        path::MOST_WEEKS,
        plan::Planned,
        risk::{
            criteria::Criteria,
            level,
            register::{Asset, Risk},
        },
        soa::{OwnControl, Statement},
    },
    Work,
    carried::{Change, Held, Subject},
};

/// One intent of a person. What isn't there any more is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorkAction {
    /// Say by what risks are judged.
    Criteria(Box<Criteria>),
    /// Write down an asset, or remove it.
    Asset(AssetId, Option<Asset>),
    /// Write down a risk, or remove it.
    Risk(RiskId, Option<Box<Risk>>),
    /// Say what stands at the head of the Statement of Applicability.
    Statement(Statement),
    /// Write down a control of the organisation's own, or remove it.
    Own(ItemId, Option<Box<OwnControl>>),
    /// Write down what is there of a document or record.
    Document(DocumentId, DocumentEntry),
    /// Grade a finding otherwise than the rules, or leave it to them again.
    Grade(FindingId, Option<Regrade>),
    /// Write down an action of the plan, or remove it.
    Plan(PlannedId, Option<Box<Planned>>),
    /// Say how many weeks a step takes, or leave that to the estimate again.
    Weeks(u64, Option<u64>),
}

impl From<WorkAction> for Action {
    fn from(action: WorkAction) -> Self {
        Self::Work(Box::new(action))
    }
}

impl WorkAction {
    fn refusal(&self, pack: &Pack, assessment: &Assessment) -> Option<Refusal> {
        match self {
            Self::Criteria(criteria) => criteria.check().err().map(Refusal::Criteria),
            Self::Risk(id, Some(risk)) => level::allow(pack, assessment, id, risk).err(),
            Self::Own(id, Some(_)) => {
                (!id.as_str().starts_with(ItemId::OWN)).then(|| Refusal::UnknownItem(id.clone()))
            }
            Self::Grade(_, Some(regrade)) => {
                regrade.reason.trim().is_empty().then_some(Refusal::BlankReason)
            }
            Self::Weeks(_, Some(weeks)) => (*weeks > MOST_WEEKS).then_some(Refusal::Weeks(*weeks)),
            _ => None,
        }
    }

    fn change(self, work: &mut Work) -> Self {
        match self {
            Self::Criteria(criteria) => {
                Self::Criteria(Box::new(replace(&mut work.criteria, *criteria)))
            }
            Self::Asset(id, asset) => {
                let before = put(&mut work.assets, &id, asset);
                Self::Asset(id, before)
            }
            Self::Risk(id, risk) => {
                let before = put(&mut work.risks, &id, risk.map(|risk| *risk));
                Self::Risk(id, before.map(Box::new))
            }
            Self::Statement(statement) => Self::Statement(replace(&mut work.statement, statement)),
            Self::Own(id, own) => {
                let before = put(&mut work.own_controls, &id, own.map(|own| *own));
                Self::Own(id, before.map(Box::new))
            }
            Self::Document(id, entry) => {
                let entry = Some(entry).filter(|entry| !entry.is_empty());
                let before = put(&mut work.documents, &id, entry);
                Self::Document(id, before.unwrap_or_default())
            }
            Self::Grade(id, regrade) => {
                let before = put(&mut work.regraded, &id, regrade);
                Self::Grade(id, before)
            }
            Self::Plan(id, planned) => {
                let before = put(&mut work.plan, &id, planned.map(|planned| *planned));
                Self::Plan(id, before.map(Box::new))
            }
            Self::Weeks(step, weeks) => {
                let before = put(&mut work.weeks, &step, weeks);
                Self::Weeks(step, before)
            }
        }
    }
}

/// Puts something into its place, or takes it away, and returns what was there.
fn put<K: Clone + Ord, V>(map: &mut LiteMap<K, V>, key: &K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    }
}

impl Change for WorkAction {
    fn copy(&self) -> Box<dyn Change> {
        Box::new(self.clone())
    }

    fn equals(&self, other: &dyn Change) -> bool {
        other.look().downcast_ref() == Some(self)
    }

    fn continues(&self, earlier: &dyn Change) -> bool {
        let Some(earlier) = earlier.look().downcast_ref::<Self>() else { return false };
        match (self, earlier) {
            (Self::Criteria(_), Self::Criteria(_)) | (Self::Statement(_), Self::Statement(_)) => {
                true
            }
            (Self::Asset(id, Some(_)), Self::Asset(before, Some(_))) => id == before,
            (Self::Risk(id, Some(_)), Self::Risk(before, Some(_))) => id == before,
            (Self::Own(id, Some(_)), Self::Own(before, Some(_))) => id == before,
            (Self::Document(id, _), Self::Document(before, _)) => id == before,
            (Self::Plan(id, Some(_)), Self::Plan(before, Some(_))) => id == before,
            _ => false,
        }
    }

    fn subject(&self) -> Subject {
        match self {
            Self::Criteria(_) => Subject::Criteria,
            Self::Asset(..) => Subject::Asset,
            Self::Risk(..) => Subject::Risk,
            Self::Statement(_) => Subject::Statement,
            Self::Own(..) => Subject::Own,
            Self::Document(..) => Subject::Document,
            Self::Grade(..) => Subject::Grade,
            Self::Plan(..) => Subject::Plan,
            Self::Weeks(..) => Subject::Weeks,
        }
    }

    fn allow(&self, pack: &Pack, assessment: &Assessment) -> Result<(), Refusal> {
        self.refusal(pack, assessment).map_or(Ok(()), Err)
    }

    fn carry_out(self: Box<Self>, assessment: &mut Assessment) -> Box<dyn Change> {
        let mut work = assessment.work.take();
        let back = self.change(&mut work);
        assessment.work = Held::new(work);
        Box::new(back)
    }

    fn look(&self) -> &dyn Any {
        self
    }
}
