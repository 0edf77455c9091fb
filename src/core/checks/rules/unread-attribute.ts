import { writtenAttributes } from '../../deck/attributes.ts';
import { checkAttribute } from '../../markdown/attributes.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

const assigned = /([a-z][\w-]{0,100})\s{0,10}=\s{0,10}(?:'([^'"]{0,1000})'|([^\s"'=<>]{1,1000}))(?=\s|$)/gi;

/** `class='x'` and `class=x`: reveal.js reads values between double quotes alone. */
export const unreadAttribute: Rule = {
  inSlide: ({ comments }) =>
    comments.flatMap(({ text, textFrom }) => {
      if (!text.includes('=')) return [];
      let rest = text;
      for (const { from, to } of writtenAttributes(text))
        rest = rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to);
      return Array.from(rest.matchAll(assigned)).flatMap((match): readonly Finding[] => {
        const [whole, name = '', quoted, bare = ''] = match;
        const value = quoted ?? bare;
        const from = textFrom + match.index;
        const to = from + whole.length;
        const fix =
          checkAttribute(name.toLowerCase(), value) === null
            ? {}
            : { fix: { label: 'Put it in double quotes', edits: [{ from, to, insert: `${name}="${value}"` }] } };
        return [
          {
            code: 'attribute-not-read',
            severity: 'warning',
            message: `${name} is not read: its value must stand between double quotes.`,
            from,
            to,
            ...fix,
          },
        ];
      });
    }),
};
