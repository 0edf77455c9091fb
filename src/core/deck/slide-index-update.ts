import type { ChangeDesc, Text, Transaction } from '@codemirror/state';
import { type SlideTrace, traceOf } from '../annotations/likeness.ts';
import { buildIndex } from './slide-index-build.ts';
import { inheritKeys, type KeySource } from './slide-keys.ts';
import { outlineOf } from './slide-outline.ts';
import { scanSlides } from './slide-scan.ts';
import type { BreakKind, Slide, SlideIndex } from './slide.ts';

/** One changed range: old text `fromA`–`toA` became something that ends at `toB` in the new text. */
interface Change {
  readonly fromA: number;
  readonly toA: number;
  readonly toB: number;
}

/**
 * The index after a transaction's changes. Only the segments that a change touches are scanned again, and as many after
 * them as it takes until a scan ends in the very break it ended in before; the others are shifted.
 */
export function updateIndex(index: SlideIndex, transaction: Transaction): SlideIndex {
  const { changes, newDoc, startState } = transaction;
  const ranges: Change[] = [];
  changes.iterChangedRanges((fromA, toA, _fromB, toB) => ranges.push({ fromA, toA, toB }));
  const touchesHead = (ranges[0]?.fromA ?? 0) <= Math.max(index.starts[0] ?? 0, startState.doc.line(1).to + 1);
  const couldGainHead = index.frontMatter === null && /^\uFEFF?---/.test(newDoc.line(1).text);
  if (touchesHead || couldGainHead || index.separators !== null) {
    const keys = {
      slides: mapSlides(index.slides, changes),
      traceBefore: tracesOf(startState.doc, index.slides, 0),
      ...remembered(index),
    };
    const built = buildIndex(newDoc, keys, touchesHead || couldGainHead ? undefined : index.separators);
    return { ...built, outline: outlineOf(built.slides, index.outline) };
  }
  return rescan(index, startState.doc, newDoc, changes, ranges);
}

function remembered({ nextKey, lost }: SlideIndex): Pick<KeySource, 'nextKey' | 'lost'> {
  return { nextKey, lost };
}

/** @param first the place of the first of `slides` in the deck, from 0 */
function tracesOf(doc: Text, slides: readonly Slide[], first: number): (place: number) => SlideTrace {
  return (place) => {
    const slide = slides[place];
    return slide === undefined ? { id: null, fingerprint: '', text: '' } : slideTraceIn(doc, slide, first + place);
  };
}

/** What a slide is to be remembered by; `place` is its place in the deck, from 0. */
export function slideTraceIn(doc: Text, slide: Slide, place: number): SlideTrace {
  return {
    ...traceOf(doc.sliceString(slide.from, slide.to), slide.attributes.get('id') ?? null),
    number: place + 1,
  };
}

function mapSlides(slides: readonly Slide[], changes: ChangeDesc): readonly Slide[] {
  return slides.map((slide) => {
    const from = changes.mapPos(slide.from, 1);
    return { ...slide, from, to: Math.max(from, changes.mapPos(slide.to, -1)) };
  });
}

function rescan(
  index: SlideIndex,
  before: Text,
  doc: Text,
  changes: ChangeDesc,
  ranges: readonly Change[],
): SlideIndex {
  const { slides: old, starts: oldStarts } = index;
  const slides: Slide[] = [];
  const starts: number[] = [];
  let { nextKey, lost, closer } = index;
  /** How far text has moved behind the changes passed so far. */
  let delta = 0;
  /** The first old slide that is neither kept nor replaced yet, and the break in front of it as it is now. */
  let next = 0;
  let nextBreak: BreakKind = old[0]?.break ?? 'horizontal';

  const keep = (until: number) => {
    for (; next < until; next++) {
      const slide = old[next];
      if (slide === undefined) break;
      const same = delta === 0 && slide.break === nextBreak;
      slides.push(same ? slide : { ...slide, break: nextBreak, from: slide.from + delta, to: slide.to + delta });
      starts.push((oldStarts[next] ?? 0) + delta);
      nextBreak = old[next + 1]?.break ?? 'horizontal';
    }
  };

  let at = 0;
  for (let range = ranges[at]; range !== undefined; range = ranges[at]) {
    const first = Math.max(next, segmentAt(oldStarts, range.fromA));
    keep(first);
    const startB = (oldStarts[first] ?? 0) + delta;
    let end = first + 1;
    for (let step = 1; ; step *= 2) {
      // A change that begins before the place where the scan hopes to be in step again belongs to this scan. Text that only
      // begins where a change ends is scanned too: its first line may have been joined to the line before.
      for (
        range = ranges[at];
        range !== undefined && (end >= old.length || range.fromA < (oldStarts[end] ?? 0));
        range = ranges[at]
      ) {
        delta = range.toB - range.toA;
        while (end < old.length && (oldStarts[end] ?? 0) <= range.toA) end++;
        at++;
      }
      const last = end >= old.length;
      const scan = scanSlides(
        doc.sliceString(startB, last ? doc.length : (oldStarts[end] ?? 0) + delta),
        startB,
        nextBreak,
      );
      if (!last && !scan.endsInBreak) {
        end = Math.min(old.length, end + step);
        continue;
      }
      const found = last ? scan.slides : scan.slides.slice(0, -1);
      const gone = old.slice(first, end);
      const keys = { slides: mapSlides(gone, changes), traceBefore: tracesOf(before, gone, first), nextKey, lost };
      const inherited = inheritKeys(keys, found, ({ from, to }) => doc.sliceString(from, to));
      nextKey = inherited.nextKey;
      lost = inherited.lost;
      slides.push(...inherited.slides);
      starts.push(...found.map((slide) => slide.start));
      next = end;
      nextBreak = scan.slides.at(-1)?.break ?? 'horizontal';
      if (last) closer = scan.closer;
      break;
    }
  }
  keep(old.length);
  return { ...index, slides, outline: outlineOf(slides, index.outline), starts, closer, nextKey, lost };
}

/** The last segment that starts at or before an offset. */
export function segmentAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
