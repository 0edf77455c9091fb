import AxeBuilder from '@axe-core/playwright';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

const problems = (app: LecternApp) => app.page.getByRole('grid', { name: 'Problems' }).locator('.ui-problem');
const problem = (app: LecternApp, text: RegExp | string) => problems(app).filter({ hasText: text });
const tab = (app: LecternApp, name: RegExp | string) => app.page.getByRole('tab', { name });
/** What is selected in the source. */
const selection = (app: LecternApp) => app.page.evaluate(() => getSelection()?.toString() ?? '');

test('a check appears while one types, its fix changes the file, and undo takes the fix back', async ({ app }) => {
  await app.open('Harbour briefing');
  await expect(tab(app, 'Checks')).toHaveText(/^Checks\s*$/);
  await tab(app, 'Checks').click();
  await expect(app.page.getByText('Nothing to mend')).toBeVisible();
  await tab(app, 'Source').click();
  await app.source.getByText('Bravo has a slide below it.').click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type('\n---');
  await expect(tab(app, /Checks 1/)).toBeVisible();
  await app.saved();
  const before = await app.read('harbour.md');

  await tab(app, /Checks/).click();
  await expect(problem(app, 'right under text')).toContainText('Line 25');
  await app.page.getByRole('button', { name: 'Fix: Start a new slide here' }).click();
  await expect(app.page.getByText('Nothing to mend')).toBeVisible();
  await expect(app.page.getByRole('status').filter({ hasText: 'Mended: Start a new slide here' })).toBeVisible();
  await expectFile(app, 'harbour.md', before.replace('below it.\n---', 'below it.\n\n---'));

  await app.page.keyboard.press('Control+z');
  await expectFile(app, 'harbour.md', before);
  await expect(tab(app, /Checks 1/)).toBeVisible();
});

test('Ctrl+S saves what stands in a field that is being written in', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await tab(app, 'Slide').click();
  const time = app.page.getByRole('textbox', { name: 'Planned time' });
  await time.fill('4:00');
  await app.page.keyboard.press('Control+s');
  await expect.poll(() => app.read('harbour.md')).toContain('data-timing="240"');
  await expect(time).toBeFocused();
  expect(before).not.toContain('data-timing="240"');
});

test.describe('with pictures', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        const heavy = Buffer.alloc(8_200_000);
        await writeFile(join(folder, 'heavy.png'), heavy);
        await writeFile(join(folder, 'Chart.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>');
        await writeFile(
          join(folder, 'pictures.md'),
          '# Pictures\n\n![a](chart.svg)\n\n---\n\n![b](none.png)\n\n---\n\n![c](https://example.org/c.png)\n\n---\n\n![d](heavy.png)\n',
        );
      }),
    provoked: async ({}, use) => use([/404/, /Failed to load/]),
  });

  test('are marked in the lists of slides, and the filter shows the marked ones alone', async ({ app }) => {
    await app.open('Pictures');
    const first = app.page.getByRole('row', { name: '1: Pictures, has an error' });
    await expect(first.locator('.ui-tile-problem')).toBeVisible();
    await expect(app.page.getByRole('row', { name: /^4: .*, to check$/ })).toBeVisible();
    await app.slide('1').click();
    await app.page.keyboard.press('Control+m');
    await expect(app.slide('2')).toHaveAccessibleName('2: New slide');
    await app.page.getByRole('button', { name: 'Show only some slides' }).click();
    await app.page.getByRole('menuitemcheckbox', { name: 'To check' }).click();
    await app.page.keyboard.press('Escape');
    await expect(first).toBeVisible();
    await expect(app.slide('2')).toHaveCount(0);
    await expect(app.slide('3')).toBeVisible();
    await app.page.keyboard.press('Control+2');
    await expect(
      app.page.getByRole('row', { name: /^3: .*, has an error$/ }).locator('.ui-tile-problem'),
    ).toBeVisible();
    const axe = await new AxeBuilder({ page: app.page }).analyze();
    expect(axe.violations).toEqual([]);
  });

  test('missing, remote and heavy pictures are found, and a file of nearly that name is offered', async ({ app }) => {
    await app.open('Pictures');
    await tab(app, 'Checks').click();
    await expect(problem(app, '“chart.svg” is not in the deck’s folder')).toBeVisible();
    await expect(problem(app, '“none.png” is not in the deck’s folder')).toBeVisible();
    await expect(problem(app, 'a deck is offline')).toBeVisible();
    await expect(problem(app, '“heavy.png” has 8.2 MB')).toBeVisible();
    await expect(problems(app)).toHaveCount(4);

    await app.page.getByRole('radio', { name: 'Errors 2' }).click();
    await expect(problems(app)).toHaveCount(2);
    await app.page.getByRole('button', { name: 'Fix: Show “Chart.svg”' }).click();
    await expect.poll(() => app.read('pictures.md')).toContain('![a](Chart.svg)');
    await expect(problems(app)).toHaveCount(1);

    // The file is put there by another program.
    await app.write('none.png', '');
    await app.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(app.page.getByText('None of this kind.')).toBeVisible();
  });
});

