//! The neutral corpus of the side-by-side benchmarks: the JSON that `corpus.py --format neutral` writes.

use std::collections::BTreeMap;

use serde::Deserialize;

/// One text in several languages, by tag.
pub type Texts = BTreeMap<String, String>;
/// Lists of texts in several languages: item i of each language says the same.
pub type Lists = BTreeMap<String, Vec<String>>;

/// The whole corpus. Fields that Annai has no use for (its own labels, say) are not read.
#[derive(Deserialize)]
pub struct Corpus {
    /// What holds for the whole site.
    pub meta: Meta,
    /// Words of the site by their names: title, tagline, licence, ...
    pub ui: BTreeMap<String, Texts>,
    /// The words that records name as specialties.
    pub specialties: Vec<Word>,
    /// Hospitals, in the order of their ids.
    pub hospitals: Vec<Hospital>,
    /// Programs: one for each hospital.
    pub programs: Vec<Program>,
    /// Fees: two for each hospital.
    pub fees: Vec<Fee>,
    /// Schedules: one for each program.
    pub schedules: Vec<Schedule>,
}

/// What holds for the whole site.
#[derive(Deserialize)]
pub struct Meta {
    /// Where it is published.
    pub base_url: String,
    /// Its languages, the source first.
    pub languages: Vec<String>,
    /// Entries on one page of a list.
    pub page_size: usize,
    /// How many other items of the same prefecture each page names.
    pub related: usize,
}

/// A word of a vocabulary.
#[derive(Deserialize)]
pub struct Word {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Texts,
}

/// A hospital.
#[derive(Deserialize)]
pub struct Hospital {
    /// Its id, which is also its address.
    pub id: String,
    /// Its name.
    pub name: Texts,
    /// One sentence.
    pub description: Texts,
    /// A word of the prefectures.
    pub prefecture: String,
    /// Words of the specialties.
    pub specialties: Vec<String>,
    /// Tags of the languages spoken.
    pub languages: Vec<String>,
    /// Number of beds.
    pub beds: u32,
    /// The day of the last change: `2025-01-06`.
    pub updated: String,
    /// Markdown.
    pub body: Texts,
}

/// What a hospital offers.
#[derive(Deserialize)]
pub struct Program {
    /// Its id.
    pub id: String,
    /// Id of the hospital.
    pub hospital: String,
    /// Its name.
    pub title: Texts,
    /// One sentence.
    pub description: Texts,
    /// A word of the specialties.
    pub specialty: String,
    /// Its length.
    pub duration_weeks: u32,
    /// How many people it takes.
    pub capacity: u32,
    /// The day of the last change.
    pub updated: String,
    /// Conditions, all of which hold.
    pub eligibility: Lists,
    /// Documents, all of which are needed.
    pub documents: Lists,
    /// What to do, in order.
    pub steps: Lists,
    /// Markdown.
    pub body: Texts,
}

/// One amount that a hospital asks for.
#[derive(Deserialize)]
pub struct Fee {
    /// Its id: `f0001-1`.
    pub id: String,
    /// Id of the hospital.
    pub hospital: String,
    /// What it is for: `observation`, `training`, ...
    pub kind: String,
    /// Lower bound in yen.
    pub min: u64,
    /// Upper bound in yen.
    pub max: u64,
    /// `once`, `day`, `week` or `month`.
    pub period: String,
    /// Its name.
    pub label: Texts,
    /// A remark.
    pub note: Texts,
}

/// The rounds of one program.
#[derive(Deserialize)]
pub struct Schedule {
    /// Its id.
    pub id: String,
    /// Id of the program.
    pub program: String,
    /// The day of the last change.
    pub updated: String,
    /// Its name.
    pub title: Texts,
    /// One sentence.
    pub description: Texts,
    /// Its rounds in order.
    pub rounds: Vec<Round>,
    /// Markdown.
    pub body: Texts,
}

/// One round. Instants are written as RFC 3339 with the offset of Japan.
#[derive(Deserialize)]
pub struct Round {
    /// Its number, from 1.
    pub no: usize,
    /// Its name.
    pub label: Texts,
    /// Applications are taken from here
    pub open: String,
    /// to here.
    pub close: String,
    /// Places are adjusted from here
    pub adjust_from: String,
    /// to here.
    pub adjust_to: String,
    /// Applicants are told.
    pub result: String,
}
