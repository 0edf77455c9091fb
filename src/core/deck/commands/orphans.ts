import type { Arranged } from '../arrangement.ts';

/**
 * The slides that stay. Where the head of a stack goes, the first slide that stays of that stack becomes its head, so that
 * it does not slip under the column before.
 */
export function promoteOrphans(slides: readonly Arranged[], stays: (slide: Arranged) => boolean): readonly Arranged[] {
  const staying: Arranged[] = [];
  let headless = false;
  for (const [i, slide] of slides.entries()) {
    const head = i === 0 || slide.break === 'horizontal';
    if (head) headless = false;
    if (!stays(slide)) {
      headless ||= head;
      continue;
    }
    staying.push(headless ? { ...slide, break: 'horizontal' } : slide);
    headless = false;
  }
  return staying;
}
