//! The neutral corpus as the files of an Annai site.

use std::collections::HashMap;
use std::fmt::Write;

use rayon::prelude::*;

use super::neutral::{Corpus, Fee, Hospital, Lists, Program, Schedule, Texts};

/// A file below the site's root and what it holds.
pub type File = (String, String);

/// Words of the built-in vocabulary `rounds`, by the number of the round.
const ROUNDS: [&str; 3] = ["first", "second", "third"];
/// The corpus writes instants with this offset, and a schedule's zone is Asia/Tokyo unless it says otherwise.
const JAPAN: &str = "+09:00";

/// All files of the site, in the order of the corpus. Fails where the corpus is not of the shape that it has today.
pub fn files(corpus: &Corpus) -> Result<Vec<File>, String> {
    let site = Site::new(corpus)?;
    let records: Result<Vec<Vec<File>>, String> = (0..corpus.hospitals.len()).into_par_iter().map(|i| site.records(i)).collect();
    let mut files = site.shared()?;
    files.extend(records?.into_iter().flatten());
    Ok(files)
}

/// The corpus, and what belongs together in it.
struct Site<'c> {
    corpus: &'c Corpus,
    /// Program by hospital.
    programs: HashMap<&'c str, &'c Program>,
    /// Schedule by program.
    schedules: HashMap<&'c str, &'c Schedule>,
    /// Fees by hospital.
    fees: HashMap<&'c str, Vec<&'c Fee>>,
    /// Indices of hospitals by prefecture.
    neighbours: HashMap<&'c str, Vec<usize>>,
}

impl<'c> Site<'c> {
    fn new(corpus: &'c Corpus) -> Result<Self, String> {
        let mut site = Self {
            corpus,
            programs: corpus.programs.iter().map(|program| (&*program.hospital, program)).collect(),
            schedules: corpus.schedules.iter().map(|schedule| (&*schedule.program, schedule)).collect(),
            fees: HashMap::new(),
            neighbours: HashMap::new(),
        };
        if site.programs.len() != corpus.programs.len() || site.schedules.len() != corpus.schedules.len() {
            return Err("a hospital has several programs, or a program several schedules".into());
        }
        for fee in &corpus.fees {
            site.fees.entry(&fee.hospital).or_default().push(fee);
        }
        for (i, hospital) in corpus.hospitals.iter().enumerate() {
            site.neighbours.entry(&hospital.prefecture).or_default().push(i);
        }
        Ok(site)
    }

