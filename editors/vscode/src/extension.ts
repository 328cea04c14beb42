import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import {
  CodeAction,
  CodeActionKind,
  commands,
  ExtensionContext,
  languages,
  Range,
  TextDocument,
  TextEdit,
  window,
  workspace,
} from 'vscode';
import { LanguageClient, LanguageClientOptions, ServerOptions, TransportKind } from 'vscode-languageclient/node';

const section = 'dockerfileLint';
const selector = [
  { language: 'dockerfile' },
  { language: 'dockercompose' },
  { language: 'yaml', pattern: '**/{compose,docker-compose,docker-stack}*.{yml,yaml}' },
];
const fixAllKind = CodeActionKind.SourceFixAll.append('dockerfile-lint');

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand(`${section}.restart`, async () => {
      await client?.stop();
      await start(context);
    }),
    commands.registerCommand(`${section}.fixAll`, async () => {
      const editor = window.activeTextEditor;
      if (editor) {
        const edits = await findFixes(editor.document);
        await editor.edit((builder) => edits.forEach((edit) => builder.replace(edit.range, edit.newText)));
      }
    }),
    workspace.onWillSaveTextDocument((event) => {
      if (workspace.getConfiguration(section).get('fixOnSave') && languages.match(selector, event.document) > 0) {
        event.waitUntil(findFixes(event.document));
      }
    }),
  );
  await start(context);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

async function start(context: ExtensionContext): Promise<void> {
  const command = findProgram(context);
  if (!command) {
    void tellMissing();
    return;
  }

  const server: ServerOptions = { command, args: ['server'], transport: TransportKind.stdio };
  const options: LanguageClientOptions = {
    documentSelector: selector,
    initializationOptions: workspace.getConfiguration(section),
    synchronize: { configurationSection: section },
    diagnosticPullOptions: { onChange: true, onSave: false },
  };
  client = new LanguageClient(section, 'dockerfile-lint', server, options);
  await client.start();
}

async function tellMissing(): Promise<void> {
  const choice = await window.showErrorMessage(
    "The program 'dockerfile-lint' is neither part of this extension nor on the PATH.",
    'Open settings',
  );
  if (choice) {
    await commands.executeCommand('workbench.action.openSettings', `${section}.path`);
  }
}

/** The program of the settings, of the extension, or on the PATH. */
function findProgram(context: ExtensionContext): string | undefined {
  const name = process.platform === 'win32' ? 'dockerfile-lint.exe' : 'dockerfile-lint';
  const set = workspace.getConfiguration(section).get<string>('path');
  const places = [
    context.asAbsolutePath(join('bin', name)),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  ];
  return set || places.find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The edits of the action that fixes all. */
async function findFixes(document: TextDocument): Promise<TextEdit[]> {
  const whole = new Range(0, 0, document.lineCount, 0);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    fixAllKind.value,
    1,
  );
  return actions.flatMap((action) => action.edit?.get(document.uri) ?? []);
}
