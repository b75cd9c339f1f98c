//! Where in the app a person is: one type, kept in the fragment of the address.

mod workshop;

use std::fmt;

pub use workshop::{Room, Seat, Workshops};

use crate::domain::{
    explain::Subject,
    id::{AssessmentId, AttributeId, AttributeValue, GroupId, ItemId, RiskId, SectionId},
    score::Number,
};

/// A place in the app. [`Route::parse`] reads what [`fmt::Display`] writes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The list of assessments.
    Home,
    /// A page of an assessment.
    Assessment(AssessmentId, Page),
    /// A chapter of the guide.
    Guide(Chapter),
    /// What is kept in this browser.
    YourData,
    /// A place of workshops.
    Workshops(Workshops),
    /// An address that leads nowhere.
    Unknown,
}

/// A chapter of the guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// 27001 and 27002.
    Standards,
    /// Which of the two is needed now.
    Helper,
    /// Reasons for an ISMS.
    Reasons,
    /// Ten steps to a certificate.
    Steps,
    /// Documents and records.
    Documents,
    /// The way to a certificate.
    Certification,
}

impl Chapter {
    /// All chapters, in order of reading.
    pub const ALL: [Self; 6] = [
        Self::Standards,
        Self::Helper,
        Self::Reasons,
        Self::Steps,
        Self::Documents,
        Self::Certification,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Standards => "standards",
            Self::Helper => "which",
            Self::Reasons => "reasons",
            Self::Steps => "steps",
            Self::Documents => "documents",
            Self::Certification => "certification",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chapter| chapter.name() == name)
    }
}

/// A page of an assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// The task list with the headline numbers.
    Hub,
    /// A clause or theme.
    Group(GroupId),
    /// An item.
    Item(ItemId),
    /// What is known of the organisation.
    About,
    /// A question of the quick check.
    Quick(ItemId),
    /// All answers of the quick check before its result.
    Review,
    /// What the answers mean, on one page.
    Result,
    /// All numbers, by clause, theme and attribute.
    Dashboard,
    /// How the numbers change over time.
    Time,
    /// All items to be rated on one page.
    All,
    /// The risk register and its matrix.
    Risks,
    /// A risk.
    Risk(RiskId),
    /// By what risks are judged.
    Criteria,
    /// What is worth protecting.
    Assets,
    /// The Statement of Applicability.
    Statement,
    /// Documents and records.
    Documents,
    /// Predicted findings.
    Findings,
    /// Readiness for the audit.
    Readiness,
    /// The actions of the plan.
    Plan,
    /// The ten steps.
    Steps,
    /// The files that can be taken.
    Report,
    /// How a number was computed.
    Why(Number, Subject),
    /// How the average over clauses and themes was computed.
    Averaged,
}

impl Route {
    /// Reads a fragment without its `#`.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let mut parts = fragment.trim_matches('/').split('/');
        let route = match parts.next() {
            None | Some("") => Some(Self::Home),
            Some("a") => parts
                .next()
                .and_then(|id| AssessmentId::parse(id).ok())
                .zip(Page::parse(&mut parts))
                .map(|(id, page)| Self::Assessment(id, page)),
            Some("guide") => match parts.next() {
                None => Some(Self::Guide(Chapter::Standards)),
                Some(name) => Chapter::parse(name).map(Self::Guide),
            },
            Some("data") => Some(Self::YourData),
            Some(first) => Workshops::parse(first, &mut parts).map(Self::Workshops),
        };
        route.filter(|_| parts.next().is_none()).unwrap_or(Self::Unknown)
    }

    /// As the target of a link.
    #[must_use]
    pub fn href(&self) -> String {
        format!("#{self}")
    }
}

