//! The site that is published now, and what it and the new one have in common.

use rayon::prelude::*;

use super::folder::Folder;
use super::manifest::State;
use super::{Manifest, PublishError, Publisher, Summary, folders};

/// The site that is published now.
#[derive(Debug)]
pub(super) struct Earlier {
    pub(super) folder: Folder,
    pub(super) manifest: Manifest,
}

impl Publisher {
    /// Is the earlier site made of the same, and stands every file of it as it was written? Then nothing need be rendered.
    pub fn stands(&self) -> Option<Summary> {
        let Earlier { folder, manifest } = self.earlier.as_ref()?;
        let is_same = self.built_from.is_some() && manifest.built_from == self.built_from && self.left == super::Late::default();
        let stands = is_same && manifest.files.par_iter().all(|(path, entry)| entry.state_in(folder, path) == State::Same);
        let (carried, _) = self.foreign.files();
        stands.then(|| Summary { carried, ..self.compare(manifest) })
    }

    /// Files of the earlier site that the new one does not have stay if somebody has changed them. Which ones?
    pub(super) fn keep_changed(&mut self, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
        let Some(earlier) = &self.earlier else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        for (path, entry) in &earlier.manifest.files {
            // Under a link of somebody else there is nothing of ours.
            let under_link = folders(path).any(|folder| self.foreign.takes(folder) == Some(false));
            if under_link || manifest.files.contains_key(path) || entry.state_in(&earlier.folder, path) != State::Changed {
                continue;
            }
            if manifest.reaches_into(path) || folders(path).any(|folder| manifest.files.contains_key(folder)) {
                return Err(PublishError::ForeignInTheWay { path: earlier.folder.at(&**path) });
            }
            self.foreign.keep(&earlier.folder, path);
            kept.push(path.to_string());
        }
        Ok(kept)
    }

    pub(super) fn compare(&self, manifest: &Manifest) -> Summary {
        let bytes = manifest.files.values().map(|entry| entry.size).sum();
        let Some(Earlier { manifest: earlier, .. }) = &self.earlier else {
            return Summary { written: manifest.files.len(), bytes, ..Summary::default() };
        };
        let unchanged = manifest.files.iter().filter(|(path, entry)| earlier.files.get(*path) == Some(entry)).count();
        Summary {
            written: manifest.files.len() - unchanged,
            unchanged,
            removed: earlier.files.keys().filter(|path| !manifest.files.contains_key(*path)).count(),
            bytes,
            ..Summary::default()
        }
    }
}
