import { chmod, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, expectFile, type LecternApp, test } from './lectern-app.ts';

async function type(app: LecternApp, text: string): Promise<void> {
  await app.slide('2').click();
  await app.source.getByText('first point').click();
  await app.page.keyboard.press('End');
  await app.page.keyboard.type(text);
}

test('a change on disk is taken over where nothing is unsaved, and the slide stays', async ({ app }) => {
  await app.open('Harbour briefing');
  await app.slide('4').click();
  const text = await app.read('harbour.md');
  await app.write('harbour.md', text.replace('## Alpha', '## Alpha from elsewhere'));
  await expect(app.slide('2')).toHaveAttribute('aria-label', '2: Alpha from elsewhere');
  await expect(app.stage.locator('h2')).toHaveText('Charlie');
  await expect(app.page.getByRole('status').filter({ hasText: 'read again' })).toBeVisible();
});

test.describe('a change on disk while there are changes here', () => {
  test.beforeEach(async ({ app }) => {
    await app.open('Harbour briefing');
    const text = await app.read('harbour.md');
    await type(app, ' mine');
    await app.write('harbour.md', text.replace('## Delta', '## Delta of theirs'));
    await expect(app.page.getByRole('alert')).toContainText('harbour.md changed on disk');
    await expect(app.page.getByText('Changed on disk', { exact: true })).toBeVisible();
    expect(await app.read('harbour.md')).not.toContain('mine');
  });

  test('keep mine writes over it', async ({ app }) => {
    await app.page.getByRole('button', { name: 'Keep mine' }).click();
    await app.saved();
    const kept = await app.read('harbour.md');
    expect(kept).toContain('first point mine');
    expect(kept).not.toContain('theirs');
  });

  test('take theirs can be undone', async ({ app }) => {
    await app.page.getByRole('button', { name: 'Take theirs' }).click();
    await expect(app.slide('5')).toHaveAttribute('aria-label', '5: Delta of theirs');
    await expect(app.slide('2').locator('.slide-frame')).not.toContainText('mine');
    await app.saved();
    await app.page.keyboard.press('Control+z');
    await expect(app.slide('2').locator('.slide-frame')).toContainText('mine');
    await expect(app.slide('5')).toHaveAttribute('aria-label', '5: Delta');
  });
});

test('a file that is gone is not brought back silently', async ({ app }) => {
  await app.open('Harbour briefing');
  const text = await app.read('harbour.md');
  await rm(join(app.folder, 'harbour.md'));
  await expect(app.page.getByRole('alert')).toContainText('harbour.md is gone from disk');
  await app.page.getByRole('button', { name: 'Save again' }).click();
  await app.saved();
  await expectFile(app, 'harbour.md', text);
});

test('a save that fails says why, loses nothing, and can be tried again', async ({ app }) => {
  await app.open('Harbour briefing');
  const text = await app.read('harbour.md');
  await chmod(join(app.folder, 'harbour.md'), 0o444);
  await type(app, ' kept');
  const alert = app.page.getByRole('alert');
  await expect(alert).toContainText(/read-only|cannot be written/);
  await expectFile(app, 'harbour.md', text);
  await chmod(join(app.folder, 'harbour.md'), 0o644);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await app.saved();
  await expect(alert).toHaveCount(0);
  await expectFile(app, 'harbour.md', text.replace('first point', 'first point kept'));
});

test.describe('a read-only file', () => {
  test.use({ prepare: async ({}, use) => use((folder) => chmod(join(folder, 'harbour.md'), 0o444)) });
  test('opens, says so, and warns when it is edited', async ({ app }) => {
    await app.open('Harbour briefing');
    await expect(app.page.getByText('Read-only', { exact: true })).toBeVisible();
    await expect(app.page.getByRole('alert')).toHaveCount(0);
    await type(app, ' no');
    await expect(app.page.getByRole('alert')).toContainText('cannot be written');
  });
});
