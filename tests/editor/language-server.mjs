// The YAML language server of editors, driven as an editor drives it.

import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import rpc from 'vscode-jsonrpc/node.js';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const SERVER = path.join(HERE, 'node_modules/yaml-language-server/bin/yaml-language-server');

/** The folder of the project. */
export const PROJECT = path.resolve(HERE, '../..');

/** The settings that CONTRIBUTING.md recommends, without network. */
const SETTINGS = {
  yaml: {
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
    kubernetesCRDStore: { enable: false },
  },
};

export class LanguageServer {
  /** Starts a server for this project. */
  static async start() {
    const server = new LanguageServer();
    server.child = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    server.connection = rpc.createMessageConnection(
      new rpc.StreamMessageReader(server.child.stdout),
      new rpc.StreamMessageWriter(server.child.stdin),
    );
    server.waiting = new Map();
    server.version = 0;
    server.connection.onNotification('textDocument/publishDiagnostics', (report) => {
      server.waiting.get(report.uri)?.(report.diagnostics);
    });
    server.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => SETTINGS[section] ?? {}),
    );
    server.connection.onRequest('client/registerCapability', () => null);
    server.connection.listen();
    const root = pathToFileURL(PROJECT).href;
    await server.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'project' }],
      capabilities: {
        textDocument: { completion: { completionItem: {} }, hover: {}, publishDiagnostics: {} },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    await server.connection.sendNotification('initialized', {});
    return server;
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    await new Promise((done) => (this.child.exitCode === null ? this.child.on('close', done) : done()));
  }

  /** The diagnostics of a text, as if it were in a file of the project. */
  async diagnostics(file, text) {
    const { uri } = await this.open(file, text);
    return this.reported.finally(() => this.close(uri));
  }

  /** The labels that are offered at the `|` in a text. */
  async completion(file, marked) {
    const { uri, position } = await this.open(file, marked);
    const found = await this.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    await this.close(uri);
    return (found.items ?? found).map((item) => item.label);
  }

  /** The text that is shown at the `|` in a text. */
  async hover(file, marked) {
    const { uri, position } = await this.open(file, marked);
    const found = await this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    await this.close(uri);
    return found?.contents?.value ?? '';
  }

  /** Opens a text, without the `|` in it if there is one. */
  async open(file, marked) {
    const uri = pathToFileURL(path.join(PROJECT, file)).href;
    const [before, after] = marked.split('|', 2);
    const text = after === undefined ? marked : before + after;
    this.reported = new Promise((resolve) => this.waiting.set(uri, resolve));
    this.version += 1;
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: this.version, text },
    });
    const lines = before.split('\n');
    return { uri, position: { line: lines.length - 1, character: lines.at(-1).length } };
  }

  async close(uri) {
    this.waiting.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
}
