//! HTML in a view: templates show it as it is, where they escape all other text.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};
use tera::Value;

use crate::markup::Inline;
use crate::markup::escape::is_sure;

/// Parts of a view that hold HTML, made ready for templates: `#[serde(serialize_with = "html")]`. A template's `| safe` would do
/// as well, but that copies the text and is a good part of the time that a page takes.
pub fn html<T: Html, S: Serializer>(html: &T, serializer: S) -> Result<S::Ok, S::Error> {
    html.value().serialize(serializer)
}

/// What HTML comes in.
pub trait Html {
    /// The same for templates, as HTML.
    fn value(&self) -> Value;
}

impl Html for String {
    fn value(&self) -> Value {
        Value::safe_string(self)
    }
}

/// Long prose, in which quotation marks stand as they are.
#[derive(Debug, Clone, Default)]
pub struct Prose(pub Inline);

impl Html for Prose {
    fn value(&self) -> Value {
        Value::safe_string(&self.0.prose())
    }
}

impl Html for Inline {
    fn value(&self) -> Value {
        // Most are a few words: they are not copied twice.
        match self.only_words().filter(|words| is_sure(words)) {
            Some(words) => Value::safe_string(words),
            None => Value::safe_string(&self.html()),
        }
    }
}

impl Html for &str {
    fn value(&self) -> Value {
        Value::safe_string(self)
    }
}

impl<T: Html> Html for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or_else(Value::none, Html::value)
    }
}

impl<T: Html> Html for Vec<T> {
    fn value(&self) -> Value {
        Value::from(self.iter().map(Html::value).collect::<Vec<_>>())
    }
}

impl<T: Html> Html for BTreeMap<String, T> {
    fn value(&self) -> Value {
        Value::from(self.iter().map(|(key, html)| (key.clone(), html.value())).collect::<BTreeMap<_, _>>())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct View {
        #[serde(serialize_with = "html")]
        words: String,
        #[serde(serialize_with = "html")]
        cells: Vec<Option<String>>,
        plain: String,
    }

    #[test]
    fn templates_show_html_as_it_is_and_escape_the_rest() {
        let view = View { words: "<b>".into(), cells: vec![Some("<i>".into()), None], plain: "<".into() };
        let mut context = tera::Context::new();
        context.insert("page", &view);
        let mut templates = tera::Tera::new();
        templates.autoescape_on(vec![".html"]);
        let text = "{{ page.words }}{% for cell in page.cells %}{% if cell %}{{ cell }}{% endif %}{% endfor %}{{ page.plain }}{{ page.words | safe }}";
        templates.add_raw_template("a.html", text).unwrap();
        assert_eq!(templates.render("a.html", &context).unwrap(), "<b><i>&lt;<b>");
    }
}
