//! Scales with another number of levels, whose words stay with the levels that stay. The program's words
//! belong to a number of levels: the fourth of five is another word than the fourth of four.

use super::{
    Key, Texts,
    risk::{LEVELS, LevelWords, ladder, rung},
};
use crate::domain::risk::{
    criteria::{Criteria, RiskLevel, Scale, ScaleLevel},
    level::RiskResult,
};

/// What the program calls six levels and what they mean, the lowest first.
type Ladder = [(Key, Key); 6];

impl LevelWords<'_> {
    /// The same criteria with other numbers of levels of likelihood, impact and risk. What a level is
    /// called and what it means stays; what is added at the upper end gets words that no other has.
    #[must_use]
    pub fn resized(&self, likelihood: usize, impact: usize, levels: usize) -> Criteria {
        let mut resized = self.criteria.resized(likelihood, impact, levels);
        for scale in [Scale::Likelihood, Scale::Impact] {
            let before = self.criteria.scale(scale);
            let used = (0..before.len()).map(|level| ScaleLevel {
                name: self.name(scale, level).to_owned(),
                meaning: self.meaning(scale, level).to_owned(),
            });
            let after = match scale {
                Scale::Likelihood => &mut resized.likelihood,
                Scale::Impact => &mut resized.impact,
            };
            if after.len() != before.len() {
                *after = carried(self.texts, ladder(scale), &used.collect::<Vec<_>>(), after.len());
            }
        }
        if levels != self.criteria.levels.len() {
            let used = (0..self.criteria.levels.len()).map(|level| ScaleLevel {
                name: self.level(level).to_owned(),
                ..ScaleLevel::default()
            });
            let names = LEVELS.map(|name| (name, Key::RiskLevelAddedMeaning));
            let worded = carried(self.texts, &names, &used.collect::<Vec<_>>(), levels);
            resized.levels = worded.into_iter().zip(resized.levels).map(with_name).collect();
        }
        resized
    }

    /// How a risk reads: the words of its likelihood, impact and level without controls, today and
    /// after treatment.
    #[must_use]
    pub fn reading(&self, risk: &RiskResult) -> [Option<(String, String)>; 3] {
        [risk.inherent, risk.current, risk.residual].map(|spot| {
            let spot = spot?;
            Some((self.pair(spot.likelihood, spot.impact), self.level(spot.level).to_owned()))
        })
    }
}

fn with_name((words, level): (ScaleLevel, RiskLevel)) -> RiskLevel {
    RiskLevel { name: words.name, ..level }
}

/// The words that so many levels have to have of their own, from those that were in use before; blank
/// where the program's words are the same.
fn carried(texts: &Texts, ladder: &Ladder, used: &[ScaleLevel], count: usize) -> Vec<ScaleLevel> {
    let words = ladder.map(|(name, meaning)| ScaleLevel {
        name: texts.get(name).to_owned(),
        meaning: texts.get(meaning).to_owned(),
    });
    let is_free = |name: &str| {
        let name = name.to_lowercase();
        used.iter().all(|level| level.name.to_lowercase() != name)
    };
    // The words above those of the highest level that there was.
    let highest = used.last().and_then(|last| words.iter().position(|it| it.name == last.name));
    let highest = highest.unwrap_or_else(|| rung(used.len().saturating_sub(1), used.len()));
    let mut free = words.iter().skip(highest.saturating_add(1)).filter(|it| is_free(&it.name));
    (0..count)
        .map(|place| {
            let words_here = used.get(place).or_else(|| free.next()).cloned();
            let mut level = words_here.unwrap_or_else(|| {
                let number = place.saturating_add(1).to_string();
                ScaleLevel {
                    name: texts.fill(Key::RiskLevelAdded, &[("number", &number)]),
                    meaning: texts.get(Key::RiskLevelAddedMeaning).to_owned(),
                }
            });
            if let Some(program) = words.get(rung(place, count)) {
                for (own, program) in
                    [(&mut level.name, &program.name), (&mut level.meaning, &program.meaning)]
                {
                    if *own == *program {
                        own.clear();
                    }
                }
            }
            level
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::risk::criteria::{LEVELS as SIZES, Preset};

    fn names(criteria: &Criteria, scale: Scale) -> Vec<String> {
        let texts = Texts::english();
        let words = LevelWords { texts: &texts, criteria };
        (0..criteria.scale(scale).len()).map(|it| words.name(scale, it).to_owned()).collect()
    }

    fn levels(criteria: &Criteria) -> Vec<String> {
        let texts = Texts::english();
        let words = LevelWords { texts: &texts, criteria };
        (0..criteria.levels.len()).map(|it| words.level(it).to_owned()).collect()
    }

    fn resized(criteria: &Criteria, size: usize) -> Criteria {
        LevelWords { texts: &Texts::english(), criteria }.resized(size, size, size)
    }

    #[test]
    fn levels_that_stay_are_called_what_they_were() {
        let sizes = || SIZES.0..=SIZES.1;
        for (one, two, three) in sizes().flat_map(|one| {
            sizes().flat_map(move |two| sizes().map(move |three| (one, two, three)))
        }) {
            let mut criteria = resized(&Criteria::default(), one);
            if one < SIZES.1 {
                // The program's turn to say so comes with the sixth level.
                criteria.impact[1].name = "existential".to_owned();
            }
            criteria.levels[0].name = "Peanuts".to_owned();
            for size in [two, three] {
                let after = resized(&criteria, size);
                assert_eq!(after.check(), Ok(()));
                let kept = size.min(criteria.impact.len());
                let lists = |it: &Criteria| {
                    let scale = |scale| names(it, scale);
                    [scale(Scale::Likelihood), scale(Scale::Impact), levels(it)]
                };
                for (before, after) in lists(&criteria).into_iter().zip(lists(&after)) {
                    assert_eq!(before[..kept], after[..kept], "{one}, {two}, {three}");
                    let mut distinct: Vec<_> = after.iter().map(|it| it.to_lowercase()).collect();
                    distinct.sort();
                    distinct.dedup();
                    assert_eq!(distinct.len(), size, "{after:?}");
                }
                criteria = after;
            }
        }
    }

    #[test]
    fn what_is_added_goes_on_from_the_highest() {
        let four = resized(&Preset::Five.criteria(), 4);
        assert_eq!(names(&four, Scale::Impact), ["Negligible", "Minor", "Moderate", "Major"]);
        assert_eq!(levels(&four), ["Very low", "Low", "Medium", "High"]);
        // And with the fifth the program's words are all there again.
        assert!(resized(&four, 5).impact.iter().all(|level| *level == ScaleLevel::default()));
        let six = resized(&Preset::Four.criteria(), 6);
        let expected = ["Minor", "Moderate", "Major", "Severe", "Existential", "Level 6"];
        assert_eq!(names(&six, Scale::Impact), expected);
        assert_eq!(six.impact[5].meaning, "Not described yet.");
    }
}
