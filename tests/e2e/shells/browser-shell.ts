import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { type Shell, stateOf } from './shell.ts';

const program = join(fileURLToPath(new URL('../../..', import.meta.url)), 'bin/lectern.js');

/** The program as `lectern serve FOLDER` shows it in the user's own browser. */
export async function browserShell(folder: string, browser: Browser, watch: (page: Page) => void): Promise<Shell> {
  const server = spawn(process.execPath, [program, 'serve', folder, '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LECTERN_STATE: stateOf(folder) },
  });
  const ended = once(server, 'exit');
  let printed = '';
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /"url":\s*"([^"]+)"/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    });
    server.on('exit', (code) => reject(new Error(`lectern serve ended with ${code} before it listened: ${printed}`)));
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  watch(page);
  await page.goto(url);
  return {
    page,
    desktop: null,
    async another() {
      const other = await context.newPage();
      await other.goto(new URL(page.url()).origin);
      return other;
    },
    async takeExport(press) {
      const downloading = page.waitForEvent('download');
      await press();
      const download = await downloading;
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    },
    async clipboard() {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      return page.evaluate(() => navigator.clipboard.readText());
    },
    makeDark: (dark) => page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' }),
    async close() {
      // The page may hold something unsaved on purpose; what is left of it is of no interest.
      for (const one of context.pages()) await one.close({ runBeforeUnload: false });
      await context.close();
      server.kill('SIGINT');
      await ended;
    },
  };
}
