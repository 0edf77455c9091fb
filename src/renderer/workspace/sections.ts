import type { EditorState } from '@codemirror/state';
import { sectionStarts } from '../../core/deck/section-starts.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { deckTitle } from '../../core/deck/summary.ts';
import type { SlideFacts } from './slide-facts.ts';

/** Columns in a row that belong together. */
export interface Section {
  /** Key of its first slide. */
  readonly id: string;
  readonly title: string;
  /** How many slides it has, hidden ones counted. */
  readonly slides: number;
  /** Planned seconds of its slides; `null` where none are planned. */
  readonly seconds: number | null;
}

/**
 * The sections of a deck, in order; they hold all slides. Each has the name of the heading that starts it (see
 * `sectionStarts`); a stack is never divided. What stands in front of the first is a section under the deck's title.
 */
export function sectionsOf(state: EditorState, facts: readonly SlideFacts[]): readonly Section[] {
  const { slides } = slideIndex(state);
  const columns = slides.flatMap((slide, i) => (i === 0 || slide.break === 'horizontal' ? [i] : []));
  const titled = columns.map((i) => (facts[i]?.bigHeading() ?? null) !== null);
  const starts = sectionStarts(titled).map((column) => columns[column] ?? 0);
  const from = starts[0] === 0 ? starts : [0, ...starts];
  return from.map((start, i): Section => {
    const members = facts.slice(start, from[i + 1]);
    const planned = members.flatMap(({ seconds }) => seconds ?? []);
    return {
      id: slides[start]?.key ?? '',
      title: (starts.includes(start) ? facts[start]?.bigHeading() : deckTitle(state)) || 'Slides',
      slides: members.length,
      seconds: planned.length === 0 ? null : planned.reduce((sum, seconds) => sum + seconds, 0),
    };
  });
}

/** `2 slides · 2:10`. */
export function sectionLine({ slides, seconds }: Section, shown: number): string {
  const count = shown === slides ? `${slides} ${slides === 1 ? 'slide' : 'slides'}` : `${shown} of ${slides} slides`;
  return seconds === null ? count : `${count} · ${duration(seconds)}`;
}

/** `130` seconds as `2:10`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
