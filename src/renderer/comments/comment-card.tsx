import { Check, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, memo, type MouseEvent, type ReactElement, useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { Comment } from '../../core/annotations/comment.ts';
import { isAboutText } from '../../core/annotations/comments/quoted-text.ts';
import { HintedButton } from '../workspace/hinted-button.tsx';
import { useDeck } from '../workspace/use-session.ts';
import { Remark, rewriteDraft } from './remark.tsx';
import { RemarkField } from './remark-field.tsx';
import { remarkTime } from './remark-time.ts';
import { useCommentDesk, useCommentRefusal } from './use-comments.tsx';

interface CommentCardProps {
  readonly comment: Comment;
  /** Its number on its slide. */
  readonly number: number;
  readonly isSelected: boolean;
  /** Whether Tab leads to it, and into it: the arrows lead to the others. */
  readonly isEntry: boolean;
}

/** A comment with its answers. Of one that is not selected, only the beginning is shown. */
export const CommentCard = memo(({ comment, number, isSelected, isEntry }: CommentCardProps): ReactElement => {
  const desk = useCommentDesk();
  const refusal = useCommentRefusal();
  const { model } = desk;
  const { id, anchor, creator, text, replies, resolved } = comment;
  const draft = `reply ${id}`;
  const answer = useSyncExternalStore(model.subscribe, () => model.text(draft));
  const isRewritten = useSyncExternalStore(model.subscribe, () => model.text(rewriteDraft(id)) !== null);
  const isThere = useDeck(({ state }) => isAboutText(state, comment));
  const isResolved = resolved !== null;
  const shown = isSelected ? replies : replies.slice(-1);
  const before = replies.length - shown.length;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) {
      // Out of its buttons, back to the whole.
      if (event.key === 'Escape') event.currentTarget.focus();
      return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!isSelected) desk.select(id);
      else if (refusal === null) model.write(draft, answer ?? '');
    }
  };
  // It is gone to and worked with as a whole.
  const whole = {
    tabIndex: isEntry ? 0 : -1,
    onKeyDown,
    onClick: ({ target }: MouseEvent) => {
      const isControl = target instanceof Element && target.closest('button, a, textarea, input') !== null;
      if (!isControl && !isSelected && document.getSelection()?.isCollapsed !== false) desk.select(id);
    },
  };
  const name = [
    `Comment ${number} by ${creator === '' ? 'somebody' : creator}`,
    ...(anchor.kind === 'quote' ? [`on “${anchor.exact}”${isThere ? '' : ', which is gone'}`] : []),
    ...(isResolved ? ['resolved'] : []),
    text,
    ...(replies.length === 0 ? [] : [replies.length === 1 ? '1 reply' : `${replies.length} replies`]),
  ].join(', ');
  return (
    <article
      className="ui-comment"
      data-comment={id}
      data-selected={isSelected || undefined}
      data-resolved={isResolved || undefined}
      aria-label={name}
      aria-current={isSelected || undefined}
      {...whole}
    >
      <Remark
        name={{ comment: id, reply: null }}
        remark={comment}
        isLong={isSelected}
        inTabOrder={isEntry}
        before={
          <span className="ui-comment-number" aria-hidden>
            {number}
          </span>
        }
        behind={
          refusal === null && (
            <HintedButton
              label={isResolved ? 'Open it again' : 'Resolve'}
              className="ui-button ui-button-icon ui-remark-tool"
              excludeFromTabOrder={!isEntry}
              onPress={() => (isResolved ? desk.reopen(comment) : desk.resolve(comment))}
            >
              {isResolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
            </HintedButton>
          )
        }
        between={
          anchor.kind === 'quote' && (
            <Button
              className="ui-comment-quote"
              excludeFromTabOrder={!isEntry}
              isDisabled={!isThere}
              aria-label={isThere ? `Show “${anchor.exact}” in the source` : `“${anchor.exact}” is gone`}
              onPress={() => desk.showWords(comment)}
            >
              <span className="ui-comment-words" dir="auto">
                {anchor.exact}
              </span>
              {!isThere && <span className="ui-comment-gone">These words are not on the slide any more</span>}
            </Button>
          )
        }
      />
      {before > 0 && (
        <Button className="ui-comment-more" excludeFromTabOrder={!isEntry} onPress={() => desk.select(id)}>
          {before === 1 ? '1 earlier reply' : `${before} earlier replies`}
        </Button>
      )}
      {shown.length > 0 && (
        <ul className="ui-comment-replies">
          {shown.map((reply) => (
            <li key={reply.id}>
              <Remark name={{ comment: id, reply: reply.id }} remark={reply} isLong={isSelected} inTabOrder={isEntry} />
            </li>
          ))}
        </ul>
      )}
      {resolved !== null && (
        <p className="ui-comment-end">
          Resolved{resolved.by === '' ? '' : ` by ${resolved.by}`}
          {remarkTime(resolved.at) === '' ? '' : ` · ${remarkTime(resolved.at)}`}
        </p>
      )}
      {isSelected &&
        refusal === null &&
        (answer === null ? (
          !isResolved &&
          !isRewritten && (
            <Button className="ui-comment-answer" onPress={() => model.write(draft, '')}>
              Reply…
            </Button>
          )
        ) : (
          <RemarkField
            label="Reply"
            placeholder="Reply"
            action="Reply"
            text={answer}
            takesFocus
            onText={(next) => model.write(draft, next)}
            onDone={(next, author) => {
              const isKept = desk.reply(comment, next, author);
              if (isKept) {
                model.write(draft, null);
                model.set({ focus: { on: 'comment', id } });
              }
              return isKept;
            }}
            onCancel={() => {
              model.write(draft, null);
              model.set({ focus: { on: 'comment', id } });
            }}
          />
        ))}
    </article>
  );
});
