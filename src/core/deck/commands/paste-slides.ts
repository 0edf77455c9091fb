import type { EditorState, Transaction } from '@codemirror/state';
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
 * its key, and so with what hangs on it. The empty slide of an empty deck gives way.
 * @returns `null` where there is nothing to paste, or the deck's separators cannot hold it
 */
export function pasteSlides(state: EditorState, slides: readonly LooseSlide[], to: Destination): Transaction | null {
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
  return arrange(state, placeSlides(all, pasted, place), 'slides.paste');
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
