import type { EditorState } from '@codemirror/state';
import type { Problem } from '../../core/checks/problem.ts';
import { commentsOn } from '../../core/annotations/comments/comment-list.ts';
import { drawingsOn } from '../../core/annotations/slide-annotations.ts';
import type { Slide } from '../../core/deck/slide.ts';
import { isHidden } from '../../core/deck/summary.ts';
import { folded, type SlideFacts } from './slide-facts.ts';

/** What a slide can be asked to have. */
export type SlideTrait = 'hidden' | 'notes' | 'ink' | 'comments' | 'problems';

export const slideTraits: readonly { readonly id: SlideTrait; readonly label: string }[] = [
  { id: 'hidden', label: 'Hidden' },
  { id: 'notes', label: 'With notes' },
  { id: 'ink', label: 'With drawings' },
  { id: 'comments', label: 'With comments' },
  { id: 'problems', label: 'To check' },
];

/** Which slides of a deck are shown: those that have all the words, and every trait. */
export interface SlideFilter {
  readonly words: string;
  readonly traits: ReadonlySet<SlideTrait>;
}

export const noFilter: SlideFilter = { words: '', traits: new Set() };

/** Whether a filter leaves any slide out. */
export function isFiltering({ words, traits }: SlideFilter): boolean {
  return words.trim() !== '' || traits.size > 0;
}

/** The worst problem of each slide that has one, by the slide's key. */
export type SlideProblems = ReadonlyMap<string, Problem['severity']>;

/** The problem that a list of slides marks a slide with: an error or a warning. A hint leaves a slide as it may be. */
export function markedProblem(problems: SlideProblems, key: string): 'error' | 'warning' | null {
  const severity = problems.get(key);
  return severity === undefined || severity === 'hint' ? null : severity;
}

/** A test of slides by a filter. */
export function filterTest(
  { words, traits }: SlideFilter,
  state: EditorState,
  problems: SlideProblems,
): (slide: Slide, facts: SlideFacts) => boolean {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  const has: Readonly<Record<SlideTrait, (slide: Slide, facts: SlideFacts) => boolean>> = {
    hidden: isHidden,
    notes: (_, { hasNotes }) => hasNotes(),
    ink: ({ key }) => drawingsOn(state, key).length > 0,
    comments: ({ key }) => commentsOn(state, key).length > 0,
    problems: ({ key }) => markedProblem(problems, key) !== null,
  };
  return (slide, facts) =>
    [...traits].every((trait) => has[trait](slide, facts)) && wanted.every((word) => facts.folded().includes(word));
}

/** The filter of an open deck, the same in every view of it. */
export class SlideFilterModel {
  #filter: SlideFilter = noFilter;
  readonly #listeners = new Set<() => void>();

  readonly filter = (): SlideFilter => this.#filter;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly set = (change: Partial<SlideFilter>): void => {
    this.#filter = { ...this.#filter, ...change };
    for (const listener of this.#listeners) listener();
  };

  readonly clear = (): void => this.set(noFilter);
}
