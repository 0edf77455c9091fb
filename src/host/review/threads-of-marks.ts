import type { Comment, Reply } from '../../core/annotations/comment.ts';
import type { PageMark } from './page-mark.ts';
import type { PdfReader } from './pdf-reader.ts';
import { pdfText } from './pdf-text.ts';

/** What is said about a mark by others: the answers, and whether they say that it is dealt with. */
export interface MarkThread {
  /** The earliest first. */
  readonly replies: readonly Reply[];
  readonly resolved: Comment['resolved'];
}

/** States of a review (ISO 32000-1, 12.5.6.3) in which nothing is left to be done. */
const settled = new Set(['Accepted', 'Rejected', 'Cancelled', 'Completed']);

export const noThread: MarkThread = { replies: [], resolved: null };

/** The threads of marks, by the object numbers of the marks that they begin with. */
export function markThreads(pdf: PdfReader, marks: readonly PageMark[]): ReadonlyMap<number, MarkThread> {
  const byNumber = new Map(marks.map((mark) => [mark.number, mark]));
  const answers = Map.groupBy(marks.filter(isAnswer(pdf)), (mark) => headOf(mark, byNumber));
  return new Map([...answers].map(([head, all]) => [head, threadOf(pdf, all)]));
}

/** Whether a mark answers another; those that only belong to one do not. */
export function isAnswer(pdf: PdfReader): (mark: PageMark) => boolean {
  return ({ parent, entries }) => parent !== null && pdf.resolve(entries.get('RT')) !== '/Group';
}

function headOf(mark: PageMark, marks: ReadonlyMap<number, PageMark>): number {
  const seen = new Set<number>();
  let head = mark;
  while (head.parent !== null && !seen.has(head.number)) {
    seen.add(head.number);
    const parent = marks.get(head.parent);
    if (parent === undefined) return head.parent;
    head = parent;
  }
  return head.number;
}

function threadOf(pdf: PdfReader, answers: readonly PageMark[]): MarkThread {
  const byTime = answers.toSorted((a, b) => timeOf(a) - timeOf(b));
  let resolved: Comment['resolved'] = null;
  const replies: Reply[] = [];
  for (const mark of byTime) {
    const state = pdfText(pdf.resolve(mark.entries.get('State')));
    if (state === '') {
      if (mark.contents.trim() !== '') replies.push(replyFrom(mark));
    } else if (pdfText(pdf.resolve(mark.entries.get('StateModel'))) !== 'Marked') {
      resolved = settled.has(state) ? { by: mark.author, at: mark.modified } : null;
    }
  }
  return { replies, resolved };
}

function replyFrom({ id, author, created, modified, contents }: PageMark): Reply {
  return { id, creator: author, created, ...(modified === created ? {} : { modified }), text: contents };
}

function timeOf({ created, modified }: PageMark): number {
  return Date.parse(created) || Date.parse(modified) || 0;
}
