import { readdir, readFile } from 'node:fs/promises';
import { expect, type LecternApp, test } from './lectern-app.ts';

const panel = (app: LecternApp) => app.page.getByRole('region', { name: 'Comments', exact: true });
const cards = (app: LecternApp) => panel(app).getByRole('article');
const pins = (app: LecternApp) => app.page.locator('.ui-pins').getByRole('button');
const focused = (app: LecternApp) => app.page.locator(':focus');
/** The words that are marked on the stage. */
const marked = (app: LecternApp) =>
  app.page.evaluate(() =>
    ['comment-quote', 'comment-quote-lit'].flatMap((name) =>
      [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()),
    ),
  );

/** Begins a comment on what is selected, and waits until it can be written. */
async function begin(app: LecternApp): Promise<void> {
  await app.page.keyboard.press('Control+Alt+m');
  await expect(panel(app).getByRole('region', { name: 'New comment' }).getByRole('textbox').first()).toBeFocused();
}

/** Selects words in the source. */
async function selectInSource(app: LecternApp, words: string): Promise<void> {
  await app.source.getByText(words).first().click();
  await app.page.keyboard.press('Home');
  await app.page.keyboard.press('Shift+End');
}

/** Selects an element's words on the stage, as a double click and a drag would. */
async function selectOnStage(app: LecternApp, words: string): Promise<void> {
  await app.stage.getByText(words, { exact: true }).evaluate((element) => {
    document.getSelection()?.selectAllChildren(element);
  });
}

