/**
 * Line steps of a code fence, in reveal.js's notation: ```` ```js [1|3-6] ```` lights line 1, then lines 3 to 6;
 * `[712: 1-3|4]` also numbers the lines from 712; `[]` only numbers them.
 */
import type { MarkdownIt } from 'markdown-it';

/** Lines from `start` to `end`, counted from 1 whatever number the first line shows. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}

const brackets = /\[([^[\]]*)\]/g;
const notation = /^(?:(\d*):)?([\d,|-]*)$/;

/** The steps in `1|3-6,8`: which lines each lights. A step with no lines lights all. Anything else in it is passed over. */
export function readLineSteps(text: string): readonly (readonly LineRange[])[] {
  return text
    .replace(/\s/g, '')
    .split('|')
    .map((step) =>
      step.split(',').flatMap((part) => {
        const [, start, end] = /^(\d+)(?:-(\d+))?$/.exec(part) ?? [];
        return start === undefined ? [] : [{ start: Number(start), end: Number(end ?? start) }];
      }),
    );
}

export function lineSteps(parser: MarkdownIt): void {
  parser.core.ruler.push('line_steps', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'fence') continue;
      for (const [written, inside = ''] of token.info.matchAll(brackets)) {
        const match = notation.exec(inside.replace(/\s+/g, ''));
        if (match === null) continue;
        const [, firstNumber, steps = ''] = match;
        token.info = token.info.replace(written, ' ').trim();
        token.attrSet('data-line-numbers', steps);
        if (firstNumber !== undefined && firstNumber !== '') token.attrSet('data-ln-start-from', firstNumber);
        break;
      }
    }
  });
}
