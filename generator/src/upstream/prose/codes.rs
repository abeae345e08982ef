//! Facts that exist only in prose: lists of codes, and rules of gateways.

use super::plain::html;

/// A list of codes, each with the whole item that names it.
pub type CodeList = Vec<(String, String)>;

/// The lists of codes in a text, such as `<li>card : 신용카드</li>`, `- ready(미결제)` or
/// ``<li>개인 : `person`</li>``. A list with an item that is not a code is a list of something else.
pub fn codes(text: &str) -> Vec<CodeList> {
    let html = html(text).replace("<ol>", "<ul>").replace("</ol>", "<ul>").replace("</ul>", "<ul>");
    html.split("<ul>").filter_map(list).filter(|codes| !codes.is_empty()).collect()
}

fn list(html: &str) -> Option<CodeList> {
    let items = html.split("<li>").skip(1);
    let items = items.map(|rest| rest.split("</li>").next().unwrap_or(rest));
    let codes: Option<CodeList> = items.map(|item| Some((code(item)?, item.to_owned()))).collect();
    codes.map(|codes| codes.into_iter().filter(|(code, _)| code != "null").collect())
}

fn code(item: &str) -> Option<String> {
    let item = item.replace("</code>", "`").replace("<code>", "`").replace("<p>", "");
    let text = item.trim();
    if let Some((_, rest)) = text.split_once('`') {
        return rest.split_once('`').map(|(code, _)| code.to_owned()).filter(|code| is_code(code));
    }
    let end = text.find(|letter: char| ":(<\n".contains(letter) || letter.is_whitespace());
    let code = &text[..end.unwrap_or(text.len())];
    is_code(code).then(|| code.to_owned())
}

fn is_code(text: &str) -> bool {
    !text.is_empty()
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "_.-".contains(letter))
}

/// True if a description such as `(필수 : KSNET)` names gateways that require the thing.
pub fn names_gateways(description: &str) -> bool {
    description.split("필수").skip(1).any(|rest| rest.trim_start().starts_with([':', '：']))
}
