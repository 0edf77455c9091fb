import type { EditorState } from '@codemirror/state';
import { type SlideTrace, traceOf } from '../annotations/likeness.ts';
import { slideBody, slideIndex } from './slide-index.ts';

const known = new WeakMap<object, SlideTrace>();

/** By what each slide of a deck is found again, in file order; each is worked out once for each text that a slide has. */
export function slideTraces(state: EditorState): readonly SlideTrace[] {
  return slideIndex(state).slides.map((slide) => {
    let trace = known.get(slide.textId);
    if (trace === undefined) {
      trace = traceOf(slideBody(state, slide), slide.attributes.get('id') ?? null);
      known.set(slide.textId, trace);
    }
    return trace;
  });
}
