import { type DragEvent, type DragEventHandler, type RefObject, useEffect, useRef, useState } from 'react';
import { moveSlides } from '../../../core/deck/commands/move-slides.ts';
import { pasteSlides } from '../../../core/deck/commands/paste-slides.ts';
import { looseSlides } from '../../../core/deck/slides-text.ts';
import { newId } from '../../annotate/new-id.ts';
import { useSay } from '../announcer.tsx';
import type { DeckCommand } from '../deck-session.ts';
import { saysMoved, selectedKeys } from '../slide-commands.ts';
import { destinationOf, placeName, type SlideView } from '../slide-moves.ts';
import { useSlideClipboard } from '../slides-context.tsx';
import { useSession } from '../use-session.ts';
import type { BoardLayout, Drop } from './board-layout.ts';
import { dragPreview } from './drag-preview.ts';
import { useEdgeScroll } from './use-edge-scroll.ts';

/** How long the pointer rests on a place until it is said what a drop there would do, in milliseconds. */
const rest = 140;

interface BoardDragOptions {
  readonly board: RefObject<HTMLElement | null>;
  readonly view: SlideView;
  readonly layout: BoardLayout | null;
}

export interface BoardDrag {
  /** Where the slides would go now; `null` where nothing is dragged over the board. */
  readonly drop: Drop | null;
  /** Keys of the slides of this board that are being dragged. */
  readonly dragged: ReadonlySet<string>;
  /** The one among them that the pointer took: its element has to stay in the page for as long as it is dragged. */
  readonly source: string | null;
  readonly handlers: Readonly<
    Record<'onDragStart' | 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onDragEnd', DragEventHandler>
  >;
}

const nobody: ReadonlySet<string> = new Set();

/**
 * Dragging slides by the browser's own drag and drop: within the board to move them, or with Ctrl to copy them; out of it,
 * into any window that takes text, as Markdown; and Markdown from anywhere into it.
 */
