import { type LooseSlide, slidesAsText, slidesInText } from '../../core/deck/slides-text.ts';

/** Slides that were copied, and the text that stands for them on the system's clipboard. */
interface Copied {
  readonly slides: readonly LooseSlide[];
  readonly text: string;
}

/** Of the channel between windows. */
type ClipboardMessage = { readonly kind: 'copied' | 'carried'; readonly copied: Copied } | { readonly kind: 'wanted' };

/** More text or more slides than this are not pasted. */
const mostText = 16 * 1024 * 1024;
const mostSlides = 10_000;

/**
 * The slides that were copied last in any window of the program. The system's clipboard has them as text; this one knows
 * where each begins, even where a slide's own text looks like a break, and what is drawn on it and said about it.
 */
export class SlideClipboard {
  #copied: Copied | null = null;
  /** What was last dragged. */
  #carried: Copied | null = null;
  #channel: BroadcastChannel | null = null;

  /** Shares what is copied with the other windows, until the returned function is called. */
  listen(): () => void {
    const channel = new BroadcastChannel('lectern-slides');
    channel.addEventListener('message', ({ data }: MessageEvent<ClipboardMessage>) => {
      if (data.kind === 'copied') this.#copy(data.copied);
      else if (data.kind === 'carried') this.#carried = data.copied;
      else if (this.#copied !== null) this.#tell({ kind: 'copied', copied: this.#copied });
    });
    this.#channel = channel;
    this.#tell({ kind: 'wanted' });
    return () => {
      this.#channel = null;
      channel.close();
    };
  }

  /** Takes slides, and gives them as text. */
  take(slides: readonly LooseSlide[]): string {
    const text = slidesAsText(slides);
    const copied = { slides, text };
    this.#copy(copied);
    this.#tell({ kind: 'copied', copied });
    return text;
  }

  /** As {@link take}, for slides that are dragged: {@link read} knows them where they are dropped. */
  carry(slides: readonly LooseSlide[]): string {
    const text = slidesAsText(slides);
    this.#carried = { slides, text };
    this.#tell({ kind: 'carried', copied: this.#carried });
    return text;
  }

  /** What was copied last; `null` where nothing was. */
  slides(): readonly LooseSlide[] | null {
    return this.#copied?.slides ?? null;
  }

  /** The slides in a text that somebody pastes, or one sentence on why it is refused. */
  read(text: string): readonly LooseSlide[] | { readonly problem: string } {
    const known = [this.#carried, this.#copied].find((each) => each !== null && withoutReturns(text) === each.text);
    if (known) return known.slides;
    if (text.length > mostText)
      return { problem: `That is more text than can be pasted at once (${mostText >> 20} MiB).` };
    const breaks = text.match(/^-{2,4}[ \t\r]*$/gm)?.length ?? 0;
    if (breaks > 2 * mostSlides) return { problem: tooMany(breaks) };
    const slides = slidesInText(text);
    if (slides.length > mostSlides) return { problem: tooMany(slides.length) };
    return slides.length === 0 ? { problem: 'There is no text to paste.' } : slides;
  }

  #copy(copied: Copied): void {
    this.#copied = copied;
    // Of two with the same text, the later one is meant.
    this.#carried = null;
  }

  #tell(message: ClipboardMessage): void {
    this.#channel?.postMessage(message);
  }
}

function tooMany(slides: number): string {
  return `These are ${slides.toLocaleString('en')} slides; at most ${mostSlides.toLocaleString('en')} are pasted at once.`;
}

/** The system's clipboard may have changed the line ends. */
function withoutReturns(text: string): string {
  return text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
}

/** Puts text on the system's clipboard, in answer to a key or a click; `false` where the browser does not let us. */
export function writeClipboard(text: string): boolean {
  const allow = (event: Event) => event.preventDefault();
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopPropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  // Without a selection there is nothing to copy, says the browser, unless somebody answers for it.
  document.addEventListener('beforecopy', allow, { capture: true });
  document.addEventListener('copy', write, { capture: true });
  const done = document.execCommand('copy');
  document.removeEventListener('beforecopy', allow, { capture: true });
  document.removeEventListener('copy', write, { capture: true });
  return done;
}
