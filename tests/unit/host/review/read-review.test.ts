import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../../../scripts/build-if-stale.js';
import { annotations, layers } from '../../../../src/core/annotations/annotation-field.ts';
import { importReview } from '../../../../src/core/annotations/review/import-review.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { stepNames } from '../../../../src/core/deck/step-names.ts';
import { Failure } from '../../../../src/core/failure.ts';
import { PdfReader } from '../../../../src/host/review/pdf-reader.ts';
import { readReview } from '../../../../src/host/review/read-review.ts';
import { deckText, id, markedDeck, markedSidecar } from '../export/markup/marked-deck.ts';
import { hasQpdf } from '../export/matterhorn.ts';
import { deckPrinter } from '../export/printed-deck.ts';
import { qpdf, reviewed } from './reviewed-pdf.ts';
import { writtenPdf } from './written-pdf.ts';

const print = deckPrinter();
const withQpdf = hasQpdf();
const context = { newId: () => 'urn:uuid:new', now: '2026-05-01T00:00:00.000Z' };
const native = { annotations: 'native', comments: true } as const;

const by = "/T (Rev. Oda) /CreationDate (D:20260401120000+02'00') /M (D:20260401120500+02'00') /F 4";
const nm = (number: number): string => `/NM (9f8f5ee1-0000-4000-8000-${String(number).padStart(12, '0')})`;
const urn = (number: number): string => `urn:uuid:9f8f5ee1-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('a PDF that came back from review', { timeout: 120_000 }, () => {
  beforeAll(() => buildIfStale({ say: () => {} }), 240_000);

  it.skipIf(!withQpdf)('brings what the reviewer drew and said, saved by other programs, in one step', async () => {
    const { pdf } = await print(deckText, native, { annotations: markedSidecar() });
    const saved = qpdf(pdf, '--object-streams=generate', '--recompress-flate');
    // On the words that a comment lies on already.
    const quads = quadsOf(saved);
    const marked = reviewed(saved, [
      {
        page: 1,
        added: [
          `<</Type /Annot /Subtype /Ink /Rect [75 390 150 450] /InkList [[75 450 90 440 105 430][112.5 420 120 410]] /C [1 0 0] /BS <</W 3>> ${by} ${nm(1)}>>`,
          `<</Type /Annot /Subtype /StrikeOut /Rect [0 0 1 1] /QuadPoints ${quads} /C [1 0 0] /Contents (Say which) ${by} ${nm(2)}>>`,
          `<</Type /Annot /Subtype /Square /Rect [300 300 390 360] /C [0 0 1] /Border [0 0 6] /Contents (Too large) ${by} ${nm(3)}>>`,
          `<</Type /Annot /Subtype /FreeText /Rect [100 100 220 160] /DA (0 0.5 0 rg /Helv 12 Tf) /Contents (A long text that has to be broken into lines) ${by} ${nm(4)}>>`,
          `<</Type /Annot /Subtype /Line /L [100 200 200 200] /LE [/OpenArrow /None] /Rect [90 190 210 210] /C [0] ${by} ${nm(5)}>>`,
          `<</Type /Annot /Subtype /Polygon /Rect [600 100 700 200] /Vertices [600 100 700 100 700 200] /C [0 0 0 1] ${by} ${nm(6)}>>`,
          `<</Type /Annot /Subtype /Text /Rect [300 300 324 324] /IRT @3 /RT /R /Contents (No, it is not) ${by} ${nm(7)}>>`,
          `<</Type /Annot /Subtype /Stamp /Rect [300 300 324 324] /Name /Draft ${by} ${nm(8)}>>`,
          `<</Type /Annot /Subtype /Popup /Rect [300 300 324 324] /Parent @1>>`,
        ],
        replaced: (name, dictionary) => {
          // Moved, recoloured, rewritten, taken away.
          if (name === id(3))
            return dictionary
              .replace(/\/L \[[^\]]*\]/, '/L [525 90 600 240]')
              .replace(/\/Rect \[[^\]]*\]/, '/Rect [520 85 605 245]');
          if (name === id(5)) return dictionary.replace(/\/C \[[^\]]*\]/, '/C [0 0.5019608 0]');
          if (name === id(7)) return dictionary.replace(/\/Contents <[^>]*>/, '/Contents (No crew)');
          return name === id(6) ? null : dictionary;
        },
      },
      {
        page: 2,
        added: [
          `<</Type /Annot /Subtype /Text /Rect [472 262 488 278] /Name /Note /Contents <FEFF65E5672C> ${by} ${nm(10)}>>`,
        ],
        replaced: (name, dictionary) =>
          name === id(10) ? dictionary.replace(/\/Contents <[^>]*>/, '/Contents (On none of it)') : dictionary,
      },
    ]);
    const review = await readReview('back.pdf', qpdf(marked, '--object-streams=generate'));
    const state = markedDeck();
    const { transaction, added, changed, missing, unchanged, leftOut } = importReview(state, review, context);
    const [first, second] = slideKeys(slideIndex(state));
    expect(added.map(({ id: name, kind, slide }) => [name, kind, slide])).toEqual([
      [urn(1), 'ink', first],
      [`${urn(1)}#2`, 'ink', first],
      [urn(2), 'comment', first],
      [urn(3), 'rectangle', first],
      [`${urn(3)}#note`, 'comment', first],
      [urn(4), 'label', first],
      [urn(5), 'line', first],
      [urn(6), 'ink', first],
      [urn(10), 'comment', second],
    ]);
    expect(added[0]).toMatchObject({
      creator: 'Rev. Oda',
      created: '2026-04-01T10:00:00.000Z',
      modified: '2026-04-01T10:05:00.000Z',
      color: '#ff0000',
      width: 4,
      layer: 'urn:uuid:new',
      points: [{ x: 100, y: 120 }, { x: 120 }, { x: 140 }],
    });
    expect(added[2]).toMatchObject({
      text: 'Struck out: Say which',
      anchor: { kind: 'quote', in: 'slide', exact: 'Two of three', prefix: 'Readiness ', suffix: ' crews are ready' },
    });
    expect(added[3]).toMatchObject({ x: 404, y: 244, width: 112, height: 72, strokeWidth: 8, color: '#0000ff' });
    expect(added[4]).toMatchObject({ text: 'Too large', replies: [{ id: urn(7), text: 'No, it is not' }] });
    expect(added[5]).toMatchObject({
      size: 16,
      color: '#008000',
      text: 'A long text that has\nto be broken into\nlines',
    });
    expect(added[6]).toMatchObject({ from: { x: 266.67 }, to: { x: 133.33 }, arrow: true });
    expect(added[8]).toMatchObject({ text: '日本', anchor: { kind: 'point', x: 640, y: 360 } });
    expect(changed.map(({ id: name }) => name)).toEqual([id(3), id(5), id(7), id(10)]);
    expect(changed).toMatchObject([
      { to: { x: 800, y: 400 } },
      { color: '#008000', x: 900, y: 100 },
      { text: 'No crew', x: 760, y: 480 },
      { text: 'On none of it', anchor: { kind: 'slide' } },
    ]);
    expect(missing.map(({ id: name }) => name)).toEqual([id(6)]);
    expect(unchanged).toBe(5);
    expect(leftOut).toEqual([{ page: 1, kind: 'Stamp', author: 'Rev. Oda', text: '', reason: 'kind' }]);
    // One step, on a layer of its own; and nothing twice when it is imported once more.
    const after = transaction?.state ?? state;
    expect(annotations(after)).toHaveLength(annotations(state).length + 9);
    expect(layers(after).map(({ name }) => name)).toContain('back.pdf');
    expect(stepNames(after).done.at(-1)).toBe('Brought 13 annotations from a PDF');
    const again = importReview(after, review, context);
    expect([again.added, again.changed, again.transaction]).toEqual([[], [], null]);
  });

  it('is read where its tables are damaged, or pages were taken out of it', async () => {
    const whole = writtenPdf(markedDeck());
    const ids = async (bytes: Uint8Array) =>
      importReview(createDeck(deckText), await readReview('back.pdf', bytes), context).added.length;
    const state = markedDeck();
    const text = Buffer.from(whole).toString('latin1');
    const damaged = new Uint8Array(Buffer.from(text.replace(/startxref\s+\d+/, 'startxref\n7'), 'latin1'));
    const bare = async (bytes: Uint8Array) => {
      const review = await readReview('back.pdf', bytes);
      return importReview(state, review, context).unchanged;
    };
    expect([await bare(whole), await bare(damaged)]).toEqual([10, 10]);
    // Something before the file, as mail programs leave it.
    expect(await bare(new Uint8Array(Buffer.from(`X-Mail: a\n${text}`, 'latin1')))).toBe(10);
    if (!withQpdf) return;
    expect(await bare(qpdf(whole, '--object-streams=generate', '--linearize'))).toBe(10);
    // Without the record of the whole document, pages still say what they show.
    expect(await ids(qpdf(whole, '--empty', '--pages', '.', '2', '--'))).toBe(2);
  });

  it.each([
    ['# A deck', /cannot be read as a PDF: it does not begin as one/],
    ['%PDF-1.7\nnothing', /cannot be read as a PDF/],
    [
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj 2 0 obj <</Kids [3 0 R]>> endobj 3 0 obj <</Type /Page>> endobj trailer <</Root 1 0 R>>',
      /Its only page does not say which slide it shows/,
    ],
    ['%PDF-1.7\n1 0 obj <</Kids [[[[ endobj trailer <</Root 1 0 R /Encrypt 5 0 R>>', /is protected/],
  ])('says why it cannot be read: %j', async (text, message) => {
    await expect(readReview('/tmp/back.pdf', new Uint8Array(Buffer.from(text)))).rejects.toThrow(message);
  });

  it('says why, whatever is in it, and never fails in another way', async () => {
    const whole = Buffer.from(writtenPdf(markedDeck()));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 40 }),
        fc.nat(whole.length),
        async (changes, end) => {
          const bytes = Buffer.from(whole.subarray(0, end % 3 === 0 ? end : whole.length));
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          try {
            importReview(markedDeck(), await readReview('back.pdf', bytes), context);
          } catch (error) {
            expect(error).toBeInstanceOf(Failure);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

function quadsOf(bytes: Uint8Array): string {
  const pdf = PdfReader.read(bytes);
  const page = pdf.dictionary(`${pdf.pages()[0]} 0 R`);
  const quads = pdf.array(page.get('Annots')).flatMap((value) => pdf.dictionary(value).get('QuadPoints') ?? []);
  return quads[0] ?? '[]';
}
