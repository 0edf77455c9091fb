import { writtenAttributes } from '../../deck/attributes.ts';
import type { Edit } from '../../deck/slide-comment.ts';
import { checkAttribute, isAllowedAttribute } from '../../markdown/attributes.ts';
import { isRemoteUrl } from '../../markdown/local-url.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { AttributeComment } from '../slide-text.ts';

/** Attributes in comments that the slide renderer drops: not on the list, or not with this value. */
export const droppedAttribute: Rule = {
  inSlide: ({ body, comments }) =>
    comments.flatMap((comment) =>
      [...writtenAttributes(comment.text)].flatMap(({ name, value, from, to }): readonly Finding[] => {
        if (checkAttribute(name, value) !== null) return [];
        const start = comment.textFrom;
        return [
          {
            code: 'attribute-dropped',
            severity: 'warning',
            message: `${name} ${cause(name, value)}. It was left out.`,
            from: start + from,
            to: start + to,
            fix: { label: `Remove ${name}`, edits: [removal(body, comment, from, to)] },
          },
        ];
      }),
    ),
};

/** Takes an attribute away with the space in front of it; and its comment, and the line of that, where nothing else is there. */
function removal(body: string, comment: AttributeComment, from: number, to: number): Edit {
  const { text, textFrom } = comment;
  if ((text.slice(0, from) + text.slice(to)).trim() !== '')
    return { from: textFrom + text.slice(0, from).trimEnd().length, to: textFrom + to, insert: '' };
  const lineFrom = body.lastIndexOf('\n', comment.from) + 1;
  const next = body.indexOf('\n', comment.to);
  const lineTo = next === -1 ? body.length : next;
  const before = body.slice(lineFrom, comment.from);
  const behind = body.slice(comment.to, lineTo);
  if (before.trim() === '' && behind.trim() === '' && next !== -1) return { from: lineFrom, to: next + 1, insert: '' };
  const space = behind.trim() === '' ? before.length - before.trimEnd().length : 0;
  return { from: comment.from - space, to: comment.to, insert: '' };
}

function cause(name: string, value: string): string {
  if (!isAllowedAttribute(name)) return 'is not an attribute that a deck may set';
  if (isRemoteUrl(value)) return `names something on the network, and a deck is offline: “${value}”`;
  return `has a value that a deck may not use: “${value}”`;
}
