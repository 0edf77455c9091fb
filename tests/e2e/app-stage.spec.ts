import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, type LecternApp, test } from './lectern-app.ts';

const tour = `---
title: A tour
---

# One

---

## Two

- first <!-- .element: class="fragment" -->
- second <!-- .element: class="fragment" -->

[To the last one below](#/2/2) and [to a name](#/five)

---

<!-- .slide: data-visibility="hidden" -->

## Three, hidden

---

## Four

--

### Below four

--

<!-- .slide: data-visibility="hidden" -->

### Hidden below four

--

### Last below four

---

<!-- .slide: data-auto-animate id="five" -->

## Five

---

<!-- .slide: data-auto-animate -->

## Five

Grown

---

<!-- .slide: data-visibility="uncounted" -->

## Six

---

## Seven
`;

const long = (options = ''): string =>
  `---\ntitle: A long one\nrevealOptions:\n  slideNumber: c/t${options}\n---\n\n${Array.from({ length: 300 }, (_, i) => `## Slide ${i + 1}\n\nIts words.\n`).join('\n---\n\n')}`;

test.use({
  prepare: async ({}, use) =>
    use(async (folder) => {
      await writeFile(join(folder, 'tour.md'), tour);
      await writeFile(join(folder, 'long.md'), long());
      await writeFile(join(folder, 'round.md'), long('\n  loop: true').replace('A long one', 'Round and round'));
    }),
});

const shown = (app: LecternApp) => app.page.locator('.ui-present .slides section.present:not(.stack)');

/** Heading of the slide in view, how many of its fragments are shown, and whether there is more than the heading. */
async function view(page: Page): Promise<string> {
  return page.locator('.ui-present').evaluate((root) => {
    const section = root.querySelector('.slides section.present:not(.stack)');
    const visible = section?.querySelectorAll('.fragment.visible').length ?? 0;
    const fragments = section?.querySelectorAll('.fragment').length ?? 0;
    const heading = section?.querySelector('h1, h2, h3')?.textContent ?? '';
    const curtain = root.querySelector('.ui-curtain')?.textContent ?? '';
    return curtain !== ''
      ? 'the end'
      : `${heading}${fragments > 0 ? ` ${visible}` : ''}${section?.textContent.includes('Grown') ? ', grown' : ''}`;
  });
}

async function walk(app: LecternApp, key: string, expected: readonly string[]): Promise<void> {
  for (const wanted of expected) {
    await app.page.keyboard.press(key);
    await expect.poll(() => view(app.page)).toBe(wanted);
  }
}

test('a talk goes through stacks, fragments and auto-animation on and back as all slides in the page would', async ({
  app,
}) => {
  await app.open('A tour');
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('One');
  await walk(app, 'PageDown', ['Two 0', 'Two 1', 'Two 2', 'Four', 'Below four', 'Last below four', 'Five']);
  await walk(app, 'PageDown', ['Five, grown']);
  await expect(shown(app)).toHaveAttribute('data-auto-animate', 'running');
  await walk(app, 'PageDown', ['Six', 'Seven', 'the end']);
  await walk(app, 'PageUp', ['Seven', 'Six', 'Five, grown', 'Five', 'Last below four', 'Below four', 'Four', 'Two 2']);
  await walk(app, 'PageUp', ['Two 1', 'Two 0', 'One', 'One']);
});

test('up and down stay in a stack, and links lead to places and names far off', async ({ app }) => {
  await app.open('A tour');
  await app.slide('2').click();
  await app.page.keyboard.press('Shift+F5');
  await expect.poll(() => view(app.page)).toBe('Two 0');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await shown(app).getByRole('link', { name: 'To the last one below' }).click();
  await expect.poll(() => view(app.page)).toBe('Last below four');
  await walk(app, 'ArrowUp', ['Below four', 'Four', 'Four']);
  await walk(app, 'ArrowDown', ['Below four', 'Last below four', 'Last below four']);
  for (const key of ['2', 'Enter']) await app.page.keyboard.press(key);
  await expect.poll(() => view(app.page)).toBe('Two 2');
  await shown(app).getByRole('link', { name: 'to a name' }).click();
  await expect.poll(() => view(app.page)).toBe('Five');
});

