//! Two branches of the schema, merged by git: the generated files have no conflicts.

use portone_v1_tests::repository::Repository;
use portone_v1_tests::run::Run;

use crate::xtask;

/// The schema, and what is generated from it.
const OURS: [&str; 4] = [".gitignore", "fake/contract.json", "generated", "schema"];

/// A branch, and what it adds: the file, the line before which it adds, and the added line.
type Branch = (&'static str, [(&'static str, &'static str, &'static str); 2]);

const LEFT: Branch = (
    "left",
    [
        (
            "schema/types/payment.yaml",
            "      escrow?:\n",
            "      memo?: { type: string, title: 메모, doc: A note of the merchant's own. }\n",
        ),
        (
            "schema/codes/courier.yaml",
            "      ETC: ",
            "      CUPOST: { rust: CuPost, title: CU택배, doc: Parcels that shops take. }\n",
        ),
    ],
);

const RIGHT: Branch = (
    "right",
    [
        (
            "schema/sections/prepare.yaml",
            "      merchant_uid?: { type: string,",
            "      memo?: { type: string, title: 메모, doc: A note of the merchant's own. }\n",
        ),
        (
            "schema/codes/bank.yaml",
            "      \"004\": ",
            "      \"999\": { rust: Example, title: 보기은행, doc: Example Bank. }\n",
        ),
    ],
);

#[test]
fn branches_that_change_different_types_merge() {
    let repository = Repository::copy_of(&xtask::project(), &OURS);
    for branch in [LEFT, RIGHT] {
        commit(&repository, branch);
    }
    repository.git(&["merge", "--quiet", "--no-edit", "left"]);
    generate(&repository, &["--check"]);
}

/// Commits the branch, with everything that is generated from its schema.
fn commit(repository: &Repository, (branch, additions): Branch) {
    repository.git(&["switch", "--quiet", "--create", branch, "main"]);
    for (file, before, added) in additions {
        repository.replace(file, before, &format!("{added}{before}"));
    }
    generate(repository, &[]);
    repository.commit(branch);
}

fn generate(repository: &Repository, arguments: &[&str]) {
    let mut command = xtask::command();
    command.arg("generate").args(arguments).arg("--project").arg(repository.path("."));
    Run::of(&mut command).expect(0);
}
