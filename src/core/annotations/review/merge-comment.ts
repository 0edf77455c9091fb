import type { Comment, CommentAnchor, Reply } from '../comment.ts';
import { unmovedField } from './review.ts';
import { isSameValue } from './same-value.ts';

/**
 * A comment of the deck with what was changed of it in a document: its text, its place, answers, and whether it is resolved.
 * @param exported as it was when the document was made
 * @param isLater whether the deck’s was changed last: what was changed in both is as the deck has it then
 * @returns the very comment of the deck where nothing was changed
 */
export function mergeComment(current: Comment, exported: Comment, read: Comment, isLater: boolean): Comment {
  const keeps = (isSame: boolean, isOwnSame: boolean): boolean => isSame || (isLater && !isOwnSame);
  const isSaid = isSameValue(exported.text, read.text) || isFiller(exported, read);
  const text = keeps(isSaid, isSameValue(exported.text, current.text)) ? current.text : read.text;
  const isThere = isUnmoved(read) || isSameAnchor(exported.anchor, read.anchor);
  const anchor = keeps(isThere, isSameAnchor(exported.anchor, current.anchor)) ? current.anchor : read.anchor;
  const replies = mergeReplies(current.replies, exported.replies, read.replies);
  const isOpen = ({ resolved: by }: Comment): boolean => by === null;
  const isSettled = isOpen(exported) === isOpen(read) || isOpen(read) === isOpen(current);
  const resolved = isSettled ? current.resolved : read.resolved;
  const isSame =
    text === current.text && anchor === current.anchor && replies === current.replies && resolved === current.resolved;
  return isSame ? current : { ...current, text, anchor, replies, resolved };
}

/** Whether a comment that was read is where it was exported to. */
export function isUnmoved({ unknown }: Comment): boolean {
  return unknown?.item?.[unmovedField] === true;
}

function isSameAnchor(a: CommentAnchor, b: CommentAnchor): boolean {
  if (a.kind === 'point') return b.kind === 'point' && isSameValue(a, b);
  if (a.kind === 'quote') return b.kind === 'quote' && isSameValue(a.exact, b.exact);
  return b.kind === 'slide';
}

/** A comment without what was noted of it while it was read. */
export function withoutNotes(comment: Comment): Comment {
  const { unknown: _, ...rest } = comment;
  return rest;
}

/** Of a comment that says nothing, a document says what it is. */
function isFiller(exported: Comment, read: Comment): boolean {
  return exported.text === '' && read.text === 'Comment';
}

function mergeReplies(current: readonly Reply[], exported: readonly Reply[], read: readonly Reply[]): readonly Reply[] {
  const [was, is] = [exported, read].map((replies) => new Map(replies.map((reply) => [reply.id, reply])));
  const changed = current.map((reply): Reply => {
    const [before, after] = [was?.get(reply.id), is?.get(reply.id)];
    if (after === undefined || before === undefined || isSameValue(before.text, after.text)) return reply;
    if (isSameValue(reply.text, after.text)) return reply;
    return { ...reply, text: after.text, ...(after.modified === undefined ? {} : { modified: after.modified }) };
  });
  const there = new Set(current.map(({ id }) => id));
  // One that the deck has no more was taken away there.
  const added = read.filter(({ id }) => !there.has(id) && was?.has(id) !== true);
  if (added.length === 0 && changed.every((reply, i) => reply === current[i])) return current;
  return [...changed, ...added].toSorted((a, b) => (Date.parse(a.created) || 0) - (Date.parse(b.created) || 0));
}
