import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

const dashes = /^(?:--|---|----)[ \t\r]*$/;

/** `---` right under text makes the text a heading, where the author may have meant a break. */
export const setextHeading: Rule = {
  inSlide: ({ body, lines }) => {
    if (!body.includes('\n--')) return [];
    return lines.flatMap(({ from, to, clear }, i): readonly Finding[] => {
      const line = body.slice(from, Math.min(to, from + 80));
      if (!clear || lines[i - 1]?.kind !== 'text' || !dashes.test(line)) return [];
      return [
        {
          code: 'setext-heading',
          severity: 'hint',
          message: `“${line.trim()}” right under text makes that text a heading; for a new slide, put a blank line in between.`,
          from,
          to: from + line.trimEnd().length,
          fix: { label: 'Start a new slide here', edits: [{ from, to: from, insert: '\n' }] },
        },
      ];
    });
  },
};