    fn ui(&self, name: &str) -> Result<&'c Texts, String> {
        self.corpus.ui.get(name).ok_or_else(|| format!("the corpus has no text {name:?}"))
    }

    /// What is there once: the site's own file, the specialties, the home page.
    fn shared(&self) -> Result<Vec<File>, String> {
        let meta = &self.corpus.meta;
        let mut file = Yaml::new(&meta.languages);
        file.texts("", "title", self.ui("site_title")?);
        file.texts("", "tagline", self.ui("site_tagline")?);
        file.line("languages:");
        let names = self.ui("lang_name")?;
        for tag in &meta.languages {
            file.line(&format!("  - {{tag: {tag}, name: {}}}", quoted(names.get(tag).unwrap_or(tag))));
        }
        file.line(&format!("base_url: {}/", meta.base_url.trim_end_matches('/')));
        file.line("time_zone: Asia/Tokyo");
        file.line(&format!("page_size: {}", meta.page_size));
        file.texts("", "licence", self.ui("license")?);
        file.line("contact:");
        file.texts("  ", "name", self.ui("site_title")?);
        file.texts("  ", "note", self.ui("contact")?);

        let mut words = Yaml::new(&meta.languages);
        words.line("replace: true\nwords:");
        for word in &self.corpus.specialties {
            words.line(&format!("  - id: {}", word.id));
            words.texts("    ", "name", &word.name);
        }

        let mut home = Yaml::new(&meta.languages);
        home.texts("", "name", self.ui("site_title")?);
        home.texts("", "summary", self.ui("site_tagline")?);
        let mut files = vec![
            ("content/site.yaml".to_owned(), file.text),
            ("content/vocabularies/specialties.yaml".to_owned(), words.text),
            ("content/pages/index.yaml".to_owned(), home.text),
        ];
        for (tag, text) in self.ui("disclaimer")? {
            files.push((format!("content/pages/index.{tag}.md"), format!("{text}\n")));
        }
        Ok(files)
    }

    /// A hospital, its program, its fees and its schedule.
    fn records(&self, index: usize) -> Result<Vec<File>, String> {
        let hospital = &self.corpus.hospitals[index];
        let mut files = Vec::with_capacity(10);
        let others = self.others(index);
        let names: Vec<String> = others.iter().map(|other| format!("hospital/{}", other.id)).collect();
        push(&mut files, "hospitals", &hospital.id, self.hospital(hospital, &names)?, Some(&hospital.body));
        let Some(program) = self.programs.get(&*hospital.id) else { return Ok(files) };
        let others: Vec<&Program> = others.iter().filter_map(|other| self.programs.get(&*other.id).copied()).collect();
        let names: Vec<String> = others.iter().map(|other| format!("program/{}", other.id)).collect();
        let fees = self.fees.get(&*hospital.id).map_or(&[][..], Vec::as_slice);
        push(&mut files, "programs", &program.id, self.program(program, fees, &names)?, Some(&program.body));
        if let Some(first) = fees.first() {
            let id = first.id.split('-').next().unwrap_or(&first.id);
            push(&mut files, "fees", id, self.fee(program, fees)?, None);
        }
        if let Some(schedule) = self.schedules.get(&*program.id) {
            let others = others.iter().filter_map(|other| self.schedules.get(&*other.id));
            let names: Vec<String> = others.map(|other| format!("schedule/{}", other.id)).collect();
            push(&mut files, "schedules", &schedule.id, self.schedule(schedule, &names)?, Some(&schedule.body));
        }
        Ok(files)
    }

    /// The first other hospitals of the same prefecture, in the order of their ids.
    fn others(&self, index: usize) -> Vec<&'c Hospital> {
        let hospitals = &self.corpus.hospitals;
        let same = self.neighbours.get(&*hospitals[index].prefecture).map_or(&[][..], Vec::as_slice);
        same.iter().filter(|other| **other != index).take(self.corpus.meta.related).map(|other| &hospitals[*other]).collect()
    }

    fn hospital(&self, hospital: &Hospital, related: &[String]) -> Result<Yaml<'c>, String> {
        let mut file = self.record(&hospital.name, &hospital.description)?;
        file.line(&format!("prefecture: {}", hospital.prefecture));
        file.line(&format!("specialties: [{}]", hospital.specialties.join(", ")));
        // `no` is Norwegian to readers and false to older YAML: tags are quoted.
        let tags: Vec<String> = hospital.languages.iter().map(|tag| quoted(tag)).collect();
        file.line(&format!("languages: [{}]", tags.join(", ")));
        // Hospitals of this guide have no field for beds; the other generators' pages show them.
        let beds = |(tag, label): (&String, &String)| (tag.clone(), vec![format!("{label}: {}", hospital.beds)]);
        file.line("notes:");
        file.list("  - ", &self.ui("beds")?.iter().map(beds).collect())?;
        file.line(&format!("extra: {{beds: {}}}", hospital.beds));
        self.end(&mut file, related, &hospital.updated)?;
        Ok(file)
    }

    fn program(&self, program: &Program, fees: &[&Fee], related: &[String]) -> Result<Yaml<'c>, String> {
        let mut file = self.record(&program.title, &program.description)?;
        let has = |kind: &str| fees.iter().any(|fee| fee.kind == kind);
        let kind = if has("observation") && !has("training") { "observation" } else { "clinical-training" };
        file.line(&format!("kind: {kind}"));
        file.line(&format!("host: hospital/{}", program.hospital));
        file.line(&format!("specialties: [{}]", program.specialty));
        file.line(&format!("capacity: {}", program.capacity));
        file.line(&format!("duration: P{}W", program.duration_weeks));
        file.line("eligibility:\n  all_of:");
        file.list("    - ", &program.eligibility)?;
        file.line("documents:\n  all_of:");
        file.list("    - ", &program.documents)?;
        file.line("steps:");
        file.list("  - name: ", &program.steps)?;
        self.end(&mut file, related, &program.updated)?;
        Ok(file)
    }

    fn fee(&self, program: &Program, fees: &[&Fee]) -> Result<Yaml<'c>, String> {
        let label = self.ui("fees")?;
        let name = |(tag, title): (&String, &String)| (tag.clone(), format!("{title}: {}", label.get(tag).unwrap_or(tag)));
        let mut file = Yaml::new(&self.corpus.meta.languages);
        file.texts("", "name", &program.title.iter().map(name).collect());
        file.line(&format!("program: program/{}", program.id));
        file.line("items:");
        for fee in fees {
            file.line(&format!("  - id: {}", fee.kind));
            file.texts("    ", "name", &fee.label);
            let Fee { min, max, period, .. } = fee;
            if min == max {
                file.line(&format!("    amount: {{is: {min}, per: {period}}}"));
            } else {
                file.line(&format!("    amount: {{from: {min}, to: {max}, per: {period}}}"));
            }
            file.texts("    ", "note", &fee.note);
        }
        Ok(file)
    }

    fn schedule(&self, schedule: &Schedule, related: &[String]) -> Result<Yaml<'c>, String> {
        let mut file = self.record(&schedule.title, &schedule.description)?;
        file.line(&format!("program: program/{}", schedule.program));
        file.line("zone: Asia/Tokyo\nsuccessor: not-announced\nrounds:");
        for round in &schedule.rounds {
            let word = round.no.checked_sub(1).and_then(|i| ROUNDS.get(i)).ok_or("a schedule has more than three rounds")?;
            file.line(&format!("  - round: {word}"));
            file.texts("    ", "name", &round.label);
            file.line("    stages:");
            let window = |stage: &str, from: &str, to: &str| -> Result<String, String> {
                Ok(format!("      - {{stage: {stage}, opens: {}, closes: {}}}", moment(from)?, moment(to)?))
            };
            file.line(&window("application", &round.open, &round.close)?);
            file.line(&window("adjustment", &round.adjust_from, &round.adjust_to)?);
            file.line(&format!("      - {{stage: result, at: {}}}", moment(&round.result)?));
        }
        self.end(&mut file, related, &schedule.updated)?;
        Ok(file)
    }

    fn record(&self, name: &Texts, summary: &Texts) -> Result<Yaml<'c>, String> {
        let mut file = Yaml::new(&self.corpus.meta.languages);
        file.texts("", "name", name);
        file.texts("", "summary", summary);
        Ok(file)
    }

    /// What the other generators' pages have at their end: the others of the prefecture, and the day of the last change.
    fn end(&self, file: &mut Yaml<'c>, related: &[String], updated: &str) -> Result<(), String> {
        if !related.is_empty() {
            file.line(&format!("related: [{}]", related.join(", ")));
        }
        file.line(&format!("changes:\n  - date: {updated}\n    major: true"));
        file.texts("    ", "note", self.ui("updated")?);
        Ok(())
    }
}

