//! prettyplease measures bytes, rustfmt measures columns, and a Korean letter has three of the
//! one and two of the other. So that both break lines alike, every string that is not ASCII is
//! printed as a stand-in of its width in columns, and put back afterwards.

use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use unicode_width::UnicodeWidthStr;

/// Stands for one column. No other literal has it: elsewhere it is written as an escape.
const COLUMN: char = '\u{7f}';

/// The strings that stand-ins took the place of, in the order of the text.
#[derive(Default)]
pub struct Withheld(Vec<String>);

/// Puts stand-ins in the place of strings that are not ASCII. Documentation stays as it is:
/// nobody breaks its lines.
pub fn withhold(tokens: TokenStream, withheld: &mut Withheld) -> TokenStream {
    let mut previous = [String::new(), String::new()];
    let mut measured = Vec::new();
    for token in tokens {
        let documentation = previous[0] == "doc" && previous[1] == "=";
        let text = token.to_string();
        measured.push(if documentation { token } else { stand_in(token, withheld) });
        previous = [std::mem::take(&mut previous[1]), text];
    }
    measured.into_iter().collect()
}

fn stand_in(token: TokenTree, withheld: &mut Withheld) -> TokenTree {
    match token {
        TokenTree::Group(group) => {
            let inside = withhold(group.stream(), withheld);
            TokenTree::Group(Group::new(group.delimiter(), inside))
        }
        TokenTree::Literal(literal) if !literal.to_string().is_ascii() => {
            let text = literal.to_string();
            let columns = text.width().saturating_sub(2).max(1);
            withheld.0.push(text);
            TokenTree::Literal(of_width(columns))
        }
        other => other,
    }
}

/// Parsed, because `Literal::string` would write the column as an escape.
fn of_width(columns: usize) -> Literal {
    let inside: String = std::iter::repeat_n(COLUMN, columns).collect();
    format!("\"{inside}\"").parse().unwrap_or_else(|_| Literal::string(&inside))
}

/// Puts the strings back.
pub fn restore(text: &str, withheld: &Withheld) -> String {
    let mut restored = String::with_capacity(text.len() * 2);
    let mut rest = text;
    for string in &withheld.0 {
        let Some((before, from)) = rest.split_once("\"\u{7f}") else { break };
        restored.push_str(before);
        restored.push_str(string);
        rest = from.trim_start_matches(COLUMN).strip_prefix('"').unwrap_or(from);
    }
    restored.push_str(rest);
    restored
}
