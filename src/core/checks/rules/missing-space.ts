import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';

const heading = /^(#{1,6})(?=[\p{L}\p{N}*_])(?!#)/u;
const item = /^([-*+])(?=\p{L})/u;

/** `##Heading` and `-item`: without a space they are plain text. */
export const missingSpace: Rule = {
  inSlide: ({ body, lines }) =>
    lines.flatMap(({ from, to, kind, clear }, i): readonly Finding[] => {
      if (kind !== 'text' || !clear) return [];
      const line = body.slice(from, Math.min(to, from + 200));
      // One hash may be a tag or a number; `-word` alone may be a minus or a dash.
      const before = lines[i - 1];
      const starts = before === undefined || before.kind === 'blank';
      const hashes = starts ? heading.exec(line)?.[1] : undefined;
      const isHeading = hashes !== undefined && (hashes.length > 1 || /^#\p{L}\S*\s+\S/u.test(line));
      const mark = isHeading ? hashes : inList(body, lines, i) ? item.exec(line)?.[1] : undefined;
      if (mark === undefined) return [];
      const at = from + mark.length;
      return [
        {
          code: 'missing-space',
          severity: 'hint',
          message: `“${mark}” needs a space behind it to make ${isHeading ? 'a heading' : 'a list item'}; without one it is shown as it is.`,
          from,
          to: at,
          fix: { label: `Write “${mark} ”`, edits: [{ from: at, to: at, insert: ' ' }] },
        },
      ];
    }),
};

/** Whether the line stands next to another one that starts the same way. */
function inList(body: string, lines: readonly { readonly from: number }[], i: number): boolean {
  const mark = body[lines[i]?.from ?? 0] ?? '';
  return [i - 1, i + 1].some((other) => {
    const line = lines[other];
    return (
      line !== undefined && body[line.from] === mark && /^[-*+](?:\p{L}| )/u.test(body.slice(line.from, line.from + 3))
    );
  });
}
