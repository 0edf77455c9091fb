import type { EditorState, Transaction } from '@codemirror/state';
import { editSlide } from '../deck/commands/edit-slide.ts';
import { slideBody, slideIndex } from '../deck/slide-index.ts';
import type { Slide } from '../deck/slide.ts';
import type { DeckFiles } from './deck-files.ts';
import type { Finding } from './finding.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rule.ts';
import { rules as allRules } from './rules.ts';
import { type ShownFile, shownFiles } from './shown-files.ts';
import { readSlideText } from './slide-text.ts';
import { touchedSlides } from './touched-slides.ts';

/** Slides that are passed over without a stop: together they take less than a slide that is read. */
const pauseEvery = 200;

/** What is known of one slide, for as long as its text stays. */
interface Known {
  readonly body: string;
  readonly findings: readonly Finding[];
  readonly shown: readonly ShownFile[];
}

/**
 * Checks a deck, and again after each change, looking only at slides whose text has changed. A check is a generator that
 * stops after each slide it had to read, and now and then between, so that its caller decides when there is time for the next one.
 */
export class DeckChecker {
  readonly #rules: readonly Rule[];
  readonly #known = new Map<string, Known>();

  constructor(rules: readonly Rule[] = allRules) {
    this.#rules = rules;
  }

  /** Takes note of what transactions changed: quick enough for every key stroke. */
  touch(transactions: readonly Transaction[]): void {
    for (const transaction of transactions) for (const key of touchedSlides(transaction)) this.#known.delete(key);
  }

  /**
   * Checks the deck in `state`, which the last transaction led to.
   * @param files what is in the deck's folder; `null` where that is not known, and nothing is said about it
   * @param further findings about a slide that others made, such as from its layout
   * @param overall what others found about the deck as a whole, such as its style sheets; `from` and `to` in its text
   */
  *check(
    state: EditorState,
    files: DeckFiles | null,
    further: (key: string) => readonly Finding[] = () => [],
    overall: readonly Finding[] = [],
  ): Generator<void, readonly Problem[]> {
    const { slides } = slideIndex(state);
    const present = new Set<string>();
    const found: { readonly place: number | null; readonly finding: Finding }[] = [];
    for (const [place, slide] of slides.entries()) {
      present.add(slide.key);
      let known = this.#known.get(slide.key);
      if (known?.body.length !== slide.to - slide.from) {
        known = this.#read(slideBody(state, slide));
        this.#known.set(slide.key, known);
        yield;
      }
      for (const finding of known.findings) found.push({ place, finding });
      if (files !== null && known.shown.length > 0)
        for (const finding of this.#inFiles(known.shown, files)) found.push({ place, finding });
      for (const finding of further(slide.key)) found.push({ place, finding });
      if (place % pauseEvery === pauseEvery - 1) yield;
    }
    for (const finding of overall) found.push({ place: null, finding });
    for (const key of this.#known.keys()) if (!present.has(key)) this.#known.delete(key);
    for (const rule of this.#rules)
      for (const finding of rule.inDeck?.(state) ?? []) found.push({ place: finding.slide, finding });
    return asProblems(state, found, (slide) => this.#known.get(slide.key)?.body ?? '');
  }

  #read(body: string): Known {
    const text = readSlideText(body);
    return { body, findings: this.#rules.flatMap((rule) => rule.inSlide?.(text) ?? []), shown: shownFiles(text) };
  }

  #inFiles(shown: readonly ShownFile[], files: DeckFiles): readonly Finding[] {
    return this.#rules.flatMap(({ inFile }) =>
      inFile === undefined ? [] : shown.flatMap((one) => inFile(one, files)),
    );
  }
}

/** Findings as problems, in the order of the file. */
function asProblems(
  state: EditorState,
  found: readonly { readonly place: number | null; readonly finding: Finding }[],
  bodyOf: (slide: Slide) => string,
): readonly Problem[] {
  const { slides } = slideIndex(state);
  const seen = new Map<string, number>();
  return found
    .map(({ place, finding }) => {
      const slide = place === null ? undefined : slides[place];
      return { place, slide, finding, offset: (slide?.from ?? 0) + finding.from };
    })
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ place, slide, finding, offset }): Problem => {
      const { code, severity, message, from, to, fix } = finding;
      const line = state.doc.lineAt(Math.min(offset, state.doc.length));
      const name = `${slide?.key ?? ''}:${code}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return {
        id: `${name}:${count}`,
        code,
        severity,
        message,
        key: slide?.key ?? null,
        ...(place === null ? {} : { slide: place + 1 }),
        line: line.number,
        column: offset - line.from + 1,
        at: { from, to },
        mend: fix === undefined || slide === undefined ? null : mend(slide.key, bodyOf(slide), fix),
      };
    });
}

function mend(key: string, body: string, { label, edits }: NonNullable<Finding['fix']>): Problem['mend'] {
  return { label, command: (state) => editSlide(state, key, body, edits, 'slides.mend') };
}
