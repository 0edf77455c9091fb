import { MessageSquareText } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useMemo, useRef } from 'react';
import { Button } from 'react-aria-components';
import { annotations } from '../../core/annotations/annotation-field.ts';
import { hiddenComments, type NumberedComment } from '../../core/annotations/comments/comment-list.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import { slideTitle } from '../../core/deck/summary.ts';
import { lookUpSlide } from '../stage/slide-lookup.ts';
import { useCommandRegistry } from '../workspace/commands/use-commands.ts';
import { Message } from '../workspace/message.tsx';
import { useDeck } from '../workspace/use-session.ts';
import { CommentCard } from './comment-card.tsx';
import { CommentsBar } from './comments-bar.tsx';
import type { FocusWish } from './comments-model.ts';
import { NewComment } from './new-comment.tsx';
import { UnplacedTray } from './unplaced-tray.tsx';
import { useCommentDesk, useCommentRefusal, useCommentsState, useListedComments } from './use-comments.tsx';

/** The comments of the deck, slide by slide: to read, to answer, to resolve; and what waits for its slide. */
export function CommentsPanel(): ReactElement {
  const desk = useCommentDesk();
  const refusal = useCommentRefusal();
  const { selected, draft, focus } = useCommentsState();
  const listed = useListedComments();
  const current = useDeck((deck) => deck.current);
  const hidden = useDeck(({ state }) => hiddenComments(state));
  const list = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => bySlide(listed), [listed]);
  const entry = listed.some(({ comment }) => comment.id === selected) ? selected : (listed[0]?.comment.id ?? null);
  useFocusWish(list, focus);
  useSlideInView(list, current);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };
    const by = steps[event.key];
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-comment]') : null;
    if (by === undefined || card === null || card !== event.target) return;
    event.preventDefault();
    const place = listed.findIndex(({ comment }) => comment.id === card.dataset['comment']);
    const next = listed[Math.max(0, Math.min(listed.length - 1, place + by))];
    if (next === undefined) return;
    desk.select(next.comment.id);
    cardOf(list.current, next.comment.id)?.focus();
  };

  return (
    <section className="ui-comments" aria-label="Comments" tabIndex={-1}>
      <CommentsBar />
      {/* Its comments have the keys; it only hears them. */}
      <div ref={list} className="ui-comments-list" {...{ onKeyDown }}>
        {refusal !== null && <p className="ui-comments-note">{refusal}</p>}
        {draft !== null && <NewComment draft={draft} />}
        {groups.map(({ slide, comments }) => (
          <SlideComments key={slide} slide={slide} comments={comments} selected={selected} entry={entry} />
        ))}
        {listed.length === 0 && draft === null && <NoComments />}
        {hidden > 0 && (
          <p className="ui-comments-note">
            {hidden === 1 ? 'One comment lies' : `${hidden} comments lie`} on hidden layers.
          </p>
        )}
        <UnplacedTray />
      </div>
    </section>
  );
}

interface SlideCommentsProps {
  readonly slide: string;
  readonly comments: readonly NumberedComment[];
  readonly selected: string | null;
  readonly entry: string | null;
}

function SlideComments({ slide, comments, selected, entry }: SlideCommentsProps): ReactElement {
  const heading = useId();
  const title = useDeck(({ state }) => {
    const found = lookUpSlide(slideIndex(state), slide);
    return found === undefined ? '' : slideTitle(state, found.slide);
  });
  const label = useDeck(({ state }) => slideLabelOf(slideIndex(state), slide));
  const isCurrent = useDeck((deck) => deck.current === slide);
  return (
    <section className="ui-comments-slide" data-slide={slide} aria-labelledby={heading}>
      <h2 id={heading} className="ui-comments-head" data-current={isCurrent || undefined} dir="auto">
        Slide {label}
        {title === '' ? '' : ` · ${title}`}
      </h2>
      {comments.map(({ comment, number }) => (
        <CommentCard
          key={comment.id}
          comment={comment}
          number={number}
          isSelected={comment.id === selected}
          isEntry={comment.id === entry}
        />
      ))}
    </section>
  );
}

/** What is shown where the filter lets nothing through, or there is nothing. */
function NoComments(): ReactElement {
  const registry = useCommandRegistry();
  const { model } = useCommentDesk();
  const refusal = useCommentRefusal();
  const state = useCommentsState();
  const many = useDeck((deck) => annotations(deck.state).filter(({ kind }) => kind === 'comment').length);
  if (many > 0) {
    const isFiltered = state.words !== '' || state.author !== null || state.scope === 'slide';
    const title = isFiltered || state.standing === 'resolved' ? 'No comment fits the filter' : 'Everything is resolved';
    return (
      <Message title={title}>
        <Button
          className="ui-button ui-button-quiet-edge"
          onPress={() => model.set({ words: '', author: null, scope: 'deck', standing: 'all' })}
        >
          Show all comments
        </Button>
      </Message>
    );
  }
  return (
    <Message
      icon={<MessageSquareText aria-hidden />}
      title="No comments yet"
      text="Select words in the source or on the slide, and say what you think of them. Without a selection, a comment is about the whole slide."
    >
      {refusal === null && (
        <Button className="ui-button ui-button-quiet-edge" onPress={() => registry.run('comment.new')}>
          New comment
        </Button>
      )}
    </Message>
  );
}

interface SlideGroup {
  readonly slide: string;
  readonly comments: readonly NumberedComment[];
}

function bySlide(listed: readonly NumberedComment[]): readonly SlideGroup[] {
  const groups = new Map<string, NumberedComment[]>();
  for (const each of listed) {
    const group = groups.get(each.comment.slide);
    if (group === undefined) groups.set(each.comment.slide, [each]);
    else group.push(each);
  }
  return Array.from(groups, ([slide, comments]) => ({ slide, comments }));
}

function cardOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-comment="${CSS.escape(id)}"]`) ?? null;
}

/** Puts the focus where it is wanted, once that is there. */
function useFocusWish(list: { readonly current: HTMLElement | null }, focus: FocusWish | null): void {
  const { model } = useCommentDesk();
  useEffect(() => {
    if (focus === null) return undefined;
    const wanted = (): HTMLElement | null => {
      if (focus.on === 'comment') return cardOf(list.current, focus.id);
      const draft = list.current?.querySelector<HTMLElement>('.ui-comment-new textarea') ?? null;
      return focus.on === 'draft' ? draft : (list.current?.closest<HTMLElement>('.ui-comments') ?? null);
    };
    // The key or the click that asked for it must have let go of the focus, and the panel may be drawn only now.
    const frame = requestAnimationFrame(() => {
      const target = wanted();
      if (target === null) return;
      target.focus({ preventScroll: true });
      (target.closest('.ui-comment-new') ?? target).scrollIntoView({ block: 'nearest' });
      model.set({ focus: null });
    });
    return () => cancelAnimationFrame(frame);
  }, [list, focus, model]);
}

/** Scrolls to the comments of the slide in view, unless somebody is busy in the list. */
function useSlideInView(list: { readonly current: HTMLElement | null }, slide: string): void {
  useEffect(() => {
    const box = list.current;
    if (box === null || box.contains(document.activeElement)) return;
    box.querySelector(`[data-slide="${CSS.escape(slide)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [list, slide]);
}
