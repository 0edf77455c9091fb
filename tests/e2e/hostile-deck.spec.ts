import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect, test } from './lectern-app.ts';
import { pdfText } from './pdf-text.ts';

const canary = 'CANARY-OUTSIDE-THE-DECK';

const hostile = `---
title: 'Hostile"><script>window.pwned = 1</script>'
author: '<img src=x onerror="window.pwned = 1">'
theme: '"><script>window.pwned = 1</script>'
revealOptions:
  postMessage: true
  dependencies: [http://evil.test/x.js]
---
# Hostile deck <img src="x" onerror="window.pwned = 1">

<script>window.pwned = 1</script>
<iframe src="file:///etc/passwd"></iframe>
<object data="../canary.txt"></object>
<embed src="../canary.txt">
<img src="http://evil.test/remote.png">
<img src="//evil.test/remote.png">
<link rel="stylesheet" href="http://evil.test/x.css">
<meta http-equiv="refresh" content="0; url=http://evil.test/">
<style>@import url(http://evil.test/x.css); body { display: none }</style>
<form action="http://evil.test/"><input name="documentElement"><button>Send</button></form>

[run](javascript:window.pwned=1) [data](data:text/html,<script>window.pwned=1</script>)

![beside](../canary.svg) ![encoded](..%2fcanary.svg)

---

<!-- .slide: data-background-iframe="javascript:window.pwned=1" data-background-image="http://evil.test/bg.png" onclick="window.pwned=1" data-state="x onload=1" -->
## Attributes <!-- .element: onmouseover="window.pwned=1" style="background: url(http://evil.test/css)" -->

<svg><use href="http://evil.test/x.svg#a"/><animate onbegin="window.pwned=1" attributeName="x"/><foreignObject><iframe src="javascript:window.pwned=1"></iframe></foreignObject></svg>

Note: <img src=x onerror="window.pwned = 1"> <iframe src="javascript:window.pwned=1"></iframe>
`;

test.use({
  // The browser tells of handlers that it refused while the sanitiser took them out, and of pictures that are not there.
  provoked: async ({}, use) => use([/violates the following Content Security Policy/, /404 \(Not Found\)/]),
  prepare: async ({}, use) =>
    use(async (folder) => {
      await writeFile(join(folder, 'hostile.md'), hostile);
      await writeFile(join(dirname(folder), 'canary.txt'), canary);
      await writeFile(
        join(dirname(folder), 'canary.svg'),
        `<svg xmlns="http://www.w3.org/2000/svg"><text>${canary}</text></svg>`,
      );
    }),
});

test('a hostile deck opens, presents and exports, runs nothing and asks nobody', async ({ app }) => {
  const origin = new URL(app.page.url()).origin;
  const strangers: string[] = [];
  app.page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')) strangers.push(url);
  });
  await app.open('Hostile');
  await app.page.getByRole('tab', { name: 'Notes' }).click();
  await app.slide('2').click();
  await expect(app.stage).toContainText('Attributes');
  await app.page.keyboard.press('Shift+F5');
  await app.page.keyboard.press('ArrowLeft');
  await app.page.keyboard.press('Escape');

  await app.page.getByRole('button', { name: 'Export' }).click();
  const dialog = app.page.getByRole('dialog');
  const { bytes: pdf } = await app.shell.takeExport(() =>
    dialog.getByRole('button', { name: 'Export', exact: true }).click(),
  );
  const text = (await pdfText(pdf)).join(' ');
  // What is harmless is there, so that the rest is missing for a reason.
  expect(text).toContain('Hostile deck');
  expect(text).toContain('Attributes');
  expect(text).not.toContain(canary);
  expect(
    (await getDocument({ data: new Uint8Array(pdf) }).promise.then((file) => file.getJSActions())) ?? null,
  ).toBeNull();
  await dialog.getByRole('button', { name: 'Done' }).click();

  expect(await app.page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(strangers).toEqual([]);
});
