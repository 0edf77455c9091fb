import type { EditorState } from '@codemirror/state';
import { coordinates, slideBody, slideIndex } from './slide-index.ts';
import { outOfOrder } from './out-of-order.ts';
import { pairSlides } from './slide-pairs.ts';

export type DifferenceKind = 'same' | 'changed' | 'moved' | 'added' | 'removed';

/** A slide on one side or on both. */
export interface ComparedSlide {
  readonly kind: DifferenceKind;
  /** Its place in the old deck, from 0; `null` where it was added. */
  readonly old: number | null;
  /** Its place in the new deck; `null` where it was removed. */
  readonly now: number | null;
  /** Whether its text differs: a slide that was moved may be changed, too. */
  readonly changed: boolean;
}

export interface Comparison {
  /** In the order of the new deck; a removed slide stands behind the one that it stood behind. */
  readonly slides: readonly ComparedSlide[];
  /** Whether what stands before the first slide differs: the front matter. */
  readonly head: boolean;
  /** Whether the decks' texts are the same, line for line. */
  readonly same: boolean;
}

/** What became of each slide from one text of a deck to another. */
export function compareDecks(old: EditorState, now: EditorState): Comparison {
  const [before, after] = [slideIndex(old), slideIndex(now)];
  const pairs = pairSlides(old, now);
  const moved = outOfOrder(pairs);
  const cameFrom = new Map(pairs.flatMap((to, from) => (to === -1 ? [] : [[to, from] as const])));
  const removed = new Map<number, ComparedSlide[]>();
  let above = -1;
  for (const [place, to] of pairs.entries()) {
    if (to === -1) {
      const gone: ComparedSlide = { kind: 'removed', old: place, now: null, changed: false };
      removed.set(above, [...(removed.get(above) ?? []), gone]);
    } else if (!moved.has(place)) above = to;
  }
  const restacked = inOtherStack(old, now, pairs, moved);
  const slides: ComparedSlide[] = [...(removed.get(-1) ?? [])];
  for (const [place, slide] of after.slides.entries()) {
    const from = cameFrom.get(place) ?? null;
    const was = from === null ? undefined : before.slides[from];
    if (from === null || was === undefined) slides.push({ kind: 'added', old: null, now: place, changed: false });
    else {
      const changed = slideBody(old, was) !== slideBody(now, slide);
      const elsewhere = moved.has(from) || restacked.has(from);
      slides.push({ kind: elsewhere ? 'moved' : changed ? 'changed' : 'same', old: from, now: place, changed });
    }
    slides.push(...(removed.get(place) ?? []));
  }
  const head = old.doc.sliceString(0, before.head.to) !== now.doc.sliceString(0, after.head.to);
  return { slides, head, same: old.doc.eq(now.doc) };
}

/**
 * The slides, by their place in the old deck, that kept their order and came into another stack: each stands otherwise to
 * the one before it that kept its order, too. What others that came between made of its separator does not count.
 */
function inOtherStack(
  old: EditorState,
  now: EditorState,
  pairs: readonly number[],
  moved: ReadonlySet<number>,
): ReadonlySet<number> {
  const [before, after] = [coordinates(slideIndex(old)), coordinates(slideIndex(now))];
  const other = new Set<number>();
  let last: number | null = null;
  for (const [from, to] of pairs.entries()) {
    if (to === -1 || moved.has(from)) continue;
    if (last !== null) {
      const wasBelow = before[from]?.h === before[last]?.h;
      const isBelow = after[to]?.h === after[pairs[last] ?? -1]?.h;
      if (wasBelow !== isBelow) other.add(from);
    }
    last = from;
  }
  return other;
}

const words: readonly (readonly [word: string, is: (slide: ComparedSlide) => boolean])[] = [
  ['changed', ({ kind }) => kind === 'changed'],
  ['moved', ({ kind, changed }) => kind === 'moved' && !changed],
  ['moved and changed', ({ kind, changed }) => kind === 'moved' && changed],
  ['added', ({ kind }) => kind === 'added'],
  ['removed', ({ kind }) => kind === 'removed'],
];

/** A comparison in words, such as `3 changed, 1 moved, 1 added`. */
export function comparisonWords({ slides, head, same }: Comparison): string {
  const parts = words.flatMap(([word, is]) => {
    const many = slides.filter(is).length;
    return many === 0 ? [] : [`${many} ${word}`];
  });
  if (head) parts.push('front matter changed');
  if (parts.length > 0) return parts.join(', ');
  return same ? 'No differences' : 'Only blank lines differ';
}
