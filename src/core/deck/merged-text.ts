import type { EditorState } from '@codemirror/state';
import { type Arranged, arrange, difference } from './arrangement.ts';
import { deckText } from './deck-state.ts';
import { lineEnd } from './gap.ts';
import type { MergeConflict, MergedSlide, MergePlan } from './merge.ts';
import { slideIndex } from './slide-index.ts';
import { outOfOrder } from './out-of-order.ts';

/** How a conflict ends: with one side, with both (their slide behind mine), or with a text of its own. */
export type Resolution = 'mine' | 'theirs' | 'both' | { readonly text: string };

/**
 * The merged deck, with my line ends, and my bytes wherever nothing of theirs came in.
 * @param resolutions for each conflict of the plan how it ends, in order; mine where one is left out
 * @returns `null` where that cannot be written as slides: a text of one slide that holds a break, for one
 */
export function mergedText(plan: MergePlan, resolutions: readonly Resolution[]): string | null {
  if (plan.whole !== null) return plan.whole;
  const { mine } = plan;
  const { nextKey, slides } = slideIndex(mine);
  let fresh = nextKey;
  const newKey = () => `s${fresh++}`;
  const eol = lineEnd(mine);
  const arranged: Arranged[] = [];
  const put = (slide: MergedSlide, was: number | null, body: string | null) =>
    arranged.push({
      key: (was === null ? undefined : slides[was]?.key) ?? newKey(),
      break: slide.break,
      was,
      stays: was !== null && body === null,
      body: body === null ? null : body.replaceAll('\n', eol),
    });
  for (const slide of plan.slides) {
    const conflict = plan.conflicts[slide.conflict ?? -1];
    if (conflict === undefined) put(slide, slide.was, slide.body);
    else resolve(slide, conflict, resolutions[slide.conflict ?? -1] ?? 'mine', put);
  }
  if (arranged.length === 0) arranged.push({ key: newKey(), break: 'horizontal', was: null, stays: false, body: '' });
  const moved = outOfOrder(arranged.map(({ was, stays }) => (stays && was !== null ? was : -1)));
  const laidOut = arranged.map((slide, i) => (moved.has(i) ? { ...slide, stays: false } : slide));
  const next = arrange(mine, laidOut, 'deck.merge')?.state;
  return next === undefined ? null : withHead(next, headText(plan, resolutions), arranged.length);
}

function resolve(
  slide: MergedSlide,
  { mine, theirs }: MergeConflict,
  resolution: Resolution,
  put: (slide: MergedSlide, was: number | null, body: string | null) => void,
): void {
  if (typeof resolution === 'object') {
    const text = resolution.text.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
    if (text !== '') put(slide, slide.was, text);
    return;
  }
  if (resolution !== 'theirs' && mine !== null) put(slide, slide.was, null);
  if (resolution === 'theirs' && theirs !== null) put(slide, slide.was, theirs);
  if (resolution === 'both' && theirs !== null) put(slide, null, theirs);
}

/** The front matter to write; `null` for mine. */
function headText({ head, conflicts }: MergePlan, resolutions: readonly Resolution[]): string | null {
  const at = conflicts.findIndex(({ part }) => part === 'front-matter');
  const resolution = resolutions[at] ?? 'mine';
  if (at === -1 || resolution === 'mine' || resolution === 'both') return head;
  if (resolution === 'theirs') return conflicts[at]?.theirs ?? '';
  const text = resolution.text.trim();
  return text === '' ? '' : `${text}\n`;
}

function withHead(deck: EditorState, head: string | null, slides: number): string | null {
  let next = deck;
  if (head !== null) {
    const end = slideIndex(deck).head.to;
    const rest = deck.doc.sliceString(end);
    const space = head !== '' && end === 0 && !rest.startsWith('\n') ? '\n' : '';
    const change = difference(deck, 0, end, (head + space).replaceAll('\n', lineEnd(deck)));
    if (change !== null) next = deck.update({ changes: change }).state;
  }
  return slideIndex(next).slides.length === slides ? deckText(next) : null;
}
