import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import protocol from 'vscode-languageserver-protocol/node';
import { apply, at, slice, start } from './session.mjs';

const files = {
  '.env': 'VERSION=3\n',
  'app/Dockerfile': 'FROM debian:13 AS build\nUSER 20\nFROM debian:13\nUSER 30\n',
  'entry.sh': '#!/bin/sh\n',
};

const compose = `services:
  db:
    image: postgres:\${VERSION}
    volumes:
      - data:/var/lib/postgresql
  web:
    build:
      context: app
      target: build
    depends_on: [db]
volumes:
  data:
`;

describe('Where the server sends findings by itself', () => {
  let session;
  before(async () => (session = await start({ files })));
  after(async () => assert.equal(await session.end(), 0));

  test('what it can do is what the protocol calls it', () => {
    const { capabilities, serverInfo } = session.initialized;
    assert.equal(serverInfo.name, 'dockerfile-lint');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.equal(capabilities.textDocumentSync.change, protocol.TextDocumentSyncKind.Incremental);
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  test('findings come, with page, tags and place, and follow edits', async () => {
    const uri = session.uri('Dockerfile');
    const first = session.findings(uri);
    session.open('Dockerfile', 'FROM alpine\nMAINTAINER me\n');
    const findings = await first;
    const untagged = findings.find((each) => each.code === 'DL3006');
    assert.deepEqual(untagged.range, { start: { line: 0, character: 5 }, end: { line: 0, character: 11 } });
    assert.match(untagged.codeDescription.href, /^https:.*DL3006/);
    assert.ok(findings.find((each) => each.code === 'DL4000').tags.includes(protocol.DiagnosticTag.Deprecated));

    const second = session.findings(uri, (parameters) => parameters.version === 2);
    session.change(uri, 2, [
      { range: { start: { line: 0, character: 11 }, end: { line: 0, character: 11 } }, text: ':3.22' },
    ]);
    assert.ok(!(await second).some((each) => each.code === 'DL3006'));
  });

  test('a change of the Compose file renews the Dockerfile that it builds', async () => {
    const dockerfile = session.uri('app/Dockerfile');
    const first = session.findings(dockerfile);
    session.open('app/Dockerfile', 'FROM debian:13\nCMD ["ls"]\n');
    assert.ok((await first).some((each) => each.code === 'DL5001'));
    const second = session.findings(dockerfile, ({ diagnostics }) => !diagnostics.some((each) => each.code === 'DL5001'));
    const uri = session.open('compose.yaml', 'services:\n  web:\n    build: app\n    user: "10"\n');
    await second;
    session.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    session.connection.sendNotification('textDocument/didClose', { textDocument: { uri: dockerfile } });
  });

  test('a configuration on disk holds, and its changes too', async () => {
    const uri = session.uri('b.Dockerfile');
    const first = session.findings(uri);
    session.open('b.Dockerfile', 'FROM alpine\n');
    assert.ok((await first).some((each) => each.code === 'DL3006'));
    const second = session.findings(uri, ({ diagnostics }) => !diagnostics.some((each) => each.code === 'DL3006'));
    const path = join(session.folder, '.dockerfile-lint.yaml');
    writeFileSync(path, 'rules:\n  DL3006: off\n');
    const change = { changes: [{ uri: session.uri('.dockerfile-lint.yaml'), type: protocol.FileChangeType.Created }] };
    session.connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, change);
    await second;
    rmSync(path);
    session.connection.sendNotification(protocol.DidChangeWatchedFilesNotification.type, change);
  });

  test('unknown methods and malformed messages do no harm', async () => {
    await assert.rejects(session.connection.sendRequest('textDocument/none', {}), { code: -32601 });
    session.process.stdin.write('Content-Length: 9\r\n\r\n{"a": [}]');
    session.process.stdin.write('no header\r\n\r\n');
    assert.ok(await session.connection.sendRequest('dockerfile-lint/statistics', {}));
  });
});

describe('Where the client asks for findings', () => {
  let session;
  before(
    async () =>
      (session = await start({
        files: { ...files, 'other/Dockerfile': 'FROM alpine\n' },
        capabilities: {
          textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ['edit'] } } },
          workspace: {
            diagnostics: { refreshSupport: true },
            didChangeWatchedFiles: { dynamicRegistration: true },
            workspaceEdit: { documentChanges: true },
          },
        },
      })),
  );
  after(async () => assert.equal(await session.end(), 0));

  test('findings are asked for, and unchanged ones are not sent again', async () => {
    const uri = session.open('Dockerfile', 'FROM alpine\n');
    const report = await session.request(protocol.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    assert.equal(report.kind, 'full');
    assert.ok(report.items.some((each) => each.code === 'DL3006'));
    const again = await session.request(protocol.DocumentDiagnosticRequest.type, {
      textDocument: { uri },
      previousResultId: report.resultId,
    });
    assert.equal(again.kind, 'unchanged');
  });

  test('the whole workspace is asked for, with progress', async () => {
    const progress = [];
    session.connection.onProgress(protocol.WorkDoneProgress.type, 'work', (value) => progress.push(value.kind));
    const report = await session.request(protocol.WorkspaceDiagnosticRequest.type, {
      previousResultIds: [],
      workDoneToken: 'work',
    });
    assert.ok(report.items.some((item) => item.uri === session.uri('other/Dockerfile') && item.items.length > 0));
    assert.deepEqual(progress, ['begin', 'end']);
  });

  test('files on disk are watched', () => {
    assert.ok(session.requests.some((each) => each.method === 'client/registerCapability'));
  });

  test('a fix is offered, chosen and applied', async () => {
    const text = 'FROM debian:13\nRUN sudo ls\n';
    const uri = session.open('c.Dockerfile', text);
    const actions = await session.request(protocol.CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: { line: 1, character: 4 }, end: { line: 1, character: 4 } },
      context: { diagnostics: [] },
    });
    const fix = actions.find((action) => action.diagnostics?.[0].code === 'DL3004' && action.data.action === 'fix');
    const { edit } = await session.request(protocol.CodeActionResolveRequest.type, fix);
    assert.doesNotMatch(apply(text, edit.documentChanges[0].edits), /sudo/);
    assert.ok(actions.some((action) => action.title.startsWith('Suppress DL3004')));
  });

  test('all that is safe is fixed at once', async () => {
    const text = 'FROM debian:13\nRUN apt-get install curl=1\n';
    const uri = session.open('d.Dockerfile', text);
    const [action] = await session.request(protocol.CodeActionRequest.type, {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    const { edit } = await session.request(protocol.CodeActionResolveRequest.type, action);
    assert.match(apply(text, edit.documentChanges[0].edits), /install -y/);
  });
});

