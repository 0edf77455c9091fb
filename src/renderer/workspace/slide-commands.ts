import type { CommandId } from '../../contract/commands.ts';
import { deleteSlides } from '../../core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../core/deck/commands/duplicate-slides.ts';
import { type Destination, moveSlides } from '../../core/deck/commands/move-slides.ts';
import { setHidden } from '../../core/deck/commands/set-slide-attribute.ts';
import { slideIndex } from '../../core/deck/slide-index.ts';
import { movedTo, slideLabelOf } from '../../core/deck/slide-label.ts';
import type { Range } from '../../core/deck/slide.ts';
import { isHidden } from '../../core/deck/summary.ts';
import { newId } from '../annotate/new-id.ts';
import type { DeckCommand, SessionSnapshot } from './deck-session.ts';
import { newSlide, newSlideTitle } from './new-slide.ts';
import {
  destinationOf,
  type Direction,
  gridPlace,
  levelDestination,
  type SlideView,
  stepDestination,
} from './slide-moves.ts';

/** What a command of the table does with the selected slides of an open deck. */
export interface SlideCommand {
  /** The deck command it would run now; `null` where it does not apply. */
  readonly command: (snapshot: SessionSnapshot, view: SlideView) => DeckCommand | null;
  /** What it did, for the status bar and screen readers. */
  readonly says: (before: SessionSnapshot, after: SessionSnapshot) => string;
  /** What to call it now; the table's name where that holds. */
  readonly label?: (snapshot: SessionSnapshot, view: SlideView) => string | null;
  /** What there is to write over afterwards: it is selected in the source. */
  readonly toWrite?: (after: SessionSnapshot) => Range | null;
}

/** The selected slides, in file order. */
export const selectedKeys = ({ state, selected }: SessionSnapshot): readonly string[] =>
  slideIndex(state).slides.flatMap(({ key }) => (selected.has(key) ? [key] : []));

const allHidden = ({ state, selected }: SessionSnapshot): boolean =>
  slideIndex(state).slides.every((slide) => !selected.has(slide.key) || isHidden(slide));

/** `Slide 3.1`, or `2 slides`. */
export function nameSelection(snapshot: SessionSnapshot): string {
  const keys = selectedKeys(snapshot);
  return keys.length === 1
    ? `Slide ${slideLabelOf(slideIndex(snapshot.state), keys[0] ?? '')}`
    : `${keys.length} slides`;
}

/** What a move of the selected slides did: `Slide 3 moved to 5`. */
export function saysMoved(before: SessionSnapshot, after: SessionSnapshot): string {
  const [first = ''] = selectedKeys(before);
  return `${nameSelection(before)} moved ${movedTo(slideIndex(before.state), slideIndex(after.state), first)}`;
}

type To = (view: SlideView, selected: ReadonlySet<string>) => Destination | null;

function move(inList: To, inGrid: Direction): SlideCommand {
  return {
    command: (snapshot, view) => {
      const destination =
        view.arrangement === 'list'
          ? inList(view, snapshot.selected)
          : gridDestination(view, snapshot.selected, inGrid);
      return destination === null ? null : (state) => moveSlides(state, selectedKeys(snapshot), destination);
    },
    says: saysMoved,
    label: (_, { arrangement }) => (arrangement === 'grid' ? `Move ${inGrid}` : null),
  };
}

function gridDestination(view: SlideView, selected: ReadonlySet<string>, direction: Direction): Destination | null {
  const place = gridPlace(view, selected, direction);
  return place === null ? null : destinationOf(view.all, selected, place);
}

/**
 * What the commands on slides do; their names and keys stand in the table of commands. In the grid, the keys that move slides
 * mean what their arrows show.
 */
export const slideCommands = {
  'slide.new': {
    command:
      ({ current }) =>
      (state) =>
        newSlide(state, current),
    says: (_, after) => `Slide ${slideLabelOf(slideIndex(after.state), after.current)} added`,
    toWrite: newSlideTitle,
  },
  'slide.duplicate': {
    command: (snapshot) => (state) => duplicateSlides(state, selectedKeys(snapshot), newId),
    says: (before) => `${nameSelection(before)} duplicated`,
  },
  'slide.hide': {
    command: (snapshot) => (state) => setHidden(state, selectedKeys(snapshot), !allHidden(snapshot)),
    says: (before) =>
      `${nameSelection(before)} ${allHidden(before) ? 'shown to the audience' : 'hidden from the audience'}`,
    label: (snapshot) => (allHidden(snapshot) ? 'Show to audience' : null),
  },
  'slide.up': move((view, selected) => stepDestination(view, selected, -1), 'up'),
  'slide.down': move((view, selected) => stepDestination(view, selected, 1), 'down'),
  'slide.below': {
    ...move(({ all }, selected) => levelDestination(all, selected, 'vertical'), 'right'),
  },
  'slide.out': {
    ...move(({ all }, selected) => levelDestination(all, selected, 'horizontal'), 'left'),
  },
  'slide.delete': {
    command: (snapshot) => (state) => deleteSlides(state, selectedKeys(snapshot)),
    says: (before) =>
      `${nameSelection(before)} deleted; Ctrl+Z brings ${before.selected.size === 1 ? 'it' : 'them'} back`,
  },
} as const satisfies Partial<Record<CommandId, SlideCommand>>;

export type SlideCommandId = keyof typeof slideCommands;

export const slideCommandIds = Object.keys(slideCommands) as readonly SlideCommandId[];
