//! Making the reads that show what became of a request, and drawing the conclusion.

mod found;
mod verdict;

pub use found::Found;
use verdict::Verdict;

use crate::call::Read;
use crate::error::{Error, IrreconcilableError};
use crate::inquiry::Subject;
use crate::transport::Transport;

/// What became of a request whose answer was lost.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Reconciled {
    /// It was carried out; these records show it, none where it was to remove them. Whether it went
    /// well is for the record to say: a charge that was carried out can have been declined, and its
    /// payment has the status `failed` then. A record that was there before, under the same keys,
    /// looks no different.
    Done(Found),
    /// It was not carried out, as far as can be seen now. It may still be on its way.
    NotDone,
    /// It cannot be told from what was found, or some of it was carried out and some was not.
    Unclear(Found),
}

/// One read after the other: the first that fails leaves the outcome as unknown as it was.
pub(crate) async fn look_up(subject: &Subject, client: &Transport) -> Result<Reconciled, Error> {
    if subject.reads.is_empty() {
        return Err(IrreconcilableError { operation: subject.operation }.into());
    }
    let client = client.acting_for(subject.tier.clone());
    let mut found = Found::default();
    let mut verdicts = Vec::new();
    for Read { proof, call } in &subject.reads {
        let record = found.add(client.send(call.clone()).await?)?;
        verdicts.push(verdict::draw(*proof, subject, record));
    }
    Ok(conclude(&verdicts, found))
}

fn conclude(verdicts: &[Verdict], found: Found) -> Reconciled {
    let all = |verdict| verdicts.iter().all(|other| *other == verdict);
    if all(Verdict::Done) {
        Reconciled::Done(found)
    } else if all(Verdict::NotDone) {
        Reconciled::NotDone
    } else {
        Reconciled::Unclear(found)
    }
}
