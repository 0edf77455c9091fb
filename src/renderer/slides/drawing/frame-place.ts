import type { Box } from '../../../core/export/drawn-deck.ts';

/** Where a slide lies in the page, to tell places on it. */
export class FramePlace {
  readonly #x: number;
  readonly #y: number;

  constructor(frame: Element) {
    const { left, top } = frame.getBoundingClientRect();
    [this.#x, this.#y] = [left, top];
  }

  /** An area of the window as an area of the slide. */
  onSlide({ left, top, width, height }: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>): Box {
    return { x: left - this.#x, y: top - this.#y, width, height };
  }

  /** An area of the slide as an area of the page. */
  onPage({ x, y, width, height }: Box): Box {
    return { x: x + this.#x + window.scrollX, y: y + this.#y + window.scrollY, width, height };
  }
}

/** A length that CSS has computed, in pixels; 0 for a word such as `auto`. */
export function pixels(computed: string): number {
  return Number.parseFloat(computed) || 0;
}

/** What lies between an element’s outer edge and its content: border and padding at the top, right, bottom and left. */
export function insets(style: CSSStyleDeclaration): readonly [number, number, number, number] {
  return [
    pixels(style.borderTopWidth) + pixels(style.paddingTop),
    pixels(style.borderRightWidth) + pixels(style.paddingRight),
    pixels(style.borderBottomWidth) + pixels(style.paddingBottom),
    pixels(style.borderLeftWidth) + pixels(style.paddingLeft),
  ];
}

/** An area without its edges. */
export function within(
  { x, y, width, height }: Box,
  [top, right, bottom, left]: readonly [number, number, number, number],
): Box {
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}
