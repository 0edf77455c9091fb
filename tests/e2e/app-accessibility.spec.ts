import AxeBuilder from '@axe-core/playwright';
import { expect, type LecternApp, test } from './lectern-app.ts';

const views: Readonly<Record<string, (app: LecternApp) => Promise<void>>> = {
  library: async (app) => expect(app.page.getByRole('row').first()).toBeVisible(),
  workspace: (app) => app.open('Harbour briefing'),
  notes: async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('tab', { name: 'Notes' }).click();
  },
  annotating: async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('button', { name: 'Annotate' }).click();
  },
  'the export dialog': async (app) => {
    await app.open('Harbour briefing');
    await app.page.getByRole('button', { name: 'Export' }).click();
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
  'the keys': async (app) => {
    await app.open('Harbour briefing');
    await app.slide('2').click();
    await app.page.keyboard.press('?');
    await expect(app.page.getByRole('dialog')).toBeVisible();
  },
};

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } });
    for (const [name, show] of Object.entries(views)) {
      test(`${name}: no violation of WCAG 2.2 AA that a program can find`, async ({ app }) => {
        await show(app);
        // Slides are their authors' work; their own look is judged in the tests of the themes.
        const { violations } = await new AxeBuilder({ page: app.page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .exclude('.slide-frame')
          .exclude('.reveal .slides')
          .analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
        ).toEqual([]);
      });
    }
  });
}
