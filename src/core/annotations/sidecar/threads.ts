import type { Annotation } from '../annotation.ts';
import type { Reply } from '../comment.ts';
import { replyFrom } from './comment-json.ts';

/**
 * Annotations as they were read, with replies put to the comments that they answer: also those that answer a reply. What
 * answers nothing that is there stays another program's. Of annotations that share an id, as after a line was copied by hand,
 * the later ones get one of their own.
 */
export function threaded(read: readonly Annotation[]): readonly Annotation[] {
  const answers = new Map<Annotation, { readonly reply: Reply; readonly to: string }>();
  const answered = new Map<string, string>();
  for (const each of read) {
    const answer = each.kind === 'foreign' ? replyFrom(each.source) : null;
    if (answer === null || answered.has(answer.reply.id)) continue;
    answers.set(each, answer);
    answered.set(answer.reply.id, answer.to);
  }
  const comments = new Set(read.flatMap(({ kind, id }) => (kind === 'comment' ? [id] : [])));
  const replies = new Map<string, Reply[]>();
  const placed = new Set<Annotation>();
  for (const [each, { reply, to }] of answers) {
    const comment = headOf(to, answered, comments);
    if (comment === null) continue;
    placed.add(each);
    const thread = replies.get(comment);
    if (thread === undefined) replies.set(comment, [reply]);
    else thread.push(reply);
  }
  const taken = new Set<string>();
  return read.flatMap((each): readonly Annotation[] => {
    if (placed.has(each)) return [];
    const id = freeId(each.id, taken);
    taken.add(id);
    const own = id === each.id ? each : { ...each, id };
    const thread = replies.get(id);
    return own.kind === 'comment' && thread !== undefined ? [{ ...own, replies: thread.toSorted(byTime) }] : [own];
  });
}

/** The comment at the head of a thread; `null` where there is none, or replies answer each other in a ring. */
function headOf(to: string, answered: ReadonlyMap<string, string>, comments: ReadonlySet<string>): string | null {
  const seen = new Set<string>();
  let id: string | undefined = to;
  while (id !== undefined && !comments.has(id)) {
    if (seen.has(id)) return null;
    seen.add(id);
    id = answered.get(id);
  }
  return id ?? null;
}

function byTime(a: Reply, b: Reply): number {
  return (Date.parse(a.created) || 0) - (Date.parse(b.created) || 0);
}

function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  let copy = 2;
  while (taken.has(`${id}#${copy}`)) copy++;
  return `${id}#${copy}`;
}
