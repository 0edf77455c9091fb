import type { LeftOut } from '../../../core/export/page-plan.ts';

/**
 * Names hidden slides that got no page: `Left out: slides 3, 18.1 (hidden)`.
 * @param labels of all slides of the deck, in file order
 */
export function saysLeftOut(slides: readonly LeftOut[], labels: readonly string[]): string {
  const names = slides.map(({ slide }) => labels[slide - 1]).join(', ');
  return `Left out: ${slides.length === 1 ? 'slide' : 'slides'} ${names} (hidden)`;
}
