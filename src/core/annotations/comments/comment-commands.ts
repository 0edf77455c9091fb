import type { EditorState, Transaction } from '@codemirror/state';
import { annotations } from '../annotation-field.ts';
import { changeAnnotations } from '../commands/change-annotations.ts';
import type { Comment, Reply } from '../comment.ts';

/**
 * Commands on one comment. Each is `null` where no comment has the id, its layer is locked, or nothing would change. Times are
 * ISO 8601.
 */

/** Puts an answer behind the others. */
export function replyToComment(state: EditorState, id: string, reply: Reply): Transaction | null {
  return changed(state, id, (comment) => ({ ...comment, replies: [...comment.replies, reply] }));
}

/** @param by who says that it is dealt with */
export function resolveComment(state: EditorState, id: string, by: string, at: string): Transaction | null {
  return changed(state, id, (comment) => (comment.resolved === null ? { ...comment, resolved: { by, at } } : comment));
}

export function reopenComment(state: EditorState, id: string): Transaction | null {
  return changed(state, id, (comment) => (comment.resolved === null ? comment : { ...comment, resolved: null }));
}

/** Gives a comment, or one of its replies, another text. */
export function rewriteRemark(
  state: EditorState,
  { comment: id, reply }: RemarkName,
  text: string,
  modified: string,
): Transaction | null {
  const rewritten = <T extends Comment | Reply>(remark: T): T =>
    remark.text === text ? remark : { ...remark, text, modified };
  return changed(state, id, (comment) => {
    if (reply === null) return rewritten(comment);
    const replies = comment.replies.map((each) => (each.id === reply ? rewritten(each) : each));
    return replies.every((each, i) => each === comment.replies[i]) ? comment : { ...comment, replies };
  });
}

export function removeReply(state: EditorState, id: string, reply: string): Transaction | null {
  return changed(state, id, (comment) => {
    const replies = comment.replies.filter((each) => each.id !== reply);
    return replies.length === comment.replies.length ? comment : { ...comment, replies };
  });
}

/** A comment, or one of its replies, by id. */
export interface RemarkName {
  readonly comment: string;
  /** `null` for the comment itself. */
  readonly reply: string | null;
}

function changed(state: EditorState, id: string, change: (comment: Comment) => Comment): Transaction | null {
  const comment = annotations(state).find((each) => each.id === id);
  if (comment?.kind !== 'comment') return null;
  const next = change(comment);
  return next === comment ? null : changeAnnotations(state, [next]);
}
