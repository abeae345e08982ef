use portone_v1::types::Package;

pub fn stamps(package: Package) -> Vec<String> {
    println!("{package:?} {}", package == package.clone());
    let Package { stamps, .. } = package;
    stamps
}
