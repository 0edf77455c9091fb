import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const deck = `---
title: Writing
sources:
  moj2025: Ministry of Justice, 2025
---

# Writing

One line.

---

## Second

Words here.

--

### Below

Last words.
`;

/** Pastes into whatever has the focus, as the browser would. */
async function paste(
  page: Page,
  data: Readonly<Record<string, string>>,
  image?: { name: string; type: string; bytes: number },
): Promise<void> {
  await page.evaluate(
    ({ data: texts, image: picture, pixel: base64 }) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(texts)) transfer.setData(type, text);
      if (picture !== undefined) {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const padded = new Uint8Array(Math.max(bytes.length, picture.bytes));
        padded.set(bytes);
        transfer.items.add(new File([padded], picture.name, { type: picture.type }));
      }
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    },
    { data, image, pixel },
  );
}

/** Opens the deck of these tests, with the caret at the end of a line. */
async function openAt(app: LecternApp, line: string): Promise<void> {
  await app.open('Writing');
  await caretAfter(app, line);
}

async function caretAfter(app: LecternApp, line: string): Promise<void> {
  await app.source.getByText(line, { exact: true }).click();
  await app.page.keyboard.press('End');
}

test.use({ prepare: async ({}, use) => use((folder) => writeFile(join(folder, 'writing.md'), deck)) });

test('a deck opens with its front matter folded, and a click or a key unfolds it', async ({ app }) => {
  await app.open('Writing');
  await expect(app.source.getByText('sources:')).toBeHidden();
  await app.source.getByText('Writing · 4 lines').click();
  await expect(app.source.getByText('sources:')).toBeVisible();

  await app.source.getByText('title: Writing').click();
  await app.page.keyboard.press('Control+Shift+BracketLeft');
  await expect(app.source.getByText('sources:')).toBeHidden();
  await app.page.keyboard.press('Control+Shift+BracketRight');
  await expect(app.source.getByText('sources:')).toBeVisible();
});

test('slides fold and unfold, one and all', async ({ app }) => {
  await app.open('Writing');
  await app.page.getByRole('button', { name: 'Fold all slides' }).click();
  await expect(app.source.getByText('One line.')).toBeHidden();
  await expect(app.source.getByText('## Second')).toBeVisible();
  await expect(app.source.getByText('Words here.')).toBeHidden();

  await app.source.getByText('## Second').click();
  await app.page.keyboard.press('Control+Shift+BracketRight');
  await expect(app.source.getByText('Words here.')).toBeVisible();
  await expect(app.source.getByText('One line.')).toBeHidden();
  await app.page.getByRole('button', { name: 'Unfold all slides' }).click();
  await expect(app.source.getByText('One line.')).toBeVisible();
});

