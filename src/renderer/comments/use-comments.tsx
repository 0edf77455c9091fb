import {
  createContext,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { annotations, layers } from '../../core/annotations/annotation-field.ts';
import {
  type CommentFilter,
  listedComments,
  type NumberedComment,
} from '../../core/annotations/comments/comment-list.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { useSay } from '../workspace/announcer.tsx';
import type { SessionSnapshot } from '../workspace/deck-session.ts';
import { useSettings } from '../workspace/settings/use-settings.tsx';
import { useDeck, useSession } from '../workspace/use-session.ts';
import { CommentDesk } from './comment-desk.ts';
import type { CommentsModel, CommentsState } from './comments-model.ts';
import { setCommentLight } from './source-quotes.ts';

interface CommentsAccess {
  readonly desk: CommentDesk;
  /** Why nothing can be written; `null` where it can. */
  readonly refusal: string | null;
}

const CommentsContext = createContext<CommentsAccess | null>(null);

interface CommentsProviderProps {
  readonly model: CommentsModel;
  /** Why nothing can be written; `null` where it can. */
  readonly refusal: string | null;
  /** Brings the comments, or the source, into view. */
  readonly onShow: (panel: 'comments' | 'source') => void;
  readonly children: ReactNode;
}

/** Gives all views of a deck the same comments to work on: the list, the pins on the slide, the source. */
export function CommentsProvider({ model, refusal, onShow, children }: CommentsProviderProps): ReactElement {
  const session = useSession();
  const say = useSay();
  const { settings } = useSettings();
  const { author } = settings;
  const [desk] = useState(() => new CommentDesk(session, model));
  useEffect(() => desk.standIn({ say, author, refusal, show: onShow }), [desk, say, author, refusal, onShow]);
  const { selected } = useSyncExternalStore(model.subscribe, model.state);
  useEffect(() => {
    const light = { selected, select: (id: string) => desk.select(id), open: (id: string) => desk.open(id) };
    session.dispatch({ effects: setCommentLight.of(light) });
  }, [session, selected, desk]);
  const access = useMemo(() => ({ desk, refusal }), [desk, refusal]);
  return <CommentsContext value={access}>{children}</CommentsContext>;
}

function useAccess(): CommentsAccess {
  const access = use(CommentsContext);
  if (access === null) throw new Error('useCommentDesk outside a workspace');
  return access;
}

/** What can be done with the comments of the open deck. */
export function useCommentDesk(): CommentDesk {
  return useAccess().desk;
}

/** Why no comment can be written; `null` where one can. */
export function useCommentRefusal(): string | null {
  return useAccess().refusal;
}

export function useCommentsState(): CommentsState {
  const { model } = useCommentDesk();
  return useSyncExternalStore(model.subscribe, model.state);
}

/** The comments that the filter lets through; the same list while nothing of them changes. */
export function useListedComments(): readonly NumberedComment[] {
  const { scope, standing, words, author } = useCommentsState();
  const select = useMemo(() => listOnce({ standing, words, author }, scope), [scope, standing, words, author]);
  return useDeck(select);
}

/** A selector that looks at the comments again only when they, their layers, or the slides did change. */
function listOnce(
  filter: Omit<CommentFilter, 'slide'>,
  scope: CommentsState['scope'],
): (snapshot: SessionSnapshot) => readonly NumberedComment[] {
  let known: { readonly from: readonly unknown[]; readonly list: readonly NumberedComment[] } | null = null;
  return ({ state, current }) => {
    const slide = scope === 'slide' ? current : null;
    const from = [annotations(state), layers(state), slideIndex(state).outline, slide];
    if (known === null || from.some((part, i) => part !== known?.from[i]))
      known = { from, list: listedComments(state, { ...filter, slide }) };
    return known.list;
  };
}
