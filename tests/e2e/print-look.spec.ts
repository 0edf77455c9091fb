/** Each page of a PDF looks as its slide does on the stage: every slide of the shipped decks, drawn by two other programs. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createDeck } from '../../src/core/deck/deck-state.ts';
import { deckSettings } from '../../src/core/deck/front-matter.ts';
import { slideIndex } from '../../src/core/deck/slide-index.ts';
import { slideLabels } from '../../src/core/deck/slide-label.ts';
import { deckTitle } from '../../src/core/deck/summary.ts';
import { hasPoppler } from '../unit/host/export/read-pdf.ts';
import { expect, type LecternApp, test } from './lectern-app.ts';
import { compareLook, type LookDifference, type TextBlock } from './look-difference.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const withPoppler = hasPoppler();

/** Share of full contrast by which pixels may differ on average, and CSS pixels at 1280 that a block may be off. */
const limits = { mean: 0.01, shift: 2 } as const;

test.use({
  prepare: async ({}, use) => use(async (folder) => cpSync(join(root, 'decks'), folder, { recursive: true })),
  contextOptions: { reducedMotion: 'reduce' },
});

const decks = readdirSync(join(root, 'decks')).filter((name) => name.endsWith('.md'));

for (const deck of decks) {
  test(`${deck} looks in print as on the stage`, async ({ app }) => {
    test.skip(!withPoppler, 'poppler is not installed');
    const state = createDeck(readFileSync(join(root, 'decks', deck), 'utf8'));
    const labels = slideLabels(slideIndex(state));
    await app.open(deckTitle(state));
    await app.page.getByRole('row', { name: /^1: / }).focus();
    const { width, height } = deckSettings(state).settings.size;
    await app.page.addStyleTag({ content: atOwnSize(width, height) });
    const clip = { x: 0, y: 0, width, height };
    const pages = printed(app.folder, deck, width);
    expect(pages).toHaveLength(labels.length);
    const failures: string[] = [];
    for (const [i, page] of pages.entries()) {
      const label = labels[i] ?? '';
      await expect(app.stage.locator('.slide-foot-number')).toHaveText(label);
      await app.page.evaluate(() => document.fonts.ready);
      const blocks = await textBlocks(app);
      const stage = await app.page.screenshot({ clip, animations: 'disabled' });
      const difference = await compareLook(app.page, stage, page, blocks);
      const problem = tellDifference(difference, 1280 / width);
      if (problem !== null) failures.push(`slide ${label}: ${problem}; see ${kept(deck, label, stage, page)}`);
      if (i < pages.length - 1) await app.page.keyboard.press('ArrowDown');
    }
    expect(failures).toEqual([]);
  });
}

/** Puts the stage into the corner of the window at the slide’s own size: where it stands otherwise is no whole pixel. */
function atOwnSize(width: number, height: number): string {
  return `.ui-stage .reveal { position: fixed !important; inset: 0 auto auto 0 !important; z-index: 9999; width: ${width}px !important; height: ${height}px !important; }
    .ui-stage .reveal .slides { inset: 0 !important; transform: none !important; }`;
}

/** Pictures of all pages of a deck, hidden slides too, at a width in pixels. */
function printed(folder: string, deck: string, width: number): readonly Buffer[] {
  const out = join(folder, '.print');
  mkdirSync(out, { recursive: true });
  const pdf = join(out, 'deck.pdf');
  execFileSync(process.execPath, [join(root, 'bin/lectern.js'), 'export', join(folder, deck), '-o', pdf, '--hidden']);
  // The other of poppler’s two, pdftoppm, puts everything half a pixel too high.
  execFileSync('pdftocairo', ['-png', '-scale-to-x', String(width), '-scale-to-y', '-1', pdf, join(out, 'page')]);
  const pictures = readdirSync(out).filter((name) => name.endsWith('.png'));
  return pictures.toSorted().map((name) => readFileSync(join(out, name)));
}

/** The blocks of text of the slide on the stage, in CSS pixels from its corner. */
function textBlocks({ stage }: LecternApp): Promise<readonly TextBlock[]> {
  return stage.evaluate((section) => {
    const page = section.getBoundingClientRect();
    const range = document.createRange();
    return [
      ...section.querySelectorAll('h1, h2, h3, h4, p, li, td, th, dt, dd, pre, figcaption, .slide-foot-number'),
    ].flatMap((block) => {
      const own = [...block.childNodes].filter(
        (node) => !(node instanceof Element && /^(?:UL|OL|P)$/.test(node.tagName)),
      );
      const text = own
        .map((node) => node.textContent ?? '')
        .join('')
        .trim();
      const [first, last] = [own[0], own.at(-1)];
      if (text === '' || first === undefined || last === undefined) return [];
      range.setStartBefore(first);
      range.setEndAfter(last);
      const { x, y, width, height } = range.getBoundingClientRect();
      return [{ text, x: x - page.x, y: y - page.y, width, height }];
    });
  });
}

function tellDifference({ mean, shifts }: LookDifference, scale: number): string | null {
  const off = shifts.filter(({ dx, dy }) => Math.max(Math.abs(dx), Math.abs(dy)) * scale > limits.shift);
  const [worst] = off;
  if (worst !== undefined) return `“${worst.text.slice(0, 40)}” is ${worst.dx}, ${worst.dy} px off`;
  return mean > limits.mean ? `it differs by ${(mean * 100).toFixed(2)} %` : null;
}

/** Both pictures, side by side in a folder that is kept. */
function kept(deck: string, label: string, stage: Buffer, page: Buffer): string {
  const folder = join(root, 'out', 'print-look');
  mkdirSync(folder, { recursive: true });
  const name = join(folder, `${deck.replace(/\.md$/, '')}-${label}`);
  writeFileSync(`${name}-stage.png`, stage);
  writeFileSync(`${name}-print.png`, page);
  return `${name}-*.png`;
}
