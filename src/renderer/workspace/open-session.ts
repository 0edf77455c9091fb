import type { OpenDeck } from '../../contract/schemas.ts';
import { loadAnnotations } from '../../core/annotations/sidecar.ts';
import { createDeck } from '../../core/deck/deck-state.ts';
import { asFailure, Failure, type FailureFields } from '../../core/failure.ts';
import { DeckSession } from './deck-session.ts';
import { sourceExtensions } from './editor/editor-extensions.ts';

/** An open deck and its annotations, ready to be worked on. */
export interface OpenedSession {
  readonly session: DeckSession;
  /** What is wrong with the annotations, if something is. */
  readonly problem: Failure | null;
  /** Whether the annotations' file must be left as it is. */
  readonly inkReadOnly: boolean;
}

/** Makes the session of a deck that the host has read. */
export function openSession(opened: OpenDeck): OpenedSession {
  const bare = createDeck(opened.text);
  const { annotations, problem, readOnly } = loadAnnotations(opened.annotations.text, bare);
  // A slide's key comes from its place in the text, so the keys of `bare` are those of this state, too.
  const state = createDeck(opened.text, { annotations, extensions: sourceExtensions });
  const hostProblem = opened.annotations.problem;
  return {
    session: new DeckSession(state),
    problem: hostProblem === null ? problem : asFailure(new Failure(hostProblem as FailureFields)),
    inkReadOnly: readOnly || hostProblem !== null,
  };
}
