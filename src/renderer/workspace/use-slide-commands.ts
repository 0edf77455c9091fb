import { Transaction } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useMemo } from 'react';
import { deleteSlides } from '../../core/deck/commands/delete-slides.ts';
import { pasteSlides } from '../../core/deck/commands/paste-slides.ts';
import { slideIndex, slideNumber } from '../../core/deck/slide-index.ts';
import { slideLabelOf } from '../../core/deck/slide-label.ts';
import type { Range } from '../../core/deck/slide.ts';
import { type LooseSlide, looseSlides } from '../../core/deck/slides-text.ts';
import { newId } from '../annotate/new-id.ts';
import { useSay } from './announcer.tsx';
import type { CommandBinding, CommandBindings } from './commands/command-registry.ts';
import { useCommands } from './commands/use-commands.ts';
import type { DeckSession, SessionSnapshot } from './deck-session.ts';
import { writeClipboard } from './slide-clipboard.ts';
import {
  nameSelection,
  selectedKeys,
  type SlideCommand,
  type SlideCommandId,
  slideCommandIds,
  slideCommands,
} from './slide-commands.ts';
import { itemsOf, type SlideItem } from './slide-items.ts';
import type { SlideView } from './slide-moves.ts';
import { useSlideClipboard } from './slides-context.tsx';
import { useDeck, useSession } from './use-session.ts';

/** All slides of the open deck. */
export function useSlideItems(): readonly SlideItem[] {
  const items = useMemo(() => itemsOf(), []);
  return useDeck(({ state }) => items(slideIndex(state)));
}

/** Slides on their way: what the browser's clipboard events, keys and menus share. */
export interface SlideTransfer {
  /** Takes the selected slides for pasting, and gives them as text; `null` where none is selected. */
  readonly take: () => string | null;
  /** Deletes what was taken, and says that it was cut. */
  readonly remove: () => void;
  readonly sayCopied: () => void;
  readonly pasteText: (text: string) => void;
  /** Pastes what was taken last, in any deck or window. */
  readonly pasteTaken: () => void;
}

/** Binds every command on slides for the view that shows them, and gives what its clipboard events need. */
export function useSlideCommands(view: SlideView, focusFilter: () => void): SlideTransfer {
  const session = useSession();
  const say = useSay();
  const transfer = useTransfer(view);
  /** What is selected and shown: no command touches a slide that a filter leaves out. */
  const now = (): SessionSnapshot => onlyShown(session.snapshot(), view);
  const isAny = (): boolean => now().selected.size > 0;

  const bind = (id: SlideCommandId): CommandBinding => {
    const spec: SlideCommand = slideCommands[id];
    const label = (): string | null => spec.label?.(now(), view) ?? null;
    return {
      run: () => runSlideCommand(session, spec, view, say),
      isEnabled: () => (isAny() || id === 'slide.new') && spec.command(now(), view) !== null,
      ...(label() === null ? {} : { label: () => label() ?? '' }),
    };
  };
  const write = (done: () => void): void => {
    const text = transfer.take();
    if (text !== null && !writeClipboard(text)) say('The browser did not let Lectern write to the clipboard');
    done();
  };
  const bindings: CommandBindings = {
    ...Object.fromEntries(slideCommandIds.map((id) => [id, bind(id)])),
    'slide.cut': { run: () => write(transfer.remove), isEnabled: isAny },
    'slide.copy': { run: () => write(transfer.sayCopied), isEnabled: isAny },
    'slide.paste': { run: transfer.pasteTaken },
    'slide.selectAll': {
      run: () => {
        const { current } = session.snapshot();
        const keys = view.shown.map(({ id }) => id);
        session.select(keys, keys.includes(current) ? current : (keys[0] ?? current));
        say(keys.length === 1 ? '1 slide selected' : `${keys.length} slides selected`);
      },
      isEnabled: () => view.shown.length > 0,
    },
    'slide.filter': { run: focusFilter },
  };
  useCommands(bindings);
  return transfer;
}

function useTransfer(view: SlideView): SlideTransfer {
  const session = useSession();
  const say = useSay();
  const clipboard = useSlideClipboard();
  const now = (): SessionSnapshot => onlyShown(session.snapshot(), view);

  const paste = (slides: readonly LooseSlide[]): void => {
    const { state, current } = session.snapshot();
    const after = selectedKeys(now()).at(-1) ?? current;
    const index = slideIndex(state);
    if (!session.run((deck) => pasteSlides(deck, slides, { index: slideNumber(index, after) }, newId)))
      return say('This cannot be pasted: it holds what this deck takes for a break between slides');
    say(
      `${slides.length === 1 ? '1 slide' : `${slides.length} slides`} pasted after slide ${slideLabelOf(index, after)}`,
    );
  };
  return {
    take: () => {
      const keys = selectedKeys(now());
      return keys.length === 0 ? null : clipboard.take(looseSlides(session.state, keys));
    },
    remove: () => {
      const before = now();
      if (session.run((state) => deleteSlides(state, selectedKeys(before))))
        say(`${nameSelection(before)} cut; V pastes ${before.selected.size === 1 ? 'it' : 'them'}`);
    },
    sayCopied: () => say(`${nameSelection(now())} copied`),
    pasteText: (text) => {
      const slides = clipboard.read(text);
      if ('problem' in slides) say(slides.problem);
      else paste(slides);
    },
    pasteTaken: () => {
      const slides = clipboard.slides();
      if (slides === null) say('No slide was copied yet; Ctrl+V pastes from other programs');
      else paste(slides);
    },
  };
}

/** The snapshot with those slides selected that are shown. */
function onlyShown(snapshot: SessionSnapshot, { all, shown }: SlideView): SessionSnapshot {
  if (shown === all) return snapshot;
  const visible = new Set(shown.map(({ id }) => id));
  return { ...snapshot, selected: new Set([...snapshot.selected].filter((key) => visible.has(key))) };
}

function runSlideCommand(
  session: DeckSession,
  spec: SlideCommand,
  view: SlideView,
  say: (message: string) => void,
): void {
  const before = onlyShown(session.snapshot(), view);
  const command = spec.command(before, view);
  if (command === null || !session.run(command)) return;
  say(spec.says(before, session.snapshot()));
  const range = spec.toWrite?.(session.snapshot()) ?? null;
  if (range !== null) writeOver(session, range);
}

/** Selects a part of the source and puts the focus there; where the source is not in view, only the selection waits. */
function writeOver(session: DeckSession, { from, to }: Range): void {
  session.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 12 }),
    annotations: Transaction.addToHistory.of(false),
  });
  // After the click or the menu that asked for it has let go of the focus.
  requestAnimationFrame(() => {
    const source = document.querySelector<HTMLElement>('.ui-source .cm-editor');
    // By the editor's own way: focused from outside, it would take the browser's caret, at the start of the file, for the user's.
    if (source !== null) EditorView.findFromDOM(source)?.focus();
  });
}
