//! The spellings of amounts that editors may use, and what they most likely meant by those that cannot be read.

use super::measure::{self, Months, take};
use super::{AT_COST, Per, Tax, Yen, decimals};
use crate::model::quantity::worded::{self, Worded};
use crate::model::quantity::{Comparison, Percent};
use crate::model::spelling::{digits, fold};

/// An amount in one cell, as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Written {
    /// The amount and how it bounds.
    pub amount: Worded<Yen>,
    /// What it costs is paid as it comes.
    pub at_cost: bool,
    /// Which part it is of something else.
    pub share: Option<Worded<Percent>>,
    /// How many months of pay it is.
    pub months: Option<Worded<Months>>,
    /// In how many parts it is paid.
    pub payments: Option<u32>,
    /// What it is paid for.
    pub per: Option<Per>,
    /// Is the tax in it?
    pub tax: Option<Tax>,
    /// Its currency, where it is not the yen.
    pub currency: Option<&'static str>,
}

/// Why a text is no amount, and what to write instead, where that is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Problem {
    /// It is not spelled like one.
    NotMoney,
    /// It is, but for a comma, a dot or a letter: the amount that was most likely meant.
    Slip(String),
    /// An amount with more decimals than its currency has: the whole units.
    Fraction(String),
    /// A dollar of some country.
    WhichCurrency(String),
    /// It says that nobody knows yet.
    NotKnown,
    /// It says something of the tax, and no amount.
    TaxAlone,
    /// A part of something, which is to be told in each language.
    ShareOf(String),
    /// Months of pay, among other words.
    MonthsOfPay(String),
}

impl Written {
    /// An amount alone.
    fn exact(yen: Yen, currency: Option<&'static str>) -> Self {
        Self {
            amount: Worded::exact(yen),
            at_cost: false,
            share: None,
            months: None,
            payments: None,
            per: None,
            tax: None,
            currency,
        }
    }

    /// As it is written in a record: `300000`, `{is: 30000, per: month}`.
    pub fn canonical(&self) -> String {
        self.with_share_of(None)
    }

    /// The same with the words of what it is a part of.
    fn with_share_of(&self, of: Option<&str>) -> String {
        let show = |yen: &Yen| yen.canonical();
        let is_measured = self.at_cost || self.share.is_some() || self.months.is_some();
        let is_unbounded = is_measured && self.amount.value == Comparison::AtLeast(Yen::NONE);
        let mut more = Vec::new();
        more.extend(self.at_cost.then(|| ("at_cost", "true".to_owned())));
        more.extend(self.share.as_ref().map(|share| ("share", share.canonical(Percent::canonical))));
        more.extend(of.map(|of| match of.is_ascii() {
            true => ("of", format!("{{ja: …, en: {of}}}")),
            false => ("of", format!("{{ja: {of}, en: …}}")),
        }));
        more.extend(self.months.as_ref().map(|months| ("months_of_pay", months.canonical(Months::canonical))));
        more.extend(self.payments.map(|payments| ("payments", payments.to_string())));
        more.extend(self.per.map(|per| ("per", per.as_str().to_owned())));
        more.extend(self.tax.map(|tax| ("tax", tax.as_str().to_owned())));
        more.extend(self.currency.map(|currency| ("currency", currency.to_owned())));
        if more.is_empty() {
            return self.amount.canonical(show);
        }
        if is_unbounded && self.at_cost && more.len() == 1 {
            return AT_COST.to_owned();
        }
        let mut entries = if is_unbounded { Vec::new() } else { self.amount.entries(show) };
        entries.append(&mut more);
        worded::in_braces(&entries)
    }
}

/// Signs and words of currencies, before or behind an amount. The longer ones stand before those that they begin with.
const CURRENCIES: [(&str, &str); 22] = [
    ("¥", "JPY"),
    ("円", "JPY"),
    ("yen", "JPY"),
    ("US$", "USD"),
    ("US dollars", "USD"),
    ("米ドル", "USD"),
    ("米$", "USD"),
    ("€", "EUR"),
    ("euros", "EUR"),
    ("euro", "EUR"),
    ("ユーロ", "EUR"),
    ("£", "GBP"),
    ("英ポンド", "GBP"),
    ("₩", "KRW"),
    ("ウォン", "KRW"),
    ("人民元", "CNY"),
    ("₫", "VND"),
    ("ドン", "VND"),
    ("฿", "THB"),
    ("バーツ", "THB"),
    ("₱", "PHP"),
    ("₹", "INR"),
];

