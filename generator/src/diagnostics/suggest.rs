//! "Did you mean …?"

/// The known name that is nearest to a misspelt one, if any is near.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (likeness(wrong, name), name))
        .filter(|(likeness, _)| *likeness > 0.55)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, name)| name)
}

/// The share of letters that are right. Case is the most frequent slip, so it costs little; an
/// ending too much or too little costs more: `Payment` for `PaymentAnnotation`.
fn likeness(wrong: &str, name: &str) -> f64 {
    let exact = strsim::normalized_damerau_levenshtein(wrong, name);
    let (wrong, name) = (wrong.to_lowercase(), name.to_lowercase());
    let folded = strsim::normalized_damerau_levenshtein(&wrong, &name);
    let shared = wrong.chars().count().min(name.chars().count());
    let begin = |text: &str| text.chars().take(shared).collect::<String>();
    let beginning = strsim::normalized_damerau_levenshtein(&begin(&wrong), &begin(&name));
    let beginning = if shared > 2 { 0.75 * beginning } else { 0.0 };
    exact.max(folded - 0.01).max(beginning)
}

/// A sentence that names the nearest known name, or lists all of them when they are few.
pub fn did_you_mean<'a>(
    wrong: &str,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Option<String> {
    if let Some(name) = nearest(wrong, known.clone()) {
        return Some(format!("did you mean `{name}`?"));
    }
    let all: Vec<_> = known.into_iter().map(|name| format!("`{name}`")).collect();
    match all.len() {
        0 => None,
        1..=24 => Some(format!("known here: {}", all.join(", "))),
        more => Some(format!("{more} names are known here; none is similar")),
    }
}

/// The allowed values as a phrase: "`a`, `b` or `c`".
pub fn alternatives(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => String::new(),
    }
}
