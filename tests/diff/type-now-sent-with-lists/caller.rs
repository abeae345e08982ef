use portone_v1::types::Package;

pub fn count(package: &Package) -> usize {
    let stamps: &Vec<String> = &package.stamps;
    stamps.len()
}
