// A running fake server.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Starts a program of the server on a free port. Returns its process and its URL. */
export async function start(program) {
  const server = spawn(program, ['--port', '0']);
  for await (const line of createInterface({ input: server.stdout })) {
    if (line.startsWith('Listening on ')) {
      return { server, url: line.slice('Listening on '.length) };
    }
  }
  throw new Error(`${program} does not serve`);
}
