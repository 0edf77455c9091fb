import { history, invertedEffects } from '@codemirror/commands';
import { Compartment, EditorState, type Extension, type StateEffect } from '@codemirror/state';
import { annotationFields, type AnnotationSet } from '../annotations/annotation-field.ts';
import { lineSeparator } from './line-ends.ts';
import { setSlideKeys, slideIndex, slideIndexField, slideKeys } from './slide-index.ts';
import { stepNamesField } from './step-names.ts';

/** Annotations name slides by the keys of this very text; see `loadAnnotations`. */
export interface DeckOptions extends Partial<AnnotationSet> {
  /** What a view adds: key maps, highlighting. */
  readonly extensions?: Extension;
}

// Keys that an edit made or dropped come back with its undoing: what hangs on a slide stays on that slide.
const invertSlideKeys = invertedEffects.of((transaction) => {
  const before = slideIndex(transaction.startState);
  const after = slideIndex(transaction.state);
  const same =
    before.outline === after.outline ||
    (before.slides.length === after.slides.length &&
      before.slides.every((slide, i) => slide.key === after.slides[i]?.key));
  return same ? [] : [setSlideKeys.of(slideKeys(before))];
});

/** Steps that can be taken back, at least. */
const mostSteps = 1000;

const lineEnds = new Compartment();

/**
 * The state of an open deck: its text, its slides, its annotations, and one history over all of them. Every edit is a
 * transaction on it.
 */
export function createDeck(text: string, options: DeckOptions = {}): EditorState {
  return EditorState.create({
    doc: text,
    extensions: [
      // Set in any case: without it every kind of line end would be split at, and all of them joined as one kind.
      lineEnds.of(EditorState.lineSeparator.of(lineSeparator(text))),
      EditorState.allowMultipleSelections.of(true),
      slideIndexField,
      annotationFields({ annotations: options.annotations ?? [], layers: options.layers ?? [] }),
      history({ minDepth: mostSteps }),
      stepNamesField,
      invertSlideKeys,
      options.extensions ?? [],
    ],
  });
}

/** The file's text, with the file's own line ends. */
export function deckText(state: EditorState): string {
  return state.sliceDoc();
}

/** Makes a deck write its lines with the ends that `text` has. */
export function takeLineEnds(text: string): StateEffect<unknown> {
  return lineEnds.reconfigure(EditorState.lineSeparator.of(lineSeparator(text)));
}
