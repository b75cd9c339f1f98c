//! The verdict: which it is at and beside every threshold, and what it rests on.

use plumbline::domain::{
    evaluation::evaluate,
    finding::findings,
    id::GroupId,
    pack::Pack,
    verdict::{
        Judgement::{self, Beginning, Close, InPlace, OnTheWay, TooEarly},
        Verdict, contrast, verdict,
    },
};

use crate::support::{answers, pack};

fn verdict_on(pack: &Pack, given: &str) -> Verdict {
    let evaluation = evaluate(pack, &answers(given));
    verdict(&evaluation, &findings(pack, &evaluation))
}

/// The judgement on twenty controls: `18F 2N`, so many of each rating, the rest unanswered.
fn check(given: &str, expected: Judgement) {
    let controls: Vec<String> = (1..=20).map(|number| format!("A.5.{number}")).collect();
    let ratings = given.split_whitespace().flat_map(|many| {
        let (number, rating) = many.split_at(many.find(|c: char| !c.is_ascii_digit()).unwrap());
        vec![rating; number.parse().unwrap()]
    });
    let given: Vec<String> = controls
        .iter()
        .zip(ratings)
        .map(|(control, rating)| format!("{control}={rating}"))
        .collect();
    let pack = pack(&format!("A.5: {}", controls.join(" ")));
    assert_eq!(verdict_on(&pack, &given.join(" ")).judgement, expected, "{given:?}");
}

#[test]
fn below_half_it_is_too_early() {
    check("", TooEarly);
    check("9F", TooEarly);
    check("10F", OnTheWay);
    // Nobody could tell: that is no rating.
    check("20?", TooEarly);
    check("9F 11?", TooEarly);
    check("10F 10?", OnTheWay);
    check("1F 19excluded", InPlace);
    check("20excluded", TooEarly);
}

#[test]
fn below_a_third_it_is_the_beginning() {
    check("20N", Beginning);
    // (19·1/3) / 20
    check("19P 1N", Beginning);
    // 1/3
    check("20P", OnTheWay);
    check("10N", Beginning);
}

#[test]
fn close_takes_a_low_end_of_two_thirds() {
    // 2/3
    check("20L", Close);
    // (19·2/3 + 1/3) / 20 = 39/60
    check("19L 1P", OnTheWay);
    // The rest unanswered: (13 + 1/3) / 20 = 2/3, 13/20.
    check("13F 1P", Close);
    check("13F", OnTheWay);
}

#[test]
fn close_takes_minor_findings_at_a_tenth_at_most() {
    check("18F 2N", Close);
    check("17F 3N", OnTheWay);
    // Two of nineteen in scope are more than a tenth.
    check("17F 2P 1excluded", OnTheWay);
}

#[test]
fn in_place_takes_everything_rated_and_no_nonconformity() {
    check("20F", InPlace);
    // (14 + 6·2/3) / 20 = 9/10
    check("14F 6L", InPlace);
    check("13F 7L", Close);
    check("19F 1P", Close);
    check("19F", Close);
    check("19F 1?", Close);
}

/// 19 controls fully in place and one requirement missing: 95 %.
#[test]
fn an_average_never_hides_a_major_finding() {
    let controls: Vec<String> = (1..20).map(|number| format!("A.5.{number}")).collect();
    let pack = pack(&format!("4: 4.1 | A.5: {}", controls.join(" ")));
    let given = |rating| format!("4.1={rating} {}=F", controls.join("=F "));
    for (rating, expected, majors, minors) in
        [("N", OnTheWay, 1, 0), ("P", Close, 0, 1), ("L", InPlace, 0, 0)]
    {
        let verdict = verdict_on(&pack, &given(rating));
        let found = (verdict.judgement, verdict.majors, verdict.minors);
        assert_eq!(found, (expected, majors, minors), "{rating}");
    }
}

#[test]
fn findings_of_groups_count_as_well() {
    let verdict = verdict_on(&pack("4: 4.1 4.2 4.3 | A.5: A.5.1"), "4.1=P 4.2=P 4.3=P A.5.1=L");
    assert_eq!((verdict.majors, verdict.minors), (1, 3));
    assert_eq!(verdict.measure.conformity.unwrap().percent(), 42);
}

/// `strengths / weaknesses - left out`
fn check_contrast(given: &str, most: usize, expected: &str) {
    let pack = pack("4: 4.1 4.2 4.3 | 5: 5.1 5.2 | 6: 6.1 6.2 | 7: 7.1 7.2 | A.5: A.5.1 A.5.2");
    let given: Vec<String> = given
        .split_whitespace()
        .map(|answer| match answer.split_once('=') {
            Some((item, rating)) if !item.contains(['1', '2', '3']) => {
                format!("{item}.1={rating} {item}.2={rating}")
            }
            _ => answer.to_owned(),
        })
        .collect();
    let given = given.join(" ");
    let contrast = contrast(&evaluate(&pack, &answers(&given)), most);
    let show = |ids: &[GroupId]| ids.iter().map(GroupId::as_str).collect::<Vec<_>>().join(" ");
    let found = format!("{} / {}", show(&contrast.strengths), show(&contrast.weaknesses));
    let left_out = show(&contrast.left_out);
    let found = if left_out.is_empty() { found } else { format!("{found} - {left_out}") };
    assert_eq!(found, expected, "{given:?}");
}

#[test]
fn strengths_and_weaknesses_are_told_against_the_whole() {
    // 1, 0, 2/3, none, 1/3: 1/2 on the whole.
    check_contrast("4=F 5=N 6=L A.5=P", 9, "4 6 / 5 A.5 - 7");
    check_contrast("4=F 5=N 6=L A.5=P", 1, "4 / 5 - 7");
    // Equals in pack order, on both sides.
    check_contrast("4=N 5=F 6=N 7=F A.5=F", 9, "5 7 A.5 / 4 6");
    // What is just as the whole is neither.
    check_contrast("4=F 5=N 6=F 7=N", 9, "4 6 / 5 7 - A.5");
    // The better ones, and yet in place by a third at most: 4 and 6 are no strengths.
    check_contrast("4=P 5=N 6=P 7=N", 9, " / 5 7 - A.5");
    check_contrast("4=L 5=L", 9, " /  - 6 7 A.5");
    check_contrast("4=?", 9, " /  - 4 5 6 7 A.5");
    // Of too little rated nothing is told: one item, and less than half of three.
    check_contrast("4=F 5.1=N 6=N", 9, "4 / 6 - 5 7 A.5");
    check_contrast("4.1=F 5=L 6=N", 9, "5 / 6 - 4 7 A.5");
}

#[test]
fn what_is_missing_makes_it_a_verdict() {
    let controls: Vec<String> = (1..=5).map(|number| format!("A.5.{number}")).collect();
    let pack = pack(&format!("A.5: {}", controls.join(" ")));
    let missing = |given: &str| verdict_on(&pack, given).missing();
    // Half of five is three.
    assert_eq!(missing(""), 3);
    assert_eq!(missing("A.5.1=N A.5.2=?"), 2);
    assert_eq!(verdict_on(&pack, "A.5.1=F A.5.2=F").judgement, TooEarly);
    assert_eq!(missing("A.5.1=F A.5.2=F A.5.3=F"), 0);
    assert_ne!(verdict_on(&pack, "A.5.1=F A.5.2=F A.5.3=F").judgement, TooEarly);
    // One in scope.
    assert_eq!(missing("A.5.1=excluded A.5.2=excluded A.5.3=excluded A.5.4=excluded"), 1);
}
