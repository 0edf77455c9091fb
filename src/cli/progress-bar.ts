import { stripVTControlCharacters } from 'node:util';
import type { OnProgress } from '../host/export/writer.ts';

type Progress = Parameters<OnProgress>[0];

/** Where a bar is shown: a terminal, or anything else, on which none is. */
export interface BarStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Characters of the bar itself; a terminal that is too narrow for it shows the words alone. */
const longest = 24;

/** Back to the start of the line, and nothing on it. */
const clear = '\r\u001B[K';

/**
 * Shows on a terminal how far `work` is, in one line that is gone when it ends; on anything else nothing is shown.
 * @param name what is worked on
 */
export async function withProgressBar<T>(
  stream: BarStream,
  name: string,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  if (stream.isTTY !== true) return work(() => undefined);
  let shown = '';
  const show = (line: string): void => {
    // The same line again would only flicker.
    if (line !== shown) stream.write(clear + line);
    shown = line;
  };
  // A file's own name must not steer the terminal.
  const title = stripVTControlCharacters(name).replace(/\p{Cc}/gu, ' ');
  // Some terminals say that they have none.
  const columns = (stream.columns ?? 0) > 0 ? (stream.columns ?? 0) : 80;
  show(barLine(title, { phase: 'layout', done: 0, total: 0 }, columns));
  try {
    return await work((progress) => show(barLine(title, progress, columns)));
  } finally {
    stream.write(clear);
  }
}

/** One line, shorter than so many columns: `deck.md [########········] 250 of 500 slides`. */
export function barLine(name: string, { phase, done, total }: Progress, columns: number): string {
  const words = {
    layout: total === 0 ? 'starting…' : `laying out ${count(total)}…`,
    print: `${done} of ${count(total)}`,
    write: 'finishing the file…',
  }[phase];
  const share = phase === 'write' ? 1 : phase === 'layout' || total === 0 ? 0 : Math.min(1, done / total);
  // A line that fills the terminal would go on to the next one.
  const room = columns - 1;
  const length = Math.min(longest, room - width(name) - words.length - ' [] '.length);
  if (length < 4) return width(name) + words.length < room ? `${name} ${words}` : words.slice(0, Math.max(0, room));
  const full = Math.round(share * length);
  return `${name} [${'#'.repeat(full)}${'·'.repeat(length - full)}] ${words}`;
}

/** Columns that a terminal shows a text in: letters of East Asia take two. */
function width(text: string): number {
  return text.length + (text.match(/[\u1100-\u115F\u2E80-\uD7FF\uF900-\uFAFF\uFF00-\uFF60]/g)?.length ?? 0);
}

function count(slides: number): string {
  return `${slides} ${slides === 1 ? 'slide' : 'slides'}`;
}
