//! Text of others that would steer a terminal: control characters and marks that turn the direction.

use std::process::Output;

use super::{Folder, stderr};

/// ESC, BEL, a C1 control character and three bidirectional marks.
const HOSTILE: &str = "\u{1b}[31m\u{7}\u{9b}2J\u{202e}\u{2066}\u{2069}";

/// `~` is the hostile text.
const DOCUMENT: &str = r##"{
  "swagger": "2.0", "host": "api.~.com", "basePath": "/~", "schemes": ["https"],
  "consumes": ["application/~"],
  "paths": {
    "/orders": { "post": {
      "summary": "주문 ~", "operationId": "place~", "x-portone-category": "shop~",
      "description": "Places ~ an order.", "x-portone-supported-pgs": ["nice", "kcp~"],
      "parameters": [
        { "name": "order_uid", "in": "formData", "type": "string~", "description": "~", "pattern": "~",
          "default": "~", "enum": ["a", "b~"], "x-portone-per-pg": { "nice~": { "required": true } } },
        { "name": "memo", "in": "formData", "type": "string", "x-portone-name": "메모~" },
        { "name": "memo~", "in": "formData", "type": "string" },
        { "name": "odd", "in": "~", "type": "string" }
      ],
      "responses": {
        "200": { "description": "~", "schema": { "$ref": "#/definitions/Order~" } },
        "4~": { "description": "~" }
      }
    } },
    "/~": { "get": { "summary": "새 ~", "operationId": "new~", "x-portone-category": "shop" } },
    "/new": { "get": { "summary": "새 ~", "operationId": "new~", "x-portone-category": "shop" } }
  },
  "definitions": {
    "Order~": { "properties": { "response": { "type": "string" } } },
    "New~": { "properties": { "a~": { "type": "string" } } }
  }
}"##;

fn document(hostile: &str) -> String {
    let escaped = serde_json::Value::from(hostile).to_string();
    DOCUMENT.replace('~', escaped.trim_matches('"'))
}

#[track_caller]
fn assert_harmless(output: &Output, what: &[&str]) {
    for (stream, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let steers = |letter: char| {
            (letter.is_control() && letter != '\n')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let line = text.lines().find(|line| line.contains(steers));
        assert!(line.is_none(), "{what:?}: {stream}: {line:?}");
    }
}

#[test]
fn no_command_shows_control_characters_of_upstream() {
    let folder = Folder::of("agree-with-pages");
    let (evil, old) = (format!("evil{HOSTILE}.json"), format!("old{HOSTILE}.json"));
    folder.write(&evil, document(HOSTILE));
    folder.write(&old, document("x"));
    folder.write("broken.json", format!("{{\"{HOSTILE}\": 1, \"{HOSTILE}\": 2}}"));
    let cards = folder.read("pages/cards.mdx");
    folder.write("pages/cards.mdx", cards.replace("빨강", &format!("빨{HOSTILE}강")));
    folder.write(
        "schema/suppressions.yaml",
        format!("drift:\n  - {{ id: \"page-changed x{}\", ours: \"\", theirs: \"\", reason: a, evidence: b }}\ndiff: []\n", "\\e\\u202e"),
    );
    let missing = format!("missing{HOSTILE}.json");
    let date = ["--date", "2026-07-27"];
    let pages = ["--pages", "pages"];
    let mut commands: Vec<Vec<&str>> = Vec::new();
    for format in ["text", "markdown", "json"] {
        let format = ["--format", format];
        commands.push([&["drift", "--from", &evil, "--old", &old][..], &pages, &format].concat());
        commands.push([&["upstream", "changes", &old, &evil][..], &format].concat());
    }
    commands.push([&["drift", "--from", "broken.json"][..], &pages].concat());
    commands.push([&["drift", "--from", &missing][..], &pages].concat());
    commands.push(vec!["drift", "--from", &evil, "--pages", &missing]);
    commands.push([&["upstream", "pin", &evil][..], &pages].concat());
    commands.push([&["upstream", "pin", &evil][..], &pages, &date].concat());
    commands.push(vec!["drift"]);
    commands.push([&["drift", "--from", &evil, "--fix"][..], &pages, &date].concat());
    commands.push(vec!["check"]);
    commands.push([&["drift", "--from", &evil][..], &pages].concat());
    for command in commands {
        let output = folder.run(&command);
        assert_harmless(&output, &command);
        let is_report = command.contains(&"--format");
        let code = output.status.code();
        assert!(!is_report || code == Some(1), "{command:?}: {}", stderr(&output));
    }
}

/// The schema holds what a person pasted.
#[test]
fn no_command_shows_control_characters_of_the_schema() {
    let (folder, before) = (Folder::of("agree"), Folder::of("agree"));
    let section = folder.read("schema/sections/shop.yaml");
    let titled = format!("title: \"주문\\e[31m\\u009b\\u202e{}\"\n", '\u{2066}');
    let (_, rest) = section.split_once('\n').unwrap();
    folder.write(
        "schema/sections/shop.yaml",
        format!("{titled}{}", rest.replace("idempotent: true", "idempotent: \"t\u{202e}\"")),
    );
    let other = before.path("schema").display().to_string();
    assert_harmless(&folder.run(&["check"]), &["check"]);
    folder.write("schema/sections/shop.yaml", format!("{titled}{rest}"));
    for format in ["text", "markdown", "json", "github"] {
        let diff = ["diff", &other, "schema", "--format", format];
        assert_harmless(&folder.run(&diff), &diff);
    }
}
