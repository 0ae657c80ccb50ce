//! Running text without markup, and the rule for line breaks in it.

use super::cjk;

/// Decides, between what precedes a line break and what follows it, whether a space belongs there: none between two
/// characters of scripts that put no spaces between words, whatever markup stands between.
#[derive(Debug, Clone, Copy)]
pub struct Joint<P> {
    /// Does the last text belong to an unspaced script?
    unspaced: bool,
    /// Where a break is that what follows must decide about.
    undecided: Option<P>,
}

impl<P> Default for Joint<P> {
    fn default() -> Self {
        Self { unspaced: false, undecided: None }
    }
}

impl<P> Joint<P> {
    /// A line break at the place `at` of the output. True: a space belongs there; false: wait for what follows.
    pub fn line_break(&mut self, at: P) -> bool {
        if self.unspaced {
            self.undecided = Some(at);
        }
        !self.unspaced
    }

    /// Text follows. Where a space must be put in, if a break waited for it.
    pub fn text(&mut self, text: &str) -> Option<P> {
        let begins = match self.undecided {
            Some(_) => cjk::begins(text),
            None => None,
        };
        if let Some(unspaced) = cjk::ends(text) {
            self.unspaced = unspaced;
        }
        match begins? {
            true => {
                self.undecided = None;
                None
            }
            false => self.undecided.take(),
        }
    }

    /// Something that is no text follows, such as an image.
    pub fn object(&mut self) -> Option<P> {
        self.unspaced = false;
        self.undecided.take()
    }

    /// A block begins or ends.
    pub fn block(&mut self) {
        *self = Self::default();
    }
}

/// Text that is gathered without its markup.
#[derive(Debug, Clone, Default)]
pub struct Flow {
    text: String,
    joint: Joint<usize>,
}

impl Flow {
    /// Adds text.
    pub fn push(&mut self, text: &str) {
        if let Some(at) = self.joint.text(text) {
            self.text.insert(at, ' ');
        }
        self.text.push_str(text);
    }

    /// A line ends.
    pub fn line_break(&mut self) {
        if self.joint.line_break(self.text.len()) {
            self.text.push(' ');
        }
    }

    /// A block ends: a new line, unless nothing precedes.
    pub fn block(&mut self) {
        self.joint.block();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// The text as it is.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text, without white space around it.
    pub fn finish(mut self) -> String {
        self.text.truncate(self.text.trim_end().len());
        let leading = self.text.len() - self.text.trim_start().len();
        self.text.drain(..leading);
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::Flow;

    #[test]
    fn only_unspaced_scripts_join() {
        for (lines, expected) in [
            (["東京", "大阪"], "東京大阪"),
            (["東京、", "「大阪」"], "東京、「大阪」"),
            (["東京", "Osaka"], "東京 Osaka"),
            (["Tokyo", "大阪"], "Tokyo 大阪"),
            (["서울", "부산"], "서울 부산"),
            (["これは……", "次"], "これは……次"),
        ] {
            let mut flow = Flow::default();
            flow.push(lines[0]);
            flow.line_break();
            flow.push(lines[1]);
            assert_eq!(flow.finish(), expected);
        }
    }
}
