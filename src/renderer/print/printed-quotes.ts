import type { PrintedQuote, PrintJob } from '../../contract/print-job.ts';
import { findQuote } from '../../core/annotations/comments/find-quote.ts';
import type { Area } from '../../core/annotations/drawing/geometry.ts';
import { readMark } from '../../core/export/page-marks.ts';
import { shownWords, trimmed } from '../comments/shown-words.ts';

/** Where the words stand that a job asks for, as far as they are on their slides; on the last of the pages of a slide. */
export function printedQuotes({ slides }: PrintJob): readonly PrintedQuote[] {
  const wanted = slides.filter(({ quotes }) => quotes.length > 0);
  if (wanted.length === 0) return [];
  const sections = new Map<number, HTMLElement>();
  for (const box of document.querySelectorAll('[data-mark]')) {
    const [mark, section] = [readMark(box.id), box.querySelector('section')];
    if (mark?.kind === 'slide' && section !== null) sections.set(mark.slide, section);
  }
  return wanted.flatMap(({ number, quotes }) => {
    const section = sections.get(number);
    if (section === undefined) return [];
    const words = shownWords(section);
    return quotes.flatMap(({ id, ...quote }): readonly PrintedQuote[] => {
      const found = findQuote(words.text, quote);
      const [from, to] = found === null ? [0, 0] : trimmed(words.text, found.from, found.to);
      const range = words.rangeOf(from, to);
      return range === null ? [] : [{ id, boxes: boxesOf(range, section) }];
    });
  });
}

/** The lines of a range, in the slide’s own units, whatever its size on the sheet. */
function boxesOf(range: Range, section: HTMLElement): readonly Area[] {
  const frame = section.closest<HTMLElement>('.slide-frame') ?? section;
  const origin = frame.getBoundingClientRect();
  const scale = frame.offsetWidth === 0 ? 1 : origin.width / frame.offsetWidth;
  const boxes: Area[] = [];
  for (const { left, top, width, height } of range.getClientRects()) {
    if (width === 0 || height === 0) continue;
    const box = {
      x: (left - origin.left) / scale,
      y: (top - origin.top) / scale,
      width: width / scale,
      height: height / scale,
    };
    // A box and the words in it are told apart by the browser, and are one line here.
    const before = boxes.at(-1);
    if (before !== undefined && isInLine(before, box)) boxes.splice(-1, 1, around(before, box));
    else boxes.push(box);
  }
  return boxes;
}

function isInLine(a: Area, b: Area): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared > 0.6 * Math.min(a.height, b.height) && b.x <= a.x + a.width + b.height && b.x + b.width >= a.x;
}

function around(a: Area, b: Area): Area {
  const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
