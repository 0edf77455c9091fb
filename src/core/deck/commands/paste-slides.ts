import type { EditorState, StateEffect, Transaction } from '@codemirror/state';
import { annotations, becomeAnnotations, layers } from '../../annotations/annotation-field.ts';
import { copyOf, type NewId } from '../../annotations/copied-annotations.ts';
import { fingerprint } from '../../annotations/likeness.ts';
import { type Arranged, arrange, arrangement } from '../arrangement.ts';
import { withAttribute } from '../slide-comment.ts';
import { slideIndex } from '../slide-index.ts';
import type { SlideIndex } from '../slide.ts';
import type { LooseSlide } from '../slides-text.ts';
import { type Destination, placeSlides } from './move-slides.ts';

/**
 * Puts slides from elsewhere into the deck, bodies verbatim but for an id that a slide of the deck has already, since an id
 * names one slide. The breaks are written in the deck's own separators. A slide that was cut out of this deck comes back with
 * its key, and so with what hangs on it; others bring copies of what was on them, and the layers for it that are not here.
 * The empty slide of an empty deck gives way.
 * @param newId names the copied annotations
 * @returns `null` where there is nothing to paste, or the deck's separators cannot hold it
 */
export function pasteSlides(
  state: EditorState,
  slides: readonly LooseSlide[],
  to: Destination,
  newId: NewId,
): Transaction | null {
  if (slides.length === 0) return null;
  const index = slideIndex(state);
  const ids = new Set(index.slides.flatMap(({ attributes }) => attributes.get('id') ?? []));
  const keys = keysFor(index, slides);
  const pasted = slides.map(({ body, break: kind, id }, i): Arranged => {
    const taken = id !== null && ids.has(id);
    if (id !== null) ids.add(id);
    const text = taken ? withAttribute(body, 'id', null) : body;
    return { key: keys[i] ?? '', break: kind, was: null, stays: false, body: text };
  });
  const all = isEmpty(index) ? [] : arrangement(state);
  const at = Math.max(0, Math.min(to.index, all.length));
  const kind = to.break ?? (at > 0 && all[at]?.break === 'vertical' ? 'vertical' : 'horizontal');
  const place = { index: at, break: kind, ...(to.next && { next: to.next }) };
  const effects = annotationsOf(state, slides, keys, newId);
  return arrange(state, placeSlides(all, pasted, place), 'slides.paste', effects);
}

/** What puts the slides' annotations into the deck. On a slide that comes back under its old key they are already. */
function annotationsOf(
  state: EditorState,
  slides: readonly LooseSlide[],
  keys: readonly string[],
  newId: NewId,
): readonly StateEffect<unknown>[] {
  const present = annotations(state);
  const annotated = new Set(present.map(({ slide }) => slide));
  const copies = slides.flatMap((slide, i) => {
    const key = keys[i] ?? '';
    return annotated.has(key) ? [] : slide.annotations.map((annotation) => copyOf(annotation, key, newId));
  });
  if (copies.length === 0) return [];
  const known = new Set(layers(state).map(({ id }) => id));
  const needed = new Set(copies.map(({ layer }) => layer));
  const missing = new Map(
    slides
      .flatMap((slide) => slide.layers)
      .flatMap((layer) => (!known.has(layer.id) && needed.has(layer.id) ? [[layer.id, layer] as const] : [])),
  );
  return becomeAnnotations(state, {
    annotations: [...present, ...copies],
    ...(missing.size === 0 ? {} : { layers: [...layers(state), ...missing.values()] }),
  });
}

function isEmpty({ slides }: SlideIndex): boolean {
  const [only] = slides;
  return slides.length === 1 && only !== undefined && only.from === only.to;
}

/** New keys; for a slide that was cut, and has not come back yet, the one it had. */
function keysFor({ lost, nextKey }: SlideIndex, slides: readonly LooseSlide[]): readonly string[] {
  const waiting = new Map(Array.from(lost, ([key, trace]) => [trace.fingerprint, key]));
  return slides.map(({ body }, i) => {
    if (waiting.size === 0) return `s${nextKey + i}`;
    const print = fingerprint(body);
    const key = waiting.get(print);
    waiting.delete(print);
    return key ?? `s${nextKey + i}`;
  });
}
