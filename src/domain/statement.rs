//! Working on the Statement of Applicability: deciding on its rows, looking for some of them, and how
//! far it is.

use super::{
    action::Action,
    assessment::{Answer, Applicability},
    filter::fold,
    id::{GroupId, ItemId},
    soa::{Decision, Inclusion, InclusionReason, Lint, Row},
};

/// What has to be done to decide on a control; `None` when that is decided already. Reasons that were
/// given stay while the control is excluded, so that it can be had back. A decision that a person
/// makes is no proposal.
#[must_use]
pub fn decide(
    control: &ItemId,
    before: &Answer,
    decision: Decision,
    justification: &str,
) -> Option<Action> {
    let excluded = matches!(before.applicability, Applicability::Excluded { .. });
    let mut actions = Vec::new();
    match decision {
        Decision::Excluded if !excluded => {
            let justification = justification.to_owned();
            actions.push(Action::Apply(control.clone(), Applicability::Excluded { justification }));
        }
        Decision::Excluded => {}
        Decision::Applicable | Decision::Undecided => {
            if excluded {
                actions.push(Action::Apply(control.clone(), Applicability::Applicable));
            }
            let wanted = (decision == Decision::Applicable).then(|| confirmed(before));
            if before.inclusion != wanted {
                actions.push(Action::Include(control.clone(), wanted));
            }
        }
    }
    if actions.len() > 1 { Some(Action::Several(actions)) } else { actions.pop() }
}

/// The reasons as somebody gave or confirmed them.
#[must_use]
pub fn confirmed(before: &Answer) -> Inclusion {
    Inclusion { proposed: false, ..before.inclusion.clone().unwrap_or_default() }
}

/// The reasons with one more or one less, in their order.
#[must_use]
pub fn with_reason(before: &Answer, reason: InclusionReason, holds: bool) -> Inclusion {
    let mut inclusion = confirmed(before);
    let reasons = InclusionReason::ALL.into_iter();
    inclusion.reasons = reasons
        .filter(|one| if *one == reason { holds } else { inclusion.reasons.contains(one) })
        .collect();
    inclusion
}

/// How far the statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// All rows.
    pub all: usize,
    /// Those that are needed.
    pub applicable: usize,
    /// Those that aren't.
    pub excluded: usize,
    /// By [`Lint::ALL`], how many rows have it.
    pub lints: [usize; Lint::ALL.len()],
}

impl Progress {
    /// Of these rows.
    #[must_use]
    pub fn of(rows: &[Row]) -> Self {
        let count = |holds: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| holds(row)).count();
        Self {
            all: rows.len(),
            applicable: count(&|row| row.decision == Decision::Applicable),
            excluded: count(&|row| row.decision == Decision::Excluded),
            lints: Lint::ALL.map(|lint| count(&|row| row.lints.contains(&lint))),
        }
    }

    /// Rows on which somebody or a proposal has decided.
    #[must_use]
    pub const fn decided(&self) -> usize {
        self.applicable.saturating_add(self.excluded)
    }

    /// Rows on which nobody has decided.
    #[must_use]
    pub const fn open(&self) -> usize {
        self.all.saturating_sub(self.decided())
    }

    /// How many rows have a mistake.
    #[must_use]
    pub fn count(&self, lint: Lint) -> usize {
        let place = Lint::ALL.iter().position(|one| *one == lint);
        place.and_then(|place| self.lints.get(place)).copied().unwrap_or_default()
    }
}

/// What a draft proposes (see [`super::soa::draft`]).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// Controls that risks call for.
    pub risk: usize,
    /// Others that are at least partly in place.
    pub best_practice: usize,
    /// Controls that stay open, because nothing speaks for them yet.
    pub open: usize,
}