test.describe('with a deck that has problems', () => {
  const text = `# Faults <!-- .slide: onclick="x()" -->

---

## Long

${Array.from({ length: 16 }, (_, i) => `- point ${i + 1}`).join('\n')}

---

## Plain
`;
  test.use({ prepare: async ({}, use) => use((folder) => writeFile(join(folder, 'faults.md'), text)) });

  test('a problem is a way to its place', async ({ app }) => {
    await app.open('Faults');
    await tab(app, 'Checks').click();
    await problem(app, 'onclick').click();
    await expect(tab(app, 'Source')).toHaveAttribute('aria-selected', 'true');
    await expect(app.source).toBeFocused();
    await expect.poll(() => selection(app)).toBe('onclick="x()"');
  });

  test('text that goes past the slide’s edge is measured, and measured again when it is shortened', async ({ app }) => {
    await app.open('Faults');
    await tab(app, 'Checks').click();
    await expect(problem(app, /^The list goes \d+ px below the slide’s edge/)).toBeVisible();
    await expect(app.page.getByText('Slide 2 · Long')).toBeVisible();
    await app.write('faults.md', text.replace(/(?:- point \d+\n){10}/, ''));
    await expect(problem(app, 'px below')).toHaveCount(0);
    await expect(problem(app, 'onclick')).toBeVisible();
  });

  test('by keyboard alone: to the checks, to a fix, and on to the next problem', async ({ app }) => {
    await app.open('Faults');
    await tab(app, 'Source').focus();
    for (let i = 0; i < 4; i++) await app.page.keyboard.press('ArrowRight');
    await expect(tab(app, /Checks/)).toBeFocused();
    await expect(problem(app, 'px below')).toBeVisible();
    await app.page.keyboard.press('Tab');
    await expect(app.page.getByRole('radio', { name: /All/ })).toBeFocused();
    await app.page.keyboard.press('Tab');
    await expect(problem(app, 'onclick')).toBeFocused();
    await app.page.keyboard.press('Tab');
    await expect(app.page.getByRole('button', { name: 'Fix: Remove onclick' })).toBeFocused();
    await app.page.keyboard.press('Enter');
    await expect(problem(app, 'onclick')).toHaveCount(0);
    await expect(problem(app, 'px below')).toBeFocused();
    await expectFile(app, 'faults.md', text.replace(' <!-- .slide: onclick="x()" -->', ''));
    await app.page.keyboard.press('Enter');
    await expect(app.source).toBeFocused();
    await expect.poll(() => selection(app)).toBe('- point 16');
  });

  for (const colorScheme of ['dark', 'light'] as const) {
    test(`${colorScheme}: no violation of WCAG 2.2 AA that a program can find in any panel`, async ({ app }) => {
      await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await app.open('Faults');
      for (const name of [/Checks/, 'Notes', 'Slide']) {
        await tab(app, name).click();
        if (name instanceof RegExp) await expect(problem(app, 'px below')).toBeVisible();
        const { violations } = await new AxeBuilder({ page: app.page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .include('.ui-panel')
          .include('.ui-status')
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
          String(name),
        ).toEqual([]);
      }
    });
  }
});

test('the form changes the bytes of the attribute and nothing else', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('4').click();
  await tab(app, 'Slide').click();
  const time = app.page.getByRole('textbox', { name: 'Planned time' });
  await expect(time).toHaveValue('1:30');
  await time.fill('soon');
  await time.press('Enter');
  await expect(app.page.getByText('Not a time such as 1:30, 90 or 2 min.')).toBeVisible();
  await time.fill('2:15');
  await time.press('Enter');
  const timed = before.replace('data-timing="90"', 'data-timing="135"');
  await expectFile(app, 'harbour.md', timed);
  await expect(app.page.getByText('2:15 planned')).toBeVisible();

  await app.page.getByRole('button', { name: /Transition/ }).click();
  await app.page.getByRole('option', { name: 'Zoom' }).click();
  const moved = timed.replace('data-timing="135"', 'data-timing="135" data-transition="zoom"');
  await expectFile(app, 'harbour.md', moved);

  const colour = app.page.getByRole('textbox', { name: 'Colour', exact: true });
  await colour.fill('not a colour');
  await colour.blur();
  await expect(app.page.getByText('Not a colour such as #16324f or navy.')).toBeVisible();
  await colour.fill('#16324f');
  // Left by the mouse, for the tabs: what was typed is set all the same.
  await tab(app, 'Source').click();
  const coloured = moved.replace('zoom"', 'zoom" data-background-color="#16324f"');
  await expectFile(app, 'harbour.md', coloured);
  for (const text of [moved, timed, before]) {
    await app.page.keyboard.press('Control+z');
    await expectFile(app, 'harbour.md', text);
  }
});

