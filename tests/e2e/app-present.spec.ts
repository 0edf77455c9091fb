import { expect, type LecternApp, test } from './lectern-app.ts';

const shown = (app: LecternApp) => app.page.locator('.ui-present .slides section.present:not(.stack)');

test.describe('presenting', () => {
  test.beforeEach(async ({ app }) => {
    const text = await app.read('harbour.md');
    await app.write('harbour.md', text.replace('data-timing="90"', 'data-timing="90" data-visibility="hidden"'));
    await app.open('Harbour briefing');
  });

  test('steps through fragments and stacks, leaves hidden slides out, ends after the last', async ({ app }) => {
    await app.page.keyboard.press('F5');
    await expect(shown(app).locator('h1')).toHaveText('Harbour briefing');
    await expect.poll(() => app.page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await app.page.keyboard.press('Space');
    await expect(shown(app).locator('h2')).toHaveText('Alpha');
    const fragment = shown(app).locator('.fragment');
    await expect(fragment).not.toHaveClass(/visible/);
    await app.page.keyboard.press('PageDown');
    await expect(fragment).toHaveClass(/visible/);
    await app.page.keyboard.press('PageDown');
    await app.page.keyboard.press('PageDown');
    await expect(shown(app).locator('h3')).toHaveText('Below Bravo');
    await app.page.keyboard.press('PageDown');
    await expect(shown(app).locator('h2')).toHaveText('Delta');
    await app.page.keyboard.press('PageDown');
    await expect(app.page.getByText('End of the deck')).toBeVisible();
    await app.page.keyboard.press('PageUp');
    await expect(app.page.getByText('End of the deck')).toBeHidden();
    await app.page.keyboard.press('Home');
    await expect(shown(app).locator('h1')).toHaveText('Harbour briefing');
    await app.page.keyboard.press('End');
    await expect(shown(app).locator('h2')).toHaveText('Delta');
  });

  test('the arrows go on and back through stacks, Shift and the space bar back, and a wrong number is said', async ({
    app,
  }) => {
    await app.slide('3').click();
    await app.page.keyboard.press('Shift+F5');
    await expect(shown(app).locator('h2')).toHaveText('Bravo');
    await app.page.keyboard.press('ArrowRight');
    await expect(shown(app).locator('h3')).toHaveText('Below Bravo');
    await app.page.keyboard.press('ArrowRight');
    await expect(shown(app).locator('h2')).toHaveText('Delta');
    await app.page.keyboard.press('Shift+Space');
    await expect(shown(app).locator('h3')).toHaveText('Below Bravo');
    await app.page.keyboard.press('ArrowLeft');
    await expect(shown(app).locator('h2')).toHaveText('Bravo');
    for (const key of ['9', '9', 'Enter']) await app.page.keyboard.press(key);
    await expect(app.page.locator('.ui-present-number')).toHaveText('No slide 99');
    await app.page.keyboard.press('4');
    await app.page.keyboard.press('Enter');
    await expect(app.page.locator('.ui-present-number')).toHaveText('Slide 4 is hidden');
    await expect(app.page.locator('.ui-present-number')).toHaveCount(0);
    await app.page.keyboard.press('Escape');
    await expect(app.slide('3')).toBeFocused();
  });

  test('goes to a slide by its number, black, white, and back to the slide last shown', async ({ app }) => {
    await app.slide('2').click();
    await app.page.keyboard.press('Shift+F5');
    await expect(shown(app).locator('h2')).toHaveText('Alpha');
    for (const key of ['3', '.', '1']) await app.page.keyboard.press(key);
    await expect(app.page.locator('.ui-present-number')).toHaveText('Slide 3.1');
    await app.page.keyboard.press('Enter');
    await expect(shown(app).locator('h3')).toHaveText('Below Bravo');
    await expect(shown(app).locator('.slide-foot-number')).toHaveText('3.1');
    await app.page.keyboard.press('b');
    await expect(app.page.locator('.ui-curtain')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
    await app.page.keyboard.press('w');
    await expect(app.page.locator('.ui-curtain')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    await app.page.keyboard.press('w');
    await expect(app.page.locator('.ui-curtain')).toHaveCount(0);
    await app.page.keyboard.press('Escape');
    await expect(app.page.locator('.ui-present')).toHaveCount(0);
    await expect(app.stage.locator('h3')).toHaveText('Below Bravo');
    await expect(app.slide('3.1')).toHaveAttribute('aria-selected', 'true');
    await expect.poll(() => app.page.evaluate(() => document.fullscreenElement)).toBeNull();
  });

  test('draws and erases on a layer of the talk, which is kept or thrown away at its end', async ({ app }) => {
    await app.page.keyboard.press('Control+3');
    await app.page.locator('.ui-surface').focus();
    await app.page.keyboard.press('r');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('button', { name: 'Present from the start' }).click();
    await expect(shown(app).locator('h1')).toBeVisible();
    await app.page.keyboard.press('p');
    await app.page.mouse.move(300, 300);
    await app.page.mouse.down();
    await app.page.mouse.move(700, 400, { steps: 10 });
    await app.page.mouse.up();
    await expect(shown(app).locator('.ink-layer path')).toHaveCount(1);
    // What was prepared is not erased.
    await app.page.keyboard.press('e');
    await expect(shown(app).locator('.ink-layer path')).toHaveCount(0);
    await expect(shown(app).locator('.ink-layer rect')).toHaveCount(1);
    await app.page.keyboard.press('Control+z');
    await expect(shown(app).locator('.ink-layer path')).toHaveCount(1);
    await app.page.keyboard.press('p');
    await app.page.keyboard.press('Escape');
    const question = app.page.getByRole('dialog', { name: 'Keep what was drawn?' });
    await expect(question).toContainText('One drawing was made while presenting');
    await question.getByRole('button', { name: 'Throw away' }).click();
    await expect(app.stage.locator('.ink-layer path')).toHaveCount(0);
    await app.page.keyboard.press('Control+z');
    await expect(app.stage.locator('.ink-layer path')).toHaveCount(1);
    await app.saved();
    const { items, 'lectern:layers': layers } = JSON.parse(await app.read('harbour.annotations.json'));
    expect(layers).toEqual([expect.objectContaining({ origin: 'talk', name: expect.stringMatching(/, \d\d:\d\d$/) })]);
    expect(items.map((item: Record<string, unknown>) => item['lectern:layer'])).toEqual([undefined, layers[0].id]);

    // A talk in which nothing is drawn asks nothing.
    await app.page.keyboard.press('F5');
    await expect(shown(app).locator('h1')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(app.page.locator('.ui-present')).toHaveCount(0);
    await expect(question).toHaveCount(0);
  });

  test('goes on in the window where full screen is refused', async ({ app }) => {
    await app.page.evaluate(() => {
      Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused'));
    });
    await app.page.keyboard.press('F5');
    await expect(shown(app).locator('h1')).toHaveText('Harbour briefing');
    await app.page.mouse.click(600, 300);
    await expect(shown(app).locator('h2')).toHaveText('Alpha');
    await app.page.keyboard.press('Escape');
    await expect(app.stage.locator('h2')).toHaveText('Alpha');
  });
});
