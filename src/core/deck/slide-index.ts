import { type EditorState, StateEffect, StateField, type Transaction } from '@codemirror/state';
import type { SlideTrace } from '../annotations/likeness.ts';
import { buildIndex } from './slide-index-build.ts';
import { outlineOf, perOutline } from './slide-outline.ts';
import { segmentAt, slideTraceIn, updateIndex } from './slide-index-update.ts';
import { withLost } from './slide-keys.ts';
import type { Coordinates, Range, Slide, SlideIndex } from './slide.ts';

export type { SlideIndex } from './slide.ts';

/** Sets the keys of all slides, in file order: how a command says which slide is which after it. */
export const setSlideKeys = StateEffect.define<readonly string[]>();

/** The slide index, kept up to date from each change. */
export const slideIndexField = StateField.define<SlideIndex>({
  create: (state) => buildIndex(state.doc),
  update: (index, transaction) =>
    applyKeys(transaction.docChanged ? updateIndex(index, transaction) : index, transaction),
});

/** The slide index of a state made by `createDeck`. */
export function slideIndex(state: EditorState): SlideIndex {
  return state.field(slideIndexField);
}

function applyKeys(index: SlideIndex, transaction: Transaction): SlideIndex {
  let keyed = index;
  for (const effect of transaction.effects) {
    // A list of another length was made for another text: the keys that the slides inherited are then the better guess.
    if (!effect.is(setSlideKeys) || effect.value.length !== keyed.slides.length) continue;
    const keys = effect.value;
    const slides = keyed.slides.map((slide, i) => withKey(slide, keys[i] ?? slide.key));
    keyed = {
      ...keyed,
      slides,
      outline: outlineOf(slides, keyed.outline),
      lost: withLost(keyed.lost, new Set(keys), goneFrom(transaction.startState, new Set(keys))),
      nextKey: keys.reduce((next, key) => Math.max(next, Number(key.slice(1)) + 1), keyed.nextKey),
    };
  }
  return keyed;
}

/** The slides that a deck had and that are not among those with these keys, to be remembered. */
function goneFrom(before: EditorState, keys: ReadonlySet<string>): readonly (readonly [string, SlideTrace])[] {
  return slideIndex(before).slides.flatMap((slide, place) =>
    keys.has(slide.key) ? [] : [[slide.key, slideTraceIn(before.doc, slide, place)] as const],
  );
}

function withKey(slide: Slide, key: string): Slide {
  return slide.key === key ? slide : { ...slide, key };
}

/** The keys of all slides in file order. */
export function slideKeys(index: SlideIndex): readonly string[] {
  return index.slides.map((slide) => slide.key);
}

/** The slide with this key, if it is there. */
export function slideByKey(index: SlideIndex, key: string): Slide | undefined {
  return index.slides[index.outline.place(key)];
}

/** A slide's number, from 1 in file order, hidden ones counted; 0 where no slide has this key. */
export function slideNumber(index: SlideIndex, key: string): number {
  return index.outline.place(key) + 1;
}

/** The slide that an offset belongs to: the last one whose segment starts at or before it, else the first. */
export function slideAt(index: SlideIndex, offset: number): Slide {
  const slide = index.slides[segmentAt(index.starts, offset)];
  if (slide === undefined) throw new RangeError(`A slide index without slides, asked for offset ${offset}`);
  return slide;
}

/** Column and row of every slide, in file order; the same list while the outline stays. */
export const coordinates = perOutline(({ slides }): readonly Coordinates[] => {
  let h = -1;
  let v = 0;
  return slides.map((slide, i) => {
    if (slide.break === 'horizontal' || i === 0) {
      h++;
      v = 0;
    } else {
      v++;
    }
    return { h, v };
  });
});

/** A slide's Markdown, notes included; line breaks are `\n` whatever the file's are. */
export function slideBody(state: EditorState, slide: Range): string {
  return state.doc.sliceString(slide.from, slide.to);
}
