import { readFile } from 'node:fs/promises';
import { expect, test } from './lectern-app.ts';
import { annotate, draw, placeInWindow } from './slide-drawing.ts';

interface Item {
  readonly body: Readonly<Record<string, unknown>> & { readonly type: string | readonly string[] };
  readonly 'lectern:layer'?: string;
}

test('shapes are drawn, selected, moved, scaled, recoloured, put behind, and undone', async ({ app }) => {
  await app.open('Harbour briefing');
  await annotate(app);
  const { keyboard, mouse } = app.page;
  const said = app.page.locator('.ui-status-message');
  await keyboard.press('r');
  await keyboard.down('Shift');
  await draw(app, [0.2, 0.2], [0.5, 0.4]);
  await keyboard.up('Shift');
  const square = app.stage.locator('.ink-layer rect');
  await expect(square).toHaveCount(1);
  // Shift makes it a square, by its longer side.
  await expect(square).toHaveAttribute('width', (await square.getAttribute('height')) ?? '');
  await keyboard.press('a');
  await keyboard.press('5');
  await draw(app, [0.1, 0.9], [0.6, 0.85]);
  await expect(app.stage.locator('.ink-layer line')).toHaveAttribute('stroke', '#2f6bff');

  await keyboard.press('v');
  await mouse.click(...(await placeInWindow(app, [0.2, 0.3])));
  await expect(said).toHaveText('Rectangle, red, 1 of 2');
  await draw(app, [0.2, 0.3], [0.3, 0.35]);
  const left = async () => Math.round(Number(await square.getAttribute('x')));
  await expect.poll(left).toBe(1280 * 0.3);
  const moved = await square.getAttribute('x');
  // By the handle in its corner; the opposite one stays.
  const corner = app.page.locator('[data-handle="1 1"] .ui-grip');
  // The frame follows what was moved.
  const right = async () => {
    const [grip, drawn] = [await corner.boundingBox(), await square.boundingBox()];
    return Math.abs((grip?.x ?? 0) - (drawn?.x ?? 0) - (drawn?.width ?? 0));
  };
  await expect.poll(right).toBeLessThan(20);
  const { x, y } = (await corner.boundingBox()) ?? { x: 0, y: 0 };
  await mouse.move(x + 4, y + 4);
  await mouse.down();
  await mouse.move(x + 84, y + 44, { steps: 5 });
  await mouse.up();
  await expect(square).toHaveAttribute('x', moved ?? '');
  expect(Number(await square.getAttribute('width'))).toBeGreaterThan(Number(await square.getAttribute('height')));
  await keyboard.press('6');
  await expect(square).toHaveAttribute('stroke', '#a621b4');
  await keyboard.press('Control+d');
  await expect(square).toHaveCount(2);
  await keyboard.press('Control+Shift+BracketLeft');
  await expect(said).toHaveText('Behind the others');
  await keyboard.press('Delete');
  await expect(square).toHaveCount(1);

  // A loop around the arrow selects it; a click beside everything selects nothing.
  await draw(app, [0.05, 0.7], [0.7, 0.7], [0.7, 0.98], [0.05, 0.98], [0.05, 0.72]);
  await expect(said).toHaveText('Arrow, blue, 2 of 2');
  await mouse.click(...(await placeInWindow(app, [0.9, 0.1])));
  await expect(app.page.locator('.ui-selection')).toHaveCount(0);
  for (let i = 0; i < 8; i++) await keyboard.press('Control+z');
  await expect(app.stage.locator('.ink-layer > *')).toHaveCount(0);
});

test('texts are written in place, in Japanese too, and rewritten; Escape keeps what was there', async ({ app }) => {
  await app.open('Harbour briefing');
  await annotate(app);
  const { keyboard, mouse } = app.page;
  const words = app.stage.locator('.ink-layer text');
  const writing = app.page.getByRole('textbox', { name: /^Text on the slide/ });
  await keyboard.press('t');
  await mouse.click(...(await placeInWindow(app, [0.3, 0.5])));
  const cdp = await app.page.context().newCDPSession(app.page);
  await keyboard.type('As of Monday');
  await keyboard.press('Enter');
  await cdp.send('Input.imeSetComposition', { text: 'ぼうえい', selectionStart: 4, selectionEnd: 4 });
  // To the input method: it does not end the writing.
  await writing.dispatchEvent('keydown', { key: 'Escape', isComposing: true });
  await cdp.send('Input.insertText', { text: '防衛省' });
  await mouse.click(...(await placeInWindow(app, [0.9, 0.9])));
  await keyboard.press('Escape');
  await expect(words).toHaveText(['As of Monday', '防衛省']);

  await keyboard.press('v');
  await mouse.dblclick(...(await placeInWindow(app, [0.32, 0.5])));
  await expect(writing).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('As of Tuesday');
  await keyboard.press('Escape');
  await expect(writing).toBeHidden();
  await expect(words).toHaveText(['As of Monday', '防衛省']);
  await keyboard.press('Enter');
  await expect(writing).toBeFocused();
  await keyboard.press('Control+a');
  await keyboard.type('As of Tuesday');
  await keyboard.press('Control+Enter');
  await expect(words).toHaveText(['As of Tuesday']);
  await keyboard.press('Control+z');
  await expect(words).toHaveText(['As of Monday', '防衛省']);
});

