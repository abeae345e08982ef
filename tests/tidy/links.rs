//! Links from one file of the project to another.

use std::path::Path;

use crate::files;

#[test]
fn every_link_to_a_file_leads_somewhere() {
    for (path, text) in files::with_ending(".", &["md"]) {
        let folder = files::project().join(&path);
        let folder = folder.parent().unwrap_or(Path::new("."));
        for link in links(&text).filter(|link| is_local(link)) {
            let file = link.split('#').next().unwrap_or_default();
            assert!(folder.join(file).exists(), "{path} links to `{link}`");
        }
    }
}

fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link)
}

/// Neither a page on the web, nor a place on the same page, nor a path of Rust.
fn is_local(link: &str) -> bool {
    !link.contains("://") && !link.starts_with(['#', '<']) && !link.contains("::")
}
