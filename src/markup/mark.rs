//! What words can be, and how HTML says so. Elements and classes stand here and nowhere else.

macro_rules! marks {
    ($($(#[doc = $doc:literal])* $name:ident = $element:literal $(. $class:literal)? $(, $kind:ident)?;)*) => {
        /// What words are.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Mark {
            $($(#[doc = $doc])* $name,)*
        }

        impl Mark {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The element that says it.
            pub const fn element(self) -> &'static str {
                match self { $(Self::$name => $element,)* }
            }

            /// The class of that element, or nothing.
            pub const fn class(self) -> &'static str {
                match self { $(Self::$name => concat!($($class)?),)* }
            }

            const fn kind(self) -> Kind {
                #[allow(unused_mut, unused_assignments, reason = "most marks are of the usual kind")]
                match self { $(Self::$name => { let mut kind = Kind::Words; $(kind = Kind::$kind;)? kind })* }
            }
        }
    };
}

/// How the words of a mark are taken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// As part of the text around them.
    Words,
    /// They are a line or a paragraph of their own.
    Block,
    /// There are none: the element is empty.
    Empty,
    /// They say something about the words beside them, and are no part of a text without markup.
    Beside,
    /// Terms of the glossary are not looked for in them.
    LeftAlone,
}

marks! {
    /// In another language than the page; [`Attribute::Lang`] says which.
    Foreign = "span", LeftAlone;
    /// In another language, because the page's lacks it.
    Untranslated = "span"."untranslated", LeftAlone;
    /// "Japanese only", after words that the reader's language lacks.
    OnlyIn = "span"."only-in", Beside;
    /// That parts of a page are not in its language.
    LacksTranslation = "p"."lacks-translation", Beside;
    /// A link.
    Link = "a", LeftAlone;
    /// A link to more of the same.
    More = "a"."more", LeftAlone;
    /// A moment that machines can read.
    Time = "time", LeftAlone;
    /// A moment that is not precise enough for that.
    Date = "span"."date";
    /// The next instant at which somebody can act, and those after it.
    Next = "span"."next";
    /// One of these instants, or what is said when all are past.
    Instant = "span";
    /// The name in a card.
    Name = "span"."name";
    /// What stands below it: the state, short remarks.
    Meta = "span"."meta";
    /// One of the short remarks.
    Short = "span";
    /// An amount of money.
    Money = "span"."money";
    /// A number with its unit.
    Quantity = "span"."quantity";
    /// A value with the number that it is sorted by.
    Sortable = "data", LeftAlone;
    /// In which way a value is absent.
    Absent = "span"."absent";
    /// Why it is absent.
    Because = "span"."because";
    /// How a value came to be known that no source states.
    Standing = "span"."standing";
    /// The source of one value.
    Source = "span"."source";
    /// A short remark.
    Aside = "span"."aside";
    /// What kind of row of a table it is.
    Remark = "span"."remark";
    /// "And so on".
    OpenList = "span"."open-list";
    /// A word that classifies.
    Badge = "span"."badge";
    /// What is no longer so.
    Withdrawn = "strong"."withdrawn";
    /// A code of characters that machines know.
    Code = "code", LeftAlone;
    /// Characters with their reading.
    Ruby = "ruby", LeftAlone;
    /// The reading over them.
    Reading = "rt", Beside;
    /// The reading over a name.
    NameReading = "rt", Beside;
    /// What runs in a direction of its own.
    Isolated = "bdi";
    /// Important.
    Strong = "strong";
    /// Stressed.
    Emphasis = "em";
    /// Struck out.
    Deleted = "del";
    /// A place where a line may end.
    MayBreak = "wbr", Empty;
    /// A line ends.
    Break = "br", Empty;
    /// A list without numbers.
    Bullets = "ul", Block;
    /// A list with numbers.
    Numbered = "ol", Block;
    /// An item of a list.
    Item = "li", Block;
    /// A paragraph.
    Paragraph = "p", Block;
    /// That a section is older than its source.
    Outdated = "p"."outdated", Beside;
    /// A heading.
    Heading1 = "h1", LeftAlone;
    /// A heading below that.
    Heading2 = "h2", LeftAlone;
    /// A heading below that.
    Heading3 = "h3", LeftAlone;
    /// A heading below that.
    Heading4 = "h4", LeftAlone;
    /// A heading below that.
    Heading5 = "h5", LeftAlone;
    /// A heading below that.
    Heading6 = "h6", LeftAlone;
    /// A quotation.
    Quotation = "blockquote", Block;
    /// A block of code.
    CodeBlock = "pre", LeftAlone;
    /// A line across.
    Rule = "hr", Empty;
    /// Terms and their definitions.
    Definitions = "dl", Block;
    /// What is defined.
    Defined = "dt", LeftAlone;
    /// Its definition.
    Definition = "dd", Block;
    /// The frame in which a wide table scrolls.
    TableFrame = "div"."table", Block;
    /// A table.
    Table = "table", LeftAlone;
    /// The head of a table.
    TableHead = "thead", Block;
    /// The body of a table.
    TableBody = "tbody", Block;
    /// A row of a table.
    Row = "tr", Block;
    /// The heading of a column.
    HeadCell = "th", Block;
    /// A cell.
    Cell = "td", Block;
    /// An image.
    Image = "img", Empty;
    /// The box of a task.
    Task = "input", Empty;
    /// The mark of a footnote.
    FootnoteMark = "sup"."footnote", Beside;
    /// All footnotes.
    Footnotes = "section"."footnotes", Beside;
}

