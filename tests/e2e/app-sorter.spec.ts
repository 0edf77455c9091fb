import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

/** The sorter's slides as `label: title`, in order. */
const grid = (app: LecternApp): Locator => app.page.getByRole('grid', { name: 'Slides of the deck' }).getByRole('row');
const order = (app: LecternApp): Promise<readonly string[]> =>
  grid(app).evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
const said = (app: LecternApp, words: string | RegExp): Locator =>
  app.page.getByRole('status').filter({ hasText: words });

async function sort(app: LecternApp): Promise<void> {
  await app.open('Harbour briefing');
  await app.page.keyboard.press('Control+2');
  await expect(app.slide('1')).toBeFocused();
}

interface Spot {
  /** Where on the target, from 0 to 1. */
  readonly across: number;
  readonly down: number;
}

/** Takes a slide with the mouse and holds it over another. */
async function hold(app: LecternApp, label: string, target: string, { across, down }: Spot): Promise<void> {
  // Which may scroll: only then does it stand still where the target is.
  await app.slide(label).hover();
  const box = (await app.slide(target).boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [x, y] = [box.x + box.width * across, box.y + box.height * down];
  await app.page.mouse.down();
  await app.page.mouse.move(x + 12, y + 6, { steps: 10 });
  await app.page.mouse.move(x, y, { steps: 4 });
  await expect(app.page.locator('.ui-drop-line')).toHaveCount(1);
}

async function drag(app: LecternApp, label: string, target: string, spot: Spot): Promise<void> {
  await hold(app, label, target, spot);
  await app.page.mouse.up();
}

const start = ['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '4: Charlie', '5: Delta'];

test('a drag says what it will do, moves just those bytes, and is one step', async ({ app }) => {
  await sort(app);
  const before = await app.read('harbour.md');
  const [head = '', alpha = '', bravo = '', charlie = '', delta = ''] = before.split('\n\n---\n\n');
  await hold(app, '5', '2', { across: 0.08, down: 0.5 });
  await expect(said(app, 'Move 1 slide before 2 · changes 2 places in the file')).toBeVisible();
  await app.page.mouse.up();
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Delta', '3: Alpha', '4: Bravo', '4.1: Below Bravo', '5: Charlie']);
  await expect(said(app, 'Slide 5 moved to 2')).toBeVisible();
  await expectFile(app, 'harbour.md', `${[head, delta.trimEnd(), alpha, bravo, charlie].join('\n\n---\n\n')}\n`);
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => order(app)).toEqual(start);
  await expectFile(app, 'harbour.md', before);
});

test('into a stack: below its last slide, and as its top', async ({ app }) => {
  await sort(app);
  const before = await app.read('harbour.md');
  await drag(app, '5', '3.1', { across: 0.5, down: 0.8 });
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '3.2: Delta', '4: Charlie']);
  const delta = '## Delta\n\n日本海 and the last words.';
  await expectFile(
    app,
    'harbour.md',
    before
      .replace('\n\n---\n\n## Charlie', `\n\n--\n\n${delta}\n\n---\n\n## Charlie`)
      .replace(/\n\n---\n\n## Delta\n\n.*\n$/, '\n'),
  );
  await drag(app, '4', '2', { across: 0.5, down: 0.1 });
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Charlie', '2.1: Alpha', '3: Bravo', '3.1: Below Bravo', '3.2: Delta']);
});

test('several slides are dragged together, and Ctrl copies', async ({ app }) => {
  await sort(app);
  await app.slide('4').click();
  await app.slide('2').click({ modifiers: ['Control'] });
  await expect(app.page.getByText('2 selected')).toBeVisible();
  await drag(app, '4', '1', { across: 0.05, down: 0.5 });
  await expect
    .poll(() => order(app))
    .toEqual(['1: Alpha', '2: Charlie', '3: Harbour briefing', '4: Bravo', '4.1: Below Bravo', '5: Delta']);
  await app.slide('5').click();
  await app.page.keyboard.down('Control');
  await drag(app, '5', '1', { across: 0.05, down: 0.5 });
  await app.page.keyboard.up('Control');
  await expect(said(app, '1 slide copied before 1')).toBeVisible();
  await expect(app.slide('1')).toHaveAttribute('aria-label', '1: Delta');
  await expect(grid(app)).toHaveCount(7);
});

test('Escape ends a drag, and nothing has moved', async ({ app }) => {
  await sort(app);
  const before = await app.read('harbour.md');
  await hold(app, '5', '2', { across: 0.05, down: 0.5 });
  await app.page.keyboard.press('Escape');
  await expect(app.page.locator('.ui-drop-line')).toHaveCount(0);
  await expect(said(app, 'Nothing moved')).toBeVisible();
  await app.page.mouse.up();
  expect(await order(app)).toEqual(start);
  expect(await app.read('harbour.md')).toBe(before);
});

