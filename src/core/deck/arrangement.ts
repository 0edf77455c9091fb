import { isolateHistory } from '@codemirror/commands';
import { type ChangeSpec, type EditorState, type StateEffect, Text, Transaction } from '@codemirror/state';
import { gapBefore, isSound, newGap, tail } from './gap.ts';
import { setSlideKeys, slideBody, slideIndex } from './slide-index.ts';
import { scanSlides } from './slide-scan.ts';
import { movedSlides } from './step-name.ts';
import type { BreakKind, SlideIndex } from './slide.ts';

/** A slide in its place of a new arrangement. */
export interface Arranged {
  readonly key: string;
  readonly break: BreakKind;
  /** Its place before, from 0; `null` for a new slide. */
  readonly was: number | null;
  /** Whether it keeps its place among the others that stay. Slides that stay are in their old order. */
  readonly stays: boolean;
  /** Its new text; `null` for the text it has. */
  readonly body: string | null;
}

/** All slides as they stand now: what a command starts from. */
export function arrangement(state: EditorState): readonly Arranged[] {
  return slideIndex(state).slides.map(({ key, break: kind }, was) => ({
    key,
    break: kind,
    was,
    stays: true,
    body: null,
  }));
}

/** The text that an arranged slide is to have. */
export function arrangedBody(state: EditorState, { body, was }: Arranged): string {
  const slide = slideIndex(state).slides[was ?? -1];
  return body ?? (slide === undefined ? '' : slideBody(state, slide));
}

/**
 * The transaction that brings the slides into a new arrangement: bodies verbatim, breaks re-laid only where neighbours
 * changed, everything else untouched. `null` where that cannot be written in the deck's own separators.
 * @param effects what comes with it, in the same step
 */
export function arrange(
  state: EditorState,
  slides: readonly Arranged[],
  userEvent: string,
  effects: readonly StateEffect<unknown>[] = [],
): Transaction | null {
  for (const keepGaps of [true, false]) {
    const changes = layOut(state, slides, keepGaps);
    if (changes === null) return null;
    const transaction = state.update({
      changes,
      effects: [setSlideKeys.of(slides.map(({ key }) => key)), ...effects],
      annotations: [
        isolateHistory.of('full'),
        Transaction.userEvent.of(userEvent),
        movedSlides.of(slides.flatMap(({ key, stays }) => (stays ? [] : [key]))),
      ],
      scrollIntoView: false,
    });
    if (isAsArranged(state, transaction.state, slides)) return transaction;
  }
  return null;
}

/** Whether the new text reads as the slides that were meant: what a user never has to check. */
function isAsArranged(before: EditorState, after: EditorState, slides: readonly Arranged[]): boolean {
  const old = slideIndex(before).slides;
  const index = slideIndex(after);
  return (
    index.slides.length === slides.length &&
    index.slides.every((slide, i) => {
      const meant = slides[i];
      if (meant === undefined || slide.key !== meant.key || (i > 0 && slide.break !== meant.break)) return false;
      const was = old[meant.was ?? -1];
      if (meant.stays && was !== undefined) return slide.to - slide.from >= was.to - was.from;
      return slideBody(after, slide).startsWith(arrangedBody(before, meant));
    })
  );
}

function layOut(state: EditorState, slides: readonly Arranged[], keepGaps: boolean): ChangeSpec[] | null {
  const index = slideIndex(state);
  const changes: ChangeSpec[] = [];
  let pending: Arranged[] = [];
  let before: Arranged | null = null;
  for (const next of [...slides, null]) {
    if (next !== null && !next.stays) {
      pending.push(next);
      continue;
    }
    const was = next === null ? index.slides.length : (next.was ?? 0);
    const from = before === null ? index.head.to : (index.slides[before.was ?? 0]?.to ?? 0);
    const to = index.slides[was]?.from ?? state.doc.length;
    const untouched =
      pending.length === 0 && was === (before === null ? 0 : (before.was ?? 0) + 1) && keepsBreak(index, next);
    if (!untouched) {
      const text = between(state, index, before, pending, next, keepGaps);
      if (text === null) return null;
      const change = difference(state, from, to, text);
      if (change !== null) changes.push(change);
    }
    before = next;
    pending = [];
  }
  return changes;
}

function keepsBreak(index: SlideIndex, slide: Arranged | null): boolean {
  return slide === null || slide.was === 0 || index.slides[slide.was ?? 0]?.break === slide.break;
}

/** The new text from the end of `before` (or of the front matter) to the start of `next` (or to the end of the file). */
function between(
  state: EditorState,
  index: SlideIndex,
  before: Arranged | null,
  moved: readonly Arranged[],
  next: Arranged | null,
  keepGaps: boolean,
): string | null {
  let text = '';
  let above = before;
  for (const slide of next === null ? moved : [...moved, next]) {
    const gap = gapFor(state, index, slide, above === null, keepGaps);
    if (gap === null) return null;
    const closer = above === null ? null : openBlock(index, above);
    text += (closer === null ? '' : `\n${closer}`) + gap + (slide === next ? '' : arrangedBody(state, slide));
    above = slide;
  }
  return next === null ? text + tail(state, index) : text;
}

function gapFor(
  state: EditorState,
  index: SlideIndex,
  slide: Arranged,
  first: boolean,
  keepGaps: boolean,
): string | null {
  if (first) {
    const lead = gapBefore(state, index, 0);
    const needsLine =
      index.head.to > 1 &&
      lead === '' &&
      arrangedBody(state, slide) !== '' &&
      state.doc.lineAt(index.head.to).to === index.head.to &&
      state.doc.lineAt(index.head.to).from !== index.head.to;
    return needsLine ? '\n' : lead;
  }
  if (keepGaps && slide.was !== null && slide.was > 0) {
    const own = gapBefore(state, index, slide.was);
    if (index.separators === null ? isSound(own, slide.break) : index.slides[slide.was]?.break === slide.break)
      return own;
  }
  return newGap(state, index, slide.break);
}

/** What closes a code block or comment that a slide leaves open, so that it does not swallow the slides behind it. */
function openBlock(index: SlideIndex, slide: Arranged): string | null {
  if (slide.was === null) return scanSlides(slide.body ?? '', 0).closer;
  return slide.was === index.slides.length - 1 ? index.closer : null;
}

/** The smallest replacement that turns the document's `from`–`to` into `text`; `null` where they are the same. */
export function difference(
  state: EditorState,
  from: number,
  to: number,
  text: string,
): { from: number; to: number; insert: Text } | null {
  const old = state.doc.sliceString(from, to);
  let start = 0;
  while (start < old.length && start < text.length && old.charCodeAt(start) === text.charCodeAt(start)) start++;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old.charCodeAt(old.length - 1 - end) === text.charCodeAt(text.length - 1 - end)) end++;
  // Half a surrogate pair is no text.
  if (start > 0 && isHigh(old.charCodeAt(start - 1))) start--;
  if (end > 0 && isLow(old.charCodeAt(old.length - end))) end--;
  if (start === old.length && start === text.length) return null;
  return { from: from + start, to: to - end, insert: Text.of(text.slice(start, text.length - end).split('\n')) };
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code < 0xe000;
}