test('in a long deck a few slides are in the page, and progress and number are the deck’s', async ({ app }) => {
  await app.open('A long one');
  const sections = app.page.locator('.ui-stage .slides section');
  expect(await sections.count()).toBeLessThan(20);
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('Slide 1');
  const number = app.page.locator('.ui-present .stage-number');
  const bar = app.page.locator('.ui-present .stage-progress span');
  await expect(number).toHaveText('1/300');
  // Everything that is ever on show is written down.
  await app.page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver((records) => {
      for (const { target } of records) {
        if (!(target instanceof HTMLElement) || !target.matches('.present')) continue;
        const heading = target.querySelector('h2')?.textContent ?? '';
        if (seen.at(-1) !== heading) seen.push(heading);
      }
    }).observe(document.querySelector('.ui-present .slides') ?? document, {
      attributeFilter: ['class'],
      subtree: true,
    });
  });
  for (const key of ['1', '5', '0', 'Enter']) await app.page.keyboard.press(key);
  await expect.poll(() => view(app.page)).toBe('Slide 150');
  await expect(number).toHaveText('150/300');
  await expect(bar).toHaveAttribute('style', /scaleX\(0\.4983\d*\)/);
  await walk(
    app,
    'PageDown',
    [151, 152, 153, 154, 155, 156].map((at) => `Slide ${at}`),
  );
  await walk(
    app,
    'PageUp',
    [155, 154, 153, 152, 151, 150, 149].map((at) => `Slide ${at}`),
  );
  await expect(number).toHaveText('149/300');
  expect(await app.page.locator('.ui-present .slides section').count()).toBeLessThan(20);
  expect(await app.page.locator('.ui-present .backgrounds .slide-background').count()).toBe(
    await app.page.locator('.ui-present .slides section').count(),
  );
  await app.page.keyboard.press('End');
  await expect.poll(() => view(app.page)).toBe('Slide 300');
  await expect(bar).toHaveAttribute('style', /scaleX\(1\)/);
  const seen = await app.page.evaluate(() => (globalThis as unknown as { seen: readonly string[] }).seen);
  expect(seen).toEqual(
    [150, 151, 152, 153, 154, 155, 156, 155, 154, 153, 152, 151, 150, 149, 300].map((at) => `Slide ${at}`),
  );
});

test('a deck that loops goes on from its end', async ({ app }) => {
  await app.open('Round and round');
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('Slide 1');
  await walk(app, 'PageUp', ['Slide 300', 'Slide 299']);
  await walk(app, 'PageDown', ['Slide 300', 'Slide 1', 'Slide 2']);
});

test('a deck that changes while it is presented changes under the audience’s slide', async ({ app }) => {
  await app.open('A long one');
  await app.page.keyboard.press('F5');
  for (const key of ['1', '5', '0', 'Enter']) await app.page.keyboard.press(key);
  const number = app.page.locator('.ui-present .stage-number');
  await expect(number).toHaveText('150/300');

  await app.write('long.md', long().replace('## Slide 149\n', '## New\n\n---\n\n## Slide 149\n'));
  await expect(number).toHaveText('151/301');
  expect(await view(app.page)).toBe('Slide 150');
  await walk(app, 'PageUp', ['Slide 149', 'New', 'Slide 148']);
  await walk(app, 'PageDown', ['New', 'Slide 149', 'Slide 150']);

  // Drawing on a slide that was gone to by its number stays on it.
  await app.page.keyboard.press('p');
  await app.page.mouse.move(300, 300);
  await app.page.mouse.down();
  await app.page.mouse.move(600, 400, { steps: 5 });
  await app.page.mouse.up();
  await expect(shown(app).locator('.ink-layer path')).toHaveCount(1);
  expect(await view(app.page)).toBe('Slide 150');
  await app.page.keyboard.press('e');
  await app.page.keyboard.press('p');
});

test('what is written into the slide on show leaves its fragments as far as they are', async ({ app }) => {
  await app.open('A tour');
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('One');
  await walk(app, 'PageDown', ['Two 0', 'Two 1']);
  await app.write('tour.md', tour.replace('- second', '- second, and more'));
  await expect(shown(app).locator('li').last()).toContainText('and more');
  expect(await view(app.page)).toBe('Two 1');
  await walk(app, 'PageDown', ['Two 2', 'Four']);
});

test('a slide that is taken away while it is shown gives way to the next', async ({ app }) => {
  await app.open('A long one');
  await app.page.keyboard.press('F5');
  for (const key of ['2', '0', 'Enter']) await app.page.keyboard.press(key);
  await expect.poll(() => view(app.page)).toBe('Slide 20');
  await app.write('long.md', long().replace('## Slide 20\n\nIts words.\n\n---\n\n', ''));
  await expect.poll(() => view(app.page)).toBe('Slide 21');
  await expect(app.page.locator('.ui-present .stage-number')).toHaveText('20/299');
});