test('words in the source are commented, answered, resolved and reopened, by keyboard alone', async ({ app }) => {
  const { page } = app;
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await selectInSource(app, 'first point');
  await begin(app);
  await expect(focused(app)).toHaveAttribute('aria-label', 'Comment on “- first point”');
  await page.keyboard.type('Which one?');
  // Asked once, and kept.
  await page.keyboard.press('Tab');
  await expect(focused(app)).toHaveAttribute('placeholder', /Asked once/);
  await page.keyboard.type('Ann Ray');
  await page.keyboard.press('Control+Enter');
  await expect(focused(app)).toHaveAttribute('aria-label', 'Comment 1 by Ann Ray, on “- first point”, Which one?');
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha, 1 open comment');
  await expect(pins(app)).toHaveText(['1']);
  expect(await marked(app)).toEqual(['first point']);

  await page.keyboard.press('Enter');
  await expect(panel(app).getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await page.keyboard.type('The first.');
  await page.keyboard.press('Control+Enter');
  await expect(cards(app)).toContainText('The first.');
  await app.saved();
  const [comment, reply] = JSON.parse(await app.read('harbour.annotations.json')).items;
  expect(comment).toMatchObject({
    motivation: 'commenting',
    creator: { name: 'Ann Ray' },
    target: { selector: { refinedBy: { exact: '- first point', 'lectern:in': 'source' } } },
  });
  expect(reply).toMatchObject({ motivation: 'replying', target: comment.id, body: { value: 'The first.' } });

  await page.keyboard.press('Control+k');
  await page.keyboard.type('resolve comment');
  await page.keyboard.press('Enter');
  await expect(panel(app).getByText('Everything is resolved')).toBeVisible();
  await expect(pins(app)).toHaveCount(0);
  await panel(app).getByRole('radio', { name: 'Resolved' }).click();
  await expect(cards(app)).toContainText('Resolved by Ann Ray');
  await page.keyboard.press('Control+z');
  await expect(cards(app)).toHaveCount(0);
  await app.saved();

  await page.reload();
  await app.open('Harbour briefing');
  await page.keyboard.press('F8');
  await expect(focused(app)).toHaveAttribute('aria-label', /^Comment 1 by Ann Ray, .*1 reply$/);
  await expect(app.stage).toContainText('first point');
  // A second comment is signed without a question.
  await begin(app);
  await page.keyboard.type('Fine otherwise.');
  await expect(panel(app).getByLabel('Your name')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(cards(app)).toHaveCount(2);
  await expect(cards(app).nth(1)).toContainText('Ann Ray');
});

test('words on the stage stay marked while the slide is edited; when they are gone, the comment says so', async ({
  app,
}) => {
  const { page } = app;
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await selectOnStage(app, 'first point');
  await begin(app);
  await page.keyboard.type('Say more.');
  await page.keyboard.press('Control+Enter');
  await expect(pins(app)).toHaveAccessibleName('Comment 1 on “first point”: Say more.');
  const pin = await pins(app).boundingBox();
  const words = await app.stage.getByText('first point').boundingBox();
  expect(Math.abs((pin?.y ?? 0) - (words?.y ?? 0))).toBeLessThan(30);

  // From the comment to the source, where they are selected; typing there changes them.
  await page.getByRole('button', { name: 'Show “first point” in the source' }).click();
  await expect(app.source).toBeFocused();
  await page.keyboard.type('first new point');
  await expect(app.stage).toContainText('first new point');
  await expect.poll(() => marked(app)).toEqual(['first new point']);
  await expect(app.source.locator('.ui-quoted')).toHaveText(['first new point']);

  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('- nothing of the kind');
  await expect.poll(() => marked(app)).toEqual([]);
  await pins(app).click();
  await expect(cards(app)).toContainText('These words are not on the slide any more');
  await expect(cards(app).getByText('first point')).toBeVisible();
});

test('comments follow their slides through what another program does; those without one wait to be placed', async ({
  app,
}) => {
  const { page } = app;
  await app.open('Harbour briefing');
  for (const [slide, text] of [
    ['2', 'On alpha'],
    ['4', 'On charlie'],
  ] as const) {
    await app.slide(slide).click();
    await begin(app);
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await expect(focused(app)).toHaveAttribute('aria-label', new RegExp(text));
  }
  await app.saved();
  await page.getByRole('button', { name: 'Back to all decks' }).click();
  const [head = '', alpha = '', bravo = '', , delta = ''] = (await app.read('harbour.md')).split('\n\n---\n\n');
  const edited = [head, bravo, delta, alpha.replace('first point', 'first point, and more'), '## New\n\nText.'];
  await app.write('harbour.md', edited.join('\n\n---\n\n'));
  await app.open('Harbour briefing');
  await expect(app.slide('4')).toHaveAttribute('aria-label', '4: Alpha, 1 open comment');
  await page.keyboard.press('Alt+4');
  await expect(cards(app)).toHaveCount(1);
  await panel(app).getByRole('button', { name: 'Unplaced 1' }).click();
  await expect(panel(app).getByRole('region', { name: 'Was slide 5 Charlie' })).toContainText('On charlie');

  await app.slide('5').click();
  await panel(app)
    .getByRole('button', { name: /^Put on this slide: Comment/ })
    .click();
  await expect(app.slide('5')).toHaveAttribute('aria-label', '5: New, 1 open comment');
  await expect(panel(app).getByRole('button', { name: /^Unplaced/ })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(panel(app).getByRole('button', { name: 'Unplaced 1' })).toBeVisible();
});

test('a damaged annotations file is kept under another name when the first comment is written', async ({ app }) => {
  const { page } = app;
  const bad = '{"type": "AnnotationCollection", "lectern:ver';
  await app.write('harbour.annotations.json', bad);
  await app.open('Harbour briefing');
  const banner = page.getByRole('alert').filter({ hasText: 'harbour.annotations.json' });
  await expect(banner).toContainText('cannot be read');
  await app.slide('2').click();
  await page.keyboard.press('h');
  await app.saved();
  expect(await app.read('harbour.annotations.json')).toBe(bad);

  // A place on the slide, by keys.
  await page.keyboard.press('Control+k');
  await page.keyboard.type('comment on a place');
  await page.keyboard.press('Enter');
  await expect(focused(app)).toHaveAttribute('aria-label', 'Place for a comment: 50 % across, 50 % down');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(panel(app).getByRole('textbox', { name: 'Comment on slide 2' })).toBeFocused();
  await page.keyboard.type('<b>Here</b> <img src=x onerror=alert(1)> https://example.org');
  await page.keyboard.press('Control+Enter');
  await app.saved();
  await expect(banner).toContainText('is kept as harbour.annotations.damaged-1.json');
  expect(await app.read('harbour.annotations.damaged-1.json')).toBe(bad);
  expect(await readdir(app.folder)).toContain('harbour.annotations.json');
  const [item] = JSON.parse(await app.read('harbour.annotations.json')).items;
  expect(item.target.selector.refinedBy).toEqual({ type: 'lectern:PointSelector', x: 690, y: 360 });
  // What looks like HTML is text; an address is a link that leaves the deck where it is.
  await expect(cards(app)).toContainText('<b>Here</b> <img src=x onerror=alert(1)>');
  await expect(cards(app).locator('img, b')).toHaveCount(0);
  const link = cards(app).getByRole('link', { name: 'https://example.org' });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
});

test('of many comments some are found by words, and all are saved as Markdown', async ({ app }) => {
  const { page } = app;
  const items = Array.from({ length: 200 }, (_, i) => ({
    type: 'Annotation',
    id: `urn:uuid:${i}`,
    motivation: 'commenting',
    creator: { type: 'Person', name: i % 2 === 0 ? 'Ann' : '山田' },
    created: '2026-01-01T00:00:00Z',
    body: { type: 'TextualBody', value: `Remark ${i}: ${i === 150 ? '要確認 needle' : 'hay'}`, format: 'text/plain' },
    target: { selector: { type: 'lectern:SlideSelector', fingerprint: 'a' } },
  }));
  await app.write(
    'harbour.annotations.json',
    JSON.stringify({
      'lectern:version': 2,
      'lectern:slides': [
        { fingerprint: 'a', exact: '## Alpha\n\n- first point\n- second point\n\nNote: Say alpha slowly.' },
      ],
      items,
    }),
  );
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await page.keyboard.press('Alt+4');
  await expect(cards(app)).toHaveCount(200);
  await expect(pins(app).last()).toHaveText('+194');
  await panel(app).getByRole('searchbox').fill('needle');
  await expect(cards(app)).toHaveCount(1);
  await cards(app).click();
  await expect(pins(app).filter({ hasText: '151' })).toHaveAttribute('aria-pressed', 'true');

  const download = page.waitForEvent('download');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('save comments');
  await page.keyboard.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('harbour.comments.md');
  const report = await readFile(await file.path(), 'utf8');
  expect(report).toContain('# Comments on Harbour briefing\n\n200 comments, 0 resolved, on 1 of 6 slides.');
  expect(report).toContain('### 151. Ann, 1 January 2026, 00:00\n\nRemark 150: 要確認 needle');
});
