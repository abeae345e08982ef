//! The recipe "The docs have changed", command by command, after three changes of the docs: an operation
//! with a type of its own, a code, and an operation that is not documented any more.

use std::fs;
use std::path::{Path, PathBuf};

use portone_v1_tests::repository::Repository;
use serde_json::{Value, json};

use crate::end_to_end::maintainer::{Maintainer, target};
use crate::end_to_end::recipe::Recipe;
use crate::end_to_end::shell::{DAY, Shell};
use crate::end_to_end::{document, pages};

/// The earlier description, as the recipe names it.
const OLD: &str = "2026-07-27.json";
const PAGES: &str = "src/routes/(root)/opi/ko/support/code-info";

#[test]
#[ignore = "compiles the crates once more: the gate runs it"]
fn the_recipe_ends_green() {
    let folder = target().join("recipe");
    let _ = fs::remove_dir_all(&folder);
    let maintainer = Maintainer::in_folder(&folder.join("project"));
    let mut description = document::pinned();
    write(&folder, OLD, &description.to_string());
    let docs = Repository::copy_in(&folder.join("upstream/docs"), &the_pages(&folder));
    pin(&maintainer, &folder, &docs);
    the_docs_change(&mut description, &docs);
    write(&folder, "upstream/description.json", &description.to_string());

    let shell = Shell::new(&maintainer.path("."), &folder.join("upstream"));
    let done = follow(&maintainer, &shell);
    // 1 means findings, and 101 that a snapshot is not accepted yet.
    insta::assert_snapshot!(done, @r#"
    0: git switch --create docs
    0: new=../$(date +%F).json
    0: curl --fail --silent --show-error --output "$new" https://api.iamport.kr/api/docs
    0: git clone --depth 1 https://github.com/portone-io/developers.portone.io ../docs
    0: pages="../docs/src/routes/(root)/opi/ko/support/code-info"
    1: cargo xtask drift --from "$new" --pages "$pages"
    1: cargo xtask drift --from "$new" --pages "$pages" --fix
    1: cargo xtask check
    0: cargo xtask drift --from "$new" --pages "$pages" --old ../2026-07-27.json
    0: cargo xtask upstream pin "$new" --pages "$pages"
    0: cargo xtask check
    0: cargo xtask drift
    0: cargo xtask generate
    101: cargo test --no-fail-fast -p portone-v1-tests -p portone-v1-fake
    0: cargo insta review
    0: cargo test -p portone-v1-tests -p portone-v1-fake
    0: cargo clippy --workspace --all-targets -- -D warnings
    0: git add --all
    0: git commit --message "Follow the docs of $(date +%F)"
    "#);
    maintainer.xtask(&["generate", "--check"]).expect(0);
    assert_eq!(maintainer.git(&["status", "--porcelain"]).out, "");
}

/// Runs the recipe, and returns each command with its exit code.
fn follow(maintainer: &Maintainer, shell: &Shell) -> String {
    let recipe = Recipe::read("5. The docs have changed");
    let mut done = Vec::new();
    for block in recipe.blocks() {
        match block {
            2 => a_person_describes(maintainer),
            3 => maintainer.revise(DAY, "An operation that removes a prepared amount."),
            _ => {}
        }
        done.extend(recipe.run(block, shell));
    }
    done.join("\n")
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("it is written");
}

/// A folder with the pages, in the folders of their repository.
fn the_pages(folder: &Path) -> PathBuf {
    let root = folder.join("pages");
    fs::create_dir_all(root.join(PAGES)).expect("a folder");
    pages::pinned().iter().for_each(|(name, text)| write(&root.join(PAGES), name, text));
    root
}

/// The pinned facts are now those of the reconstructed texts.
fn pin(maintainer: &Maintainer, folder: &Path, docs: &Repository) {
    let lock: Value = serde_json::from_str(&maintainer.read("schema/upstream.lock")).expect("JSON");
    let date = lock["date"].as_str().expect("a date");
    let old = folder.join(OLD).display().to_string();
    let pages = docs.path(PAGES).display().to_string();
    maintainer.xtask(&["upstream", "pin", &old, "--pages", &pages, "--date", date]).expect(0);
    maintainer.xtask(&["drift"]).expect(0);
    maintainer.xtask(&["generate"]).expect(0);
    maintainer.commit("Pin the reconstructed docs");
}

fn the_docs_change(description: &mut Value, docs: &Repository) {
    let prepared = &mut description["paths"]["/payments/prepare/{merchant_uid}"];
    let mut remove = prepared["get"].clone();
    remove["summary"] = json!("결제금액 삭제 API");
    remove["operationId"] = json!("removePreparePayment");
    remove["responses"]["200"]["schema"]["properties"]["response"] =
        json!({ "$ref": "#/definitions/RemovedPrepareAnnotation" });
    prepared["delete"] = remove;
    description["definitions"]["RemovedPrepareAnnotation"] = json!({
        "required": ["merchant_uid"],
        "properties": {
            "merchant_uid": { "type": "string", "x-portone-name": "고객사 주문번호" },
            "reason": { "type": "string", "x-portone-name": "사유" },
        },
    });
    let cvs = description["paths"]["/cvs/{imp_uid}"].as_object_mut().expect("a path");
    cvs.remove("delete").expect("an operation");
    docs.replace(&format!("{PAGES}/code.mdx"), "| ETC |", "| CUPOST | CU택배 |\n| ETC |");
    docs.commit("Another courier");
}

/// The edits that only a person can make.
fn a_person_describes(maintainer: &Maintainer) {
    for file in ["schema/sections/prepare.yaml", "schema/codes/courier.yaml"] {
        let schema = maintainer.read(file);
        assert!(schema.contains("TODO"), "{schema}");
        let schema = schema.replace("rust: TODO", "rust: CuPost").replace("TODO", "Removed.");
        maintainer.write(file, &schema);
    }
}
