import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

/** Types at the end of a slide's first paragraph, and waits until exactly that is in the file. */
async function typeInto(app: LecternApp, name: string, words: string): Promise<void> {
  const before = await app.read(name);
  await app.source.getByText(words, { exact: true }).first().click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(' Kept.');
  await expect.poll(() => app.read(name), { timeout: 30_000 }).toBe(before.replace(words, `${words} Kept.`));
}

test.describe('a deck of 10,000 slides', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        const slides = Array.from(
          { length: 10_000 },
          (_, i) => `## Slide ${i + 1}\n\nText of slide number ${i + 1}.\n`,
        );
        await writeFile(join(folder, 'endless.md'), `---\ntitle: Endless\n---\n\n${slides.join('\n---\n\n')}`);
      }),
  });

  test('opens, goes to its end, and takes what is typed there', async ({ app }) => {
    await app.open('Endless');
    await app.slide('1').focus();
    await app.page.keyboard.press('End');
    await expect(app.stage).toContainText('Text of slide number 10000.', { timeout: 30_000 });
    await typeInto(app, 'endless.md', 'Text of slide number 10000.');
    await app.page.keyboard.press('Control+2');
    await expect(app.slide('10000')).toBeVisible();
  });
});

test.describe('a slide of 1 MB and a line of 10 MB', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        const long = Array.from(
          { length: 15_000 },
          (_, i) => `Paragraph ${i} of a slide that is far too long for any talk.`,
        );
        const words = 'word '.repeat(1_000_000);
        const line = `${words}needle ${words}`;
        await writeFile(
          join(folder, 'heavy.md'),
          `# Heavy deck\n\nA first slide.\n\n---\n\n## Long\n\n${long.join('\n\n')}\n\n---\n\n## Wide\n\n${line}\n\n---\n\n## After\n\nThe last slide.\n`,
        );
      }),
  });

  test('do not keep the other slides from being written', async ({ app }) => {
    test.slow();
    await app.page.getByRole('row', { name: 'Heavy deck' }).click();
    await expect(app.page.locator('.ui-stage .reveal.ready')).toBeVisible({ timeout: 30_000 });
    await typeInto(app, 'heavy.md', 'A first slide.');
    await app.slide('4').click();
    await expect(app.stage).toContainText('The last slide.', { timeout: 30_000 });
    await typeInto(app, 'heavy.md', 'The last slide.');
  });

  test('are shown as far as they can be read, and found and replaced as a whole', async ({ app }) => {
    await app.page.getByRole('row', { name: 'Heavy deck' }).click();
    await app.slide('3').click();
    const hidden = app.source.getByText('10.0 million characters more');
    await expect(hidden).toBeVisible({ timeout: 30_000 });
    expect((await app.source.textContent())?.length).toBeLessThan(30_000);

    await app.source.focus();
    await app.page.keyboard.press('Control+f');
    await app.page.keyboard.type('needle');
    await app.page.keyboard.press('Enter');
    await expect(app.source).toContainText('word word needle word word');
    await expect(app.source.getByText('5.0 million characters more')).toHaveCount(2);
    const before = await app.read('heavy.md');
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.type('thread');
    await expect.poll(() => app.read('heavy.md'), { timeout: 30_000 }).toBe(before.replace('needle', 'thread'));
  });
});

test.describe('a folder of 3,000 decks', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        for (let group = 0; group < 30; group++) {
          const inside = join(folder, `group-${group}`);
          await mkdir(inside);
          const decks = Array.from({ length: 100 }, (_, i) => group * 100 + i);
          await Promise.all(
            decks.map((n) =>
              writeFile(join(inside, `deck-${n}.md`), `# Deck number ${n}\n\n---\n\n## Second\n\nfinding${n}\n`),
            ),
          );
        }
      }),
  });

  test('is searched, and any deck of it opens', async ({ app }) => {
    test.slow();
    await app.page.getByRole('searchbox', { name: 'Search all decks' }).fill('finding2999');
    await expect(app.page.getByRole('row', { name: /Deck number 2999/ })).toBeVisible({ timeout: 60_000 });
    await app.page.keyboard.press('Enter');
    await expect(app.stage).toContainText('finding2999');
  });
});

test('a deck that is changed while a slide of it is dragged keeps what both did', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  const from = await app.slide('2').boundingBox();
  const to = await app.slide('5').boundingBox();
  if (from === null || to === null) throw new Error('A slide is not in view');
  await app.page.mouse.move(from.x + 60, from.y + 40);
  await app.page.mouse.down();
  await app.page.mouse.move(to.x + 60, to.y + 20, { steps: 5 });
  await app.write('harbour.md', before.replace('Charlie text.', 'Charlie text from elsewhere.'));
  await expect(app.slide('4').locator('.slide-frame')).toContainText('from elsewhere');
  await app.page.mouse.up();
  await expect.poll(() => app.read('harbour.md')).toContain('Charlie text from elsewhere.');
  await expectFile(app, 'harbour.md', await app.read('harbour.md'));
  expect((await app.read('harbour.md')).length).toBe(before.length + ' from elsewhere'.length);
});
