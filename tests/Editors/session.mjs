// A client of 'dockerfile-lint server', made of the library that VS Code's client is made of.
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import protocol from 'vscode-languageserver-protocol/node';

const patience = 30_000;

/** Starts a server over a folder with some files. */
export async function start({ files = {}, capabilities = {}, options } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'editors-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  const process_ = spawn(process.env.DOCKERFILE_LINT, ['server', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise((resolve) => process_.on('exit', resolve));
  const connection = protocol.createMessageConnection(
    new protocol.StreamMessageReader(process_.stdout),
    new protocol.StreamMessageWriter(process_.stdin),
  );
  const published = new Map();
  const waiting = [];
  connection.onNotification(protocol.PublishDiagnosticsNotification.type, (parameters) => {
    published.set(parameters.uri, parameters);
    for (const each of [...waiting]) {
      if (each.condition(parameters)) {
        waiting.splice(waiting.indexOf(each), 1);
        each.resolve(parameters);
      }
    }
  });
  const requests = [];
  connection.onRequest((method, parameters) => {
    requests.push({ method, parameters });
    return null;
  });
  connection.listen();

  const uri = (path) => pathToFileURL(join(folder, path)).href;
  const session = {
    connection,
    folder,
    process: process_,
    published,
    requests,
    uri,
    initialized: await connection.sendRequest(protocol.InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'work' }],
      capabilities,
      initializationOptions: options,
    }),
    open(path, text, languageId = path.endsWith('.yaml') ? 'dockercompose' : 'dockerfile', version = 1) {
      connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
        textDocument: { uri: uri(path), languageId, version, text },
      });
      return uri(path);
    },
    change(address, version, contentChanges) {
      connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
        textDocument: { uri: address, version },
        contentChanges,
      });
    },
    /** The next findings of a document that fit a condition. */
    findings(address, condition = () => true) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no findings of ${address}`)), patience);
        waiting.push({
          condition: (parameters) => parameters.uri === address && condition(parameters),
          resolve: (parameters) => {
            clearTimeout(timer);
            resolve(parameters.diagnostics);
          },
        });
      });
    },
    request(type, parameters, token) {
      return connection.sendRequest(type, parameters, token);
    },
    async end() {
      await connection.sendRequest(protocol.ShutdownRequest.type);
      connection.sendNotification(protocol.ExitNotification.type);
      const code = await exited;
      connection.dispose();
      rmSync(folder, { recursive: true });
      return code;
    },
    async kill() {
      process_.stdin.destroy();
      const code = await exited;
      connection.dispose();
      rmSync(folder, { recursive: true });
      return code;
    },
  };
  connection.sendNotification(protocol.InitializedNotification.type, {});
  return session;
}

/** The place of '$0' in a text, and the text without it. */
export function at(markup) {
  const offset = markup.indexOf('$0');
  const before = markup.slice(0, offset).split('\n');
  return {
    text: markup.replace('$0', ''),
    position: { line: before.length - 1, character: before.at(-1).length },
  };
}

/** The text of a range. */
export function slice(text, { start, end }) {
  const lines = text.split('\n');
  const offset = ({ line, character }) => lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character;
  return text.slice(offset(start), offset(end));
}

/** A text with edits of the server. */
export function apply(text, edits) {
  const lines = text.split('\n');
  const offset = ({ line, character }) =>
    Math.min(text.length, lines.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + character);
  return [...edits]
    .sort((x, y) => offset(y.range.start) - offset(x.range.start))
    .reduce(
      (result, edit) => result.slice(0, offset(edit.range.start)) + edit.newText + result.slice(offset(edit.range.end)),
      text,
    );
}