export function useBoardDrag({ board, view, layout }: BoardDragOptions): BoardDrag {
  const session = useSession();
  const say = useSay();
  const clipboard = useSlideClipboard();
  const [drop, setDrop] = useState<Drop | null>(null);
  const [dragged, setDragged] = useState<ReadonlySet<string>>(nobody);
  const [source, setSource] = useState<string | null>(null);
  /** What is dragged, where the pointer is, and what was said last: between the events of one drag. */
  const drag = useRef({ keys: nobody, x: 0, y: 0, copies: false, said: '' });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** The slides that are dragged, as far as they are still there: the file may have changed under the pointer. */
  const present = (): readonly string[] => selectedKeys({ ...session.snapshot(), selected: drag.current.keys });

  const placeNow = (): Drop | null => {
    const box = board.current;
    if (box === null || layout === null) return null;
    const { left, top } = box.getBoundingClientRect();
    return layout.dropAt(drag.current.x - left, drag.current.y - top + box.scrollTop);
  };

  /** What a drop would do, as a deck command; `null` where it would do nothing. */
  const commandAt = (place: Drop): DeckCommand | null => {
    const keys = present();
    const { copies } = drag.current;
    if (keys.length === 0) return null;
    const to = destinationOf(view.all, copies ? nobody : new Set(keys), place);
    if (to === null) return null;
    return (state) => (copies ? pasteSlides(state, looseSlides(state, keys), to, newId) : moveSlides(state, keys, to));
  };

  const foretell = (place: Drop): void => {
    const keys = present();
    const count = keys.length === 1 ? '1 slide' : `${keys.length} slides`;
    const verb = drag.current.copies || keys.length === 0 ? 'Copy' : 'Move';
    const what = keys.length === 0 ? 'text' : count;
    const transaction = commandAt(place)?.(session.state) ?? null;
    let places = 0;
    transaction?.changes.iterChanges(() => places++);
    const changes = places === 0 ? '' : ` · changes ${places} ${places === 1 ? 'place' : 'places'} in the file`;
    if (keys.length > 0 && transaction === null) say('They are there already');
    else say(`${verb} ${what} ${placeName(view.all, place)}${changes}`);
  };

  const look = (): void => {
    const place = placeNow();
    const words = place === null ? '' : `${place.target} ${place.side} ${place.as} ${drag.current.copies}`;
    if (words === drag.current.said) return;
    drag.current.said = words;
    setDrop(place);
    clearTimeout(timer.current);
    if (place !== null) timer.current = setTimeout(() => foretell(place), rest);
  };
  const edge = useEdgeScroll(board, look);

  const leave = (): void => {
    edge.stop();
    clearTimeout(timer.current);
    drag.current.said = '';
    setDrop(null);
  };
  const end = (): void => {
    leave();
    drag.current.keys = nobody;
    setDragged(nobody);
    setSource(null);
  };
  useEffect(() => () => clearTimeout(timer.current), []);

  const onDragStart = (event: DragEvent): void => {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-key]') : null;
    const key = card?.dataset['key'];
    if (card === null || key === undefined) return;
    const { state, selected } = session.snapshot();
    const keys = selected.has(key) ? new Set([...selected].filter((other) => isShown(view, other))) : new Set([key]);
    if (!selected.has(key)) session.goTo(key);
    drag.current.keys = keys;
    event.dataTransfer.effectAllowed = 'copyMove';
    event.dataTransfer.setData('text/plain', clipboard.carry(looseSlides(state, keys)));
    const preview = dragPreview(card, card.getAttribute('aria-label') ?? '', keys.size);
    document.body.append(preview);
    event.dataTransfer.setDragImage(preview, 24, 20);
    // The browser takes the picture when this event is over, and drops a drag whose element changes before that.
    setTimeout(() => {
      preview.remove();
      setDragged(keys);
      setSource(key);
    });
  };

  const onDragOver = (event: DragEvent): void => {
    const own = drag.current.keys.size > 0;
    const { types } = event.dataTransfer;
    if (!own && (types.includes('Files') || !types.includes('text/plain'))) return;
    event.preventDefault();
    event.stopPropagation();
    const copies = !own || event.ctrlKey || event.metaKey;
    event.dataTransfer.dropEffect = copies ? 'copy' : 'move';
    Object.assign(drag.current, { x: event.clientX, y: event.clientY, copies });
    edge.hold(event.clientY);
    look();
  };

  const onDrop = (event: DragEvent): void => {
    const own = drag.current.keys.size > 0;
    Object.assign(drag.current, { x: event.clientX, y: event.clientY });
    const place = placeNow();
    if (place === null) return end();
    event.preventDefault();
    event.stopPropagation();
    if (own) dropOwn(place);
    else dropText(event.dataTransfer.getData('text/plain'), place);
    end();
  };

  const dropOwn = (place: Drop): void => {
    const keys = present();
    const before = { ...session.snapshot(), selected: drag.current.keys };
    const command = commandAt(place);
    const what = keys.length === 1 ? '1 slide' : `${keys.length} slides`;
    const where = placeName(view.all, place);
    if (keys.length === 0) say('The slides that were dragged are gone');
    else if (command === null || !session.run(command)) say('Nothing moved');
    else if (drag.current.copies) say(`${what} copied ${where}`);
    else say(saysMoved(before, session.snapshot()));
  };

  const dropText = (text: string, place: Drop): void => {
    const slides = clipboard.read(text);
    if ('problem' in slides) return say(slides.problem);
    const to = destinationOf(view.all, nobody, place);
    const where = placeName(view.all, place);
    if (to === null || !session.run((state) => pasteSlides(state, slides, to, newId)))
      return say('This text cannot be put between the separators of this deck');
    say(`${slides.length} ${slides.length === 1 ? 'slide' : 'slides'} put ${where}`);
  };

  return {
    drop,
    dragged,
    source,
    handlers: {
      onDragStart,
      onDragOver,
      onDragLeave: (event) => {
        if (!(event.relatedTarget instanceof Node && board.current?.contains(event.relatedTarget))) leave();
      },
      onDrop,
      onDragEnd: ({ dataTransfer }) => {
        // A drop has ended it already.
        if (drag.current.keys.size > 0 && dataTransfer.dropEffect === 'none') say('Nothing moved');
        end();
      },
    },
  };
}

function isShown({ all, shown }: SlideView, key: string): boolean {
  return shown === all || shown.some(({ id }) => id === key);
}