/// Words that several currencies share: the one that most people mean by it.
const SHARED: [(&str, &str); 5] = [("$", "USD"), ("ドル", "USD"), ("dollars", "USD"), ("ポンド", "GBP"), ("pounds", "GBP")];

/// What an amount is paid for, in words before it.
const PER_BEFORE: [(&str, Per); 28] = [
    ("1人", Per::Person),
    ("1名", Per::Person),
    ("一人", Per::Person),
    ("年額", Per::Year),
    ("年間", Per::Year),
    ("毎年", Per::Year),
    ("1年", Per::Year),
    ("年", Per::Year),
    ("annually ", Per::Year),
    ("月額", Per::Month),
    ("毎月", Per::Month),
    ("1か月", Per::Month),
    ("1ヶ月", Per::Month),
    ("1カ月", Per::Month),
    ("月", Per::Month),
    ("monthly ", Per::Month),
    ("週額", Per::Week),
    ("1週間", Per::Week),
    ("毎週", Per::Week),
    ("週", Per::Week),
    ("日額", Per::Day),
    ("1日", Per::Day),
    ("1泊", Per::Night),
    ("時給", Per::Hour),
    ("1時間", Per::Hour),
    ("半期", Per::HalfYear),
    ("半年", Per::HalfYear),
    ("1回", Per::Visit),
];

/// The same behind it.
const PER_BEHIND: [(&str, Per); 22] = [
    ("人", Per::Person),
    ("名", Per::Person),
    ("person", Per::Person),
    ("head", Per::Person),
    ("年", Per::Year),
    ("year", Per::Year),
    ("annum", Per::Year),
    ("か月", Per::Month),
    ("月", Per::Month),
    ("month", Per::Month),
    ("週", Per::Week),
    ("week", Per::Week),
    ("日", Per::Day),
    ("day", Per::Day),
    ("泊", Per::Night),
    ("night", Per::Night),
    ("時間", Per::Hour),
    ("hour", Per::Hour),
    ("half-year", Per::HalfYear),
    ("半期", Per::HalfYear),
    ("semester", Per::Semester),
    ("回", Per::Visit),
];

const TAX: [(&str, Tax); 14] = [
    ("(消費税込み)", Tax::Included),
    ("(消費税込)", Tax::Included),
    ("(税込み)", Tax::Included),
    ("(税込)", Tax::Included),
    ("(税込価格)", Tax::Included),
    ("(tax included)", Tax::Included),
    ("税込み", Tax::Included),
    ("税込", Tax::Included),
    ("(税別)", Tax::Excluded),
    ("(税抜き)", Tax::Excluded),
    ("(税抜)", Tax::Excluded),
    ("(plus tax)", Tax::Excluded),
    ("+税", Tax::Excluded),
    ("税別", Tax::Excluded),
];

/// Words for what is paid as it comes. The longer ones stand before those that they begin with.
const COST: [&str; 10] = [
    "実費支給",
    "実費負担",
    "実費精算",
    "実費弁償",
    "実費",
    "at actual cost",
    "actual costs",
    "actual cost",
    "at cost",
    "at-cost",
];

/// The codes of the currencies that have a sign or word here.
pub fn codes() -> impl Iterator<Item = &'static str> + Clone {
    CURRENCIES.iter().map(|(_, code)| *code)
}

