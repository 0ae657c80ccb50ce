//! The ways in which people apply in one stage, each with its own ends, and the moments that follow for the stage.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::moment::Moment;
use super::read::{choices, fields};
use super::text::Text;

choices! {
    /// How something reaches those who take it in.
    Means: "means" {
        /// By post or courier.
        Post = "post" | "郵送" | "郵便" | "書留" | "簡易書留" | "宅配便" | "by post" | "mail" | "by mail" | "courier" | "by courier",
        /// Handed in at a counter.
        Counter = "counter" | "窓口" | "持参" | "持ち込み" | "窓口持参" | "来所" | "in person" | "by hand" | "hand",
        /// As files that are uploaded.
        Upload = "upload" | "アップロード" | "by upload",
        /// In a form or system on the web.
        Online = "online" | "オンライン" | "インターネット" | "ウェブ" | "web" | "webフォーム" | "電子申請" | "online form",
        /// By e-mail.
        Email = "email" | "電子メール" | "メール" | "eメール" | "e-mail" | "by e-mail" | "by email",
        /// By fax.
        Fax = "fax" | "ファックス" | "ファクス" | "ファクシミリ" | "by fax",
        /// By telephone.
        Phone = "phone" | "電話" | "telephone" | "by telephone" | "by phone",
        /// Through somebody: a university, an embassy.
        Through = "through" | "経由" | "取りまとめ" | "through an institution" | "via an institution",
    }
}

fields! {
    /// One way, and by when it is open.
    Way, map("value-way"), span {
        /// How.
        way: Option<Means> = required,
        /// A name that says it more exactly.
        name: Option<Text>,
        /// From when on, if not as the stage.
        opens: Option<Moment> = named,
        /// By when, if not as the stage.
        closes: Option<Moment> = named,
        /// A remark.
        note: Option<Text>,
    }
}

/// The moment of those that begins first.
pub fn first<'a>(moments: impl Iterator<Item = &'a Moment>) -> Option<&'a Moment> {
    moments.filter(|moment| moment.start(&TimeZone::UTC).is_some()).min_by_key(|moment| moment.start(&TimeZone::UTC))
}

/// The moment of those that is over last; what has no date outlasts all that have one.
pub fn last<'a>(moments: impl Iterator<Item = &'a Moment>) -> Option<&'a Moment> {
    moments.max_by_key(|moment| moment.end(&TimeZone::UTC).unwrap_or(Timestamp::MAX))
}