describe('Each feature in', () => {
  let session;
  before(async () => (session = await start({ files, capabilities: { general: { positionEncodings: ['utf-8'] } } })));
  after(async () => assert.equal(await session.end(), 0));

  let number = 0;
  function place(markup, path) {
    const { text, position } = at(markup);
    const name = path ?? `feature${++number}.Dockerfile`;
    const uri = session.open(name, text, undefined, ++number);
    return { text, uri, parameters: { textDocument: { uri }, position } };
  }

  test('bytes are counted where the client counts them', async () => {
    assert.equal(session.initialized.capabilities.positionEncoding, 'utf-8');
    const uri = session.uri('utf8.Dockerfile');
    const first = session.findings(uri);
    session.open('utf8.Dockerfile', 'FROM debian:13\nRUN echo äöü && sudo ls\n');
    const found = (await first).find((each) => each.code === 'DL3004');
    assert.equal(found.range.start.character, 'RUN echo äöü && '.length + 3);
  });

  test('a Dockerfile: hover', async () => {
    const { parameters } = place('ARG V=1\nFROM a:$$0V\n'.replace('$$0', '$$$0'));
    assert.match((await session.request(protocol.HoverRequest.type, parameters)).contents.value, /`V` is `1`/);
  });

  test('a Dockerfile: completion', async () => {
    const { parameters } = place('FROM a:1 AS x\nFROM $0');
    const { items } = await session.request(protocol.CompletionRequest.type, parameters);
    assert.ok(items.some((item) => item.label === 'x'));
    assert.ok(items.some((item) => item.label === 'debian:13'), 'the images of the workspace');
  });

  test('a Dockerfile: definition, references, highlights', async () => {
    const { text, parameters } = place('FROM a:1 AS build\nFROM b:1\nCOPY --from=bu$0ild /x /y\n');
    const [definition] = await session.request(protocol.DefinitionRequest.type, parameters);
    assert.equal(slice(text, definition.range), 'build');
    assert.equal(definition.range.start.line, 0);
    const context = { includeDeclaration: true };
    assert.equal((await session.request(protocol.ReferencesRequest.type, { ...parameters, context })).length, 2);
    assert.equal((await session.request(protocol.DocumentHighlightRequest.type, parameters)).length, 2);
  });

  test('a Dockerfile: rename', async () => {
    const { text, uri, parameters } = place('FROM a:1 AS build\nFROM bui$0ld\n');
    assert.equal((await session.request(protocol.PrepareRenameRequest.type, parameters)).placeholder, 'build');
    const { changes } = await session.request(protocol.RenameRequest.type, { ...parameters, newName: 'base' });
    assert.equal(apply(text, changes[uri]), 'FROM a:1 AS base\nFROM base\n');
    await assert.rejects(session.request(protocol.RenameRequest.type, { ...parameters, newName: 'no name' }));
  });

  test('a Dockerfile: symbols, folds, selections, links', async () => {
    const { text, parameters } = place('FROM debian:13 AS x\nRUN ls /t$0mp && \\\n  id\nCOPY entry.sh /\n');
    const [stage] = await session.request(protocol.DocumentSymbolRequest.type, parameters);
    assert.equal(stage.name, 'x');
    assert.deepEqual(stage.children.map((child) => child.name), ['RUN', 'COPY']);
    assert.ok((await session.request(protocol.FoldingRangeRequest.type, parameters)).some((fold) => fold.startLine === 1));
    const [selection] = await session.request(protocol.SelectionRangeRequest.type, {
      ...parameters,
      positions: [parameters.position],
    });
    assert.equal(slice(text, selection.range), '/tmp');
    const links = await session.request(protocol.DocumentLinkRequest.type, parameters);
    assert.deepEqual(links.map((link) => link.target), ['https://hub.docker.com/_/debian', session.uri('entry.sh')]);
  });

  test('a Dockerfile: hints, tokens, format', async () => {
    const { text, uri, parameters } = place('ARG V=1\nFROM  a:$V\nRUN ls | id$0\n');
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await session.request(protocol.InlayHintRequest.type, { ...parameters, range: whole });
    assert.deepEqual(hints.map((hint) => hint.label), ['= a:1']);
    const { data } = await session.request(protocol.SemanticTokensRequest.type, parameters);
    const { tokenTypes } = session.initialized.capabilities.semanticTokensProvider.legend;
    const types = data.filter((_, index) => index % 5 === 3).map((type) => tokenTypes[type]);
    assert.ok(types.includes('function') && types.includes('operator'), 'the shell is read too');
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await session.request(protocol.DocumentFormattingRequest.type, { textDocument: { uri }, options });
    assert.equal(apply(text, edits), 'ARG V=1\nFROM a:$V\nRUN ls | id\n');
  });

  test('a Compose file: hover, with the user of a service', async () => {
    const { parameters } = place(compose.replace('web:', 'we$0b:'), 'compose.yaml');
    assert.match((await session.request(protocol.HoverRequest.type, parameters)).contents.value, /User: `20`/);
  });

  test('a Compose file: completion', async () => {
    const { parameters } = place(compose.replace('depends_on: [db]', 'depends_on: [$0]'), 'compose.yaml');
    const { items } = await session.request(protocol.CompletionRequest.type, parameters);
    assert.ok(items.some((item) => item.label === 'db'));
    const keys = place(compose.replace('    depends_on: [db]', '    re$0'), 'compose.yaml');
    const { items: offered } = await session.request(protocol.CompletionRequest.type, keys.parameters);
    assert.match(offered.find((item) => item.label === 'restart').documentation.value, /starts again/);
  });

  test('a Compose file: definition in the Dockerfile that it builds', async () => {
    const { parameters } = place(compose.replace('target: build', 'target: bu$0ild'), 'compose.yaml');
    const [definition] = await session.request(protocol.DefinitionRequest.type, parameters);
    assert.equal(definition.uri, session.uri('app/Dockerfile'));
  });

  test('a Compose file: rename of a volume', async () => {
    const { text, uri, parameters } = place(compose.replace('- data:', '- da$0ta:'), 'compose.yaml');
    const { changes } = await session.request(protocol.RenameRequest.type, { ...parameters, newName: 'store' });
    assert.equal(apply(text, changes[uri]), compose.replaceAll('data:', 'store:'));
  });

  test('a Compose file: symbols, folds, links, hints, tokens, format', async () => {
    const { text, uri, parameters } = place(compose.replace('  db:', '  db:   $0'), 'compose.yaml');
    const symbols = await session.request(protocol.DocumentSymbolRequest.type, parameters);
    assert.deepEqual(symbols.map((symbol) => symbol.name), ['services', 'volumes']);
    assert.ok((await session.request(protocol.FoldingRangeRequest.type, parameters)).length >= 4);
    const links = await session.request(protocol.DocumentLinkRequest.type, parameters);
    assert.ok(links.some((link) => link.target === session.uri('app/Dockerfile')));
    const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const hints = await session.request(protocol.InlayHintRequest.type, { ...parameters, range: whole });
    assert.deepEqual(hints.map((hint) => hint.label), ['user root', '= 3', 'user 20']);
    assert.ok((await session.request(protocol.SemanticTokensRequest.type, parameters)).data.length > 50);
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await session.request(protocol.DocumentFormattingRequest.type, { textDocument: { uri }, options });
    assert.equal(apply(text, edits), compose);
  });

  test('a request is cancelled', async () => {
    const uri = session.open('big.Dockerfile', 'FROM a:1\nRUN cd /x && ls\n'.repeat(3000));
    const source = new protocol.CancellationTokenSource();
    const answer = session.request(protocol.SemanticTokensRequest.type, { textDocument: { uri } }, source.token);
    source.cancel();
    await answer.then(
      () => {},
      (error) => assert.equal(error.code, protocol.LSPErrorCodes.RequestCancelled),
    );
  });
});

