import { describe, expect, it } from 'vitest';
import { brokenPicture } from '../../../../src/core/export/broken-picture.ts';
import { watchAssets } from '../../../../src/host/export/asset-problems.ts';
import { toldProblems } from '../../../../src/host/export/told-problems.ts';

const text = `---
title: Gone
---

# One

---

# Two

![A map](images/gone%20map.png)

---

<!-- .slide: data-background-image="ground.png" -->

# Three, and ![the map again](images/gone%20map.png)
`;

async function missing(...paths: readonly string[]) {
  const { site, problems } = watchAssets(async () => new Response('', { status: 404 }), '/deck/abc/');
  for (const path of paths) await site(new Request(`https://lectern.invalid/deck/abc/${path}`));
  return problems();
}

const all = new Set([1, 2, 3]);

describe('toldProblems', () => {
  it('tells of a missing picture once for each place: slide, line, file and way out', async () => {
    const seen = [brokenPicture('gone map.png', 2), brokenPicture('gone map.png', 3)];
    const told = toldProblems(text, all, seen, await missing('images/gone%20map.png', 'ground.png'));
    expect(told).toEqual(
      [
        ['images/gone map.png', 2, 11, 10],
        ['images/gone map.png', 3, 17, 31],
        ['ground.png', 3, 15, 37],
      ].map(([path, slide, line, column]) => ({
        code: 'missing-file',
        severity: 'warning',
        message: `“${path}” is not a file in the deck’s folder that can be shown. Copy it there, or correct its name.`,
        slide,
        line,
        column,
      })),
    );
  });

  it('keeps what the pages saw of files that are there, and of other slides', async () => {
    const seen = [brokenPicture('damaged.png', 2), brokenPicture('gone map.png', 1)];
    expect(toldProblems(text, all, seen, await missing('images/gone%20map.png')).slice(0, 2)).toEqual(seen);
  });

  it('names no slide that was not exported, and none for a file that no slide names', async () => {
    const told = toldProblems(text, new Set([3]), [], await missing('images/gone%20map.png', 'font.woff2'));
    expect(told.map(({ slide }) => slide)).toEqual([3, undefined]);
  });

  it('says once what several parts of a deck found', () => {
    const found = { code: 'css-missing', severity: 'warning', message: 'The style sheet cannot be read.' } as const;
    expect(toldProblems(text, all, [found, { ...found }], [])).toEqual([found]);
  });
});
