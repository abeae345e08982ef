//! Lookups by name find the same values as serde_json.

use std::env;
use std::iter;

use fastrand::Rng;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::json::{Document, Json};

/// `JSON_DOCUMENTS` sets the number of random documents, and `JSON_LONGEST` the length of those whose ends are tried.
fn setting(name: &str, default: usize) -> usize {
    env::var(name).map_or(default, |value| value.parse().unwrap())
}

/// Few names, so that they recur in the objects around, inside and behind.
const NAMES: [&str; 6] = ["a", "b", "id", "list", "amount", ""];

/// The same names with escape sequences.
const ESCAPED: [&str; 6] = ["\\u0061", "\\u0062", "i\\u0064", "l\\u0069st", "amoun\\u0074", ""];

fn document(rng: &mut Rng, depth: usize) -> String {
    match rng.usize(..if depth == 0 { 2 } else { 5 }) {
        0 => rng.u16(..).to_string(),
        1 => format!("\"{}\"", rng.choice([NAMES, ESCAPED].concat()).unwrap()),
        2 => {
            let count = rng.usize(..4);
            let items: Vec<_> = (0..count).map(|_| document(rng, depth - 1)).collect();
            format!("[{0}{1}{0}]", space(rng), items.join(&format!("{0},{0}", space(rng))))
        }
        _ => object(rng, depth - 1),
    }
}

/// White space; mostly none, since the server writes none.
fn space(rng: &mut Rng) -> &'static str {
    rng.choice(["", "", "", " ", "\n\t\r  "]).unwrap_or_default()
}

fn object(rng: &mut Rng, depth: usize) -> String {
    // Some objects have repeated names, and some have names with escape sequences.
    let names = if rng.u8(..8) == 0 { &ESCAPED } else { &NAMES };
    let mut order: Vec<usize> = (0..names.len()).collect();
    rng.shuffle(&mut order);
    order.truncate(rng.usize(..=order.len()));
    if rng.u8(..8) == 0 {
        order.extend(order.first().copied());
    }
    let member = |name: &usize| {
        let (before, colon, after) = (space(rng), space(rng), space(rng));
        format!("{before}\"{}\"{colon}:{after}{}", names[*name], document(rng, depth))
    };
    let members: Vec<_> = order.iter().map(member).collect();
    format!("{{{}{}}}", members.join(&format!("{},", space(rng))), space(rng))
}

fn assert_same(json: Json<'_>, expected: &Value, rng: &mut Rng, text: &str) {
    assert_eq!(serde_json::from_str::<Value>(json.text()).ok().as_ref(), Some(expected), "{text}");
    match expected {
        Value::Object(members) => {
            let object = json.object();
            for _ in 0..3 * NAMES.len() {
                let name = NAMES[rng.usize(..NAMES.len())];
                let found = object.get(name);
                match members.get(name) {
                    Some(value) => assert_same(found, value, rng, text),
                    None => assert_eq!(found.text(), "", "{name} in {text}"),
                }
            }
        }
        Value::Array(items) if !items.is_empty() => {
            let elements: Vec<_> = json.elements().collect();
            assert_eq!(elements.len(), items.len(), "{text}");
            for (element, item) in elements.into_iter().zip(items) {
                assert_same(element, item, rng, text);
            }
        }
        _ => {}
    }
}

#[test]
fn lookups_find_the_last_member_of_each_name() {
    let mut rng = Rng::with_seed(7);
    for _ in 0..setting("JSON_DOCUMENTS", 250) {
        let text = object(&mut rng, 3);
        let expected: Value = serde_json::from_str(&text).unwrap();
        let document = Document::parse(text.as_bytes());
        assert_same(document.root(), &expected, &mut rng, &text);
        document.end().unwrap();
    }
}

#[test]
fn texts_with_a_wrong_end_agree() {
    let mut rng = Rng::with_seed(7);
    // Of longer ones, most ends are in the middle of values like these.
    let longest = setting("JSON_LONGEST", 150);
    let texts = iter::repeat_with(|| object(&mut rng, 2)).filter(|text| text.len() <= longest);
    for text in texts.take(200) {
        for end in 0..=text.len() {
            for rest in ["", "]", "}", ",", "\"", "0", "\\", " {}"] {
                let text = format!("{}{rest}", &text[..end]);
                let accepted = serde_json::from_str::<&RawValue>(&text).is_ok();
                let document = Document::parse(text.as_bytes());
                assert_eq!(document.end().is_ok(), accepted, "{text}");
            }
        }
    }
}
