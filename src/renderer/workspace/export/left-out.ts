import type { LeftOut } from '../../../core/export/page-plan.ts';

/** Names hidden slides that got no page: `Left out: slides 3, 18 (hidden)`. */
export function saysLeftOut(slides: readonly LeftOut[]): string {
  const numbers = slides.map(({ slide }) => slide).join(', ');
  return `Left out: ${slides.length === 1 ? 'slide' : 'slides'} ${numbers} (hidden)`;
}
