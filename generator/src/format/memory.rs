//! What has been printed before. Reading tokens as Rust and printing them takes longer than everything
//! else, and after an edit of the schema nearly all of them are as they were.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use proc_macro2::TokenStream;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::printed::Printed;

/// The SHA-256 of the tokens as text.
type Key = [u8; 32];

/// What a program has printed in the run before, and what it prints in this one.
#[derive(Debug, Default)]
pub struct Memory {
    before: HashMap<Key, Known>,
    now: Mutex<Vec<(Key, Printed)>>,
}

#[derive(Debug)]
struct Known {
    printed: Printed,
    /// What this run does not need is forgotten.
    needed: AtomicBool,
}

/// A memory as bytes: of a program, for another one might print otherwise.
#[derive(Serialize, Deserialize)]
struct Kept<'m, P> {
    program: &'m str,
    printed: Vec<(Key, P)>,
}

impl Memory {
    /// What bytes hold. What is damaged, or was left by another program, counts for nothing.
    pub fn read(bytes: &[u8], program: &str) -> Self {
        let kept = postcard::from_bytes::<Kept<'_, Printed>>(bytes);
        let kept = kept.ok().filter(|kept| kept.program == program);
        let known = |printed| Known { printed, needed: AtomicBool::new(false) };
        let printed = kept.into_iter().flat_map(|kept| kept.printed);
        Self {
            before: printed.map(|(key, printed)| (key, known(printed))).collect(),
            ..Self::default()
        }
    }

    /// What this run has needed; nothing if that is what was read.
    pub fn write(&self, program: &str) -> Option<Vec<u8>> {
        let now = self.now.lock().ok()?;
        let needed = self.before.iter().filter(|(_, known)| known.needed.load(Ordering::Relaxed));
        let needed = needed.map(|(key, known)| (*key, &known.printed));
        let printed: Vec<_> =
            needed.chain(now.iter().map(|(key, printed)| (*key, printed))).collect();
        let changed = !now.is_empty() || printed.len() < self.before.len();
        changed.then(|| postcard::to_allocvec(&Kept { program, printed }).ok()).flatten()
    }

    /// Shows what the tokens look like, and prints them if that is not known.
    pub(super) fn show(&self, tokens: TokenStream, show: impl FnOnce(&Printed)) -> syn::Result<()> {
        let key = Key::from(Sha256::digest(tokens.to_string()));
        if let Some(known) = self.before.get(&key) {
            known.needed.store(true, Ordering::Relaxed);
            show(&known.printed);
            return Ok(());
        }
        let printed = Printed::of(tokens)?;
        show(&printed);
        // A thread that panicked has left nothing to remember.
        if let Ok(mut now) = self.now.lock() {
            now.push((key, printed));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    fn shown(memory: &Memory, tokens: &TokenStream) -> String {
        let mut texts = Vec::new();
        let show =
            |printed: &Printed| texts.extend(printed.items.iter().map(|item| item.text.clone()));
        memory.show(tokens.clone(), show).unwrap();
        texts.concat()
    }

    #[test]
    fn what_was_printed_is_shown_alike_and_not_printed_again() {
        let [one, other] = [
            quote!(
                fn a() {}
            ),
            quote!(
                const B: &str = "가";
            ),
        ];
        let first = Memory::default();
        let printed = shown(&first, &one) + &shown(&first, &other);
        let bytes = first.write("program").unwrap();
        let second = Memory::read(&bytes, "program");
        assert_eq!(shown(&second, &one) + &shown(&second, &other), printed);
        assert_eq!(second.write("program"), None, "nothing is new");
    }

    #[test]
    fn what_is_not_needed_any_more_is_forgotten() {
        let [one, other] = [
            quote!(
                fn a() {}
            ),
            quote!(
                fn b() {}
            ),
        ];
        let first = Memory::default();
        let _ = (shown(&first, &one), shown(&first, &other));
        let second = Memory::read(&first.write("program").unwrap(), "program");
        let _ = shown(&second, &one);
        let third = Memory::read(&second.write("program").unwrap(), "program");
        assert_eq!(third.before.len(), 1);
    }

    #[test]
    fn what_another_program_printed_or_somebody_damaged_counts_for_nothing() {
        let first = Memory::default();
        let _ = shown(
            &first,
            &quote!(
                fn a() {}
            ),
        );
        let bytes = first.write("program").unwrap();
        assert!(Memory::read(&bytes, "other").before.is_empty());
        for end in 0..bytes.len() {
            assert!(Memory::read(&bytes[..end], "program").before.is_empty(), "{end}");
        }
    }
}
