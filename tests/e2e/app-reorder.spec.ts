import { expect, expectFile, test } from './lectern-app.ts';

const alpha = `## Alpha

- first point
- second point <!-- .element: class="fragment" -->

Note: Say alpha slowly.`;

test('dragging a slide moves its bytes and no others', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  const target = app.slide('5');
  const box = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await app.slide('2').hover();
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + 80, box.y + 30, { steps: 12 });
  await app.page.mouse.move(box.x + 80, box.y + 8, { steps: 4 });
  await expect(app.page.locator('.ui-drop-line[data-drop-target]')).toHaveCount(1);
  await app.page.mouse.up();
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Bravo', '2.1: Below Bravo', '3: Charlie', '4: Alpha', '5: Delta']);
  await expect(app.page.getByRole('status').filter({ hasText: 'Slide 2 moved to 4' })).toBeVisible();
  await app.saved();
  const parts = before.split('\n\n---\n\n');
  const [head = '', , bravo = '', charlie = '', delta = ''] = parts;
  expect(parts[1]).toBe(alpha);
  await expectFile(app, 'harbour.md', [head, bravo, charlie, alpha, delta].join('\n\n---\n\n'));
});

test('several slides are dragged together', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('4').click();
  await app.slide('5').click({ modifiers: ['Control'] });
  const box = (await app.slide('2').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await app.slide('5').hover();
  await app.page.mouse.down();
  await app.page.mouse.move(box.x + 80, box.y + 40, { steps: 12 });
  await app.page.mouse.move(box.x + 80, box.y + 6, { steps: 4 });
  await app.page.mouse.up();
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Charlie', '3: Delta', '4: Alpha', '5: Bravo', '5.1: Below Bravo']);
  await app.page.keyboard.press('Control+z');
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '4: Charlie', '5: Delta']);
});

test('Alt and the arrows move a slide, into a stack and out of it, and say so', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('5').click();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '4: Delta', '5: Charlie']);
  await expect(app.page.getByRole('status').filter({ hasText: 'Slide 5 moved to 4' })).toBeVisible();
  await expect(app.slide('4')).toBeFocused();
  await app.page.keyboard.press('Alt+ArrowRight');
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '3.2: Delta', '4: Charlie']);
  await expect(app.slide('3.2')).toBeFocused();
  await expectFile(
    app,
    'harbour.md',
    before
      .replace('\n\n---\n\n## Charlie', '\n\n--\n\n## Delta\n\n日本海 and the last words.\n\n---\n\n## Charlie')
      .replace(/\n\n---\n\n## Delta\n\n.*\n$/, '\n'),
  );
  await app.page.keyboard.press('Alt+ArrowLeft');
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Alpha', '3: Bravo', '3.1: Below Bravo', '4: Charlie', '5: Delta']);
  await expectFile(app, 'harbour.md', before);
});

test('hide, duplicate, delete and new slide, each one step of the history', async ({ app }) => {
  await app.open('Harbour briefing');
  const before = await app.read('harbour.md');
  await app.slide('4').click();
  await app.page.keyboard.press('h');
  await expect(app.slide('4')).toHaveAttribute('aria-label', '4: Charlie, hidden');
  await expectFile(app, 'harbour.md', before.replace('data-timing="90"', 'data-timing="90" data-visibility="hidden"'));
  await app.page.keyboard.press('h');
  await expectFile(app, 'harbour.md', before);

  await app.page.keyboard.press('d');
  await expect
    .poll(app.outline)
    .toEqual([
      '1: Harbour briefing',
      '2: Alpha',
      '3: Bravo',
      '3.1: Below Bravo',
      '4: Charlie',
      '5: Charlie',
      '6: Delta',
    ]);
  await expect(app.slide('5')).toHaveAttribute('aria-selected', 'true');
  await app.page.keyboard.press('Delete');
  await expect(app.slides).toHaveCount(6);
  await app.slide('2').click();
  await app.page.keyboard.press('Delete');
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Bravo', '2.1: Below Bravo', '3: Charlie', '4: Delta']);
  await app.page.keyboard.press('Control+z');
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha');
  await app.page.getByRole('button', { name: 'New slide' }).click();
  await expect(app.slides).toHaveCount(7);
  for (let i = 0; i < 3; i++) await app.page.keyboard.press('Control+z');
  await expect(app.slides).toHaveCount(6);
  await app.saved();
  await expectFile(app, 'harbour.md', before);
});

test('a new slide is written at once, and no letter of it is a command', async ({ app }) => {
  await app.open('Harbour briefing');
  await expect(app.slide('1')).toBeFocused();
  await app.page.getByRole('button', { name: 'New slide' }).click();
  await expect(app.source).toBeFocused();
  await app.page.keyboard.type('Departure hdp');
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Departure hdp');
  await expect(app.slides).toHaveCount(7);
  await expect(app.page.locator('.ui-surface')).toHaveCount(0);
  await app.saved();
  await app.page.getByRole('button', { name: 'Back to all decks' }).click();
  await expect(app.page.getByRole('row', { name: 'Harbour briefing' })).toBeFocused();
});

test('the same by mouse, from a slide’s menu', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('2').hover();
  await app.page.getByRole('button', { name: 'Actions for slide 2' }).click();
  await app.page.getByRole('menuitem', { name: 'Move down' }).click();
  await expect
    .poll(app.outline)
    .toEqual(['1: Harbour briefing', '2: Bravo', '2.1: Alpha', '2.2: Below Bravo', '3: Charlie', '4: Delta']);
});
