//! Whole numbers, and the plural category that words after them take.

use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::locale::Locale;
use icu::plurals::{PluralCategory, PluralRules};

use super::template::Plural;
use crate::base::Language;
use crate::render::messages::Messages;

/// Digits and separators of the language, and the plural rules of the language that the words are in.
#[derive(Debug)]
pub(super) struct Numbers {
    decimal: Option<DecimalFormatter>,
    plural: Option<PluralRules>,
}

impl Numbers {
    pub fn new(locale: &Locale, messages: &Messages) -> Self {
        // Words may be borrowed from another language, and then they follow its rules.
        let words = Language::parse(&messages.setting("formats_language")).map_or_else(|| locale.clone(), |words| words.locale());
        Self {
            decimal: DecimalFormatter::try_new(locale.into(), Default::default())
                .or_else(|_| DecimalFormatter::try_new(Default::default(), Default::default()))
                .ok(),
            plural: PluralRules::try_new_cardinal((&words).into()).ok(),
        }
    }

    pub fn text(&self, number: u64) -> String {
        match &self.decimal {
            Some(formatter) => formatter.format_to_string(&Decimal::from(number)),
            None => number.to_string(),
        }
    }

    /// A number with thousandths, if there are any; at least so many decimals are shown then.
    pub fn decimal(&self, whole: u64, thousandths: u16, decimals: u32) -> String {
        if thousandths == 0 {
            return self.text(whole);
        }
        let mut number = Decimal::from(u128::from(whole) * 1000 + u128::from(thousandths));
        number.absolute.multiply_pow10(-3);
        number.absolute.trim_end();
        number.absolute.pad_end(-i16::try_from(decimals).unwrap_or(2));
        match &self.decimal {
            Some(formatter) => formatter.format_to_string(&number),
            None => number.to_string(),
        }
    }

    /// Fills the template that the number calls for; its values are the number and `others`.
    pub fn fill(&self, plural: &Plural, number: u64, others: &[&str]) -> String {
        let category = self.plural.as_ref().map_or(PluralCategory::Other, |rules| rules.category_for(number));
        let text = self.text(number);
        let mut values = vec![text.as_str()];
        values.extend(others);
        plural.get(category).fill(&values)
    }
}
