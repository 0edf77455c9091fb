/** Takes the pictures in the documentation from the running program: `node scripts/screenshots.ts`. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../src/server/chromium-binary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = await mkdtemp(join(tmpdir(), 'lectern-pictures-'));
await cp(join(root, 'decks'), folder, { recursive: true });

const server = spawn(process.execPath, [join(root, 'bin/lectern.js'), 'serve', folder, '--no-open', '--json'], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise<string>((resolve) => {
  server.stdout.on('data', (chunk: Buffer) => resolve((JSON.parse(chunk.toString()) as { url: string }).url));
});

try {
  for await (const browser of findChromium()) {
    if (!('path' in browser)) continue;
    const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const running = await chromium.launch({ executablePath: browser.path, args });
    const page = await running.newPage({ viewport: { width: 1440, height: 810 }, colorScheme: 'dark' });
    await page.goto(url);
    await page.getByRole('row', { name: /Bomber capabilities/ }).click();
    await page.getByRole('row', { name: /^4: / }).click();
    await page.locator('.ui-stage .slides section.present:not(.stack)').getByText('Five types').waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(root, 'docs/images/workspace.png') });
    await running.close();
    break;
  }
} finally {
  server.kill('SIGINT');
  await rm(folder, { recursive: true, force: true });
}
