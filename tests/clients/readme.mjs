// The README of the fake server: its programs, and the commands that run them.

import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export const README = readFileSync(path.join(ROOT, 'fake/README.md'), 'utf8');

const LANGUAGES = ['python', 'js', 'java'];

const blocks = [...README.matchAll(/^```(\w+)\n(.*?)^```$/gms)];

/** Lines of the shell's blocks. */
export const commands = blocks
  .filter(([, language]) => language === 'sh')
  .flatMap(([, , text]) => text.trim().split('\n'));

/** Programs, by the name in their first line. */
export const programs = new Map(
  blocks
    .filter(([, language]) => LANGUAGES.includes(language))
    .map(([, , text]) => [text.match(/^(?:#|\/\/) (\S+)\n/)[1], text]),
);

/** Packages that a command of the README installs: `pip install NAME…`. */
export function installed(command) {
  return commands.filter((line) => line.startsWith(command)).flatMap((line) => line.slice(command.length).trim().split(' '));
}
