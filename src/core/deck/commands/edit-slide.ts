import { isolateHistory } from '@codemirror/commands';
import { type ChangeSpec, type EditorState, Text, Transaction } from '@codemirror/state';
import { lineEnd } from '../gap.ts';
import type { Edit } from '../slide-comment.ts';
import { slideBody, slideByKey, slideIndex } from '../slide-index.ts';
import type { Slide } from '../slide.ts';

/**
 * Makes edits in a slide's body, as one undo step.
 * @param before the body that the edits were made for
 * @returns `null` where the slide is gone, or says something else by now
 */
export function editSlide(
  state: EditorState,
  key: string,
  before: string,
  edits: readonly Edit[],
  userEvent: string,
): Transaction | null {
  const slide = slideByKey(slideIndex(state), key);
  if (slide === undefined || edits.length === 0 || slideBody(state, slide) !== before) return null;
  return state.update({
    changes: slideChanges(state, slide, edits),
    annotations: [isolateHistory.of('full'), Transaction.userEvent.of(userEvent)],
  });
}

/** Edits of a slide's body as changes of the deck's text, with the file's own line ends. */
export function slideChanges(state: EditorState, slide: Slide, edits: readonly Edit[]): ChangeSpec[] {
  return edits.map(({ from, to, insert }) => ({
    from: slide.from + from,
    to: slide.from + to,
    insert: Text.of(insert.replaceAll('\n', lineEnd(state)).split('\n')),
  }));
}
