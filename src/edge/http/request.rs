//! What a client asks for.

/// What a client asks for.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// `GET`, `HEAD` or another, as sent.
    pub method: String,
    /// The path as sent, without the query.
    pub path: String,
    /// The query as sent.
    pub query: String,
    /// All fields, names in lower case, in order.
    pub fields: Vec<(String, String)>,
    /// It comes from this machine.
    pub is_local: bool,
}

impl Request {
    /// The values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a field.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str())
    }
}
