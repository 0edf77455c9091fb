import { inflateSync } from 'node:zlib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { buildIfStale } from '../../../../../scripts/build-if-stale.js';
import { hasQpdf, matterhorn } from '../matterhorn.ts';
import { deckPrinter } from '../printed-deck.ts';
import { hasPoppler, poppler, popplerBytes, readPdf } from '../read-pdf.ts';
import { deckText, id, markedSidecar } from './marked-deck.ts';

const print = deckPrinter();
const withPoppler = hasPoppler();
const annotations = markedSidecar();
const native = { annotations: 'native', comments: true } as const;

interface Listed {
  readonly id: string;
  readonly subtype: string;
  readonly rect: readonly number[];
  readonly contentsObj: { readonly str: string };
  readonly titleObj: { readonly str: string };
  readonly inReplyTo?: string;
  readonly state?: string;
  readonly hasAppearance: boolean;
  readonly quadPoints?: ArrayLike<number>;
  readonly creationDate?: string;
}

/** The annotations of a page as pdf.js lists them. */
async function listed(pdf: Uint8Array, page: number): Promise<readonly Listed[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 });
  const found = (await (await (await task.promise).getPage(page)).getAnnotations()) as readonly Listed[];
  await task.destroy();
  return found;
}

describe('a PDF with annotations', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it('has one of each kind, with author, time, text and looks, as another program lists them', async () => {
    const { pdf, pages } = await print(deckText, native, { annotations });
    expect(pages).toBe(3);
    const first = await listed(pdf, 1);
    expect(first.map(({ subtype, contentsObj: { str } }) => [subtype, str])).toEqual([
      ['Ink', 'Pen stroke, red'],
      ['Ink', 'Highlight, yellow'],
      ['Line', 'Arrow, blue'],
      ['Line', 'Line, orange'],
      ['Square', 'Rectangle, black'],
      ['Circle', 'Ellipse, green'],
      ['FreeText', 'Which crew?\nどの乗員'],
      ['Highlight', 'Is that so?'],
      ['Text', 'はい'],
      ['Text', 'Resolved by Bob Oda'],
    ]);
    expect(first.every(({ hasAppearance }) => hasAppearance)).toBe(true);
    expect(first[0]).toMatchObject({ titleObj: { str: 'Ann Ray' }, creationDate: 'D:20260302140000Z' });
    const [comment, reply, state] = first.slice(7);
    expect(reply).toMatchObject({ inReplyTo: comment?.id, titleObj: { str: '山田 太郎' } });
    expect(state).toMatchObject({ inReplyTo: comment?.id, state: 'Completed', stateModel: 'Review' });
    expect(await listed(pdf, 2)).toMatchObject([
      { subtype: 'Text', contentsObj: { str: 'Here' } },
      { subtype: 'Text', contentsObj: { str: 'On all of it' } },
    ]);
    expect(await listed(pdf, 3)).toEqual([]);
  });

  it('puts them where they are on the slide, and the comment over the words that it is about', async () => {
    const { pdf } = await print(deckText, native, { annotations });
    const [pen, , arrow, , , , , quote] = await listed(pdf, 1);
    expect(arrow).toMatchObject({ lineCoordinates: [525, 90, 675, 240], lineEndings: ['None', 'ClosedArrow'] });
    expect(pen?.rect[0]).toBeCloseTo((100 - 5) * 0.75, 1);
    expect(quote?.quadPoints).toHaveLength(8);
    if (!withPoppler) return;
    const [left = 0, bottom = 0, right = 0, top = 0] = quote?.rect ?? [];
    const area = ['-x', left, '-y', 540 - top, '-W', right - left, '-H', top - bottom].map((part) =>
      typeof part === 'number' ? String(Math.round(part)) : part,
    );
    expect(poppler('pdftotext', ['-r', '72', ...area], pdf, '-').trim()).toBe('Two of three');
  });

  it.skipIf(!withPoppler)('looks as when it is drawn into the pages', async () => {
    for (const options of [{}, { handout: 3 }, { notes: 'below' }, { page: 'letter' }] as const) {
      const [a = Buffer.of(), b = Buffer.of()] = [
        await print(deckText, { ...options, annotations: 'native', slides: [1] }, { annotations }),
        await print(deckText, { ...options, annotations: 'flat', slides: [1] }, { annotations }),
      ].map(({ pdf }) => popplerBytes('pdftoppm', ['-r', '48', '-f', '1', '-l', '1', '-gray'], pdf));
      expect(a.length).toBe(b.length);
      const differing = a.filter((value, i) => Math.abs(value - (b[i] ?? 0)) > 60).length;
      expect(differing / a.length).toBeLessThan(0.001);
    }
  });

  it.skipIf(!hasQpdf())('meets the conditions of PDF/UA-1 with them', async () => {
    for (const options of [{}, { handout: 2 }, { notes: 'page', greyscale: true }, { fragments: 'steps' }] as const)
      expect(matterhorn((await print(deckText, { ...native, ...options }, { annotations })).pdf)).toEqual([]);
  });

  it('says no word more than is seen, and nothing of hidden layers', async () => {
    const { pdf } = await print(deckText, native, { annotations });
    const bytes = Buffer.from(pdf);
    const record = recordOf(bytes);
    expect(record).toContain(id(1));
    for (const secret of ['Nobody may read this', id(11)]) expect(record).not.toContain(secret);
    const without = await print(deckText, { annotations: 'native' }, { annotations });
    expect(recordOf(Buffer.from(without.pdf))).not.toContain('Is that so?');
  });

  it('is the same to the byte at the same date, and has its pages alone', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1700000000');
    const [first, second] = [
      await print(deckText, native, { annotations }),
      await print(deckText, native, { annotations }),
    ];
    expect(Buffer.from(first.pdf).equals(Buffer.from(second.pdf))).toBe(true);
    expect((await readPdf(first.pdf)).labels).toEqual(['1', '2', '3']);
    vi.unstubAllEnvs();
  });
});

/** What a PDF records for Lectern alone. */
function recordOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const number = /\/PieceInfo <<\/Lectern <<[^>]*\/Private (\d+) 0 R/.exec(text)?.[1] ?? '';
  const from = text.indexOf('stream\n', text.indexOf(`\n${number} 0 obj`)) + 'stream\n'.length;
  return inflateSync(bytes.subarray(from, text.indexOf('\nendstream', from))).toString('utf8');
}
