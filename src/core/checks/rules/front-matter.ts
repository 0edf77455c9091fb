import { deckSettings } from '../../deck/front-matter.ts';
import type { Rule } from '../rule.ts';

/** Front matter that does not parse, or says what it cannot. */
export const frontMatter: Rule = {
  inDeck: (state) =>
    deckSettings(state).diagnostics.map(({ code, severity, message, line = 1, column = 1 }) => {
      const place = state.doc.line(Math.min(line, state.doc.lines));
      const from = Math.min(place.from + column - 1, place.to);
      return { slide: null, code, severity, message, from, to: place.to };
    }),
};
