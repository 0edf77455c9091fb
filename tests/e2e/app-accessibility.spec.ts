import AxeBuilder from '@axe-core/playwright';
import { expect, type LecternApp, test } from './lectern-app.ts';

/** Brings the program to a view; `look` has what is shown on the way judged, too. */
type Show = (app: LecternApp, look: () => Promise<void>) => Promise<void>;

const views: Readonly<Record<string, Show>> = {
  library: async (app) => expect(app.page.getByRole('row').first()).toBeVisible(),
  'the search': async (app) => {
    await app.page.getByRole('searchbox').fill('harbour');
    await expect(app.page.getByRole('grid', { name: 'Slides found' }).getByRole('row').first()).toBeVisible();
  },
  'a new deck': async (app) => {
    await app.page.getByRole('button', { name: 'New deck' }).click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  'choosing a folder': async (app) => {
    await app.page.getByRole('button', { name: /^Folder / }).click();
    await expect(app.page.getByRole('dialog').getByRole('grid', { name: 'Folders' })).toBeVisible();
  },
  workspace: (app) => app.open('Harbour briefing'),
  notes: async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('tab', { name: 'Notes' }).click();
  },
  annotating: async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('radio', { name: 'Annotate' }).click();
    await app.page.keyboard.press('r');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('button', { name: 'Layers' }).click();
    await app.page.getByRole('button', { name: 'New layer' }).click();
  },
  'what was drawn in a talk, and all of its slides': async (app, look) => {
    await app.open('Harbour briefing');
    await app.page.keyboard.press('F5');
    await expect(app.page.locator('.ui-present .reveal.ready')).toBeVisible();
    await app.page.keyboard.press('p');
    await app.page.mouse.move(300, 300);
    await app.page.mouse.down();
    await app.page.mouse.move(500, 400, { steps: 4 });
    await app.page.mouse.up();
    await expect(app.page.locator('.ui-present .ink-layer path')).toHaveCount(1);
    await look();
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('g');
    await expect(app.page.getByRole('listbox', { name: 'All slides' })).toBeVisible();
    await look();
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByRole('dialog', { name: 'Keep what was drawn?' })).toBeVisible();
  },
  'the sorter, filtered, and the properties and the history of a slide': async (app, look) => {
    await app.open('Harbour briefing');
    await app.slide('2').click();
    await app.page.keyboard.press('h');
    await app.page.keyboard.press('Alt+3');
    await expect(app.page.getByRole('button', { name: /Visibility/ })).toBeFocused();
    await look();
    await app.page.keyboard.press('Alt+6');
    await expect(app.page.getByRole('option', { name: 'Now' })).toBeVisible();
    await look();
    await app.page.keyboard.press('Control+2');
    await app.page.getByRole('button', { name: 'Show only some slides' }).click();
    await app.page.getByRole('menuitemcheckbox', { name: 'Hidden' }).click();
    await look();
    await app.page.keyboard.press('Escape');
    await expect(app.page.getByText('1 of 6 slides', { exact: true })).toBeVisible();
  },
  'comments, and one that is written': async (app) => {
    await app.open('Harbour briefing');
    for (const text of ['One', 'Two']) {
      await app.page.keyboard.press('Control+Alt+m');
      await expect(app.page.getByRole('textbox', { name: 'Comment on slide 1' })).toBeFocused();
      await app.page.keyboard.type(text);
      if (text === 'One') await app.page.keyboard.press('Control+Enter');
    }
    await expect(app.page.getByLabel('Your name')).toBeVisible();
    await expect(app.page.getByRole('article')).toBeVisible();
  },
  'the export dialog': async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('button', { name: 'Export' }).click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  'an export, and what came of it': async (app, look) => {
    // So many slides that it is not over before it is looked at.
    const slides = Array.from({ length: 300 }, (_, i) => `## Slide ${i}\n\nWords\n`).join('\n---\n\n');
    await app.write('long.md', `---\ntitle: Long deck\n---\n\n${slides}`);
    await app.page.reload();
    await app.open('Long deck');
    await app.page.keyboard.press('Control+e');
    const dialog = app.page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Export' }).click();
    await expect(dialog.getByRole('progressbar')).toBeVisible();
    await look();
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeFocused({ timeout: 30_000 });
  },
  'the keys': async (app) => {
    await app.open('Harbour briefing');
    await app.slide('2').click();
    await app.page.keyboard.press('?');
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  'the deck themes': async (app) => {
    await app.open('Harbour briefing');
    await app.page.keyboard.press('Control+k');
    await app.page.keyboard.type('deck theme');
    await app.page.getByRole('menuitem', { name: /^Deck theme/ }).click();
    await expect(app.page.getByRole('listbox', { name: 'Deck themes' })).toBeVisible();
  },
  'a deck with nothing in it': async (app) => {
    await app.write('blank.md', '');
    await app.page.reload();
    await app.open('blank');
    await expect(app.page.getByText('Nothing here yet')).toBeVisible();
  },
  'a failure': async (app) => {
    await app.page.evaluate(() => (location.hash = '#/deck/NoSuchDeck/1'));
    await expect(app.page.getByRole('alert')).toBeVisible();
  },
};

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    for (const [name, show] of Object.entries(views)) {
      test(`${name}: no violation of WCAG 2.2 AA that a program can find`, async ({ app }) => {
        const look = async (): Promise<void> => {
          // Slides are their authors' work; their own look is judged in the tests of the themes.
          const { violations } = await new AxeBuilder({ page: app.page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .exclude('.slide-frame')
            .exclude('.reveal .slides')
            .analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
          ).toEqual([]);
        };
        await show(app, look);
        await look();
      });
    }
  });
}
