// The packages for npm, as a release lays them out, installed and run.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { ROOT } from './readme.mjs';
import { start } from './server.mjs';

const PACKAGES = ['darwin-arm64', 'darwin-x64', 'linux-arm64', 'linux-x64', 'win32-x64'];
const TARGETS = ['aarch64-apple-darwin', 'x86_64-apple-darwin', 'aarch64-unknown-linux-musl', 'x86_64-unknown-linux-musl'];
const WINDOWS = 'x86_64-pc-windows-msvc';

let folder, program;
const run = (command, ...others) => execFileSync(command, others, { cwd: folder, encoding: 'utf8' });

before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portone-v1-npm-'));
  const archive = (target, file) => run('bash', path.join(ROOT, '.ci/archive.sh'), target, file, path.join(folder, 'archives'));
  // Programs of other platforms are not run here.
  writeFileSync(path.join(folder, 'portone-v1-fake'), '');
  writeFileSync(path.join(folder, 'portone-v1-fake.exe'), '');
  const own = `${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-unknown-linux-musl`;
  TARGETS.forEach((target) => archive(target, target === own ? process.env.FAKE_PROGRAM : path.join(folder, 'portone-v1-fake')));
  archive(WINDOWS, path.join(folder, 'portone-v1-fake.exe'));
  for (const name of readdirSync(path.join(folder, 'archives'))) {
    run('tar', '-C', 'archives', '-xzf', path.join('archives', name));
  }
  run('node', path.join(ROOT, 'fake/npm/pack.mjs'), 'archives', 'packages');

  const names = PACKAGES.map((platform) => `portone-v1-fake-${platform}`);
  const all = ['portone-v1-fake', ...names];
  const files = run('npm', 'pack', '--silent', ...all.map((name) => `./packages/${name}`)).trim().split('\n');
  const [[name, file], ...overrides] = all.map((name, index) => [name, `file:${files[index]}`]);
  const manifest = { private: true, dependencies: { [name]: file }, overrides: Object.fromEntries(overrides) };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  run('npm', 'install', '--offline', '--no-audit', '--no-fund');
  program = path.join(folder, 'node_modules/.bin/portone-v1-fake');
});
after(() => rmSync(folder, { recursive: true }));

test('the package of this platform alone is installed', () => {
  const installed = readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'));
  assert.deepEqual(installed.sort(), ['portone-v1-fake', `portone-v1-fake-${process.platform}-${process.arch}`]);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'packages/portone-v1-fake/package.json'), 'utf8'));
  assert.deepEqual(Object.keys(manifest.optionalDependencies), PACKAGES.map((name) => `portone-v1-fake-${name}`));
  assert.equal(run(program, '--version').trim(), `portone-v1-fake ${manifest.version}`);
});

test('arguments, environment and exit codes pass through', () => {
  const script = 'process.exit(process.env.PORTONE_BASE_URL ? 7 : 1)';
  assert.equal(spawnSync(program, ['--', 'node', '-e', script]).status, 7);
  assert.equal(spawnSync(program, ['--port', 'x']).status, 2);
});

test('a signal ends the server, too', async () => {
  const { server, url } = await start(program);
  assert((await fetch(`${url}/_fake/now`)).ok);
  server.kill('SIGTERM');
  const [, signal] = await once(server, 'exit');
  assert.equal(signal, 'SIGTERM');
  await assert.rejects(fetch(`${url}/_fake/now`));
});

test('what the registry lacks is published, after what it depends on', () => {
  const registry = path.join(folder, 'registry');
  mkdirSync(registry);
  const npm = '#!/usr/bin/env bash\necho "$@" >>calls\n[[ "$1 $2" != "view portone-v1-fake-linux-x64@"* ]] || echo "${2#*@}"\n';
  writeFileSync(path.join(registry, 'npm'), npm, { mode: 0o755 });
  const env = { ...process.env, PATH: `${registry}${path.delimiter}${process.env.PATH}` };
  execFileSync('bash', [path.join(ROOT, '.ci/publish_npm.sh'), 'packages'], { cwd: folder, env });
  const calls = readFileSync(path.join(folder, 'calls'), 'utf8').trim().split('\n');
  const published = calls.filter((call) => call.startsWith('publish ')).map((call) => path.basename(call));
  const missing = PACKAGES.filter((platform) => platform !== 'linux-x64').map((platform) => `portone-v1-fake-${platform}`);
  assert.deepEqual(published, [...missing, 'portone-v1-fake']);
});

test('a platform without a package is named', () => {
  const lonely = path.join(folder, 'lonely.cjs');
  mkdirSync(path.join(folder, 'nowhere'));
  writeFileSync(lonely, readFileSync(path.join(ROOT, 'fake/npm/portone-v1-fake.cjs')));
  const elsewhere = spawnSync('node', ['-e', `Object.defineProperty(process, 'arch', { value: 'mips' }); require(${JSON.stringify(lonely)})`]);
  assert.equal(elsewhere.status, 2);
  assert.match(String(elsewhere.stderr), /no portone-v1-fake for linux-mips/);
});
