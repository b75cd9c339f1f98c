//! By what sheets and columns are known, whatever their titles.

use serde::{Deserialize, Serialize};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$variant_doc])* $variant,)* }

        impl $name {
            /// As written in files.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// Reads what is written in files.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

names! {
    /// What a sheet is about.
    SheetKind {
        /// What it all comes to.
        Summary = "summary",
        /// Every item with its answer.
        Answers = "answers",
        /// The check-points of the items.
        Checks = "checks",
        /// The Statement of Applicability.
        Statement = "statement",
        /// The risk register.
        Risks = "risks",
        /// The plan.
        Actions = "actions",
        /// Documents and records.
        Documents = "documents",
        /// Probable findings.
        Findings = "findings",
        /// What each group of a workshop said.
        Values = "values",
        /// The items of a workshop by disagreement.
        Disagreement = "disagreement",
        /// The groups of a workshop.
        Groups = "groups",
        /// What the groups of a workshop wrote.
        Notes = "notes",
    }
}

names! {
    /// What a column is about.
    Field {
        /// What people call it by: "A.5.7", "R7".
        Number = "number",
        /// Its identifier, by which a row is found again.
        Id = "id",
        /// Clause or theme.
        Group = "group",
        /// What it is called.
        Title = "title",
        /// What is asked.
        Question = "question",
        /// The rating.
        Rating = "rating",
        /// The level that is aimed at.
        Target = "target",
        /// By when.
        Due = "due",
        /// Who sees to it.
        Owner = "owner",
        /// Free text.
        Note = "note",
        /// What it takes.
        Effort = "effort",
        /// Marked to be looked at again, or the day for that.
        Review = "review",
        /// What proves it.
        Evidence = "evidence",
        /// A check-point.
        Check = "check",
        /// The answer to it.
        Answer = "answer",
        /// What is decided about a control.
        Decision = "decision",
        /// Why it is needed, as ticked.
        Reasons = "reasons",
        /// Why it is needed, in free text.
        Why = "why",
        /// Why it isn't.
        Justification = "justification",
        /// How it is put into practice.
        Implementation = "implementation",
        /// How far that is.
        Practice = "practice",
        /// Risks.
        Risks = "risks",
        /// What is to be put right.
        Problems = "problems",
        /// What could cause a risk.
        Threat = "threat",
        /// What it would exploit.
        Vulnerability = "vulnerability",
        /// What it would hit.
        Assets = "assets",
        /// What would be lost.
        Properties = "properties",
        /// Without controls.
        Likelihood = "likelihood",
        /// Without controls.
        Impact = "impact",
        /// Level without controls.
        Inherent = "inherent",
        /// Level today.
        Current = "current",
        /// Whether it is above the threshold today.
        Above = "above",
        /// What is done about it.
        Treatment = "treatment",
        /// Level after treatment.
        Residual = "residual",
        /// Controls that treat it.
        Controls = "controls",
        /// Who accepts it.
        AcceptedBy = "accepted_by",
        /// When.
        AcceptedOn = "accepted_on",
        /// Why.
        AcceptedWhy = "accepted_why",
        /// Items.
        Items = "items",
        /// Documents and records.
        Documents = "documents",
        /// How far it is.
        State = "state",
        /// When it was done.
        Finished = "finished",
        /// The item that it belongs to.
        Item = "item",
        /// Document or record.
        Form = "form",
        /// Who asks for it.
        Demand = "demand",
        /// Whether it is needed here.
        Needed = "needed",
        /// Where it is.
        Place = "place",
        /// How grave it is.
        Grade = "grade",
        /// How grave it is by the rules.
        Computed = "computed",
        /// Why the grade is another.
        Reason = "reason",
        /// Why it is a finding.
        Finding = "finding",
        /// Actions that close it.
        Actions = "actions",
        /// Share of what is asked that is in place.
        Conformity = "conformity",
        /// The lower end of its range.
        Low = "low",
        /// The upper end of its range.
        High = "high",
        /// How much was looked at.
        Completeness = "completeness",
        /// How many items are rated.
        Rated = "rated",
        /// Of how many in scope.
        InScope = "in_scope",
        /// A round of a workshop.
        Round = "round",
        /// What a group said, or how many said so.
        Votes = "votes",
        /// The median of what groups said.
        Median = "median",
        /// How many levels they are apart.
        Spread = "spread",
        /// How many didn't know.
        DontKnow = "dont_know",
        /// What the room agreed on.
        Agreed = "agreed",
    }
}