impl Page {
    fn parse<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Self> {
        Some(match parts.next() {
            None => Self::Hub,
            Some("group") => Self::Group(GroupId::parse(parts.next()?).ok()?),
            Some("item") => Self::Item(ItemId::parse(parts.next()?).ok()?),
            Some("about") => Self::About,
            Some("quick") => match parts.next() {
                None => Self::Review,
                Some(item) => Self::Quick(ItemId::parse(item).ok()?),
            },
            Some("result") => Self::Result,
            Some("dashboard") => Self::Dashboard,
            Some("time") => Self::Time,
            Some("all") => Self::All,
            Some("risks") => Self::Risks,
            Some("risk") => Self::Risk(RiskId::parse(parts.next()?).ok()?),
            Some("criteria") => Self::Criteria,
            Some("assets") => Self::Assets,
            Some("statement") => Self::Statement,
            Some("documents") => Self::Documents,
            Some("findings") => Self::Findings,
            Some("readiness") => Self::Readiness,
            Some("plan") => Self::Plan,
            Some("steps") => Self::Steps,
            Some("report") => Self::Report,
            Some("why") => match parts.next()? {
                "average" => Self::Averaged,
                number => Self::Why(parse_number(number)?, parse_subject(parts)?),
            },
            Some(_) => return None,
        })
    }
}

const fn number_name(number: Number) -> &'static str {
    match number {
        Number::Conformity => "conformity",
        Number::Low => "low",
        Number::High => "high",
        Number::Completeness => "completeness",
    }
}

fn parse_number(name: &str) -> Option<Number> {
    Number::ALL.into_iter().find(|number| number_name(*number) == name)
}

