import { slideLabel } from '../deck/slide-label.ts';
import type { PrintSlide } from './print-job.ts';

/** What stands on a page and is found again by its name: the id of an element of the print page. */
export interface PageMark {
  readonly kind: 'slide' | 'notes' | 'cover' | 'sources';
  /** Of the deck, from 1; 0 for a cover and for sources. */
  readonly slide: number;
  /** How many steps of the slide are shown, where each has a page. */
  readonly step: number;
}

/** The name of a mark: `page-3`, or `page-3-1` after its first step. A deck’s own ids begin otherwise. */
export function markName({ kind, slide, step }: PageMark): string {
  if (slide === 0) return `page-${kind}`;
  return `${kind === 'notes' ? 'notes' : 'page'}-${slide}${step === 0 ? '' : `-${step}`}`;
}

/** The mark that a name stands for; `null` for another name. */
export function readMark(name: string): PageMark | null {
  if (name === 'page-cover' || name === 'page-sources')
    return { kind: name === 'page-cover' ? 'cover' : 'sources', slide: 0, step: 0 };
  const [, kind, slide, step = '0'] = /^(page|notes)-([1-9]\d*)(?:-(\d+))?$/.exec(name) ?? [];
  if (kind === undefined) return null;
  return { kind: kind === 'page' ? 'slide' : 'notes', slide: Number(slide), step: Number(step) };
}

/** The name of the sheet that a label is printed on, by its place among the labels of a job. */
export function labelMark(place: number): string {
  return `label-${place}`;
}

/** The label of a page with these slides: `3`, `3.1`, `4–6`, `Notes 3`; as viewers show it in place of the page’s count. */
export function pageLabel(marks: readonly PageMark[], slides: ReadonlyMap<number, PrintSlide>): string {
  const labels = marks.map((mark) => {
    if (mark.kind === 'cover') return 'Cover';
    if (mark.kind === 'sources') return 'Sources';
    const slide = slides.get(mark.slide);
    return slide === undefined ? '' : slideLabel(slide);
  });
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  if (marks.every(({ kind }) => kind === 'notes')) return `Notes ${first}`;
  return first === last ? first : `${first}–${last}`;
}

/** What a link to a slide, or a tag around it, calls it: `Slide 3.1: Payload`. */
export function slideName(slide: PrintSlide): string {
  return `Slide ${slideLabel(slide)}${slide.title === '' ? '' : `: ${slide.title}`}`;
}
