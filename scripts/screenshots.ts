/** Takes the pictures in the documentation from the running program: `node scripts/screenshots.ts [NAME ...]`. */
import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { findChromium } from '../src/server/chromium-binary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const deck = 'bomber-capabilities.md';

/** Brings the program, with the example decks in its library, to the view of a picture. */
type Scene = (page: Page, folder: string) => Promise<void>;

async function openDeck(page: Page): Promise<void> {
  await page.getByRole('row', { name: /Bomber capabilities/ }).click();
  await page.getByRole('row', { name: /^4: / }).click();
  await page.locator('.ui-stage .slides section.present:not(.stack)').getByText('Five types').waitFor();
}

/** Opens the deck and runs a command by its name. */
const command =
  (name: string): Scene =>
  async (page) => {
    await openDeck(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };

const scenes: Readonly<Record<string, Scene>> = {
  library: async (page) => page.getByRole('row', { name: /Regional security/ }).waitFor(),
  search: async (page) => {
    await page.keyboard.press('Control+Shift+F');
    await page.keyboard.type('combat radius');
    await page.getByRole('row').first().waitFor();
  },
  'new-deck': async (page) => {
    await page.getByRole('button', { name: 'New deck' }).click();
    await page.getByRole('dialog').waitFor();
  },
  workspace: openDeck,
  sorter: command('Sort'),
  annotate: async (page) => {
    await openDeck(page);
    await page.keyboard.press('Control+3');
    const slide = page.locator('.ui-surface');
    await slide.focus();
    const box = await slide.boundingBox();
    if (box === null) throw new Error('The slide is not drawn on');
    const draw = async (tool: string, way: readonly (readonly [number, number])[]): Promise<void> => {
      for (const key of tool) await page.keyboard.press(key);
      for (const [i, [across, down]] of way.entries()) {
        await page.mouse.move(box.x + box.width * across, box.y + box.height * down, { steps: i === 0 ? 1 : 8 });
        if (i === 0) await page.mouse.down();
      }
      await page.mouse.up();
    };
    const around = Array.from({ length: 30 }, (_, i): readonly [number, number] => {
      const angle = (i / 28) * 2 * Math.PI;
      return [0.378 + 0.15 * Math.cos(angle), 0.432 + 0.046 * Math.sin(angle)];
    });
    await draw('h3', [
      [0.055, 0.597],
      [0.235, 0.597],
    ]);
    await draw('p1', around);
    await draw('a2', [
      [0.7, 0.772],
      [0.6, 0.71],
    ]);
    await draw('t2', [[0.71, 0.782]]);
    await page.keyboard.type('As of 2025');
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('y');
    await page.getByRole('button', { name: 'New layer' }).click();
    await page.keyboard.type('Review, 2 March');
    await page.keyboard.press('Enter');
    await slide.focus();
    await draw('r4', [
      [0.512, 0.305],
      [0.665, 0.392],
    ]);
    await page.keyboard.press('v');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
  },
  properties: command('Slide properties'),
  history: async (page) => {
    await openDeck(page);
    await page.getByRole('row', { name: /^4: / }).focus();
    for (const key of ['Alt+ArrowDown', 'h', 'd']) await page.keyboard.press(key);
    await page.keyboard.press('Alt+6');
  },
  comments: async (page) => {
    await openDeck(page);
    const comment = async (words: string | null, text: string): Promise<void> => {
      if (words !== null)
        await page
          .locator('.ui-stage section.present:not(.stack)')
          .getByText(words, { exact: true })
          .evaluate((element) => document.getSelection()?.selectAllChildren(element));
      await page.keyboard.press('Control+Alt+m');
      await page.locator('.ui-comment-new textarea:focus').waitFor();
      await page.keyboard.type(text);
      const name = page.getByLabel('Your name');
      if (await name.isVisible()) await name.fill('Ann Ray');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('article').getByText(text).waitFor();
    };
    await comment('yes: 46 of 76', 'As of when? The fact sheet of 2024 says so, the one of 2025 does not.');
    await comment('radius about 3,500 km', 'A radius among ranges: say so in the heading, too.');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'Reply' }).waitFor();
    await page.keyboard.type('The last column is headed “Range, unrefuelled” now.');
    await page.keyboard.press('Control+Enter');
    await comment(null, 'Show this before the details?');
    await page.keyboard.press('Shift+F8');
  },
  checks: async (page, folder) => {
    const path = join(folder, deck);
    const text = await readFile(path, 'utf8');
    const faults =
      '## Payload\n\n![Loading](images/loading.png)\n\nPublished figures\n---\n\n<!-- .slide: onclick="x" -->\n\n';
    await writeFile(path, text.replace('## Five types', `${faults}---\n\n## Five types`));
    await page.getByRole('row', { name: /Bomber capabilities/ }).click();
    await page.locator('.ui-stage .reveal.ready').waitFor();
    await page.keyboard.press('Alt+5');
    await page.getByRole('button', { name: /Fix/ }).first().waitFor();
  },
  compare: async (page) => {
    await openDeck(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('save by itself');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /^4: / }).focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+1');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
    await page.keyboard.type(', as of 2025');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('compare with saved');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
  },
  themes: command('Theme'),
  export: async (page) => {
    await openDeck(page);
    await page.keyboard.press('Control+e');
    await page.getByRole('option', { name: 'Handout' }).click();
  },
  palette: async (page) => {
    await openDeck(page);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('range');
  },
  overview: async (page) => {
    await openDeck(page);
    await page.keyboard.press('Shift+F5');
    await page.locator('.ui-present .reveal.ready').waitFor();
    await page.keyboard.press('g');
  },
};

/** Runs one scene in a program of its own, over a folder of its own, and takes its picture. */
async function take(browser: Browser, name: string, scene: Scene): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-pictures-'));
  await cp(join(root, 'decks'), join(folder, 'decks'), { recursive: true });
  const server = spawn(
    process.execPath,
    [join(root, 'bin/lectern.js'), 'serve', join(folder, 'decks'), '--no-open', '--json'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, LECTERN_STATE: join(folder, 'state') },
    },
  );
  const page = await browser.newPage({ viewport: { width: 1440, height: 810 }, colorScheme: 'dark' });
  try {
    const url = await new Promise<string>((resolve) => {
      server.stdout.on('data', (chunk: Buffer) => resolve((JSON.parse(chunk.toString()) as { url: string }).url));
    });
    await page.goto(url);
    await page.getByRole('row').first().waitFor();
    await scene(page, join(folder, 'decks'));
    await page.evaluate(() => document.fonts.ready);
    // Pictures of slides are drawn when there is time.
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(root, `docs/images/${name}.png`) });
  } finally {
    await page.close({ runBeforeUnload: false });
    server.kill('SIGINT');
    await rm(folder, { recursive: true, force: true });
  }
}

const wanted = process.argv.slice(2);
for await (const found of findChromium()) {
  if (!('path' in found)) continue;
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: found.path, args });
  for (const [name, scene] of Object.entries(scenes))
    if (wanted.length === 0 || wanted.includes(name)) await take(browser, name, scene);
  await browser.close();
  break;
}
