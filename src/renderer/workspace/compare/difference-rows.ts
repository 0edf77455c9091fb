import type { EditorState } from '@codemirror/state';
import type { ComparedSlide, Comparison } from '../../../core/deck/compare.ts';
import { slideIndex } from '../../../core/deck/slide-index.ts';
import { slideLabels } from '../../../core/deck/slide-label.ts';
import { slideTitle } from '../../../core/deck/summary.ts';

/** A line of the list of differences: the front matter, or a slide. */
export interface DifferenceRow {
  readonly id: string;
  /** `null` for the front matter. */
  readonly slide: ComparedSlide | null;
}

/** The lines to list: all of them, or those that differ. */
export function differenceRows(comparison: Comparison, all: boolean): readonly DifferenceRow[] {
  const rows: DifferenceRow[] = comparison.head ? [{ id: 'head', slide: null }] : [];
  for (const slide of comparison.slides)
    if (all || slide.kind !== 'same') rows.push({ id: `${slide.old ?? ''}:${slide.now ?? ''}`, slide });
  return rows;
}

/** The next line that differs from here on, or the one before; `null` where there is none. */
export function nextDifference(
  rows: readonly DifferenceRow[],
  from: string | null,
  step: 1 | -1,
): DifferenceRow | null {
  const start = rows.findIndex(({ id }) => id === from);
  for (let at = start === -1 ? (step === 1 ? 0 : rows.length - 1) : start + step; ; at += step) {
    const row = rows[at];
    if (row === undefined) return null;
    if (row.slide?.kind !== 'same') return row;
  }
}

/** What people call the slide at a place of a deck; '' where there is none. */
export function labelAt(deck: EditorState, place: number | null): string {
  return slideLabels(slideIndex(deck))[place ?? -1] ?? '';
}

/** What happened to a slide, in words: `Moved from 5 to 2.1, and changed`. */
export function slideWords(slide: ComparedSlide, old: EditorState, now: EditorState): string {
  const [was, is] = [labelAt(old, slide.old), labelAt(now, slide.now)];
  switch (slide.kind) {
    case 'same':
      return `Slide ${is}`;
    case 'changed':
      return was === is ? `Slide ${is} changed` : `Slide ${is} changed, was ${was}`;
    case 'moved':
      return `${was === is ? `Slide ${is} moved` : `Moved from ${was} to ${is}`}${slide.changed ? ', and changed' : ''}`;
    case 'added':
      return `Slide ${is} added`;
    case 'removed':
      return `Slide ${was} removed`;
  }
}

/** A slide's heading, in the version that has it. */
export function rowTitle(slide: ComparedSlide, old: EditorState, now: EditorState): string {
  const [deck, place] = slide.now === null ? [old, slide.old] : [now, slide.now];
  const found = slideIndex(deck).slides[place ?? -1];
  return found === undefined ? '' : slideTitle(deck, found) || 'untitled';
}
