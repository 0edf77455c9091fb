import type { Rule } from '../rule.ts';
import type { SlideLine } from '../slide-text.ts';

const opening = /^ {0,3}:{3,}[ \t]*(columns?)[ \t]*:*[ \t\r]*$/;
const closing = /^ {0,3}:{3,}[ \t\r]*$/;

/** `::: columns` without its `:::`. */
export const unclosedColumns: Rule = {
  inSlide: ({ body, lines }) => {
    if (!body.includes(':::')) return [];
    const open: SlideLine[] = [];
    for (const line of lines) {
      if (line.kind === 'opaque' || line.kind === 'comment') continue;
      const text = body.slice(line.from, Math.min(line.to, line.from + 80));
      if (opening.test(text)) open.push(line);
      else if (closing.test(text)) open.pop();
    }
    const [first] = open;
    if (first === undefined) return [];
    const notes = lines.find(({ from, clear }) => clear && /^notes?:/i.test(body.slice(from, from + 6)));
    const end = notes === undefined ? body.length : notes.from;
    const closers = open.map(() => ':::').join('\n');
    return [
      {
        code: 'unclosed-columns',
        severity: 'warning',
        message: `These columns are never closed: all that follows on the slide is in them. Close each with a line “:::”.`,
        from: first.from,
        to: first.to,
        fix: {
          label: 'Close them at the end',
          edits: [{ from: end, to: end, insert: notes === undefined ? `\n${closers}` : `${closers}\n\n` }],
        },
      },
    ];
  },
};
