import { ParseContext } from '@codemirror/language';
import { type Input, NodeType, Parser, type PartialParse, Tree, TreeFragment } from '@lezer/common';
import { slideIndexField } from '../../../core/deck/slide-index.ts';

/**
 * In a slide of more characters, blocks that stay are not parsed again. In others that would save nothing, and what the parser then makes
 * of a paragraph's end is not always what it makes of the whole.
 */
const large = 20_000;

/** A slide with a longer line is not parsed: a line is parsed in one go, and the window would stand still meanwhile. */
const lineLimit = 50_000;

export interface DeckParserOptions {
  /** The node that stands for the whole deck. */
  readonly top: NodeType;
  /** Parses the front matter, with the lines around it. */
  readonly head: Parser;
  /** Parses the text of one slide. */
  readonly slide: Parser;
}

/** A part of the deck with a tree of its own, at offsets of the deck's text: the front matter, or a slide. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** Stands for a slide's text; `null` for what is parsed each time. */
  readonly textId: object | null;
}

/** The parts of a deck in their order; slides are not copied, since there may be thousands, and a parse for each key. */
interface Parts {
  readonly head: Part | null;
  readonly slides: readonly Part[];
}

/**
 * Parses a deck slide by slide, as each is a Markdown document of its own: what a key costs does not grow with the deck. The trees
 * of slides that stay are kept.
 */
export class DeckParser extends Parser {
  readonly #options: DeckParserOptions;
  readonly #known = new WeakMap<object, Tree>();

  constructor(options: DeckParserOptions) {
    super();
    this.#options = options;
  }

  createParse(input: Input, fragments: readonly TreeFragment[]): PartialParse {
    return new DeckParse(this.#options, partsOf(input), input, fragments, this.#known);
  }
}

/** The parts of the deck that an editor shows; any other text is one slide. */
function partsOf(input: Input): Parts {
  const state = ParseContext.get()?.state;
  const index = state?.doc.length === input.length ? state.field(slideIndexField, false) : undefined;
  if (index === undefined) return { head: null, slides: [{ from: 0, to: input.length, textId: null }] };
  return { head: index.head.to === 0 ? null : { ...index.head, textId: null }, slides: index.slides };
}

class DeckParse implements PartialParse {
  readonly #options: DeckParserOptions;
  readonly #parts: Parts;
  readonly #input: Input;
  readonly #fragments: readonly TreeFragment[];
  readonly #known: WeakMap<object, Tree>;
  readonly #trees: Tree[] = [];
  readonly #positions: number[] = [];
  #inner: PartialParse | null = null;
  parsedPos = 0;
  stoppedAt: number | null = null;

  constructor(
    options: DeckParserOptions,
    parts: Parts,
    input: Input,
    fragments: readonly TreeFragment[],
    known: WeakMap<object, Tree>,
  ) {
    this.#options = options;
    this.#parts = parts;
    this.#input = input;
    this.#fragments = fragments;
    this.#known = known;
  }

  /** Takes all that is known at once, and of what is not as much as its parser does in one go. */
  advance(): Tree | null {
    for (;;) {
      const part = this.#next();
      const end = this.stoppedAt ?? this.#input.length;
      if (part === undefined || part.from >= end) {
        this.parsedPos = end;
        return new Tree(this.#options.top, this.#trees, this.#positions, end);
      }
      const known = part.textId === null ? undefined : this.#known.get(part.textId);
      if (known === undefined) {
        const tree = this.#parse(part, end);
        if (tree === null) return null;
        this.#take(part, tree);
        // One that was stopped is no whole slide.
        if (part.textId !== null && part.to <= end) this.#known.set(part.textId, tree);
        return null;
      }
      this.#take(part, known);
    }
  }

  stopAt(position: number): void {
    this.stoppedAt = position;
    const part = this.#next();
    if (part !== undefined) this.#stop(part, position);
  }

  /** The part that is parsed now. */
  #next(): Part | undefined {
    const { head, slides } = this.#parts;
    const at = this.#trees.length;
    return head === null ? slides[at] : at === 0 ? head : slides[at - 1];
  }

  #parse(part: Part, end: number): Tree | null {
    if (this.#inner === null) {
      const { from, to } = part;
      const text = this.#input.read(from, to);
      if (hasLongLine(text)) return new Tree(NodeType.none, [], [], to - from);
      const parser = part === this.#parts.head ? this.#options.head : this.#options.slide;
      const left = to - from > large ? within(this.#fragments, part) : [];
      this.#inner = parser.startParse(text, left);
      this.#stop(part, end);
    }
    const tree = this.#inner.advance();
    this.parsedPos = Math.max(this.parsedPos, part.from + this.#inner.parsedPos);
    return tree;
  }

  #stop({ from, to }: Part, position: number): void {
    if (position < to) this.#inner?.stopAt(Math.max(position - from, this.#inner.parsedPos));
  }

  #take({ from, to }: Part, tree: Tree): void {
    this.#trees.push(tree);
    this.#positions.push(from);
    this.#inner = null;
    this.parsedPos = Math.max(this.parsedPos, Math.min(to, this.stoppedAt ?? to));
  }
}

function hasLongLine(text: string): boolean {
  if (text.length <= lineLimit) return false;
  for (let from = 0; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const to = newline === -1 ? text.length : newline;
    if (to - from > lineLimit) return true;
    from = to + 1;
  }
  return false;
}

/** What is left of a part's tree in those of the whole deck, at offsets of the part's own text. */
function within(fragments: readonly TreeFragment[], { from, to }: Part): readonly TreeFragment[] {
  return fragments.flatMap(({ from: start, to: end, tree, offset }) => {
    if (end <= from || start >= to) return [];
    // The tree that stood where the middle of what is left of it stands now.
    const at = (Math.max(start, from) + Math.min(end, to)) / 2 + offset;
    const place = tree.positions.findLastIndex((position) => position <= at);
    const [inner, position] = [tree.children[place], tree.positions[place]];
    if (!(inner instanceof Tree) || position === undefined || at > position + inner.length) return [];
    const shift = from + offset - position;
    const [first, last] = [Math.max(start - from, -shift, 0), Math.min(end - from, inner.length - shift, to - from)];
    if (first >= last) return [];
    // What begins or ends a slide is only where it did and does so: behind it there may be more now, which goes on with it.
    const begins = first === 0 && shift === 0;
    const ends = last === to - from && last + shift === inner.length;
    return [new TreeFragment(first, last, inner, shift, !begins, !ends)];
  });
}
