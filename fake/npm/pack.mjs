// Lays out the packages for npm: node fake/npm/pack.mjs ARCHIVES FOLDER
//
// ARCHIVES has the unpacked archives of a release, one folder for each platform. Each becomes a package that npm installs
// on its platform alone; the package `portone-v1-fake` depends on all of them optionally, and runs the one that is there.

import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const NAME = 'portone-v1-fake';
const PLATFORMS = {
  'darwin-arm64': 'aarch64-apple-darwin',
  'darwin-x64': 'x86_64-apple-darwin',
  'linux-arm64': 'aarch64-unknown-linux-musl',
  'linux-x64': 'x86_64-unknown-linux-musl',
  'win32-x64': 'x86_64-pc-windows-msvc',
};

const here = import.meta.dirname;
const manifest = readFileSync(path.join(here, '../../Cargo.toml'), 'utf8');
const version = manifest.match(/^\[workspace\.package\]\nversion = "(.+)"$/m)[1];
const common = {
  version,
  license: 'MIT OR Apache-2.0',
  repository: { type: 'git', url: 'git+https://github.com/portone-v1/portone-v1.git', directory: 'fake/npm' },
};

/** Writes a package of files: their names in it, and where they are. */
function write(target, fields, files) {
  const folder = path.join(target, fields.name);
  mkdirSync(folder, { recursive: true });
  const licences = ['LICENSE-APACHE', 'LICENSE-MIT'].map((name) => [name, path.join(here, '..', name)]);
  for (const [name, from] of [...files, ...licences]) {
    copyFileSync(from, path.join(folder, name));
  }
  writeFileSync(path.join(folder, 'package.json'), `${JSON.stringify({ ...fields, ...common }, null, 2)}\n`);
  return folder;
}

function writePlatform(archives, target, platform, triple) {
  const [os, cpu] = platform.split('-');
  const file = os === 'win32' ? `${NAME}.exe` : NAME;
  const fields = { name: `${NAME}-${platform}`, description: `The program of ${NAME} for ${platform}`, os: [os], cpu: [cpu] };
  const folder = write(target, fields, [[file, path.join(archives, `${NAME}-v${version}-${triple}`, file)]]);
  chmodSync(path.join(folder, file), 0o755);
}

function writeMain(target) {
  const names = Object.keys(PLATFORMS).map((platform) => [`${NAME}-${platform}`, version]);
  const fields = {
    name: NAME,
    description: 'A server that behaves like PortOne V1 (iamport), for the tests of programs that use it',
    keywords: ['portone', 'iamport', 'payment', 'testing', 'mock'],
    bin: { [NAME]: `${NAME}.cjs` },
    engines: { node: '>=18' },
    optionalDependencies: Object.fromEntries(names),
  };
  const files = [`${NAME}.cjs`, 'README.md'].map((name) => [name, path.join(here, name)]);
  chmodSync(path.join(write(target, fields, files), `${NAME}.cjs`), 0o755);
}

const [archives, target] = process.argv.slice(2);
for (const [platform, triple] of Object.entries(PLATFORMS)) {
  writePlatform(archives, target, platform, triple);
}
writeMain(target);
