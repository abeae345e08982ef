#!/usr/bin/env node
// Runs the program of the package for this platform, with the same arguments, signals and exit code.
'use strict';

const { spawn } = require('node:child_process');

const platform = `${process.platform}-${process.arch}`;
const file = process.platform === 'win32' ? 'portone-v1-fake.exe' : 'portone-v1-fake';

function find() {
  try {
    return require.resolve(`portone-v1-fake-${platform}/${file}`);
  } catch {
    console.error(`error: there is no portone-v1-fake for ${platform}, or it was installed without optional dependencies`);
    return process.exit(2);
  }
}

const child = spawn(find(), process.argv.slice(2), { stdio: 'inherit' });
const forward = (signal) => child.kill(signal);
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
SIGNALS.forEach((signal) => process.on(signal, forward));

child.on('error', (error) => {
  console.error(`error: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => {
  if (signal === null) {
    process.exit(code);
  }
  process.off(signal, forward);
  process.kill(process.pid, signal);
});