test('a label leads to a slide below, and the point alone blacks the screen', async ({ app }) => {
  await app.open('A tour');
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('One');
  for (const key of ['4', '.', '1']) await app.page.keyboard.press(key);
  await expect(app.page.locator('.ui-present-number')).toHaveText('Slide 4.1');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => view(app.page)).toBe('Below four');
  for (const key of ['4', '.', '2', 'Enter']) await app.page.keyboard.press(key);
  await expect(app.page.locator('.ui-present-number')).toHaveText('Slide 4.2 is hidden');
  expect(await view(app.page)).toBe('Below four');
  await app.page.keyboard.press('.');
  await expect(app.page.locator('.ui-curtain')).toHaveCSS('background-color', 'rgb(0, 0, 0)');
});

test('the overview shows what the audience may see, and leads there by the keys and the pointer', async ({ app }) => {
  await app.open('A tour');
  await app.page.keyboard.press('F5');
  await expect.poll(() => view(app.page)).toBe('One');
  await app.page.keyboard.press('g');
  const overview = app.page.getByRole('listbox', { name: 'All slides' });
  const options = overview.getByRole('option');
  await expect(overview.locator('.ui-overview-label')).toHaveText([
    '1 Oneshown now',
    '2 Two',
    '4 Four',
    '4.1 Below four',
    '4.3 Last below four',
    '5 Five',
    '6 Five',
    '7 Six',
    '8 Seven',
  ]);
  await expect(overview).toBeFocused();
  await expect(options.first()).toHaveAccessibleName('1 One shown now');
  await app.page.keyboard.press('ArrowRight');
  await expect(overview.getByRole('option', { selected: true })).toHaveAccessibleName('2 Two');
  // Four columns leave all nine in view: one row down is four slides on, and into a row that is not full, to its end.
  await app.page.keyboard.press('ArrowDown');
  await expect(overview.getByRole('option', { selected: true })).toHaveAccessibleName('5 Five');
  await app.page.keyboard.press('ArrowDown');
  await expect(overview.getByRole('option', { selected: true })).toHaveAccessibleName('8 Seven');
  await app.page.keyboard.press('ArrowLeft');
  await expect(overview.getByRole('option', { selected: true })).toHaveAccessibleName('7 Six');
  await app.page.keyboard.press('Enter');
  await expect(overview).toHaveCount(0);
  await expect.poll(() => view(app.page)).toBe('Six');
  // Keys are the talk's again.
  await walk(app, 'PageUp', ['Five, grown']);

  await app.page.keyboard.press('o');
  await options.filter({ hasText: 'Last below four' }).click();
  await expect.poll(() => view(app.page)).toBe('Last below four');
  await app.page.keyboard.press('g');
  await app.page.keyboard.press('Escape');
  await expect(overview).toHaveCount(0);
  expect(await view(app.page)).toBe('Last below four');
});

test('the overview of a long deck opens at the slide shown and draws only what is in view', async ({ app }) => {
  await app.open('A long one');
  await app.page.keyboard.press('F5');
  for (const key of ['1', '5', '0', 'Enter', 'g']) await app.page.keyboard.press(key);
  const overview = app.page.getByRole('listbox', { name: 'All slides' });
  const chosen = overview.getByRole('option', { selected: true });
  await expect(chosen).toHaveAccessibleName('150 Slide 150 shown now');
  await expect(chosen).toBeInViewport({ ratio: 1 });
  expect(await overview.getByRole('option').count()).toBeLessThan(60);
  await app.page.keyboard.press('End');
  await expect(chosen).toHaveAccessibleName('300 Slide 300');
  await expect(chosen).toBeInViewport({ ratio: 1 });
  await app.page.keyboard.press('Home');
  await expect(chosen).toBeInViewport({ ratio: 1 });
  await app.page.keyboard.press('Enter');
  await expect.poll(() => view(app.page)).toBe('Slide 1');
});

test.describe('with text that fills its slide', () => {
  test.use({
    prepare: async ({}, use) =>
      use((folder) =>
        writeFile(
          join(folder, 'fit.md'),
          '---\ntitle: Fitted\n---\n\nFitted text <!-- .element: class="r-fit-text" -->\n',
        ),
      ),
  });

  test('it is measured again when its font has come', async ({ app }) => {
    await app.open('Fitted');
    const fitted = app.stage.locator('.r-fit-text');
    const width = () => fitted.evaluate((element) => Math.round(element.getBoundingClientRect().width));
    const before = await width();
    // Another font, half as wide, as one that comes late.
    const letters = await fitted.evaluate((element: HTMLElement) => {
      element.style.letterSpacing = '-0.2em';
      return getComputedStyle(element).fontSize;
    });
    await app.page.evaluate(() => void document.fonts.dispatchEvent(new Event('loadingdone')));
    await expect.poll(() => fitted.evaluate((element) => getComputedStyle(element).fontSize)).not.toBe(letters);
    expect(Math.abs((await width()) - before)).toBeLessThan(before / 20);
  });
});