test('A client that dies takes the server with it', async () => {
  const session = await start({ files });
  await session.connection.sendRequest('dockerfile-lint/statistics', {});
  assert.equal(await session.kill(), 1);
});

test('Edits of a project of 100 services are answered soon', async () => {
  const services = Array.from({ length: 100 }, (_, i) => `  s${i}:\n    build: s${i}\n    ports: ["127.0.0.1:${8000 + i}:80"]\n`);
  const text = `services:\n${services.join('')}`;
  const folders = Object.fromEntries(services.map((_, i) => [`s${i}/Dockerfile`, 'FROM debian:13\nRUN ls\nUSER 10\nCMD ["ls"]\n']));
  const session = await start({ files: folders });
  const uri = session.open('compose.yaml', text);
  session.open('s1/Dockerfile', folders['s1/Dockerfile']);
  await session.findings(uri);
  for (let version = 2; version <= 200; version++) {
    const next = session.findings(uri, (parameters) => parameters.version === version);
    const end = { line: 1, character: version % 2 ? 5 : 4 };
    session.change(uri, version, [{ range: { start: { line: 1, character: 4 }, end }, text: version % 2 ? '' : '1' }]);
    await next;
  }

  console.log(`edit in 100 services: ${JSON.stringify(await session.connection.sendRequest('dockerfile-lint/statistics', {}))}`);
  await session.end();
});

