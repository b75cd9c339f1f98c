//! `examples/evaluate.rs`, run as a script would run it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use plumbline::domain::outlook::results;
use serde_json::Value;

use crate::support::{GOLDEN, HANDBOOK, PACK, document, golden, golden_path, opened, written};

const OWN_PACK: &str = "packs/iso27001-2022/pack.json";

/// Cargo builds the examples beside the tests whenever it builds all tests.
fn program() -> PathBuf {
    let test = env::current_exe().unwrap();
    let built = test.parent().and_then(Path::parent).unwrap().join("examples");
    built.join(format!("evaluate{}", env::consts::EXE_SUFFIX))
}

fn run(arguments: &[&str]) -> Output {
    let mut program = Command::new(program());
    program.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    program.output().expect("the example; `cargo build --no-default-features --examples` makes it")
}

fn golden_file(name: &str) -> String {
    golden_path(name).to_str().unwrap().to_owned()
}

#[test]
fn it_prints_the_results() {
    for name in GOLDEN {
        let assessment = opened(&golden(name)).document.assessment;
        let expected = serde_json::to_value(results(&PACK, &HANDBOOK, &assessment)).unwrap();
        let file = golden_file(name);
        for arguments in [&[file.as_str()][..], &[&file, OWN_PACK]] {
            let Output { status, stdout, .. } = run(arguments);
            assert!(status.success(), "{name}");
            assert_eq!(serde_json::from_slice::<Value>(&stdout).unwrap(), expected, "{name}");
        }
    }
}

#[test]
fn it_tells_notices_beside_the_results() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notices.json");
    fs::write(&path, written(&document("a", "4.1=F 4.99=F"))).unwrap();
    let Output { status, stderr, .. } = run(&[path.to_str().unwrap()]);
    assert!(status.success());
    let told = String::from_utf8(stderr).unwrap();
    assert!(told.contains("notices.json: no item \"4.99\" in the questionnaire"), "{told}");
}

#[test]
fn it_fails_with_the_reason() {
    let file = golden_file("half");
    let cases = [
        (&[][..], "give it an assessment file"),
        (&["a", "b", "c"], "give it an assessment file"),
        (&["nowhere.json"], "nowhere.json: "),
        (&[OWN_PACK], "pack.json: no Plumbline assessment"),
        (&[&file, "nowhere.json"], "nowhere.json: "),
        (&[&file, &file], "half.plumbline.json: format"),
    ];
    for (arguments, reason) in cases {
        let Output { status, stdout, stderr } = run(arguments);
        let told = String::from_utf8(stderr).unwrap();
        assert_eq!(status.code(), Some(1), "{arguments:?}");
        assert!(stdout.is_empty() && told.starts_with("evaluate: "), "{arguments:?}: {told}");
        assert!(told.contains(reason), "{arguments:?}: {told}");
    }
}
