import type { Box, DrawnParagraph, DrawnPart, TextPart } from '../../../core/export/drawn-deck.ts';

/** Text that runs down one column of a slide. */
export interface Flow {
  readonly role: TextPart['role'];
  /** The column’s own area, on the slide: lines may be as wide. */
  readonly column: Box;
  readonly isRightToLeft: boolean;
}

/** A paragraph at its place: from the top of its first line to the bottom of its last. */
export interface PlacedParagraph {
  readonly paragraph: Omit<DrawnParagraph, 'before'>;
  readonly top: number;
  readonly bottom: number;
}

/** Text that may still go on. */
interface OpenText {
  readonly kind: 'open';
  readonly flow: Flow;
  readonly top: number;
  bottom: number;
  readonly paragraphs: DrawnParagraph[];
}

/** How far paragraphs may overlap, in slide units, and still be read as one text. */
const slack = 4;

/** Collects the parts of a slide in reading order; paragraphs that follow each other in a column become one text. */
export class PartList {
  readonly #parts: (DrawnPart | OpenText)[] = [];

  /** How many parts there are, the text that may still go on included. */
  get length(): number {
    return this.#parts.length;
  }

  add(part: DrawnPart): void {
    this.divide();
    this.#parts.push(part);
  }

  addParagraph({ paragraph, top, bottom }: PlacedParagraph, flow: Flow): void {
    const open = this.#parts.at(-1);
    if (open?.kind === 'open' && open.flow === flow && top >= open.bottom - slack) {
      open.paragraphs.push({ ...paragraph, before: Math.max(0, top - open.bottom) });
      open.bottom = bottom;
      return;
    }
    this.divide();
    this.#parts.push({ kind: 'open', flow, top, bottom, paragraphs: [{ ...paragraph, before: 0 }] });
  }

  /** Ends the text that may still go on: what follows is another one. */
  divide(): void {
    const open = this.#parts.at(-1);
    if (open?.kind === 'open') this.#parts[this.#parts.length - 1] = textOf(open);
  }

  /** Puts a part below those from `from` on, and below a text that began before them and goes on. */
  putBelow(from: number, part: DrawnPart): void {
    const goesOn = from === this.#parts.length && this.#parts.at(-1)?.kind === 'open';
    this.#parts.splice(goesOn ? from - 1 : from, 0, part);
  }

  /** The part from `from` on, if it is a single text, is replaced by what `change` makes of it. */
  changeOnlyText(from: number, change: (text: TextPart) => TextPart): boolean {
    this.divide();
    const [only, more] = this.#parts.slice(from);
    if (only?.kind !== 'text' || more !== undefined) return false;
    this.#parts[from] = change(only);
    return true;
  }

  all(): readonly DrawnPart[] {
    return this.#parts.map((part) => (part.kind === 'open' ? textOf(part) : part));
  }
}

function textOf({ flow: { role, column }, top, bottom, paragraphs }: OpenText): TextPart {
  const box = { x: column.x, y: top, width: column.width, height: Math.max(1, bottom - top) };
  return { kind: 'text', role, box, inset: [0, 0, 0, 0], fill: null, paragraphs };
}
