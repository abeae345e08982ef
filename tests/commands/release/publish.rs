//! `cargo xtask publish`, and the upload of the release workflow, against a registry on loopback.

mod fixture;

use crate::release::publish::fixture::{PublishFixture, TOKEN};

#[tokio::test]
async fn an_interrupted_publish_is_resumed() {
    let fixture = PublishFixture::open().await;
    fixture.registry.refuse(Some("portone-v1"));
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("help: run the command again"), "{}", run.err);
    assert!(!fixture.registry.uploads().contains(&"portone-v1 0.1.0".to_owned()));
    let there = fixture.registry.uploads();
    assert!(there.contains(&"portone-v1-runtime 0.1.0".to_owned()), "{there:?}");

    fixture.registry.refuse(None);
    let run = fixture.publish(&[]).await.expect(0);
    assert!(run.err.contains("portone-v1-runtime 0.1.0 is published"), "{}", run.err);
    assert!(run.out.starts_with("published: portone-v1-0.1.0"), "{}", run.out);
    let mut published = fixture.registry.uploads();
    published.sort();
    assert_eq!(
        published,
        ["portone-v1 0.1.0", "portone-v1-fake 0.1.0", "portone-v1-runtime 0.1.0"]
    );

    let run = fixture.publish(&[]).await.expect(0);
    assert_eq!(run.out, "every package is published already\n");
    assert_eq!(fixture.registry.uploads().len(), 3);
}

#[tokio::test]
async fn a_dry_run_uploads_nothing() {
    let fixture = PublishFixture::open().await;
    let run = fixture.publish(&["--dry-run"]).await.expect(0);
    let all = "portone-v1-runtime-0.1.0, portone-v1-0.1.0, portone-v1-fake-0.1.0";
    assert_eq!(run.out, format!("would be published: {all}\n"));
    assert!(fixture.registry.uploads().is_empty());
}

#[tokio::test]
async fn only_a_clean_tree_with_its_tag_is_published() {
    let fixture = PublishFixture::open().await;
    fixture.project.write("runtime/src/lib.rs", "//! Something.\n");
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("uncommitted changes"), "{}", run.err);

    fixture.project.commit("Change something");
    let run = fixture.publish(&[]).await.expect(2);
    assert!(run.err.contains("this commit has no tag `v0.1.0`"), "{}", run.err);
    assert!(fixture.registry.uploads().is_empty());
}

#[tokio::test]
async fn no_build_script_sees_a_token() {
    let fixture = PublishFixture::open().await;
    fixture.publish(&[]).await.expect(0);
    assert_eq!(fixture.registry.uploads().len(), 3);
    let seen = fixture.seen();
    assert!(seen.contains("CARGO_PKG_NAME=portone-v1-runtime"), "{seen}");
    assert!(!seen.contains(TOKEN), "{seen}");
}

#[tokio::test]
async fn the_workflow_uploads_what_is_missing_and_compiles_nothing() {
    let fixture = PublishFixture::open().await;
    fixture.registry.refuse(Some("portone-v1"));
    let run = fixture.publish_in_workflow().await;
    assert_ne!(run.code, Some(0), "{}", run.err);
    assert_eq!(fixture.registry.uploads(), ["portone-v1-runtime 0.1.0"]);

    fixture.registry.refuse(None);
    let run = fixture.publish_in_workflow().await.expect(0);
    assert_eq!(run.out, "portone-v1-runtime 0.1.0 is published\n");
    let all = ["portone-v1-runtime 0.1.0", "portone-v1 0.1.0", "portone-v1-fake 0.1.0"];
    assert_eq!(fixture.registry.uploads(), all);
    assert_eq!(fixture.seen(), "");
}

#[tokio::test]
async fn a_crate_must_require_trusted_publishing_after_its_first_version() {
    let fixture = PublishFixture::open().await;
    fixture.registry.say_trusted_only(false);
    // Before its first version, there is no crate to configure.
    fixture.publish(&["--dry-run"]).await.expect(0);

    fixture.registry.list("portone-v1", "0.0.9");
    for arguments in [&["--dry-run"][..], &[]] {
        let run = fixture.publish(arguments).await.expect(2);
        assert!(
            run.err.contains("portone-v1 can be published with a token of any owner"),
            "{}",
            run.err
        );
        assert!(run.err.contains("https://crates.io/crates/portone-v1/settings"), "{}", run.err);
    }
    assert!(fixture.registry.uploads().is_empty());

    fixture.registry.say_trusted_only(true);
    fixture.publish(&[]).await.expect(0);
    assert_eq!(fixture.registry.uploads().len(), 3);
}