test('Edits are answered soon, and memory does not grow', async () => {
  const session = await start();
  const lines = ['FROM debian:13', ...Array.from({ length: 499 }, (_, i) => `RUN apt-get update && apt-get install -y p${i}=1`)];
  const uri = session.open('Dockerfile', `${lines.join('\n')}\n`);
  await session.findings(uri);
  let heap = 0;
  for (let version = 2; version <= 1000; version++) {
    const next = session.findings(uri, (parameters) => parameters.version === version);
    const line = version % 499;
    session.change(uri, version, [
      { range: { start: { line: line + 1, character: 0 }, end: { line: line + 1, character: 3 } }, text: version % 2 ? 'RUN' : 'run' },
    ]);
    await next;
    if (version === 300) {
      heap = (await session.connection.sendRequest('dockerfile-lint/statistics', {})).heapBytes;
    }
  }

  const statistics = await session.connection.sendRequest('dockerfile-lint/statistics', {});
  console.log(`edit in 500 lines: ${JSON.stringify(statistics)}, heap after 300 edits ${heap}`);
  assert.ok(statistics.edits >= 999);
  assert.ok(statistics.heapBytes < heap * 1.2 + 1_000_000, 'memory grows');
  await session.end();
});

const neovim = spawnSync('nvim', ['--version']).status === 0;

test('Neovim shows findings and applies a code action', { skip: neovim ? false : 'there is no nvim' }, () => {
  const run = spawnSync(
    'nvim',
    ['--headless', '-u', 'NONE', '-c', `luafile ${new URL('neovim.lua', import.meta.url).pathname}`],
    { encoding: 'utf8', timeout: 60_000 },
  );
  const output = run.stdout + run.stderr;
  assert.match(output, /finding: DL3004/);
  assert.match(output, /RUN ls/);
  assert.doesNotMatch(output.split('after:')[1] ?? 'sudo', /sudo/);
});
