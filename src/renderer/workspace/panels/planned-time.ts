import { isHidden } from '../../../core/deck/summary.ts';
import { perOutline } from '../../../core/deck/slide-outline.ts';
import type { Slide } from '../../../core/deck/slide.ts';

/** Seconds that are planned for a slide; `null` where none are. */
export function plannedSeconds(slide: Slide | undefined): number | null {
  const written = slide?.attributes.get('data-timing');
  return written !== undefined && /^\s*\d{1,7}\s*$/.test(written) ? Number(written) : null;
}

/** Seconds that are planned for all slides that the audience sees; `null` where no slide has a plan. */
export const plannedForDeck = perOutline(({ slides }): number | null => {
  let sum: number | null = null;
  for (const slide of slides) {
    const seconds = isHidden(slide) ? null : plannedSeconds(slide);
    if (seconds !== null) sum = (sum ?? 0) + seconds;
  }
  return sum;
});
