//! The tables in which the facts of a site are published, and the files of each.

/// A table: the records of a kind, or what they have several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Hospitals.
    Hospitals,
    /// Organizations.
    Organizations,
    /// What hospitals and organizations are designated, recommended, surveyed or accredited for.
    Designations,
    /// Programs.
    Programs,
    /// Which hosts take part in a program in which fiscal year.
    Participations,
    /// Conditions and documents of programs.
    Requirements,
    /// Fees.
    Fees,
    /// Parts and exceptions of fees.
    FeeItems,
    /// Schedules.
    Schedules,
    /// Stages of the rounds of schedules.
    Stages,
    /// Ways of applying in a stage.
    Ways,
    /// Journeys.
    Journeys,
    /// Steps of journeys.
    JourneySteps,
    /// Notices.
    Notices,
    /// Terms.
    Terms,
    /// Words of vocabularies, by which codes in other tables are read.
    Words,
}

impl Table {
    /// All of them, in the order in which they are explained.
    pub const ALL: [Self; 16] = [
        Self::Programs,
        Self::Requirements,
        Self::Participations,
        Self::Schedules,
        Self::Stages,
        Self::Ways,
        Self::Fees,
        Self::FeeItems,
        Self::Hospitals,
        Self::Organizations,
        Self::Designations,
        Self::Journeys,
        Self::JourneySteps,
        Self::Notices,
        Self::Terms,
        Self::Words,
    ];

    /// Its name in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Self::Hospitals => "hospitals",
            Self::Organizations => "organizations",
            Self::Designations => "designations",
            Self::Programs => "programs",
            Self::Participations => "participations",
            Self::Requirements => "requirements",
            Self::Fees => "fees",
            Self::FeeItems => "fee-items",
            Self::Schedules => "schedules",
            Self::Stages => "stages",
            Self::Ways => "ways",
            Self::Journeys => "journeys",
            Self::JourneySteps => "journey-steps",
            Self::Notices => "notices",
            Self::Terms => "terms",
            Self::Words => "words",
        }
    }
}

/// A file of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Its rows as JSON (RFC 8259).
    Json,
    /// Its rows as CSV (RFC 4180).
    Csv,
    /// What the JSON is held to: JSON Schema, 2020-12.
    Schema,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Schema];
}

/// The folder of the tables.
pub const FOLDER: &str = "/data/";

/// The address of a table's file.
pub fn address(table: Table, format: Format) -> String {
    let name = table.name();
    match format {
        Format::Json => format!("{FOLDER}{name}.json"),
        Format::Csv => format!("{FOLDER}{name}.csv"),
        Format::Schema => format!("{FOLDER}schema/{name}.json"),
    }
}
