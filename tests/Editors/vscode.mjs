// Opens a folder in code-server, with the extension from its package, and takes pictures of what one sees. Run by hand:
// node vscode.mjs ENTRY VSIX FOLDER PICTURES, where ENTRY is code-server's out/node/entry.js and node is the version that
// it wants. Needs playwright-core and Chromium; VSIX must carry the program, as the PATH of code-server is another one.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [entry, vsix, folder, pictures] = process.argv.slice(2);
const port = 8939;
const data = mkdtempSync(join(tmpdir(), 'code-'));
const shared = ['--user-data-dir', join(data, 'user'), '--extensions-dir', join(data, 'extensions')];
spawnSync(process.execPath, [entry, ...shared, '--install-extension', vsix], { stdio: 'inherit' });
const server = spawn(
  process.execPath,
  [entry, ...shared, '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', folder],
  { stdio: 'ignore' },
);
try {
  await new Promise((resolve) => setTimeout(resolve, 8_000));
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 } });
  await page.goto(`http://127.0.0.1:${port}/?folder=${folder}`);
  await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
  await page.waitForTimeout(8_000);
  const open = async (name) => {
    await page.keyboard.press('Control+P');
    await page.waitForTimeout(800);
    await page.keyboard.type(name);
    await page.waitForTimeout(1_500);
    await page.keyboard.press('Enter');
    await page.waitForTimeout(4_000);
  };
  await open('Dockerfile');
  await page.keyboard.press('Control+Shift+M');
  await page.waitForTimeout(3_000);
  await page.screenshot({ path: join(pictures, 'findings.png') });
  await page.keyboard.press('Control+1');
  await page.keyboard.press('F8');
  await page.waitForTimeout(1_500);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+.');
  await page.waitForTimeout(3_000);
  await page.screenshot({ path: join(pictures, 'actions.png') });
  await page.keyboard.press('Escape');
  await open('compose.yaml');
  await page.screenshot({ path: join(pictures, 'compose.png') });
  await browser.close();
} finally {
  server.kill();
}
