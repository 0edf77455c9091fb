import type { StageSlide } from './stage-source.ts';

/** Column and row of a slide, from 0. */
export interface StagePlace {
  readonly h: number;
  readonly v: number;
}

interface Standing extends StagePlace {
  /** Place in file order, from 0. */
  readonly at: number;
  /** How many slides before it count. */
  readonly counted: number;
}

/** Where every slide of a deck stands, however few of them are in the page. */
export class StageMap {
  readonly slides: readonly StageSlide[];
  readonly columns: readonly (readonly string[])[];
  /** How many slides count for progress and numbers. */
  readonly counted: number;
  readonly #standings = new Map<string, Standing>();

  constructor(slides: readonly StageSlide[]) {
    const columns: string[][] = [];
    let counted = 0;
    for (const [at, slide] of slides.entries()) {
      const last = columns.at(-1);
      if (slide.break === 'vertical' && last !== undefined) last.push(slide.key);
      else columns.push([slide.key]);
      this.#standings.set(slide.key, { at, h: columns.length - 1, v: (columns.at(-1)?.length ?? 1) - 1, counted });
      if (slide.counted) counted++;
    }
    this.slides = slides;
    this.columns = columns;
    this.counted = counted;
  }

  has(key: string): boolean {
    return this.#standings.has(key);
  }

  /** Place in file order, from 0; -1 for a slide that is not in the deck. */
  order(key: string): number {
    return this.#standings.get(key)?.at ?? -1;
  }

  place(key: string): StagePlace {
    return this.#standings.get(key) ?? { h: 0, v: 0 };
  }

  /** How many of the slides before this one count. */
  countedBefore(key: string): number {
    return this.#standings.get(key)?.counted ?? 0;
  }

  isCounted(key: string): boolean {
    return this.slides[this.order(key)]?.counted ?? true;
  }

  /** What people call the slide. */
  label(key: string): string {
    return this.slides[this.order(key)]?.label ?? '';
  }

  /** The slide at a place in file order. */
  at(order: number): string | undefined {
    return this.slides[order]?.key;
  }

  /** The slide at a place by numbers, as links such as `#/2/1` name it. */
  keyAt(h: number, v: number): string | undefined {
    return this.columns[h]?.[v];
  }

  /** The slides of a column, from the top; none where there is no such column. */
  column(h: number): readonly string[] {
    return this.columns[h] ?? [];
  }

  /** This slide if it is still there; else the next after it in `before` that is, else the last before it. */
  survivor(key: string, before: StageMap): string | undefined {
    if (this.has(key)) return key;
    const at = Math.max(0, before.order(key));
    const after = before.slides.slice(at).find((slide) => this.has(slide.key));
    return (after ?? before.slides.slice(0, at).findLast((slide) => this.has(slide.key)) ?? this.slides[0])?.key;
  }
}

/** Whether two lists of slides put the same slides in the same places, and call them the same. */
export function samePlaces(a: readonly StageSlide[], b: readonly StageSlide[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every((slide, i) => {
      const other = b[i];
      const inPlace = slide.key === other?.key && slide.break === other.break;
      return inPlace && slide.label === other.label && slide.counted === other.counted;
    })
  );
}
