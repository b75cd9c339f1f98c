//! What is kept of a text before it is written over, and what is set aside because it is damaged.

use super::{
    super::{keys, seal::unseal, store::StoreError},
    Library, Open,
};
use crate::domain::id::AssessmentId;

/// What is to be done before the stored text is written over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Before {
    Nothing,
    /// It is damaged, and kept as it is.
    SetAside,
    /// It was written before this version.
    KeepEarlier,
    /// What was kept of it as `KeepEarlier` has served.
    DropEarlier,
}

impl Library {
    /// All texts that were set aside since they are damaged: the names they are kept under, and of what.
    ///
    /// # Errors
    /// [`StoreError`] when the store doesn't even say what there is.
    pub fn set_aside(&self) -> Result<Vec<(String, AssessmentId)>, StoreError> {
        let keys = self.store.keys()?.into_iter();
        let broken = keys.filter_map(|key| keys::id(keys::BROKEN, &key).map(|id| (key, id)));
        Ok(broken.collect())
    }

    /// What a stored text asks for before it is written over.
    pub(super) fn before(&self, id: &AssessmentId, stored: Option<&str>) -> Before {
        match stored.map(unseal) {
            None => Before::Nothing,
            Some(Err(_)) => Before::SetAside,
            Some(Ok(unsealed)) if unsealed.counter.is_none() => Before::KeepEarlier,
            Some(Ok(_)) => {
                let earlier = self.store.get(&keys::numbered(keys::EARLIER, id, 1));
                if earlier == Ok(None) { Before::Nothing } else { Before::DropEarlier }
            }
        }
    }

    /// Does what is to be done before the stored text is written over.
    pub(super) fn make_way(&self, open: &Open, id: &AssessmentId) -> Result<(), StoreError> {
        match (open.before, &open.stored) {
            (Before::SetAside, Some(text)) => self.put_aside(id, text),
            (Before::KeepEarlier, Some(text)) => {
                // Where there is no room for both, the new one is worth more.
                let _ = self.put(&keys::numbered(keys::EARLIER, id, 1), text);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// What is to be done before the next time.
    pub(super) fn made_way(&self, before: Before, id: &AssessmentId) -> Before {
        match before {
            Before::KeepEarlier => Before::DropEarlier,
            Before::DropEarlier => {
                let _ = self.store.remove(&keys::numbered(keys::EARLIER, id, 1));
                Before::Nothing
            }
            Before::SetAside | Before::Nothing => Before::Nothing,
        }
    }

    /// Keeps a damaged text under a name of its own, beside whatever is there.
    pub(in crate::persist) fn put_aside(
        &self,
        id: &AssessmentId,
        text: &str,
    ) -> Result<(), StoreError> {
        let key = self.free(keys::BROKEN, id, text)?;
        self.put(&key, text)
    }

    /// The first name that is free, or has this very text already, as when a deletion was cut short.
    pub(super) fn free(
        &self,
        prefix: &str,
        id: &AssessmentId,
        text: &str,
    ) -> Result<String, StoreError> {
        let mut number = 1_u32;
        loop {
            let key = keys::numbered(prefix, id, number);
            if self.store.get(&key)?.is_none_or(|taken| taken == text) {
                return Ok(key);
            }
            number = number.saturating_add(1);
        }
    }
}