/// Reads an amount in one cell.
pub fn read(text: &str) -> Result<Written, Problem> {
    let folded = digits(&fold(text));
    if matches!(&*folded.to_lowercase(), "無料" | "free" | "free of charge" | "無償") {
        return Ok(Written::exact(Yen::NONE, None));
    }
    let (rest, tax) = take(&folded, &TAX, true, true);
    let (rest, payments, is_yearly) = measure::take_payments(rest.trim());
    let (rest, per) = take_per(&rest);
    let per = per.or(is_yearly.then_some(Per::Year));
    let nothing = Written { amount: Worded::at_least(Yen::NONE), payments, per, tax, ..Written::exact(Yen::NONE, None) };
    if let Some(months) = measure::months(&rest) {
        return Ok(Written { months: Some(months), ..nothing });
    }
    if let Some(meant) = measure::meant_months(&rest) {
        let line = format!("{{months_of_pay: {meant}, per: year}}");
        return Err(Problem::MonthsOfPay(line));
    }
    if let Some((share, of, bound)) = measure::share(&rest) {
        let bound = if bound.is_empty() { None } else { Some(read(&bound)?) };
        let written = Written { share: Some(share), ..bound.unwrap_or(nothing) };
        let written = Written { per: written.per.or(per), tax: written.tax.or(tax), payments, ..written };
        return match of {
            Some(of) => Err(Problem::ShareOf(written.with_share_of(Some(&of)))),
            None => Ok(written),
        };
    }
    let (rest, currency) = take_currency(&rest, &CURRENCIES);
    let (rest, at_cost) = take_cost(&rest);
    // 「実費（月額上限1万円）」
    let (rest, per) = if at_cost && nothing.per.is_none() { take_per(&rest) } else { (rest, nothing.per) };
    let nothing = Written { per, ..nothing };
    let rest = tidy(&rest);
    let amount = match at_cost && rest.is_empty() {
        true => Some(Worded::at_least(Yen::NONE)),
        false => worded::read(&rest, Yen::parse),
    };
    let fits = |yen: &Yen| yen.fits(currency.unwrap_or("JPY")) && !is_grouped(&rest, currency.unwrap_or("JPY"));
    let too_fine = amount.as_ref().and_then(|amount| amount.values().find(|yen| !fits(yen)).copied());
    match (amount, too_fine) {
        (_, Some(yen)) => Err(match unfit(&rest, yen, currency.unwrap_or("JPY")) {
            Problem::Fraction(_) => Problem::Fraction(with_currency(Yen::whole(yen.whole), currency)),
            problem => problem,
        }),
        (Some(amount), None) => {
            let currency = currency.filter(|code| *code != "JPY");
            Ok(Written { amount, at_cost, currency, ..nothing })
        }
        (None, None) => Err(problem(&folded, &rest, tax, currency)),
    }
}

/// What was meant by an amount with more decimals than its currency has. Where that has none, a dot before three digits is a comma.
pub fn unfit(text: &str, yen: Yen, currency: &str) -> Problem {
    match is_grouped(text, currency) {
        true => Problem::Slip(yen.whole.saturating_mul(1000).saturating_add(yen.thousandths.into()).to_string()),
        false => Problem::Fraction(yen.whole.to_string()),
    }
}

/// Is a dot written where a currency without decimals has a comma: `20.000円`?
pub fn is_grouped(text: &str, currency: &str) -> bool {
    let behind = text.split_once('.').filter(|(whole, _)| !whole.contains(',')).map(|(_, behind)| behind);
    let digits = |behind: &&str| behind.chars().take_while(char::is_ascii_digit).count();
    behind.is_some_and(|behind| digits(&behind) == 3 && !behind.contains(['万', '億', '千', '百'])) && decimals(currency) == 0
}

/// Takes away that it is paid as it comes: `実費（上限5,000円）`.
fn take_cost(text: &str) -> (String, bool) {
    let lower = text.to_lowercase();
    // Words alone, of which small letters are as long as great ones.
    let word = COST.iter().find_map(|word| Some((lower.find(word)?, word.len()))).filter(|_| lower.len() == text.len());
    match word.and_then(|(at, length)| Some((text.get(..at)?, text.get(at + length..)?))) {
        Some((before, behind)) => {
            let rest = format!("{before}{behind}").replace(['(', ')'], " ");
            (rest.trim().trim_start_matches([',', '、']).trim().to_owned(), true)
        }
        None => (text.to_owned(), false),
    }
}

fn with_currency(yen: Yen, currency: Option<&'static str>) -> String {
    Written::exact(yen, currency.filter(|code| *code != "JPY")).canonical()
}

