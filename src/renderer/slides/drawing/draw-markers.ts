import type { DrawnMarker } from '../../../core/export/drawn-deck.ts';
import { bulletHang } from '../../../core/export/pptx/text-body.ts';
import { hexColour } from './colours.ts';
import { pixels } from './frame-place.ts';

const bullets: Readonly<Record<string, string>> = { disc: '•', circle: '◦', square: '▪' };

const numberings: Readonly<Record<string, Extract<DrawnMarker, { readonly kind: 'number' }>['style']>> = {
  'lower-alpha': 'lower-alpha',
  'lower-latin': 'lower-alpha',
  'upper-alpha': 'upper-alpha',
  'upper-latin': 'upper-alpha',
  'lower-roman': 'lower-roman',
  'upper-roman': 'upper-roman',
};

/** What stands before an item of a list; `null` for nothing. */
export function markerOf(item: Element): DrawnMarker | null {
  const box = item.querySelector(':scope > input, :scope > p:first-child > input');
  if (box instanceof HTMLInputElement && item.classList.contains('task-list-item')) {
    return { kind: 'bullet', character: box.checked ? '☑' : '☐', colour: hexColour(getComputedStyle(item).color) };
  }
  const { listStyleType } = getComputedStyle(item);
  const colour = hexColour(getComputedStyle(item, '::marker').color);
  if (listStyleType === 'none') return null;
  const character = bullets[listStyleType] ?? /^"(.)\s*"$/u.exec(listStyleType)?.[1];
  if (character !== undefined) return { kind: 'bullet', character, colour };
  const list = item.parentElement;
  const start = list instanceof HTMLOListElement ? list.start : 1;
  return { kind: 'number', style: numberings[listStyleType] ?? 'decimal', start, colour };
}

/** How far a marker stands before the text of its item: numbers and boxes at the list’s edge, bullets near the text. */
export function hangOf(marker: DrawnMarker, item: Element): number {
  const style = getComputedStyle(item);
  if (marker.kind === 'bullet' && !/[☐☑]/.test(marker.character)) return bulletHang * pixels(style.fontSize);
  const list = item.parentElement;
  return (list === null ? 0 : pixels(getComputedStyle(list).paddingInlineStart)) + pixels(style.paddingInlineStart);
}
