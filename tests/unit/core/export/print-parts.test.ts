import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { defaultOptions, type ExportOptions, handoutCounts } from '../../../../src/core/export/options.ts';
import { printParts } from '../../../../src/core/export/print-parts.ts';
import { planPrint } from '../../../../src/core/export/print-plan.ts';

function parts(slides: number, options: Partial<ExportOptions> = {}) {
  const deck = Array.from({ length: slides }, (_, i) => `# ${i + 1}`).join('\n\n---\n\n');
  const text = `---\nsources:\n  a: A\n---\n\n${deck}\n`;
  return printParts(planPrint(createDeck(text), { ...defaultOptions('pdf'), ...options }, 'x').job);
}

describe('printParts', () => {
  it('has each slide once, in order, and knows where all others are', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.constantFrom(null, ...handoutCounts), (slides, handout) => {
        const divided = parts(slides, { handout, cover: true, sources: true });
        const numbers = divided.flatMap((part) => part.slides.map(({ number }) => number));
        expect(numbers).toEqual(Array.from({ length: slides }, (_, i) => i + 1));
        for (const part of divided) {
          expect(part.slides.length).toBeGreaterThan(0);
          expect(part.slides.length + part.elsewhere.length).toBe(slides);
          // Sheets are full but for the last.
          if (part !== divided.at(-1)) expect(part.slides.length % (handout ?? 1)).toBe(0);
        }
        expect(divided.map(({ cover }) => cover !== null).indexOf(true)).toBe(0);
        expect(divided.filter(({ cover }) => cover !== null)).toHaveLength(1);
        expect(divided.findIndex(({ sources }) => sources.length > 0)).toBe(divided.length - 1);
      }),
      { numRuns: 20 },
    ));

  it('leaves a small deck whole, and one whose sheets cannot be counted', () => {
    expect([50, 100, 500, 1000].map((slides) => parts(slides).length)).toEqual([1, 2, 4, 8]);
    expect(parts(500, { handout: 4, fragments: 'steps' })).toHaveLength(1);
  });
});