fn problem(whole: &str, rest: &str, tax: Option<Tax>, currency: Option<&'static str>) -> Problem {
    let is_not_known =
        ["問い合わせ", "問合せ", "問合わせ", "未定", "別途", "応相談", "TBA", "TBD", "contact us", "to be announced"];
    if is_not_known.iter().any(|word| whole.contains(word)) {
        return Problem::NotKnown;
    }
    if tax.is_some() && !whole.contains(|c: char| c.is_ascii_digit()) {
        return Problem::TaxAlone;
    }
    if let (amount, Some(shared)) = take(rest, &SHARED, true, true)
        && let Some(amount) = worded::read(&tidy(&amount), Yen::parse)
    {
        return Problem::WhichCurrency(Written { amount, ..Written::exact(Yen::NONE, Some(shared)) }.canonical());
    }
    // Letters that look like digits, and commas and dots in the wrong place.
    let mended: String = rest
        .chars()
        .filter(|c| !matches!(c, ',' | '.'))
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' => '1',
            _ => c,
        })
        .collect();
    match worded::read(&mended, Yen::parse) {
        Some(amount) if rest.contains(|c: char| c.is_ascii_digit()) => {
            let whole = rest.rsplit_once('.').filter(|(_, cents)| cents.len() <= 2).and_then(|(whole, _)| Yen::parse(whole));
            match whole {
                Some(whole) => Problem::Fraction(with_currency(whole, currency)),
                None => Problem::Slip(amount.canonical(|yen| yen.canonical())),
            }
        }
        _ => Problem::NotMoney,
    }
}

fn take_per(text: &str) -> (String, Option<Per>) {
    // 「上限 月額27,000円」
    if let Some(rest) = text.strip_prefix("上限").map(str::trim_start).filter(|rest| !rest.is_empty())
        && let (amount, Some(per)) = take_per(rest)
    {
        return (format!("上限{amount}"), Some(per));
    }
    for (word, per) in PER_BEFORE {
        if let Some(rest) = text.strip_prefix(word) {
            let linked = ["当たり", "あたり", "につき", "ごとに", "に"].iter().find_map(|link| rest.strip_prefix(link));
            let rest = linked.unwrap_or(rest).trim_start();
            let is_amount = |c: char| c.is_ascii_digit() || "約¥上最実".contains(c);
            if rest.starts_with(is_amount) || linked.is_some() {
                return (rest.to_owned(), Some(per));
            }
        }
    }
    for (word, per) in PER_BEHIND {
        for link in ["/", "/ ", "per ", "a ", "each "] {
            if let Some(rest) = text.strip_suffix(word).and_then(|rest| rest.strip_suffix(link)) {
                return (rest.trim_end().trim_end_matches('/').to_owned(), Some(per));
            }
        }
    }
    for (word, per) in [(" monthly", Per::Month), (" annually", Per::Year), (" yearly", Per::Year), (" weekly", Per::Week)] {
        if let Some(rest) = text.strip_suffix(word) {
            return (rest.to_owned(), Some(per));
        }
    }
    (text.to_owned(), None)
}

