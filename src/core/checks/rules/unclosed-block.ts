import { slideBody, slideIndex } from '../../deck/slide-index.ts';
import type { Rule } from '../rule.ts';
import { readSlideText } from '../slide-text.ts';

/** A code block or comment that is never closed: everything up to the end of the file belongs to it. */
export const unclosedBlock: Rule = {
  inDeck: (state) => {
    const { closer, slides } = slideIndex(state);
    const last = slides.at(-1);
    if (closer === null || last === undefined) return [];
    const body = slideBody(state, last);
    // The block starts on the last line that began outside of one.
    const opened = readSlideText(body).lines.findLast(({ clear, kind }) => clear && kind !== 'blank');
    return [
      {
        slide: slides.length - 1,
        code: 'unclosed-block',
        severity: 'warning',
        message: `A code block or comment is never closed: everything up to the end of the file belongs to it. Close it with ${closer}.`,
        from: opened?.from ?? 0,
        to: opened?.to ?? 0,
        fix: { label: `Close it at the end`, edits: [{ from: body.length, to: body.length, insert: `\n${closer}` }] },
      },
    ];
  },
};
