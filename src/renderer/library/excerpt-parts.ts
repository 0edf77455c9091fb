import type { SearchHit } from '../../contract/schemas/library.ts';

export interface ExcerptPart {
  readonly text: string;
  /** Whether it is what was looked for. */
  readonly isMarked: boolean;
}

/** Characters before the first mark: more of them would push it off a card. */
const longestLead = 28;

/** An excerpt, cut where its marks begin and end. */
export function excerptParts({ excerpt, marks }: Pick<SearchHit, 'excerpt' | 'marks'>): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  const lead = excerpt.slice(0, marks[0]?.[0] ?? 0);
  let at = leadFrom(lead);
  if (at > 0) parts.push({ text: '…', isMarked: false });
  for (const [from, to] of marks) {
    parts.push({ text: excerpt.slice(at, from), isMarked: false }, { text: excerpt.slice(from, to), isMarked: true });
    at = to;
  }
  parts.push({ text: excerpt.slice(at), isMarked: false });
  return parts.filter(({ text }) => text !== '');
}

/** Where to begin, so that not much stands before the first mark: at the beginning of a word where there is one. */
function leadFrom(lead: string): number {
  if (lead.length <= longestLead) return 0;
  const from = lead.length - longestLead;
  const space = lead.indexOf(' ', from);
  if (space !== -1 && space < lead.length - 1) return space + 1;
  return /[\uDC00-\uDFFF]/.test(lead.charAt(from)) ? from + 1 : from;
}