test('attributes and their values are completed by keys', async ({ app }) => {
  await openAt(app, '## Second');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('<!-');
  await expect(app.page.getByRole('listbox', { name: 'Completions' })).toContainText('.slide:');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('data-trans');
  await expect(app.page.getByRole('option', { name: 'data-transition', exact: true })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('zo');
  await expect(app.page.getByRole('option', { name: 'zoom' })).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Tab');
  await expectFile(
    app,
    'writing.md',
    deck.replace('## Second\n', '## Second\n<!-- .slide: data-transition="zoom" -->\n'),
  );
});

test.describe('a path that is half written', () => {
  // The stage asks for each picture that is named on the way.
  test.use({ provoked: async ({}, use) => use([/404 \(Not Found\)/]) });
  test('front matter, citations, links and files are completed', async ({ app }) => {
    await app.write('chart one.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await openAt(app, 'Words here.');
    await app.page.keyboard.type(' [@mo');
    await expect(app.page.getByRole('option', { name: /moj2025/ })).toBeVisible();
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.type(' [down](');
    await expect(app.page.getByRole('option', { name: /a slide of this deck/ })).toBeVisible();
    await app.page.keyboard.type('#/1');
    await expect(app.page.getByRole('option', { name: /#\/1\/1/ })).toBeVisible();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('End');
    await app.page.keyboard.type(' ![](char');
    await expect(app.page.getByRole('option', { name: /chart%20one\.svg/ })).toBeVisible();
    await app.page.keyboard.press('Tab');
    const words = 'Words here. [@moj2025] [down](#/1/1) ![](chart%20one.svg)';
    await expectFile(app, 'writing.md', deck.replace('Words here.', words));

    await app.source.getByText('Writing · 4 lines').click();
    await caretAfter(app, 'title: Writing');
    await app.page.keyboard.type('\nthe');
    await expect(app.page.getByRole('option', { name: 'theme' })).toBeVisible();
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.type('lectern-l');
    await expect(app.page.getByRole('option', { name: /lectern-light/ })).toBeVisible();
    await app.page.keyboard.press('Tab');
    await expectFile(
      app,
      'writing.md',
      deck.replace('Words here.', words).replace('title: Writing', 'title: Writing\ntheme: lectern-light'),
    );
  });
});

test('a pasted picture goes beside the deck, and its link is one undo step', async ({ app }) => {
  await openAt(app, 'Words here.');
  await paste(app.page, {}, { name: 'radar site.png', type: 'image/png', bytes: 0 });
  await expect(app.stage.locator('img')).toHaveAttribute('alt', 'radar site');
  await app.saved();
  const text = await app.read('writing.md');
  const path = /Words here\.!\[radar site\]\((images\/[^)]+\.png)\)/.exec(text)?.[1] ?? '';
  expect((await readFile(join(app.folder, path))).toString('base64')).toBe(pixel);
  await app.page.keyboard.press('Control+z');
  await expectFile(app, 'writing.md', deck);
});

test('a picture that is too large is refused with its size and the limit', async ({ app }) => {
  await openAt(app, 'Words here.');
  await paste(app.page, {}, { name: 'huge.png', type: 'image/png', bytes: 50 * 1024 * 1024 });
  await expect(app.page.getByText('huge.png is 50 MiB large; a picture may have 32 MiB')).toBeVisible();
  await app.page.keyboard.type('!');
  await expectFile(app, 'writing.md', deck.replace('Words here.', 'Words here.!'));
});

test.describe('markup that tries to run', () => {
  // The browser tells of the handler that it does not run.
  test.use({ provoked: async ({}, use) => use([/inline event handler/]) });
  test('a table from a spreadsheet and formatted words become Markdown', async ({ app }) => {
    await openAt(app, 'Words here.');
    await app.page.keyboard.type('\n\n');
    await paste(app.page, {
      'text/plain': 'Year\tCount',
      'text/html':
        '<img src="x" onerror="window.hit=1"><table><tr><td>Year</td><td>Count</td></tr><tr><td>2025</td><td>1|2</td></tr></table><p>and <b>bold</b> --- <a href="javascript:window.hit=1">words</a></p>',
    });
    const table = '| Year | Count |\n| ---- | ----- |\n| 2025 | 1\\|2  |\n\nand **bold** --- words';
    await expectFile(app, 'writing.md', deck.replace('Words here.', `Words here.\n\n${table}`));
    expect(await app.page.evaluate(() => 'hit' in window)).toBe(false);
  });
});

test('a table is inserted, filled and aligned by keys alone', async ({ app }) => {
  await openAt(app, 'Words here.');
  await app.page.getByRole('button', { name: 'Insert table' }).click();
  await expect(app.source).toBeFocused();
  const type = (text: string): Promise<void> => app.page.keyboard.type(text);
  const tab = (): Promise<void> => app.page.keyboard.press('Tab');
  await type('国');
  await tab();
  await type('Number of aircraft');
  await tab();
  await type('Note');
  await tab();
  await type('日本');
  await tab();
  await type('12');
  await app.page.keyboard.press('Enter');
  await type('7');
  await app.page.keyboard.press('Shift+Tab');
  await type('Korea');
  await tab();
  const table = [
    '| 国    | Number of aircraft | Note |',
    '| ----- | ------------------ | ---- |',
    '| 日本  | 12                 |      |',
    '| Korea | 7                  |      |',
  ].join('\n');
  await expectFile(app, 'writing.md', deck.replace('Words here.', `Words here.\n\n${table}`));
});

test('lists go on, are indented by Tab, renumber, and end on an empty item', async ({ app }) => {
  await openAt(app, 'Words here.');
  await app.page.keyboard.type('\n\n1. one\ntwo\nunder');
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.type('\nagain\n');
  await app.page.keyboard.press('Shift+Tab');
  await app.page.keyboard.type('three\n\n');
  await app.page.keyboard.type('- [x] done\nnext\n\nEnd.');
  const list = '1. one\n2. two\n   1. under\n   2. again\n3. three\n\n- [x] done\n- [ ] next\n\nEnd.';
  await expectFile(app, 'writing.md', deck.replace('Words here.', `Words here.\n\n${list}`));
});

test('marks, brackets and links by keys', async ({ app }) => {
  await openAt(app, 'Words here.');
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Control+b');
  await app.page.keyboard.press('Control+Shift+ArrowRight');
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' It\'s (a "test');
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' link');
  await app.page.keyboard.press('Control+Shift+K');
  await app.page.keyboard.type('#/0');
  await app.page.keyboard.press('Escape');
  await expectFile(app, 'writing.md', deck.replace('Words here.', '**Words** here. It\'s (a "test") [link](#/0)'));
});

test('a new slide begins at the caret', async ({ app }) => {
  await openAt(app, 'Words here.');
  await app.page.keyboard.press('Control+Enter');
  await app.page.keyboard.type('## Third');
  await expectFile(app, 'writing.md', deck.replace('Words here.\n\n--\n', 'Words here.\n\n---\n\n## Third\n\n--\n'));
  await expect(app.slides).toHaveCount(4);
});

test('find and replace counts, goes to matches on their slides, and replaces all as one step', async ({ app }) => {
  await openAt(app, 'One line.');
  await app.page.keyboard.press('Control+f');
  const find = app.page.getByRole('textbox', { name: 'Find in the deck' });
  await expect(find).toBeFocused();
  await app.page.keyboard.type('words');
  await expect(app.page.getByText('2 matches')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('1 of 2 · slide 2')).toBeVisible();
  await expect(app.stage.locator('h2')).toHaveText('Second');
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByText('2 of 2 · slide 2.1')).toBeVisible();
  await app.page.getByRole('button', { name: 'Match case' }).click();
  await expect(app.page.getByText('1 of 1 · slide 2.1')).toBeVisible();
  await app.page.getByRole('button', { name: 'Match case' }).click();
  await app.page.getByRole('textbox', { name: 'Replace with' }).fill('text');
  await app.page.getByRole('button', { name: 'Replace all matches' }).click();
  await expect(app.page.getByText(/^2 matches replaced/)).toBeVisible();
  await expectFile(app, 'writing.md', deck.replace('Words here', 'text here').replace('Last words', 'Last text'));
  await app.source.click();
  await app.page.keyboard.press('Control+z');
  await expectFile(app, 'writing.md', deck);
});

test('a regular expression that could take for ever is not run', async ({ app }) => {
  await app.write('writing.md', deck.replace('Words here.', `Words here. ${'a'.repeat(5000)}!`));
  await openAt(app, 'One line.');
  await app.page.keyboard.press('Control+f');
  await app.page.getByRole('button', { name: 'Regular expression' }).click();
  const find = app.page.getByRole('textbox', { name: 'Find in the deck' });
  await find.fill('(a+)+$');
  await expect(app.page.getByText('This pattern could take for ever here')).toBeVisible();
  await find.fill('(');
  await expect(app.page.getByText(/Not a regular expression/)).toBeVisible();
  await find.fill('W\\w+ here');
  await expect(app.page.getByText('1 match', { exact: true })).toBeVisible();
});

test('this slide only: the others are out of sight and out of reach, and the caret still follows the stage', async ({
  app,
}) => {
  await openAt(app, 'Words here.');
  await app.page.getByRole('radio', { name: 'This slide' }).click();
  await expect(app.source.getByText('One line.')).toBeHidden();
  await expect(app.source.getByText('Last words.')).toBeHidden();
  await app.source.getByText('Words here.').click();
  await app.page.keyboard.press('Control+Home');
  await app.page.keyboard.press('Backspace');
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('Delete');
  await app.page.keyboard.type('## New');
  await expectFile(app, 'writing.md', deck.replace('## Second\n\nWords here.', '## New'));

  await app.slide('2.1').click();
  await expect(app.source.getByText('Last words.')).toBeVisible();
  await expect(app.source.getByText('## New')).toBeHidden();
  await app.page.keyboard.press('Control+z');
  await app.page.getByRole('radio', { name: 'Whole deck' }).click();
  await expect(app.source.getByText('One line.')).toBeVisible();
});

test('Escape, then Tab leaves the editor even where Tab means something else', async ({ app }) => {
  await openAt(app, 'Words here.');
  await app.page.keyboard.type('\n\n- item');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Tab');
  await expect(app.source).not.toBeFocused();
});