impl Mark {
    /// The heading of a level from 1 to 6.
    pub const fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::Heading1,
            2 => Self::Heading2,
            3 => Self::Heading3,
            4 => Self::Heading4,
            5 => Self::Heading5,
            _ => Self::Heading6,
        }
    }

    /// Does its element hold nothing?
    pub const fn is_empty(self) -> bool {
        matches!(self.kind(), Kind::Empty)
    }

    /// Do its words say something about the words beside them?
    pub const fn is_beside(self) -> bool {
        matches!(self.kind(), Kind::Beside)
    }

    /// Are its words not searched for terms of the glossary? Links and headings, words that are not the page's own, names.
    pub const fn is_left_alone(self) -> bool {
        matches!(self.kind(), Kind::LeftAlone)
    }

    /// Do its words stand on lines of their own?
    pub const fn is_block(self) -> bool {
        matches!(self.kind(), Kind::Block)
            || matches!(self, Self::CodeBlock | Self::Table | Self::Defined)
            || matches!(self, Self::Heading1 | Self::Heading2 | Self::Heading3 | Self::Heading4 | Self::Heading5 | Self::Heading6)
    }
}

macro_rules! attributes {
    ($($(#[doc = $doc:literal])* $name:ident = $written:literal;)*) => {
        /// What an element says beside its words.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Attribute {
            $($(#[doc = $doc])* $name,)*
        }

        impl Attribute {
            /// Its name in HTML.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$name => $written,)* }
            }
        }
    };
}

attributes! {
    /// A further class beside the one of the mark; comes before all others.
    Kind = "class";
    /// A class where the mark has none.
    Class = "class";
    /// Where a link leads.
    Href = "href";
    /// The language of what it leads to.
    HrefLang = "hreflang";
    /// How that is related: outside of the site.
    Rel = "rel";
    /// A language.
    Lang = "lang";
    /// Whether a browser may translate it.
    Translate = "translate";
    /// The direction of writing.
    Dir = "dir";
    /// An anchor.
    Id = "id";
    /// A title.
    Title = "title";
    /// What it is to programs that read a page aloud.
    Role = "role";
    /// Its name to them.
    Label = "aria-label";
    /// It can be reached by key.
    TabIndex = "tabindex";
    /// A moment as machines write it.
    DateTime = "datetime";
    /// The number that a value is sorted by.
    Value = "value";
    /// The first number of a list.
    Start = "start";
    /// What a heading of a table heads.
    Scope = "scope";
    /// Where an image is.
    Src = "src";
    /// The description of an image.
    Alt = "alt";
    /// The width of an image.
    Width = "width";
    /// The height of an image.
    Height = "height";
    /// When an image is loaded.
    Loading = "loading";
    /// The type of a box.
    Type = "type";
    /// It cannot be operated.
    Disabled = "disabled";
    /// It is ticked.
    Checked = "checked";
    /// It is not shown.
    Hidden = "hidden";
    /// The windows that a state follows from, for scripts.
    DataWindows = "data-windows";
    /// The next instant, for scripts.
    DataNext = "data-next";
    /// What is said after the last, for scripts.
    DataElse = "data-else";
    /// Of a stage: from when to when it is open, for scripts.
    DataStage = "data-stage";
    /// The program that a column is about, for scripts.
    DataProgram = "data-program";
    /// The name of a cell's column.
    DataLabel = "data-label";
    /// An instant in seconds of the epoch, for scripts.
    DataAt = "data-at";
    /// Since when it is the next, for scripts.
    DataSince = "data-since";
}