test('a file that changes under a drag does not break it', async ({ app }) => {
  await sort(app);
  const before = await app.read('harbour.md');
  await hold(app, '5', '2', { across: 0.05, down: 0.5 });
  await app.write('harbour.md', before.replace(/\n\n---\n\n## Delta\n\n.*\n$/, '\n'));
  await expect(grid(app)).toHaveCount(5);
  await app.page.mouse.up();
  await expect(app.page.locator('.ui-drop-line')).toHaveCount(0);
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '4: Charlie']);
  await app.slide('4').click();
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(app.slide('3')).toHaveAttribute('aria-label', '3: Charlie');
});

test('by keyboard alone: go, extend, move, and hear of it', async ({ app }) => {
  await sort(app);
  await app.page.keyboard.press('End');
  await expect(app.slide('5')).toBeFocused();
  await app.page.keyboard.press('Alt+ArrowLeft');
  await expect(said(app, 'Slide 5 moved to 4')).toBeVisible();
  await expect(app.slide('4')).toBeFocused();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '3.2: Delta', '4: Charlie']);
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(app.slide('3.1')).toHaveAttribute('aria-label', '3.1: Delta');
  await app.page.keyboard.press('ArrowLeft');
  await expect(app.slide('2')).toBeFocused();
  await app.page.keyboard.press('Shift+ArrowRight');
  await expect(app.slide('3')).toBeFocused();
  await expect(app.slide('2')).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Control+ArrowRight');
  await expect(app.slide('4')).toBeFocused();
  await expect(app.slide('4')).toHaveAttribute('aria-selected', 'false');
  await app.page.keyboard.press('Space');
  await expect(app.slide('4')).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Space');
  await expect(app.slide('4')).toHaveAttribute('aria-selected', 'false');
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Control+a');
  await expect(said(app, '6 slides selected')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Shift+F10');
  await expect(app.page.getByRole('menuitem', { name: 'Move right' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(app.slide('1')).toBeFocused();
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('Enter');
  await expect(app.stage).toContainText('Alpha');
});

test('X, C and V; and a copy pastes as Markdown into the source', async ({ app }) => {
  await sort(app);
  const before = await app.read('harbour.md');
  await app.page.keyboard.press('v');
  await expect(said(app, 'Ctrl+V pastes from other programs')).toBeVisible();
  await app.slide('3').click();
  await app.slide('3.1').click({ modifiers: ['Shift'] });
  await app.page.keyboard.press('x');
  await expect(said(app, '2 slides cut; V pastes them')).toBeVisible();
  await expect(grid(app)).toHaveCount(4);
  const text = '## Bravo\n\nBravo has a slide below it.\n\n--\n\n### Below Bravo\n\nDetail for questions.';
  await expect.poll(app.shell.clipboard).toBe(text);
  await app.slide('4').click();
  await app.page.keyboard.press('v');
  await expect(said(app, '2 slides pasted after slide 4')).toBeVisible();
  await expect
    .poll(() => order(app))
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Charlie', '4: Delta', '5: Bravo', '5.1: Below Bravo']);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expect.poll(() => order(app)).toEqual(start);
  await expectFile(app, 'harbour.md', before);

  await app.slide('2').click();
  await app.page.keyboard.press('Control+c');
  await expect(said(app, 'Slide 2 copied')).toBeVisible();
  await app.page.evaluate(() => navigator.clipboard.writeText('## From elsewhere\r\n\r\n---\r\n\r\n## Another'));
  await app.page.keyboard.press('Control+v');
  await expect(grid(app)).toHaveCount(8);
  await expect(app.slide('3')).toHaveAttribute('aria-label', '3: From elsewhere');
  await expect(app.slide('4')).toHaveAttribute('aria-selected', 'true');
  await expectFile(
    app,
    'harbour.md',
    before.replace('\n\n---\n\n## Bravo', '\n\n---\n\n## From elsewhere\n\n---\n\n## Another\n\n---\n\n## Bravo'),
  );

  await app.slide('8').or(app.slide('7')).first().click();
  await app.page.keyboard.press('c');
  await app.page.keyboard.press('Control+1');
  await app.source.click();
  await app.page.keyboard.press('Control+End');
  await app.page.keyboard.press('Control+v');
  await expect
    .poll(() => app.read('harbour.md'))
    .toMatch(/日本海 and the last words\.\n## Delta\n\n日本海 and the last words\.$/);
});

test('the filter shows what has the words, the commands touch nothing else, and Escape clears', async ({ app }) => {
  await sort(app);
  await app.page.keyboard.press('/');
  const field = app.page.getByRole('searchbox', { name: 'Filter slides by words' });
  await expect(field).toBeFocused();
  await app.page.keyboard.type('bravo');
  await expect(grid(app)).toHaveCount(2);
  await expect(said(app, '2 of 6 slides shown')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('h');
  await expect(said(app, '2 slides hidden from the audience')).toBeVisible();
  await app.page.keyboard.press('/');
  await app.page.keyboard.press('Escape');
  await expect(grid(app)).toHaveCount(6);
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha');
  await expect(app.slide('3.1')).toHaveAttribute('aria-label', '3.1: Below Bravo, hidden');
  await app.page.getByRole('button', { name: 'Show only some slides' }).click();
  await app.page.getByRole('menuitemcheckbox', { name: 'Hidden' }).click();
  await app.page.keyboard.press('Escape');
  await expect(grid(app)).toHaveCount(2);
  await app.page.keyboard.press('Control+1');
  await expect(app.slides).toHaveCount(2);
  await field.fill('nothing of the kind');
  await app.page.getByRole('button', { name: 'Show all slides' }).click();
  await expect(app.slides).toHaveCount(6);
});

test('slides are made larger and smaller, and stay so', async ({ app }) => {
  await sort(app);
  const width = async () => (await app.slide('2').boundingBox())?.width ?? 0;
  const usual = await width();
  await app.page.keyboard.press('Control+=');
  await expect.poll(width).toBeGreaterThan(usual);
  await app.page.keyboard.press('Control+-');
  await expect.poll(width).toBeLessThanOrEqual(usual + 1);
  await app.slide('2').hover();
  await app.page.keyboard.down('Control');
  await app.page.mouse.wheel(0, 120);
  await app.page.keyboard.up('Control');
  await expect.poll(width).toBeLessThan(usual - 5);
  const small = await width();
  await app.page.getByRole('slider', { name: 'Size of the slides' }).press('ArrowRight');
  await expect.poll(width).toBeGreaterThan(small);
});

test('the list of slides: a drop on the right joins the stack, and a right click opens the menu', async ({ app }) => {
  await app.open('Harbour briefing');
  await hold(app, '5', '2', { across: 0.85, down: 0.9 });
  await expect(said(app, 'Move 1 slide below 2 · changes 2 places in the file')).toBeVisible();
  await app.page.mouse.up();
  await expect(app.slide('2.1')).toHaveAttribute('aria-label', '2.1: Delta');
  await app.slide('2.1').click({ button: 'right' });
  await app.page.getByRole('menuitem', { name: 'Take out of the stack' }).click();
  await expect(app.slide('3')).toHaveAttribute('aria-label', '3: Delta');
  await expect(app.slide('3')).toBeFocused();
});

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    test('no violation of WCAG 2.2 AA in the sorter that a program can find', async ({ app }) => {
      await sort(app);
      await app.slide('4').click();
      await app.page.keyboard.press('h');
      await expect(app.slide('4')).toHaveAttribute('aria-label', '4: Charlie, hidden');
      const { violations } = await new AxeBuilder({ page: app.page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .include('.ui-sorter')
        .exclude('.slide-frame')
        .analyze();
      const found = violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
      );
      expect(found).toEqual([]);
    });
  });
}

test.describe('a large deck', () => {
  test.use({
    prepare: async ({}, use) =>
      use((folder) => {
        const slides = Array.from({ length: 2000 }, (_, i) => `## Slide ${i + 1}\n\n- words`);
        return writeFile(join(folder, 'large.md'), `---\ntitle: Large\n---\n\n${slides.join('\n\n---\n\n')}\n`);
      }),
  });
  test('draws only what is in view, and scrolls while something is dragged to the edge', async ({ app }) => {
    await app.open('Large');
    await app.page.keyboard.press('Control+2');
    await expect(app.slide('1')).toBeFocused();
    expect(await grid(app).count()).toBeLessThan(120);
    const board = app.page.locator('.ui-board');
    const box = (await board.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await app.slide('1').hover();
    await app.page.mouse.down();
    await app.page.mouse.move(box.x + 300, box.y + 300, { steps: 5 });
    await app.page.mouse.move(box.x + 300, box.y + box.height - 8, { steps: 5 });
    await expect.poll(() => board.evaluate((element) => element.scrollTop)).toBeGreaterThan(2000);
    await app.page.mouse.move(box.x + 300, box.y + box.height / 2, { steps: 5 });
    await expect(said(app, /Move 1 slide .* changes 2 places/)).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.page.locator('.ui-drop-line')).toHaveCount(0);
    await app.page.mouse.up();
    await app.page.keyboard.press('End');
    await expect(app.slide('2000')).toHaveAttribute('aria-selected', 'true');
    await expect(app.slide('2000').locator('.slide-frame')).toContainText('Slide 2000');
  });
});
