//! Changes of the parsed tree: the meaning of a change of the text.

use super::change::{Action, Change};
use crate::diagnostics::Log;
use crate::source::Source;
use crate::syntax::yaml::{self, Content, Key, Node};
use crate::upstream::yaml_fragment::block;

/// The tree after a change; `None` if the change does not fit the tree. Locations are meaningless in it.
pub fn changed(root: &Node, change: &Change) -> Option<Node> {
    let mut root = root.clone();
    match change.target {
        Some(start) => {
            let (key, value) = find(&mut root, start)?;
            act(key, value, &change.action)?;
        }
        None => act(&mut no_key(&root), &mut root, &change.action)?,
    }
    Some(root)
}

/// The place for a new entry: behind the first of these names that exists, or before all others.
pub fn place(entries: &[(Key, Node)], after: &[String]) -> usize {
    let place =
        |name: &String| entries.iter().position(|(key, _)| key.text.trim_end_matches('?') == *name);
    after.iter().find_map(place).map_or(0, |previous| previous + 1)
}

/// True if two trees have the same content, wherever it is written.
pub fn is_same(left: &Node, right: &Node) -> bool {
    match (&left.content, &right.content) {
        (Content::Empty, Content::Empty) => true,
        (Content::List(left), Content::List(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| is_same(l, r))
        }
        (Content::Map(left), Content::Map(right)) => {
            let same =
                |(l, r): (&(Key, Node), &(Key, Node))| l.0.text == r.0.text && is_same(&l.1, &r.1);
            left.len() == right.len() && left.iter().zip(right).all(same)
        }
        (
            Content::Scalar { text: left, plain: left_is_plain },
            Content::Scalar { text: right, plain: right_is_plain },
        ) => left == right && left_is_plain == right_is_plain,
        _ => false,
    }
}

fn find(node: &mut Node, start: usize) -> Option<(&mut Key, &mut Node)> {
    let children: Vec<&mut Node> = match &mut node.content {
        Content::Map(entries) => {
            if let Some(place) = entries.iter().position(|(key, _)| key.span.start == start) {
                let (key, value) = &mut entries[place];
                return Some((key, value));
            }
            entries.iter_mut().map(|(_, value)| value).collect()
        }
        Content::List(items) => items.iter_mut().collect(),
        Content::Empty | Content::Scalar { .. } => return None,
    };
    children.into_iter().find_map(|child| find(child, start))
}

fn no_key(root: &Node) -> Key {
    Key { text: String::new(), plain: true, span: root.span }
}

fn act(target: &mut Key, value: &mut Node, action: &Action) -> Option<()> {
    if let Action::Rename { key } = action {
        key.clone_into(&mut target.text);
        return Some(());
    }
    if let Action::Substitute { old, new } = action {
        let new = parse(&format!("_: {new}"))?.1;
        return substitute(value, old, &new).then_some(());
    }
    match (&mut value.content, action) {
        (Content::Map(entries), Action::Insert { after, key, fragment }) => {
            entries.insert(place(entries, after), parse(&block(key, fragment))?);
        }
        (Content::Map(entries), Action::Replace { key, value }) => {
            let (old, new) = (entry(entries, key)?, parse(&format!("_: {value}"))?);
            entries[old].1 = new.1;
        }
        (Content::Map(entries), Action::Remove { key }) => {
            entries.remove(entry(entries, key)?);
        }
        (Content::List(items), Action::Append { item }) => {
            items.push(parse(&format!("_: {item}"))?.1);
        }
        (Content::List(items), Action::Take { item }) => {
            items.remove(items.iter().position(|node| holds(node, item))?);
        }
        _ => return None,
    }
    Some(())
}

/// Replaces the first scalar with a text; false if there is none.
fn substitute(node: &mut Node, old: &str, new: &Node) -> bool {
    if is_text(node, old) {
        node.content = new.content.clone();
        return true;
    }
    match &mut node.content {
        Content::Map(entries) => entries.iter_mut().any(|(_, value)| substitute(value, old, new)),
        Content::List(items) => items.iter_mut().any(|item| substitute(item, old, new)),
        Content::Empty | Content::Scalar { .. } => false,
    }
}

/// True if a node is a scalar with this text.
pub fn is_text(node: &Node, item: &str) -> bool {
    matches!(&node.content, Content::Scalar { text, .. } if text == item)
}

/// True if a node is a scalar with this text, or a list that has one.
pub fn holds(node: &Node, item: &str) -> bool {
    match &node.content {
        Content::List(items) => items.iter().any(|node| is_text(node, item)),
        _ => is_text(node, item),
    }
}

fn entry(entries: &[(Key, Node)], key: &str) -> Option<usize> {
    entries.iter().position(|(other, _)| other.text == key)
}

/// The only entry of a text.
fn parse(text: &str) -> Option<(Key, Node)> {
    let source = Source { path: String::new(), text: text.to_owned() };
    match yaml::parse(&source, 0, &mut Log::default())?.content {
        Content::Map(mut entries) if entries.len() == 1 => entries.pop(),
        _ => None,
    }
}
