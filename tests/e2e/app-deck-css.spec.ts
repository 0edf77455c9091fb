import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './lectern-app.ts';

const deck = (css: string, title: string): string =>
  `---\ntitle: ${title}\ncss: ${css}\n---\n\n## Heading of ${title}\n\nText\n`;

test.describe('a deck’s own style sheet', () => {
  test.use({
    prepare: async ({}, use) =>
      use(async (folder) => {
        await mkdir(join(folder, 'css'));
        await writeFile(
          join(folder, 'css', 'own.css'),
          `:root { --r-main-color: rgb(1, 2, 3); }
         body { background: rgb(4, 5, 6); }
         .reveal h2 { color: rgb(7, 8, 9); background: url(../mark.svg); }
         @media (min-width: 1px) { .reveal p { letter-spacing: 3px; } }`,
        );
        await writeFile(join(folder, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
        await writeFile(
          join(folder, 'hostile.css'),
          `@import url("http://127.0.0.1:9/import.css");
         @font-face { font-family: Inter; src: url(mark.svg); }
         @font-face { font-family: Own; src: url(http://127.0.0.1:9/font.woff2); }
         * { outline: 5px solid rgb(250, 0, 250); }
         .ui-header, header, button { display: none !important; }
         html:has(&) .ui-header { display: none; }
         body:has(*) .ui-header, :root .ui-status { visibility: hidden; }
         :scope, &, .slide-frame, .ui-stage-host { display: none !important; contain: none !important; }
         .reveal h2 { background: url("http://127.0.0.1:9/a.png"); content: image-set("//127.0.0.1:9/b.png" 1x); color: rgb(7, 8, 9);
           & em { color: red } html:has(&) .ui-header { display: none } }
         .reveal p { position: fixed; inset: -1000px; z-index: 99999; -webkit-app-region: drag; --x: url(http://127.0.0.1:9/c.png); background: var(--x); }
         @keyframes ui-turn { to { rotate: 0turn } }`,
        );
        await writeFile(join(folder, 'one.md'), deck('css/own.css', 'Own'));
        await writeFile(join(folder, 'two.md'), deck('hostile.css', 'Hostile'));
        await writeFile(
          join(folder, 'three.md'),
          deck('[missing.css, ../outside.css, "http://127.0.0.1:9/x.css"]', 'Missing'),
        );
      }),
    provoked: async ({}, use) => use([/404/]),
  });

  test('styles the slides of its deck, stronger than the theme, and nothing else', async ({ app }) => {
    const card = (title: string) => app.page.getByRole('row', { name: title });
    await expect(card('Own').locator('.slide-frame h2')).toHaveCSS('color', 'rgb(7, 8, 9)');
    await expect(card('Harbour briefing').locator('.slide-frame h1')).toHaveCSS('color', 'rgb(255, 255, 255)');
    await app.open('Own');
    const heading = app.stage.getByRole('heading');
    await expect(heading).toHaveCSS('color', 'rgb(7, 8, 9)');
    await expect(heading).toHaveCSS('background-image', /\/deck\/[\w-]+\/mark\.svg/);
    await expect(app.stage.getByText('Text')).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(app.stage.getByText('Text')).toHaveCSS('letter-spacing', '3px');
    await expect(app.page.locator('.ui-stage .reveal')).toHaveCSS('background-color', 'rgb(4, 5, 6)');
    expect(await app.page.evaluate(() => getComputedStyle(document.body).backgroundColor)).not.toBe('rgb(4, 5, 6)');
  });

  test('cannot touch the program, however it is written, nor reach the network', async ({ app }) => {
    const asked: string[] = [];
    app.page.on('request', (request) => asked.push(request.url()));
    await app.open('Hostile');
    await expect(app.stage.getByRole('heading')).toHaveCSS('color', 'rgb(7, 8, 9)');
    await expect(app.stage.getByRole('heading')).toHaveCSS('outline-color', 'rgb(250, 0, 250)');
    await expect(app.page.locator('.ui-header')).toBeVisible();
    await expect(app.page.locator('.ui-status')).toBeVisible();
    const present = app.page.getByRole('button', { name: 'Present' }).first();
    await expect(present).toBeVisible();
    const touched = await app.page.evaluate(() => {
      const outside = [...document.querySelectorAll('body, body *')].filter(
        (element) => element.closest('.reveal') === null,
      );
      return outside
        .filter((element) => {
          const { outlineColor, display, contain } = getComputedStyle(element);
          const holds = element.matches('[data-deck-css]');
          return outlineColor === 'rgb(250, 0, 250)' || (holds && (display === 'none' || !contain.includes('paint')));
        })
        .map((element) => element.className);
    });
    expect(touched).toEqual([]);
    // What was put over everything is cut at the slide's edge: the button is still what is under the pointer.
    const box = await present.boundingBox();
    const hit = await app.page.evaluate(
      ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.closest('button')?.textContent,
      [(box?.x ?? 0) + 20, (box?.y ?? 0) + 10],
    );
    expect(hit).toContain('Present');
    expect(asked.filter((url) => url.includes('127.0.0.1:9/'))).toEqual([]);
  });

  test('that is not there, or not beside the deck, leaves the deck as it is', async ({ app }) => {
    await app.open('Missing');
    await expect(app.stage.getByRole('heading')).toHaveCSS('color', 'rgb(255, 255, 255)');
    await app.page.getByRole('tab', { name: /Checks/ }).click();
    const problems = app.page.getByRole('grid', { name: 'Problems' });
    await expect(problems.getByText('The style sheet “missing.css” cannot be read')).toContainText('Line 3');
  });
});