impl Proposals {
    /// Of these proposals for these rows.
    #[must_use]
    pub fn of(draft: &[Action], rows: &[Row]) -> Self {
        let reasons = |action: &Action| match action {
            Action::Include(_, Some(inclusion)) => inclusion.reasons.clone(),
            _ => Vec::new(),
        };
        let risk =
            draft.iter().filter(|action| reasons(action).contains(&InclusionReason::Risk)).count();
        Self {
            risk,
            best_practice: draft.len().saturating_sub(risk),
            open: Progress::of(rows).open().saturating_sub(draft.len()),
        }
    }

    /// Whether anything is proposed.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.risk == 0 && self.best_practice == 0
    }
}

/// A part of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Controls of the pack.
    Group(GroupId),
    /// The organisation's own.
    Own,
}

/// What is looked for: a row has to fit every part that is there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A part of the statement.
    pub theme: Option<Theme>,
    /// What is decided.
    pub decision: Option<Decision>,
    /// A mistake.
    pub lint: Option<Lint>,
    /// Words, all of which have to stand somewhere at the row.
    pub words: String,
}

impl Filter {
    /// Whether nothing is looked for, so that everything fits.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty()
            && *self == Self { words: self.words.clone(), ..Self::default() }
    }

    /// Whether a row of this theme fits, whose texts are these.
    #[must_use]
    pub fn fits(&self, row: &Row, theme: &Theme, texts: &[&str]) -> bool {
        let words = fold(&self.words);
        let written = fold(&texts.join("\n"));
        self.theme.as_ref().is_none_or(|wanted| wanted == theme)
            && self.decision.is_none_or(|wanted| wanted == row.decision)
            && self.lint.is_none_or(|wanted| row.lints.contains(&wanted))
            && words.split_whitespace().all(|word| written.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::{super::soa::Implementation, *};

    fn control() -> ItemId {
        ItemId::parse("A.5.7").unwrap()
    }

    fn proposed(reasons: &[InclusionReason]) -> Inclusion {
        Inclusion { reasons: reasons.to_vec(), why: "so".into(), proposed: true }
    }

    fn excluded(why: &str) -> Applicability {
        Applicability::Excluded { justification: why.into() }
    }

    fn row(decision: Decision, lints: &[Lint]) -> Row {
        Row {
            control: control(),
            decision,
            implementation: Implementation::Unknown,
            risks: Vec::new(),
            lints: lints.to_vec(),
        }
    }

    #[test]
    fn deciding_keeps_reasons_and_is_no_proposal() {
        let open = Answer::default();
        let include = |inclusion| Action::Include(control(), inclusion);
        let decide = |before: &Answer, decision| decide(&control(), before, decision, "Not ours");
        assert_eq!(decide(&open, Decision::Undecided), None);
        let needed = Some(include(Some(Inclusion::default())));
        assert_eq!(decide(&open, Decision::Applicable), needed);
        let exclude = Action::Apply(control(), excluded("Not ours"));
        assert_eq!(decide(&open, Decision::Excluded), Some(exclude.clone()));

        let reasons = [InclusionReason::Legal];
        let drafted = Answer { inclusion: Some(proposed(&reasons)), ..Answer::default() };
        let confirmed = Inclusion { proposed: false, ..proposed(&reasons) };
        assert_eq!(decide(&drafted, Decision::Applicable), Some(include(Some(confirmed.clone()))));
        assert_eq!(decide(&drafted, Decision::Undecided), Some(include(None)));
        assert_eq!(decide(&drafted, Decision::Excluded), Some(exclude));

        // Excluded, with the reasons from before.
        let out = Answer { applicability: excluded("x"), ..drafted };
        assert_eq!(decide(&out, Decision::Excluded), None);
        let back = Action::Apply(control(), Applicability::Applicable);
        let both = |inclusion| Some(Action::Several(vec![back.clone(), include(inclusion)]));
        assert_eq!(decide(&out, Decision::Applicable), both(Some(confirmed.clone())));
        assert_eq!(decide(&out, Decision::Undecided), both(None));
        let known = Answer { inclusion: Some(confirmed), ..out };
        assert_eq!(decide(&known, Decision::Applicable), Some(back));
    }

    #[test]
    fn reasons_stay_in_their_order_and_once() {
        let before = Answer {
            inclusion: Some(proposed(&[InclusionReason::Legal, InclusionReason::BestPractice])),
            ..Answer::default()
        };
        let reasons = |reason, holds| with_reason(&before, reason, holds).reasons;
        assert_eq!(
            reasons(InclusionReason::Risk, true),
            [InclusionReason::Risk, InclusionReason::Legal, InclusionReason::BestPractice]
        );
        assert_eq!(reasons(InclusionReason::Legal, true).len(), 2);
        assert_eq!(reasons(InclusionReason::Legal, false), [InclusionReason::BestPractice]);
        let with = with_reason(&before, InclusionReason::Legal, false);
        assert_eq!((with.proposed, with.why.as_str()), (false, "so"));
    }

    #[test]
    fn progress_counts_rows_once_and_each_mistake() {
        let rows = [
            row(Decision::Undecided, &[Lint::Undecided]),
            row(Decision::Applicable, &[Lint::Proposed]),
            row(
                Decision::Excluded,
                &[Lint::ExcludedThoughNeeded, Lint::ExcludedWithoutJustification],
            ),
            row(Decision::Excluded, &[]),
        ];
        let progress = Progress::of(&rows);
        assert_eq!((progress.all, progress.applicable, progress.excluded), (4, 1, 2));
        assert_eq!((progress.decided(), progress.open()), (3, 1));
        for lint in Lint::ALL {
            let expected = match lint {
                Lint::IncludedWithoutReason | Lint::WithoutEvidence => 0,
                _ => 1,
            };
            assert_eq!(progress.count(lint), expected, "{lint:?}");
        }
    }

    #[test]
    fn a_draft_is_summed_up_by_reason() {
        let propose =
            |reasons: &[InclusionReason]| Action::Include(control(), Some(proposed(reasons)));
        let draft = [
            propose(&[InclusionReason::Risk]),
            propose(&[InclusionReason::Risk, InclusionReason::BestPractice]),
            propose(&[InclusionReason::BestPractice]),
        ];
        let rows = vec![row(Decision::Undecided, &[]); 5];
        let proposals = Proposals::of(&draft, &rows);
        assert_eq!(proposals, Proposals { risk: 2, best_practice: 1, open: 2 });
        assert!(!proposals.is_empty() && Proposals::of(&[], &rows).is_empty());
    }

    #[test]
    fn a_row_fits_when_every_part_does() {
        let theme = Theme::Group(GroupId::parse("A.5").unwrap());
        let row = row(Decision::Excluded, &[Lint::ExcludedThoughNeeded]);
        let fits = |filter: &Filter| filter.fits(&row, &theme, &["A.5.7", "Threat Intelligence"]);
        let any = Filter::default();
        assert!(any.is_empty() && fits(&any));
        assert!(Filter { words: " ".into(), ..any.clone() }.is_empty());
        for (filter, expected) in [
            (Filter { words: "intelligence threat".into(), ..any.clone() }, true),
            (Filter { words: "threat backup".into(), ..any.clone() }, false),
            (Filter { theme: Some(theme.clone()), ..any.clone() }, true),
            (Filter { theme: Some(Theme::Own), ..any.clone() }, false),
            (Filter { decision: Some(Decision::Excluded), ..any.clone() }, true),
            (Filter { decision: Some(Decision::Undecided), ..any.clone() }, false),
            (Filter { lint: Some(Lint::ExcludedThoughNeeded), ..any.clone() }, true),
            (Filter { lint: Some(Lint::Proposed), ..any.clone() }, false),
        ] {
            assert_eq!(fits(&filter), expected, "{filter:?}");
            assert!(!filter.is_empty());
        }
    }
}
