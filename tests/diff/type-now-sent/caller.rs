use portone_v1::types::Extra;

pub fn label(extra: Extra) -> String {
    println!("{extra:?}");
    let Extra { label, .. } = extra.clone();
    assert!(extra.label == label && extra == extra.clone());
    label
}
