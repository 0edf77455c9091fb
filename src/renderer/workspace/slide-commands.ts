import { deleteSlides } from '../../core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../core/deck/commands/duplicate-slides.ts';
import { type Destination, moveSlides } from '../../core/deck/commands/move-slides.ts';
import { setHidden } from '../../core/deck/commands/set-slide-attribute.ts';
import { slideByKey, slideIndex, slideNumber } from '../../core/deck/slide-index.ts';
import type { Range } from '../../core/deck/slide.ts';
import { isHidden } from '../../core/deck/summary.ts';
import type { DeckCommand, SessionSnapshot } from './deck-session.ts';
import { newSlide, newSlideTitle } from './new-slide.ts';
import type { SlideItem } from './slide-items.ts';
import { levelDestination, stepDestination } from './slide-moves.ts';

/** Something to do with the selected slides. */
export interface SlideCommand {
  readonly id: string;
  readonly label: (snapshot: SessionSnapshot) => string;
  /** Keys while the navigator has the focus; the first is the one shown. */
  readonly keys: readonly string[];
  /** The deck command it would run now; `null` where it does not apply. */
  readonly command: (snapshot: SessionSnapshot, items: readonly SlideItem[]) => DeckCommand | null;
  /** What it did, for the status bar and screen readers. */
  readonly says: (before: SessionSnapshot, after: SessionSnapshot) => string;
  /** What there is to write over afterwards: it is selected in the source. */
  readonly toWrite?: (after: SessionSnapshot) => Range | null;
}

const selectedKeys = ({ state, selected }: SessionSnapshot): readonly string[] =>
  slideIndex(state).slides.flatMap(({ key }) => (selected.has(key) ? [key] : []));

const allHidden = (snapshot: SessionSnapshot): boolean =>
  selectedKeys(snapshot).every((key) => {
    const slide = slideByKey(slideIndex(snapshot.state), key);
    return slide !== undefined && isHidden(slide);
  });

/** `Slide 3`, or `2 slides`. */
function nameSelection(snapshot: SessionSnapshot): string {
  const keys = selectedKeys(snapshot);
  return keys.length === 1
    ? `Slide ${slideNumber(slideIndex(snapshot.state), keys[0] ?? '')}`
    : `${keys.length} slides`;
}

/** What a move of the selected slides did: `Slide 3 moved to 5`. */
export function saysMoved(before: SessionSnapshot, after: SessionSnapshot): string {
  const [first = ''] = selectedKeys(before);
  return `${nameSelection(before)} moved to ${slideNumber(slideIndex(after.state), first)}`;
}

function move(
  to: (items: readonly SlideItem[], selected: ReadonlySet<string>) => Destination | null,
): SlideCommand['command'] {
  return (snapshot, items) => {
    const destination = to(items, snapshot.selected);
    return destination === null ? null : (state) => moveSlides(state, selectedKeys(snapshot), destination);
  };
}

/** All of them, in the order in which the menu shows them. */
export const slideCommands: readonly SlideCommand[] = [
  {
    id: 'new',
    label: () => 'New slide after',
    keys: ['Mod+M'],
    command:
      ({ current }) =>
      (state) =>
        newSlide(state, current),
    says: (_, after) => `Slide ${slideNumber(slideIndex(after.state), after.current)} added`,
    toWrite: newSlideTitle,
  },
  {
    id: 'duplicate',
    label: () => 'Duplicate',
    keys: ['D', 'Mod+D'],
    command: (snapshot) => (state) => duplicateSlides(state, selectedKeys(snapshot)),
    says: (before) => `${nameSelection(before)} duplicated`,
  },
  {
    id: 'hide',
    label: (snapshot) => (allHidden(snapshot) ? 'Show to audience' : 'Hide from audience'),
    keys: ['H'],
    command: (snapshot) => (state) => setHidden(state, selectedKeys(snapshot), !allHidden(snapshot)),
    says: (before) =>
      `${nameSelection(before)} ${allHidden(before) ? 'shown to the audience' : 'hidden from the audience'}`,
  },
  {
    id: 'up',
    label: () => 'Move up',
    keys: ['Alt+ArrowUp'],
    command: move((items, selected) => stepDestination(items, selected, -1)),
    says: saysMoved,
  },
  {
    id: 'down',
    label: () => 'Move down',
    keys: ['Alt+ArrowDown'],
    command: move((items, selected) => stepDestination(items, selected, 1)),
    says: saysMoved,
  },
  {
    id: 'below',
    label: () => 'Put below the slide before',
    keys: ['Alt+ArrowRight'],
    command: move((items, selected) => levelDestination(items, selected, 'vertical')),
    says: (before) => `${nameSelection(before)} put below the slide before`,
  },
  {
    id: 'out',
    label: () => 'Take out of the stack',
    keys: ['Alt+ArrowLeft'],
    command: move((items, selected) => levelDestination(items, selected, 'horizontal')),
    says: (before) => `${nameSelection(before)} taken out of the stack`,
  },
  {
    id: 'delete',
    label: () => 'Delete',
    keys: ['Delete', 'Backspace'],
    command: (snapshot) => (state) => deleteSlides(state, selectedKeys(snapshot)),
    says: (before) => `${nameSelection(before)} deleted; Ctrl+Z brings it back`,
  },
];
