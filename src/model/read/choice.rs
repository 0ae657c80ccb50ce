//! Fixed choices: each word stands once, for records, open data and messages.

/// Describes an enum whose values are written as words, which are their codes in open data too. The message of a value is the name
/// after the colon with the word, its hyphens written `_`: `channel_internal_recommendation`. Behind a word may stand what people write
/// for it, which `annai fmt` replaces by the word.
macro_rules! choices {
    ($(#[$about:meta])* $name:ident: $message:literal {
        $($(#[$says:meta])* $value:ident = $word:literal $(| $spelling:literal)*,)*
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name {
            $($(#[$says])* $value,)*
        }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$value),*];

            /// The words.
            pub const WORDS: &'static [&'static str] = &[$($word),*];

            /// What people write in their place, in small letters.
            const SPELLINGS: &'static [(&'static str, Self)] = &[$($(($spelling, Self::$value),)*)*];

            /// As written in records and in open data.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$value => $word,)*
                }
            }

            /// The message id of what readers see.
            pub const fn message(self) -> &'static str {
                match self {
                    $(Self::$value => {
                        const ID: &str = concat!($message, "_", $word);
                        const UNDERSCORED: [u8; ID.len()] = $crate::model::read::underscored(ID);
                        match str::from_utf8(&UNDERSCORED) {
                            Ok(id) => id,
                            Err(_) => ID,
                        }
                    })*
                }
            }

            /// The one that is written so.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.as_str() == word)
            }

            /// The one that is meant by what people write, where that is plain.
            pub fn from_spelling(text: &str) -> Option<Self> {
                let text = $crate::model::spelling::fold(text).to_lowercase();
                let spelling = |(spelling, choice): &(&str, Self)| (*spelling == text).then_some(*choice);
                Self::from_word(&text).or_else(|| Self::SPELLINGS.iter().find_map(spelling))
            }
        }

        impl $crate::model::read::Described for $name {
            fn shape() -> $crate::model::read::Shape {
                const CHOICES: &[(&str, &str)] = &[$(($word, $name::$value.message())),*];
                $crate::model::read::Shape::Choice(CHOICES, &[$($($spelling,)*)*])
            }
        }

        $crate::model::read::one_cell!($name: Code = |it| it.as_str().into(););

        impl $crate::model::read::Read for $name {
            fn read(node: &$crate::model::node::Node, cx: &mut $crate::model::read::Cx<'_>) -> Option<Self> {
                let word = node.as_str().unwrap_or_default();
                let choice = Self::from_spelling(word);
                match choice {
                    Some(choice) => cx.canonical(node, choice.as_str()),
                    None => cx.unknown_choice(node, word, Self::WORDS),
                }
                choice
            }
        }
    };
}

pub(crate) use choices;

/// An id of a message, in which words are joined by `_`.
pub const fn underscored<const N: usize>(id: &str) -> [u8; N] {
    let mut bytes = [0; N];
    let mut at = 0;
    while at < N {
        let byte = id.as_bytes()[at];
        bytes[at] = if byte == b'-' { b'_' } else { byte };
        at += 1;
    }
    bytes
}