fn parse_subject<'a>(parts: &mut impl Iterator<Item = &'a str>) -> Option<Subject> {
    Some(match parts.next()? {
        "everything" => Subject::Everything,
        "section" => Subject::Section(SectionId::parse(parts.next()?).ok()?),
        "group" => Subject::Group(GroupId::parse(parts.next()?).ok()?),
        "attribute" => Subject::Attribute(
            AttributeId::parse(parts.next()?).ok()?,
            AttributeValue::parse(parts.next()?).ok()?,
        ),
        _ => return None,
    })
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (id, page) = match self {
            Self::Home | Self::Unknown => return f.write_str("/"),
            Self::YourData => return f.write_str("/data"),
            Self::Guide(chapter) => return write!(f, "/guide/{}", chapter.name()),
            Self::Workshops(place) => return place.fmt(f),
            Self::Assessment(id, page) => (id, page),
        };
        write!(f, "/a/{id}")?;
        match page {
            Page::Hub => Ok(()),
            Page::Group(group) => write!(f, "/group/{group}"),
            Page::Item(item) => write!(f, "/item/{item}"),
            Page::About => f.write_str("/about"),
            Page::Quick(item) => write!(f, "/quick/{item}"),
            Page::Review => f.write_str("/quick"),
            Page::Result => f.write_str("/result"),
            Page::Dashboard => f.write_str("/dashboard"),
            Page::Time => f.write_str("/time"),
            Page::All => f.write_str("/all"),
            Page::Risks => f.write_str("/risks"),
            Page::Risk(risk) => write!(f, "/risk/{risk}"),
            Page::Criteria => f.write_str("/criteria"),
            Page::Assets => f.write_str("/assets"),
            Page::Statement => f.write_str("/statement"),
            Page::Documents => f.write_str("/documents"),
            Page::Findings => f.write_str("/findings"),
            Page::Readiness => f.write_str("/readiness"),
            Page::Plan => f.write_str("/plan"),
            Page::Steps => f.write_str("/steps"),
            Page::Report => f.write_str("/report"),
            Page::Averaged => f.write_str("/why/average"),
            Page::Why(number, subject) => {
                write!(f, "/why/{}", number_name(*number))?;
                match subject {
                    Subject::Everything => f.write_str("/everything"),
                    Subject::Section(section) => write!(f, "/section/{section}"),
                    Subject::Group(group) => write!(f, "/group/{group}"),
                    Subject::Attribute(attribute, value) => {
                        write!(f, "/attribute/{attribute}/{value}")
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_one_address() {
        let table = [
            ("/", Route::Home),
            ("/data", Route::YourData),
            ("/guide/which", Route::Guide(Chapter::Helper)),
            ("/workshops", Route::Workshops(Workshops::All)),
            ("/workshops/new", Route::Workshops(Workshops::New)),
            ("/workshops/notes", Route::Workshops(Workshops::Notes(None))),
            ("/workshops/notes/before", Route::Workshops(Workshops::Notes(Some("before".into())))),
            ("/workshop/91JPRV3F", Route::Workshops(Workshops::Room("91JPRV3F".into(), Room::Hub))),
            (
                "/workshop/91JPRV3F/show",
                Route::Workshops(Workshops::Room("91JPRV3F".into(), Room::Show)),
            ),
            ("/join/PLMS1A", seat(Seat::Door)),
            ("/join/PLMS1A/3/1", seat(Seat::Answers(2, 1))),
            ("/join/PLMS1A/3/2/A.5.1", seat(Seat::Item(2, 2, ItemId::parse("A.5.1").unwrap()))),
            ("/return/PLMR1A", Route::Workshops(Workshops::Return("PLMR1A".into()))),
            ("/a/x1", page(Page::Hub)),
            ("/a/x1/group/A.5", page(Page::Group(GroupId::parse("A.5").unwrap()))),
            ("/a/x1/item/6.1.2", page(Page::Item(ItemId::parse("6.1.2").unwrap()))),
            ("/a/x1/about", page(Page::About)),
            ("/a/x1/quick", page(Page::Review)),
            ("/a/x1/quick/6.1.2", page(Page::Quick(ItemId::parse("6.1.2").unwrap()))),
            ("/a/x1/result", page(Page::Result)),
            ("/a/x1/dashboard", page(Page::Dashboard)),
            ("/a/x1/time", page(Page::Time)),
            ("/a/x1/all", page(Page::All)),
            ("/a/x1/risks", page(Page::Risks)),
            ("/a/x1/risk/r1", page(Page::Risk(RiskId::parse("r1").unwrap()))),
            ("/a/x1/criteria", page(Page::Criteria)),
            ("/a/x1/assets", page(Page::Assets)),
            ("/a/x1/statement", page(Page::Statement)),
            ("/a/x1/documents", page(Page::Documents)),
            ("/a/x1/findings", page(Page::Findings)),
            ("/a/x1/readiness", page(Page::Readiness)),
            ("/a/x1/plan", page(Page::Plan)),
            ("/a/x1/steps", page(Page::Steps)),
            ("/a/x1/report", page(Page::Report)),
            ("/a/x1/why/average", page(Page::Averaged)),
            ("/a/x1/why/conformity/everything", why(Number::Conformity, Subject::Everything)),
            (
                "/a/x1/why/low/section/annex-a",
                why(Number::Low, Subject::Section(SectionId::parse("annex-a").unwrap())),
            ),
            (
                "/a/x1/why/high/group/4",
                why(Number::High, Subject::Group(GroupId::parse("4").unwrap())),
            ),
            (
                "/a/x1/why/completeness/attribute/concepts/detect",
                why(
                    Number::Completeness,
                    Subject::Attribute(
                        AttributeId::parse("concepts").unwrap(),
                        AttributeValue::parse("detect").unwrap(),
                    ),
                ),
            ),
        ];
        for (fragment, route) in table {
            assert_eq!(Route::parse(fragment), route, "{fragment}");
            assert_eq!(route.to_string(), fragment);
        }
    }

    #[test]
    fn what_leads_nowhere_is_unknown() {
        for fragment in [
            "/b",
            "/data/more",
            "/guide/nowhere",
            "/a",
            "/a/",
            "/a/x1/nowhere",
            "/a/x1/group",
            "/a/x1/all/more",
            "/a/x1/why/mean/everything",
            "/a/<x>",
            "/workshops/nowhere",
            "/workshop",
            "/workshop/91JPRV3F/nowhere",
            "/join",
            "/join/PLMS1A/0/1",
            "/join/PLMS1A/1",
            "/join/PLMS1A/1/1/A.5.1/more",
            "/return",
        ] {
            assert_eq!(Route::parse(fragment), Route::Unknown, "{fragment}");
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("/guide"), Route::Guide(Chapter::Standards));
    }

    fn seat(seat: Seat) -> Route {
        Route::Workshops(Workshops::Seat("PLMS1A".into(), seat))
    }

    fn page(page: Page) -> Route {
        Route::Assessment(AssessmentId::parse("x1").unwrap(), page)
    }

    fn why(number: Number, subject: Subject) -> Route {
        page(Page::Why(number, subject))
    }
}
