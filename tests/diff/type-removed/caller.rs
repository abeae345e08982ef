use portone_v1::types::Extra;

pub fn label(extra: Extra) -> String {
    extra.label
}
