import { copyOf } from '../../core/annotations/copied-annotations.ts';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { moveDrawing } from '../../core/annotations/drawing/transform.ts';
import { writeClipboard } from '../workspace/slide-clipboard.ts';
import { useDrawingClipboard } from './drawing-clipboard.tsx';
import { type DrawingDesk, idsOf } from './drawing-desk.ts';
import { writtenLabel } from './labels.ts';
import { newId } from './new-id.ts';

/** How far a copy lies from what it is a copy of, in slide units. */
const offset = 24;

/** More text than this makes no label. */
const mostText = 2000;

/** Drawings on their way: what the browser's clipboard events, keys and menus share. */
export interface DrawingTransfer {
  readonly onCopy: (event: ClipboardEvent) => void;
  readonly onCut: (event: ClipboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
  /** The same for commands, which have no such event. */
  readonly copy: () => void;
  readonly cut: () => void;
  readonly paste: () => void;
  readonly duplicate: () => void;
}

export function useDrawingTransfer(
  desk: DrawingDesk,
  size: { readonly width: number; readonly height: number },
): DrawingTransfer {
  const clipboard = useDrawingClipboard();
  const { model, say } = desk;

  const take = (): string | null => {
    const selected = desk.selected();
    return selected.length === 0 ? null : clipboard.take(selected, size);
  };
  const remove = (): void => {
    const selected = desk.selected();
    if (desk.remove(selected)) say(`${counted(selected)} cut`);
  };
  const sayCopied = (): void => say(`${counted(desk.selected())} copied`);
  /** Copies drawings onto the slide and selects them. */
  const put = (drawings: readonly Drawing[], by: number, origin: 'paste' | 'duplicate'): void => {
    const { layer } = desk.fields();
    const copies = drawings.map((drawing) => ({
      ...moveDrawing(copyOf(drawing, desk.slide, newId), by * offset, by * offset),
      layer: origin === 'duplicate' ? drawing.layer : layer,
    }));
    if (!desk.add(copies, origin)) return;
    model.take('select');
    model.select(idsOf(copies));
    say(`${counted(copies)} ${origin === 'paste' ? 'pasted' : 'duplicated'}`);
  };
  const paste = (drawings: readonly Drawing[]): void => {
    const there = new Set(idsOf(desk.drawings()));
    const lies = drawings.some(({ id }) => there.has(id)) ? 1 : 0;
    put(drawings, clipboard.countPaste(desk.slide) + lies, 'paste');
  };
  const pasteText = (text: string): void => {
    const known = clipboard.read(text);
    if (known !== null) return paste(known);
    if (text.trim() === '') return say('There is neither a drawing nor a text to paste');
    if (text.length > mostText) return say(`That is more text than a slide can hold (${mostText} characters)`);
    const label = writtenLabel(desk, text, size);
    if (!desk.add([label], 'paste')) return;
    model.take('select');
    model.select([label.id]);
    say('Text pasted');
  };
  const write = (done: () => void): void => {
    const text = take();
    if (text === null) return;
    if (!writeClipboard(text)) say('The browser did not let Lectern write to the clipboard');
    done();
  };
  const answer = (event: ClipboardEvent, done: () => void): void => {
    const text = isWriting(event) ? null : take();
    if (text === null) return;
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
    done();
  };
  return {
    onCopy: (event) => answer(event, sayCopied),
    onCut: (event) => answer(event, remove),
    onPaste: (event) => {
      if (isWriting(event)) return;
      event.preventDefault();
      pasteText(event.clipboardData?.getData('text/plain') ?? '');
    },
    copy: () => write(sayCopied),
    cut: () => write(remove),
    paste: () => {
      const taken = clipboard.drawings();
      if (taken === null) say('No drawing was copied yet; Ctrl+V pastes from other programs');
      else paste(taken);
    },
    duplicate: () => put(desk.selected(), 1, 'duplicate'),
  };
}

/** Whether a clipboard event is about the text of a label that is being written. */
function isWriting({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLTextAreaElement;
}

function counted(drawings: readonly Drawing[]): string {
  return drawings.length === 1 ? '1 drawing' : `${drawings.length} drawings`;
}
