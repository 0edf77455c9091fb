import type { EditorState, Transaction } from '@codemirror/state';
import { type Arranged, arrange, arrangement } from '../arrangement.ts';
import { coordinates, slideIndex } from '../slide-index.ts';
import type { BreakKind } from '../slide.ts';
import { promoteOrphans } from './orphans.ts';

/** Where slides go. */
export interface Destination {
  /** How many of the slides that stay are in front of them: 0 for the start of the deck. */
  readonly index: number;
  /**
   * `horizontal` takes them out of a stack, `vertical` puts them below the slide before. Left out, they join the stack that
   * they land in, keep to their own stack at its end, and stand as columns of their own elsewhere.
   */
  readonly break?: BreakKind;
  /** `vertical` puts the slide that comes behind them below them: they become the top of its stack. */
  readonly next?: 'vertical';
}

/**
 * Moves slides, in file order, to one place. Slides that were directly below each other in a stack stay so; a slide left
 * behind by the head of its stack becomes the head.
 * @returns `null` where no slide has one of the keys, or nothing would change
 */
export function moveSlides(state: EditorState, keys: readonly string[], to: Destination): Transaction | null {
  const wanted = new Set(keys);
  const all = arrangement(state);
  const moved = all.filter(({ key }) => wanted.has(key));
  if (moved.length === 0) return null;
  const staying = promoteOrphans(all, (slide) => !wanted.has(slide.key));
  const at = Math.max(0, Math.min(to.index, staying.length));
  const kind = to.break ?? landingBreak(state, staying, moved[0], at);
  const loose = moved.map((slide, i): Arranged => {
    const previous = moved[i - 1];
    const underPrevious = previous !== undefined && slide.break === 'vertical' && previous.was === (slide.was ?? 0) - 1;
    return { ...slide, stays: false, break: underPrevious ? 'vertical' : 'horizontal' };
  });
  const slides = placeSlides(staying, loose, { index: at, break: kind, ...(to.next && { next: to.next }) });
  const unchanged = slides.every((slide, i) => slide.was === i && (i === 0 || slide.break === all[i]?.break));
  return unchanged ? null : arrange(state, slides, 'slides.move');
}

/**
 * Puts slides among others. The first takes the break of the place; the rest keep theirs, unless the place is in a stack, in
 * which all of them stand then.
 */
export function placeSlides(
  others: readonly Arranged[],
  slides: readonly Arranged[],
  to: Destination & { readonly break: BreakKind },
): readonly Arranged[] {
  const inStack = to.break === 'vertical' || to.next === 'vertical';
  const placed = slides.map((slide, i): Arranged => ({
    ...slide,
    break: i === 0 ? to.break : inStack ? 'vertical' : slide.break,
  }));
  const [next, ...rest] = others.slice(to.index);
  return [
    ...others.slice(0, to.index),
    ...placed,
    ...(next === undefined ? [] : [to.next === undefined ? next : { ...next, break: to.next }]),
    ...rest,
  ];
}

function landingBreak(
  state: EditorState,
  staying: readonly Arranged[],
  first: Arranged | undefined,
  at: number,
): BreakKind {
  if (staying[at]?.break === 'vertical' && at > 0) return 'vertical';
  const above = staying[at - 1];
  if (above === undefined || first === undefined || first.break === 'horizontal') return 'horizontal';
  const places = coordinates(slideIndex(state));
  return places[above.was ?? 0]?.h === places[first.was ?? 0]?.h ? 'vertical' : 'horizontal';
}
