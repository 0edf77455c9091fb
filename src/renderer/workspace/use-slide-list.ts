import type { EditorState } from '@codemirror/state';
import { useEffect, useMemo, useState } from 'react';
import { annotations } from '../../core/annotations/annotation-field.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import type { SlideGroup } from './board/board-layout.ts';
import { type Section, sectionsOf } from './sections.ts';
import { SlideReader } from './slide-facts.ts';
import { useSlideProblems } from './panels/use-checks.tsx';
import { filterTest, isFiltering, type SlideFilter, type SlideProblems } from './slide-filter.ts';
import type { SlideItem } from './slide-items.ts';
import { useSlideFilter } from './slides-context.tsx';
import { useSlideItems } from './use-slide-commands.ts';
import { useSession } from './use-session.ts';

/** The slides that a view shows, by section. Its parts keep their identity while they say the same. */
export interface SlideList {
  /** All slides of the deck. */
  readonly all: readonly SlideItem[];
  /** Those that the filter lets through. */
  readonly shown: readonly SlideItem[];
  readonly groups: readonly SlideGroup[];
}

/**
 * The slides of the open deck, filtered and in their sections. Where slides come, go or move, it is right at once; what
 * slides say is read again when typing pauses, so that typing never waits for it.
 */
export function useSlideList(): SlideList {
  const session = useSession();
  const all = useSlideItems();
  const filter = useSlideFilter();
  const pause = usePause();
  const known = useSlideProblems();
  // What is found while nobody asks for it makes no new list.
  const problems = filter.traits.has('problems') ? known : noProblems;
  const [read] = useState(slideLists);
  // A pause is when the texts are read again.
  return useMemo(
    () => read(session.state, all, filter, problems, pause),
    [read, session, all, filter, problems, pause],
  );
}

const noProblems: SlideProblems = new Map();

/** A function that makes the list, which gives it back as it was while nothing in it changed. */
function slideLists(): (
  state: EditorState,
  all: readonly SlideItem[],
  filter: SlideFilter,
  problems: SlideProblems,
  pause: number,
) => SlideList {
  const reader = new SlideReader();
  let last: SlideList | null = null;
  return (state, all, filter, problems) => {
    const { slides } = slideIndex(state);
    const facts = slides.map((slide) => reader.read(state, slide));
    const passes = isFiltering(filter) ? filterTest(filter, state, problems) : () => true;
    const shown = new Set(slides.flatMap((slide, i) => (facts[i] && passes(slide, facts[i]) ? [slide.key] : [])));
    const list = listOf(all, shown, sectionsOf(state, facts));
    if (last === null || !isSame(last, list)) last = list;
    return last;
  };
}

function listOf(all: readonly SlideItem[], shown: ReadonlySet<string>, sections: readonly Section[]): SlideList {
  const groups: { readonly section: Section; readonly items: SlideItem[] }[] = [];
  const starts = new Map(sections.map((section) => [section.id, section]));
  for (const item of all) {
    const section = starts.get(item.id);
    if (section !== undefined) groups.push({ section, items: [] });
    if (shown.has(item.id)) groups.at(-1)?.items.push(item);
  }
  return {
    all,
    shown: shown.size === all.length ? all : all.filter(({ id }) => shown.has(id)),
    groups: groups.filter(({ items }) => items.length > 0),
  };
}

function isSame(a: SlideList, b: SlideList): boolean {
  return (
    a.all === b.all &&
    a.shown.length === b.shown.length &&
    a.shown.every((item, i) => item === b.shown[i]) &&
    a.groups.length === b.groups.length &&
    a.groups.every(({ section }, i) => {
      const other = b.groups[i]?.section;
      return (
        other?.id === section.id &&
        other.title === section.title &&
        other.slides === section.slides &&
        other.seconds === section.seconds
      );
    })
  );
}

/** How long nothing has to be typed for a pause, in milliseconds. */
const pauseTime = 250;

/** A number that grows when the deck was changed, nothing more is typed, and the page has nothing better to do. */
function usePause(): number {
  const session = useSession();
  const [pause, setPause] = useState(0);
  useEffect(() => {
    let { state } = session;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: number | null = null;
    const paused = (): void => {
      waiting = requestIdleCallback(() => setPause((count) => count + 1), { timeout: 600 });
    };
    const stop = (): void => {
      clearTimeout(timer);
      if (waiting !== null) cancelIdleCallback(waiting);
    };
    const unsubscribe = session.subscribe(() => {
      const now = session.state;
      const same = now.doc === state.doc && annotations(now) === annotations(state);
      state = now;
      if (same) return;
      stop();
      timer = setTimeout(paused, pauseTime);
    });
    return () => {
      unsubscribe();
      stop();
    };
  }, [session]);
  return pause;
}