/// Takes the sign or code of a currency away, wherever it stands beside an amount.
fn take_currency(text: &str, signs: &[(&str, &'static str)]) -> (String, Option<&'static str>) {
    // In a range it may stand at both ends: what is the same for all amounts goes.
    for (sign, code) in signs {
        if text.contains(sign) {
            // The yen's own signs are read with the amount, as is `円` at one end of a range.
            let rest = if *code == "JPY" { text.to_owned() } else { text.replace(sign, " ") };
            return (rest, Some(code));
        }
    }
    let words = text.split(|c: char| !c.is_ascii_uppercase()).filter(|word| word.len() == 3);
    for word in words {
        if let Some(code) = super::currency(word) {
            return (text.replace(word, " "), Some(code));
        }
    }
    (text.to_owned(), None)
}

/// Without what receipts write around an amount: `金3万円也`, `¥17,000-`.
fn tidy(text: &str) -> String {
    let text = text.trim().trim_matches(|c| matches!(c, '(' | ')')).trim();
    let text = text.strip_prefix(['金', '@']).unwrap_or(text);
    let text = text.strip_suffix('也').unwrap_or(text);
    let text = text.strip_suffix(['-', 'ー']).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(text);
    text.replace('¥', "").replace("yen", "円").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, expected) in [
            ("17,000円", "17000"),
            ("17,000 yen", "17000"),
            ("JPY 17,000", "17000"),
            ("￥１７，０００－", "17000"),
            ("金3万円也", "30000"),
            ("二千五百円", "2500"),
            ("Free of charge", "0"),
            ("無料", "0"),
            ("約10万円", "{about: 100000}"),
            ("5〜10万円", "{from: 50000, to: 100000}"),
            ("年額50万円", "{is: 500000, per: year}"),
            ("月額約3万円", "{about: 30000, per: month}"),
            ("月額 ¥30,000", "{is: 30000, per: month}"),
            ("週に最大3万円", "{at_most: 30000, per: week}"),
            ("1か月当たり3万円", "{is: 30000, per: month}"),
            ("3万円／月", "{is: 30000, per: month}"),
            ("30,000 yen per month", "{is: 30000, per: month}"),
            ("5,000 yen a night", "{is: 5000, per: night}"),
            ("30,000 yen monthly", "{is: 30000, per: month}"),
            ("17,000円（税込）", "{is: 17000, tax: included}"),
            ("税別17,000円", "{is: 17000, tax: excluded}"),
            ("月額17,000円（税別）", "{is: 17000, per: month, tax: excluded}"),
            ("US$500", "{is: 500, currency: USD}"),
            ("500 USD", "{is: 500, currency: USD}"),
            ("500ユーロ", "{is: 500, currency: EUR}"),
            ("500〜800ユーロ", "{from: 500, to: 800, currency: EUR}"),
            ("CHF 500", "{is: 500, currency: CHF}"),
            ("USD 1,200.50", "{is: 1200.50, currency: USD}"),
            ("€99.90", "{is: 99.90, currency: EUR}"),
            ("KWD 1.250", "{is: 1.25, currency: KWD}"),
            ("実費", "at-cost"),
            ("At cost", "at-cost"),
            ("実費（税別）", "{at_cost: true, tax: excluded}"),
            ("実費（上限5,000円）", "{at_most: 5000, at_cost: true}"),
            ("実費、約3万円", "{about: 30000, at_cost: true}"),
            ("1泊 実費", "{at_cost: true, per: night}"),
        ] {
            assert_eq!(read(text).as_ref().map(Written::canonical), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn of_what_is_no_amount_it_is_said_what_was_meant() {
        let slip = |meant: &str| Problem::Slip(meant.to_owned());
        let fraction = |whole: &str| Problem::Fraction(whole.to_owned());
        let shared = |meant: &str| Problem::WhichCurrency(meant.to_owned());
        for (text, expected) in [
            ("要問合せ", Problem::NotKnown),
            ("TBA", Problem::NotKnown),
            ("税込", Problem::TaxAlone),
            ("税込x5", Problem::NotMoney),
            ("$500", shared("{is: 500, currency: USD}")),
            ("約500ポンド", shared("{about: 500, currency: GBP}")),
            ("1,2000円", slip("12000")),
            ("1.200円", slip("1200")),
            ("20.000円", slip("20000")),
            ("10,00円", slip("1000")),
            ("1O,OOO円", slip("10000")),
            ("l0000円", slip("10000")),
            ("1.234.567円", slip("1234567")),
            ("500.5", fraction("500")),
            ("USD 1,200.505", fraction("{is: 1200, currency: USD}")),
            ("KRW 1,200.50", fraction("{is: 1200, currency: KRW}")),
            ("¥1,200.50", fraction("1200")),
            ("1,200.505", fraction("1200")),
            ("OO", Problem::NotMoney),
            ("", Problem::NotMoney),
            ("soon", Problem::NotMoney),
            ("-5", Problem::NotMoney),
            ("500 XYZ", Problem::NotMoney),
            ("月", Problem::NotMoney),
        ] {
            assert_eq!(read(text), Err(expected), "{text}");
        }
    }
}
