//! Benchmarks of the generator's stages: see `benches/stages/`.