test('several slides show what differs, and take one value together', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('4').click();
  await app.slide('5').click({ modifiers: ['Shift'] });
  await tab(app, 'Slide').click();
  await expect(app.page.getByRole('heading', { name: '2 slides' })).toBeVisible();
  const time = app.page.getByRole('textbox', { name: 'Planned time' });
  await expect(time).toHaveValue('');
  await expect(time).toHaveAttribute('placeholder', 'Mixed');
  await time.fill('60');
  await time.press('Enter');
  const both = before
    .replace('data-timing="90"', 'data-timing="60"')
    .replace('## Delta', '<!-- .slide: data-timing="60" -->\n## Delta');
  await expectFile(app, 'harbour.md', both);
  await time.fill('');
  await time.press('Enter');
  await expectFile(
    app,
    'harbour.md',
    both.replace('<!-- .slide: data-timing="60" -->\n\n', '\n').replace('<!-- .slide: data-timing="60" -->\n', ''),
  );
  await app.page.keyboard.press('Escape');
  await tab(app, 'Source').focus();
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  await expectFile(app, 'harbour.md', before);
});

test('notes are shown as they will be read, with the time that they take', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await tab(app, 'Notes').click();
  const notes = app.page.getByRole('textbox', { name: /Notes for slide 2/ });
  await notes.fill('Say **alpha** slowly.\n\n- one\n- two');
  const preview = app.page.getByRole('region', { name: 'Preview of the notes' });
  await expect(preview).toBeHidden();
  await app.page.getByRole('radio', { name: 'Preview' }).click();
  await expect(preview.locator('strong')).toHaveText('alpha');
  await expect(preview.locator('li')).toHaveText(['one', 'two']);
  await expect(app.page.locator('.ui-notes-foot')).toContainText('spoken');

  // There is room for both beside each other in a wide panel.
  const edge = app.page.getByRole('separator', { name: 'Width of the panel' });
  await edge.focus();
  await app.page.keyboard.press('End');
  await expect(preview).toBeVisible();
  await expect(notes).toBeVisible();
  await notes.focus();
  await app.page.keyboard.press('Alt+PageDown');
  await expect(app.page.getByRole('textbox', { name: /Notes for slide 3/ })).toBeFocused();
});

test('the panel is as wide as its edge is dragged', async ({ app }) => {
  await app.open('Harbour briefing');
  const panel = app.page.getByRole('complementary', { name: 'Words' });
  const edge = app.page.getByRole('separator', { name: 'Width of the panel' });
  const width = async () => Math.round((await panel.boundingBox())?.width ?? 0);
  const before = await width();
  await edge.focus();
  await app.page.keyboard.press('ArrowLeft');
  expect(await width()).toBe(before + 16);
  const box = (await edge.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await app.page.mouse.move(box.x + box.width / 2, box.y + 200);
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + box.width / 2 - 60, box.y + 210, { steps: 4 });
  await app.page.mouse.up();
  expect(await width()).toBe(before + 76);
  await edge.focus();
  await app.page.keyboard.press('Home');
  expect(await width()).toBe(280);
});

test('the status bar adds up the time', async ({ app }) => {
  await app.open('Harbour briefing');
  const bar = app.page.locator('.ui-status');
  await expect(bar).toContainText('Slide 1 · 1 of 6');
  await expect(bar).toContainText('1:30 of 5:00');
  await app.slide('3.1').click();
  await expect(bar).toContainText('Slide 3.1 · 4 of 6');
  await tab(app, 'Slide').click();
  await expect(app.page.getByRole('heading', { name: 'Slide 3.1 · Below Bravo' })).toBeVisible();
  await app.page.getByRole('textbox', { name: 'Planned time' }).fill('4:00');
  await app.page.keyboard.press('Enter');
  await expect(bar).toContainText('5:30 of 5:00 · 0:30 over');
});