/// Adds a record's file and its prose.
fn push(files: &mut Vec<File>, folder: &str, id: &str, record: Yaml<'_>, body: Option<&Texts>) {
    files.push((format!("content/{folder}/{id}.yaml"), record.text));
    for (tag, text) in body.into_iter().flatten() {
        files.push((format!("content/{folder}/{id}.{tag}.md"), text.clone()));
    }
}

/// `2026-01-06T09:00:00+09:00` as editors write it: `2026-01-06 09:00`.
fn moment(instant: &str) -> Result<String, String> {
    match (instant.get(..10), instant.get(10..11), instant.get(11..16), instant.get(16..)) {
        (Some(day), Some("T"), Some(time), Some(rest)) if rest.strip_prefix(":00") == Some(JAPAN) => Ok(format!("{day} {time}")),
        _ => Err(format!("not an instant in Japan, in whole minutes: {instant:?}")),
    }
}

/// A file that grows line by line.
struct Yaml<'c> {
    text: String,
    languages: &'c [String],
}

impl<'c> Yaml<'c> {
    fn new(languages: &'c [String]) -> Self {
        Self { text: String::with_capacity(2048), languages }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// A field that holds a text, in the order of the site's languages.
    fn texts(&mut self, indent: &str, field: &str, texts: &Texts) {
        let _ = writeln!(self.text, "{indent}{field}:");
        for tag in self.languages {
            if let Some(text) = texts.get(tag) {
                let _ = writeln!(self.text, "{indent}  {tag}: {}", phrase(text));
            }
        }
    }

    /// The items of a list, one text each.
    fn list(&mut self, lead: &str, lists: &Lists) -> Result<(), String> {
        let count = lists.values().next().map_or(0, Vec::len);
        if lists.values().any(|items| items.len() != count) {
            return Err("a list has more items in one language than in another".into());
        }
        for i in 0..count {
            let phrases: Vec<String> =
                self.languages.iter().filter_map(|tag| Some(format!("{tag}: {}", phrase(lists.get(tag)?.get(i)?)))).collect();
            let _ = writeln!(self.text, "{lead}{{{}}}", phrases.join(", "));
        }
        Ok(())
    }
}

/// A text of the corpus has no markup; one of Annai may have, so that what would be markup is escaped.
fn phrase(text: &str) -> String {
    if !text.contains(is_markup) {
        return quoted(text);
    }
    let mut escaped = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_markup(c) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    quoted(&escaped)
}

fn is_markup(c: char) -> bool {
    "\\*_`~[<&{".contains(c)
}

/// A string of JSON is one of YAML 1.2 too.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
