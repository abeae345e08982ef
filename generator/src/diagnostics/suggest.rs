//! "Did you mean …?"

/// The known name that is nearest to a misspelt one, if any is near.
pub fn nearest<'a>(wrong: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|name| (likeness(wrong, name), name))
        .filter(|(likeness, _)| *likeness > 0.7)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, name)| name)
}

/// Case is the most frequent slip, so it costs little.
fn likeness(wrong: &str, name: &str) -> f64 {
    let exact = strsim::jaro_winkler(wrong, name);
    let folded = strsim::jaro_winkler(&wrong.to_lowercase(), &name.to_lowercase());
    exact.max(folded - 0.01)
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
        more => Some(format!("{more} names are known here, and none is like it")),
    }
}
