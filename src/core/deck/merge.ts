import type { EditorState } from '@codemirror/state';
import { createDeck, deckText } from './deck-state.ts';
import { mergeHead } from './merge-head.ts';
import { mergeLines, plainLines } from './merge-lines.ts';
import { outOfOrder } from './out-of-order.ts';
import { slideBody, slideIndex } from './slide-index.ts';
import { pairSlides } from './slide-pairs.ts';
import type { BreakKind, Slide } from './slide.ts';

/** What both sides changed in the same place. `null` stands for a slide that a side took away, or that was not there. */
export interface MergeConflict {
  readonly part: 'front-matter' | 'slide';
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

/** A slide of the merged deck. */
export interface MergedSlide {
  /** Its place in my deck, from 0; `null` where it is not there. */
  readonly was: number | null;
  readonly break: BreakKind;
  /** Its text; `null` for the one that it has in my deck. */
  readonly body: string | null;
  /** Its place in the plan's list of conflicts, if it is one. */
  readonly conflict: number | null;
}

/** How two edits of a deck come together. */
export interface MergePlan {
  readonly mine: EditorState;
  /** The merged text where only one side changed anything; `null` where slides have to be laid out. */
  readonly whole: string | null;
  readonly slides: readonly MergedSlide[];
  /** The merged front matter; `null` for mine. */
  readonly head: string | null;
  readonly conflicts: readonly MergeConflict[];
  /** How many changes of theirs are in it, conflicts not counted. */
  readonly taken: number;
  /** How many slides both moved, each to another place: they stand where mine has them. */
  readonly heldMoves: number;
}

/** One slide through the three texts, by its place in each. */
interface Strand {
  readonly base: number | null;
  readonly mine: number | null;
  readonly theirs: number | null;
}

/** The slides that each side moved, by their place in the base. */
interface Moves {
  readonly mine: ReadonlySet<number>;
  readonly theirs: ReadonlySet<number>;
}

interface Side {
  readonly deck: EditorState;
  readonly slides: readonly Slide[];
  readonly bodies: readonly string[];
}

function sideOf(deck: EditorState): Side {
  const { slides } = slideIndex(deck);
  return { deck, slides, bodies: slides.map((slide) => plainLines(slideBody(deck, slide))) };
}

/**
 * Merges two edits of one deck, slide by slide. A slide that one side changed, moved, added or took away is taken so; one
 * that both changed is merged line by line; what then is left are conflicts. Where both moved a slide, mine holds, and it is counted.
 */
export function planMerge(base: string, mine: string, theirs: string): MergePlan {
  const ours = createDeck(mine);
  const whole = theirs === base || theirs === mine ? deckText(ours) : mine === base ? theirs : null;
  const [old, own, other] = [createDeck(plainLines(base)), ours, createDeck(plainLines(theirs))].map(sideOf);
  if (old === undefined || own === undefined || other === undefined)
    throw new RangeError('Three texts make three decks');
  const toMine = pairSlides(old.deck, own.deck);
  const toTheirs = pairSlides(old.deck, other.deck);
  const strands = strandsOf(own, other, toMine, toTheirs);
  const conflicts: MergeConflict[] = [];
  let taken = 0;

  const head = mergedHead(old.deck, own.deck, other.deck);
  if (typeof head === 'object' && head !== null) conflicts.push(head);
  else if (head !== null) taken++;

  const merged = new Map<Strand, MergedSlide>();
  for (const strand of strands) {
    const outcome = mergeStrand(strand, old, own, other);
    if (outcome.kind === 'conflict') {
      conflicts.push(outcome.conflict);
      merged.set(strand, slideOf(strand, old, own, other, null, conflicts.length - 1));
    } else {
      if (outcome.taken) taken++;
      if (outcome.kind === 'kept') merged.set(strand, slideOf(strand, old, own, other, outcome.body, null));
    }
  }
  const moves = { mine: outOfOrder(toMine), theirs: outOfOrder(toTheirs) };
  const ordered = inOrder(strands, merged, moves);
  taken += ordered.taken;
  return {
    mine: ours,
    whole,
    slides: ordered.slides,
    head: typeof head === 'string' ? head : null,
    conflicts,
    taken,
    heldMoves: countHeldMoves(
      strands.filter((strand) => merged.has(strand)),
      moves,
    ),
  };
}

/** Of slides that both moved, in words: `one slide that both moved stays where you put it`. */
export function heldMovesWords(many: number): string {
  return many === 1
    ? 'one slide that both moved stays where you put it'
    : `${many} slides that both moved stay where you put them`;
}

/** Of the slides that both moved, how many stand behind another slide in mine than in theirs. */
function countHeldMoves(strands: readonly Strand[], moves: Moves): number {
  const above = (side: 'mine' | 'theirs') => {
    const order = strands
      .filter((strand) => strand[side] !== null && strand.mine !== null && strand.theirs !== null)
      .toSorted((a, b) => (a[side] ?? 0) - (b[side] ?? 0));
    return new Map(order.map((strand, i) => [strand, order[i - 1]]));
  };
  const [mine, theirs] = [above('mine'), above('theirs')];
  return strands.filter(
    (strand) =>
      strand.base !== null &&
      moves.mine.has(strand.base) &&
      moves.theirs.has(strand.base) &&
      mine.get(strand) !== theirs.get(strand),
  ).length;
}

/** My slides in my order, then those that only they have, in theirs. */
function strandsOf(own: Side, other: Side, toMine: readonly number[], toTheirs: readonly number[]): readonly Strand[] {
  const baseOf = (pairs: readonly number[]) =>
    new Map(pairs.flatMap((to, from) => (to === -1 ? [] : [[to, from] as const])));
  const [mineBase, theirBase] = [baseOf(toMine), baseOf(toTheirs)];
  const free = new Set([...other.slides.keys()].filter((place) => !theirBase.has(place)));
  const strands: Strand[] = own.slides.map((slide, mine) => {
    const base = mineBase.get(mine) ?? null;
    if (base !== null) {
      const theirs = toTheirs[base] ?? -1;
      return { base, mine, theirs: theirs === -1 ? null : theirs };
    }
    // Both added the same slide, or one of the same name.
    const id = slide.attributes.get('id');
    const twin = [...free].find(
      (place) =>
        own.bodies[mine] === other.bodies[place] ||
        (id !== undefined && id === other.slides[place]?.attributes.get('id')),
    );
    if (twin !== undefined) free.delete(twin);
    return { base, mine, theirs: twin ?? null };
  });
  const known = new Set(strands.map(({ theirs }) => theirs));
  for (const theirs of other.slides.keys())
    if (!known.has(theirs)) strands.push({ base: theirBase.get(theirs) ?? null, mine: null, theirs });
  return strands;
}

type StrandOutcome =
  /** `body` is `null` for mine as it is. */
  | { readonly kind: 'kept'; readonly body: string | null; readonly taken: boolean }
  | { readonly kind: 'gone'; readonly taken: boolean }
  | { readonly kind: 'conflict'; readonly conflict: MergeConflict };

function mergeStrand(strand: Strand, old: Side, own: Side, other: Side): StrandOutcome {
  const base = bodyAt(old, strand.base);
  const mine = bodyAt(own, strand.mine);
  const theirs = bodyAt(other, strand.theirs);
  const conflict: StrandOutcome = { kind: 'conflict', conflict: { part: 'slide', base, mine, theirs } };
  if (mine === null) {
    if (base === null) return { kind: 'kept', body: theirs, taken: true };
    return theirs === base ? { kind: 'gone', taken: false } : conflict;
  }
  if (theirs === null) {
    if (base === null) return { kind: 'kept', body: null, taken: false };
    return mine === base ? { kind: 'gone', taken: true } : conflict;
  }
  if (mine === theirs || theirs === base) return { kind: 'kept', body: null, taken: false };
  const merged = base === null ? null : mergeLines(base, mine, theirs);
  return merged === null ? conflict : { kind: 'kept', body: merged, taken: true };
}

function bodyAt(side: Side, place: number | null): string | null {
  return place === null ? null : (side.bodies[place] ?? null);
}

function slideOf(
  strand: Strand,
  old: Side,
  own: Side,
  other: Side,
  body: string | null,
  conflict: number | null,
): MergedSlide {
  const breakIn = (side: Side, place: number | null) => (place === null ? undefined : side.slides[place]?.break);
  const [was, mine, theirs] = [breakIn(old, strand.base), breakIn(own, strand.mine), breakIn(other, strand.theirs)];
  const kind = mine === undefined || (theirs !== undefined && mine === was) ? theirs : mine;
  return { was: strand.mine, break: kind ?? 'horizontal', body, conflict };
}

/** The order of mine, with what they added or moved behind the slide that it stands behind with them. */
function inOrder(
  strands: readonly Strand[],
  merged: ReadonlyMap<Strand, MergedSlide>,
  moves: Moves,
): { readonly slides: readonly MergedSlide[]; readonly taken: number } {
  const kept = strands.filter((strand) => merged.has(strand));
  const theyMoved = ({ base }: Strand) => base !== null && moves.theirs.has(base) && !moves.mine.has(base);
  const placed = new Set(kept.filter((strand) => strand.mine !== null && !theyMoved(strand)));
  const order = [...placed];
  let taken = 0;
  let above: Strand | null = null;
  const theirOrder = kept.filter(({ theirs }) => theirs !== null).toSorted((a, b) => (a.theirs ?? 0) - (b.theirs ?? 0));
  for (const strand of theirOrder) {
    if (!placed.has(strand)) {
      order.splice(above === null ? 0 : order.indexOf(above) + 1, 0, strand);
      placed.add(strand);
      if (strand.mine !== null) taken++;
    }
    above = strand;
  }
  return { slides: order.flatMap((strand) => merged.get(strand) ?? []), taken };
}

/** The merged front matter, `null` for mine, or the conflict. */
function mergedHead(old: EditorState, own: EditorState, other: EditorState): string | MergeConflict | null {
  const [base, mine, theirs] = [old, own, other].map((deck) =>
    plainLines(deck.doc.sliceString(0, slideIndex(deck).head.to)),
  );
  if (base === undefined || mine === undefined || theirs === undefined) return null;
  if (mine === theirs || theirs === base) return null;
  return mergeHead(base, mine, theirs) ?? { part: 'front-matter', base, mine, theirs };
}
