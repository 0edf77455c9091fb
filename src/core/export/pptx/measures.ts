import type { Box } from '../drawn-deck.ts';

/** A presentation’s longest side, in EMU (914,400 an inch): 56 inches, as PowerPoint has it. */
const longest = 51_206_400;

/** EMU in a CSS pixel, of which an inch has 96. */
const perPixel = 914_400 / 96;

/** Slide units in a presentation’s own: one CSS pixel is 1/96 inch, less on slides larger than PowerPoint knows. */
export class Measures {
  readonly #scale: number;

  constructor(slide: { readonly width: number; readonly height: number }) {
    this.#scale = Math.min(1, longest / (Math.max(slide.width, slide.height) * perPixel));
  }

  /** A length in EMU. */
  emu(length: number): number {
    return Math.round(length * perPixel * this.#scale);
  }

  /** A length in hundredths of a point. */
  points(length: number): number {
    return Math.round(length * 75 * this.#scale);
  }

  /** The size of letters in hundredths of a point, to the nearest half point: as people set it, from 1 to 4,000 points. */
  fontSize(size: number): number {
    return Math.min(400_000, Math.max(100, Math.round((size * 75 * this.#scale) / 50) * 50));
  }

  /** Place and size; `tag` is `a:xfrm` or `p:xfrm`. */
  frame({ x, y, width, height }: Box, tag = 'a:xfrm'): string {
    const [across, down] = [Math.max(0, this.emu(width)), Math.max(0, this.emu(height))];
    return `<${tag}><a:off x="${this.emu(x)}" y="${this.emu(y)}"/><a:ext cx="${across}" cy="${down}"/></${tag}>`;
  }
}
