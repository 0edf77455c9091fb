import { createContext, type ReactElement, type ReactNode, use, useEffect, useState } from 'react';
import type { Drawing } from '../../core/annotations/drawing/drawing.ts';
import { drawingsSvg } from '../../core/annotations/drawing/drawings-svg.ts';

/** Drawings that were copied, and the text that stands for them on the system's clipboard. */
interface Copied {
  readonly drawings: readonly Drawing[];
  readonly text: string;
}

/** Of the channel between windows. */
type ClipboardMessage = { readonly kind: 'copied'; readonly copied: Copied } | { readonly kind: 'wanted' };

/**
 * The drawings that were copied last in any window of the program. The system's clipboard has them as an SVG file's text,
 * which programs that draw take as a picture.
 */
export class DrawingClipboard {
  #copied: Copied | null = null;
  #channel: BroadcastChannel | null = null;
  /** How often they were pasted on each slide since. */
  readonly #pasted = new Map<string, number>();

  /** Shares what is copied with the other windows, until the returned function is called. */
  listen(): () => void {
    const channel = new BroadcastChannel('lectern-drawings');
    channel.addEventListener('message', ({ data }: MessageEvent<ClipboardMessage>) => {
      if (data.kind === 'copied') this.#copy(data.copied);
      else if (this.#copied !== null) channel.postMessage({ kind: 'copied', copied: this.#copied });
    });
    this.#channel = channel;
    channel.postMessage({ kind: 'wanted' });
    return () => {
      this.#channel = null;
      channel.close();
    };
  }

  /** Takes drawings from a slide of this size, and gives them as text. */
  take(drawings: readonly Drawing[], size: { readonly width: number; readonly height: number }): string {
    const text = drawingsSvg(drawings, size);
    this.#copy({ drawings, text });
    this.#channel?.postMessage({ kind: 'copied', copied: { drawings, text } });
    return text;
  }

  /** What was copied last; `null` where nothing was. */
  drawings(): readonly Drawing[] | null {
    return this.#copied?.drawings ?? null;
  }

  /** The drawings that a text from the system's clipboard stands for; `null` where it is another program's. */
  read(text: string): readonly Drawing[] | null {
    return this.#copied !== null && text.replaceAll('\r\n', '\n') === this.#copied.text ? this.#copied.drawings : null;
  }

  /** How often they were pasted on a slide before; this time counts for the next. */
  countPaste(slide: string): number {
    const before = this.#pasted.get(slide) ?? 0;
    this.#pasted.set(slide, before + 1);
    return before;
  }

  #copy(copied: Copied): void {
    this.#copied = copied;
    this.#pasted.clear();
  }
}

const Context = createContext<DrawingClipboard | null>(null);

/** One clipboard of drawings for all decks of the window. */
export function DrawingClipboardProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [clipboard] = useState(() => new DrawingClipboard());
  useEffect(() => clipboard.listen(), [clipboard]);
  return <Context value={clipboard}>{children}</Context>;
}

export function useDrawingClipboard(): DrawingClipboard {
  const clipboard = use(Context);
  if (clipboard === null) throw new Error('useDrawingClipboard outside the program');
  return clipboard;
}