test('by keys alone a shape is put, moved, scaled, recoloured, copied to another slide and deleted', async ({
  app,
}) => {
  await app.open('Harbour briefing');
  await app.slide('1').focus();
  const { keyboard } = app.page;
  const said = app.page.locator('.ui-status-message');
  await keyboard.press('Control+3');
  await keyboard.press('o');
  await keyboard.press('Enter');
  await expect(said).toContainText('Ellipse, red, in the middle of the slide');
  await keyboard.press('r');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await expect(said).toHaveText('Ellipse, red, 1 of 2');
  await keyboard.press('Tab');
  await expect(said).toHaveText('Rectangle, red, 2 of 2');
  await keyboard.press('Shift+Tab');
  const ellipse = app.stage.locator('.ink-layer ellipse');
  await keyboard.press('Shift+ArrowRight');
  await keyboard.press('ArrowDown');
  await expect(ellipse).toHaveAttribute('cx', '650');
  await expect(ellipse).toHaveAttribute('cy', '361');
  await keyboard.press('Control+Shift+ArrowRight');
  await expect(ellipse).toHaveAttribute('rx', '133');
  await keyboard.press('4');
  await expect(ellipse.last()).toHaveAttribute('stroke', '#2fbf8a');
  await keyboard.press('Control+c');
  await keyboard.press('PageDown');
  await keyboard.press('Control+v');
  await expect(said).toHaveText('1 drawing pasted');
  await expect(app.stage.locator('.ink-layer ellipse').last()).toHaveAttribute('cx', '655');
  await keyboard.press('Delete');
  await expect(app.stage.locator('.ink-layer ellipse')).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(app.page.locator('.ui-surface')).toHaveCount(0);
  await expect(app.page.getByRole('radio', { name: 'Edit' })).toBeChecked();
});

test('layers are made, drawn on, hidden, locked, merged and deleted', async ({ app }) => {
  await app.open('Harbour briefing');
  await annotate(app);
  const { keyboard } = app.page;
  await draw(app, [0.2, 0.3], [0.8, 0.3]);
  await app.page.getByRole('button', { name: 'Layers' }).click();
  const panel = app.page.getByRole('region', { name: 'Layers' });
  await panel.getByRole('button', { name: 'New layer' }).click();
  await keyboard.type('Review');
  await keyboard.press('Enter');
  await draw(app, [0.2, 0.5], [0.8, 0.5]);
  await draw(app, [0.2, 0.7], [0.8, 0.7]);
  await expect(panel.getByText('2 drawings')).toBeVisible();
  const ink = app.stage.locator('.ink-layer path');
  await panel.getByRole('button', { name: 'Show “Review”' }).click();
  await expect(ink).toHaveCount(1);
  await draw(app, [0.2, 0.9], [0.8, 0.9]);
  await expect(app.page.locator('.ui-status-message')).toHaveText(/“Review” is hidden/);
  await expect(ink).toHaveCount(1);
  await panel.getByRole('button', { name: 'Show “Review”' }).click();
  await panel.getByRole('button', { name: 'Lock “Review”' }).click();
  await keyboard.press('e');
  await draw(app, [0.5, 0.1], [0.5, 0.9]);
  await expect(ink).toHaveCount(2);
  await keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'Lock “Review”' }).click();
  await panel.getByRole('button', { name: 'More for “Review”' }).click();
  await app.page.getByRole('menuitem', { name: 'Merge down' }).click();
  await expect(panel.getByText('3 drawings')).toBeVisible();
  await keyboard.press('Control+z');
  await panel.getByRole('button', { name: 'More for “Review”' }).click();
  await app.page.getByRole('menuitem', { name: 'Delete, with 2 drawings' }).click();
  await expect(ink).toHaveCount(1);
  await keyboard.press('Control+z');
  await expect(ink).toHaveCount(3);
  await app.saved();
  const { items, 'lectern:layers': layers } = JSON.parse(await app.read('harbour.annotations.json'));
  expect(layers.map(({ name }: { readonly name: string }) => name)).toContain('Review');
  expect(items.filter((item: Item) => item['lectern:layer'] !== undefined)).toHaveLength(2);
});

test('drawings go with their slide when it is duplicated, deleted and brought back, and to another deck', async ({
  app,
}) => {
  await app.open('Harbour briefing');
  await app.slide('2').click();
  await annotate(app);
  await app.page.keyboard.press('r');
  await draw(app, [0.2, 0.2], [0.6, 0.6]);
  const drawn = await app.stage.locator('.ink-layer').innerHTML();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('as SVG');
  const [file] = await Promise.all([app.page.waitForEvent('download'), app.page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('harbour.drawings-2.svg');
  expect(await readFile(await file.path(), 'utf8')).toContain("viewBox='0 0 1280 720'>\n<g font-weight='500'><rect ");
  await app.slide('2').click();
  await app.page.keyboard.press('d');
  await expect(app.slide('3').locator('.ink-layer rect')).toHaveCount(1);
  await app.slide('2').click();
  await app.page.keyboard.press('Delete');
  await expect(app.page.locator('.ui-navigator .ink-layer rect')).toHaveCount(1);
  await app.page.keyboard.press('Control+z');
  await expect(app.page.locator('.ui-navigator .ink-layer rect')).toHaveCount(2);
  await app.slide('2').click();
  expect(await app.stage.locator('.ink-layer').innerHTML()).toBe(drawn);
  await app.page.keyboard.press('Control+c');
  await app.saved();
  await app.write('other.md', '# Another deck\n\n---\n\n## Last\n');
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();
  await app.open('Another deck');
  await app.slide('2').click();
  await app.page.keyboard.press('Control+v');
  await expect(app.slide('3').locator('.ink-layer rect')).toHaveCount(1);
  await app.saved();
  expect(await app.read('other.md')).toContain('## Alpha');
  expect(await app.read('other.md')).not.toContain('rect');
  await expect.poll(() => app.read('other.annotations.json').catch(() => '')).toContain('lectern:Rectangle');
});
