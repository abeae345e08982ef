// The programs of the README, run by the README's own commands.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { commands, installed, programs } from './readme.mjs';

const HERE = import.meta.dirname;
const PATH = [path.dirname(process.env.FAKE_PROGRAM), process.env.PYTHON_FOLDER, process.env.PATH].join(path.delimiter);

let folder;
before(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portone-v1-clients-'));
  symlinkSync(path.join(HERE, 'node_modules'), path.join(folder, 'node_modules'));
  for (const [name, text] of programs) {
    writeFileSync(path.join(folder, name), text);
  }
});
after(() => rmSync(folder, { recursive: true }));

function hasJava() {
  return spawnSync('java', ['-version']).status === 0;
}

test('Python, Node.js and Java have a program', () => {
  const endings = new Set([...programs.keys()].map((name) => path.extname(name)));
  assert.deepEqual([...endings].sort(), ['.java', '.mjs', '.py']);
});

for (const name of programs.keys()) {
  const skip = name.endsWith('.java') && !hasJava() && 'there is no Java';
  test(`${name} runs as the README says`, { skip }, () => {
    const [command, ...others] = commands.filter((line) => line.startsWith('portone-v1-fake -- ') && line.endsWith(` ${name}`));
    assert(command && others.length === 0, `one command runs ${name}`);
    execFileSync('bash', ['-c', command], { cwd: folder, env: { ...process.env, PATH }, stdio: 'pipe', timeout: 60_000 });
  });
}

test('the packages that the README installs are those of this test', () => {
  const pinned = readFileSync(path.join(HERE, 'requirements.txt'), 'utf8').split('\n').map((line) => line.split('==')[0]);
  const names = installed('pip install ');
  assert(names.length > 0 && names.every((name) => pinned.includes(name)), `${names}`);
  const { dependencies } = JSON.parse(readFileSync(path.join(HERE, 'package.json'), 'utf8'));
  const modules = installed('npm install --save-dev ').filter((name) => name !== 'portone-v1-fake');
  assert(modules.length > 1 && modules.every((name) => name in dependencies), `${modules}`);
});
