/** Slides on sheets of paper: one that fills it, one on it, one over its notes, or several with lines to write on. */
import { markName, slideName } from '../../core/export/page-marks.ts';
import type { SheetArea, SlideCell } from '../../core/export/page-layout.ts';
import type { PrintJob, PrintSlide } from '../../core/export/print-job.ts';
import type { DeckLook } from '../slide/deck-look.ts';
import { countSteps } from '../slide/fragments.ts';
import { withDrawings } from '../slide/ink-layer.ts';
import type { RenderedSlide } from '../slide/slide-element.ts';
import { type FrameOptions, slideFrame } from '../slide/slide-frame.ts';
import { fixedSheet, flowingSheet } from './sheet.ts';
import { coverPage, notesPart, sourcesPage } from './written-pages.ts';
import { prepareTags } from './tagged-frame.ts';

export interface PrintedSlide {
  readonly slide: PrintSlide;
  readonly made: RenderedSlide;
}

/** `kept` (the default) for a document that shows no slides otherwise, in which links work. */
export type SheetOptions = Pick<FrameOptions, 'ids'>;

/** All sheets of a job, in order. */
export function sheetsOf(
  job: PrintJob,
  look: DeckLook,
  printed: readonly PrintedSlide[],
  { ids = 'kept' }: SheetOptions = {},
): readonly HTMLElement[] {
  const { layout, cover, sources } = job;
  const names = new Map(job.slides.map((slide) => [slide.number, slide]));
  return [
    ...(cover === null ? [] : [coverPage(cover, layout)]),
    ...(layout.cells.length > 1
      ? handouts(job, look, printed, ids)
      : printed.flatMap((one) => single(job, look, one, ids))),
    ...(sources.length === 0 ? [] : [sourcesPage(sources, names, layout)]),
  ];
}

type Ids = NonNullable<SheetOptions['ids']>;

/** The sheets of one slide, and of its notes. */
function single(job: PrintJob, look: DeckLook, printed: PrintedSlide, ids: Ids): readonly HTMLElement[] {
  const { layout } = job;
  const cell = layout.cells[0];
  if (cell === undefined) return [];
  const steps = stepsOf(job, printed);
  const notes = layout.notes === 'none' ? null : notesPart(printed.made, printed.slide);
  const sheets = steps.map((step) => {
    const frame = stepFrame(look, printed, step, ids);
    if (cell.slide.width === layout.width && cell.slide.height === layout.height) {
      const sheet = fixedSheet(layout);
      mark(sheet, printed.slide, step);
      sheet.append(frame);
      return sheet;
    }
    const isOver = layout.notes === 'below';
    const sheet = isOver ? flowingSheet(layout) : fixedSheet(layout);
    const box = slideBox(frame, cell.slide, look);
    mark(box, printed.slide, step);
    if (isOver) box.classList.add('is-first');
    sheet.append(box);
    if (isOver && notes !== null && step === steps.at(-1)) sheet.append(notes);
    return sheet;
  });
  if (layout.notes !== 'page' || notes === null) return sheets;
  const page = flowingSheet(layout);
  page.append(notes);
  return [...sheets, page];
}

function handouts(job: PrintJob, look: DeckLook, printed: readonly PrintedSlide[], ids: Ids): readonly HTMLElement[] {
  const { layout } = job;
  const places = printed.flatMap((one) => stepsOf(job, one).map((step) => ({ one, step })));
  const sheets: HTMLElement[] = [];
  for (let from = 0; from < places.length; from += layout.cells.length) {
    const sheet = fixedSheet(layout, 'div');
    for (const [i, { one, step }] of places.slice(from, from + layout.cells.length).entries()) {
      const cell = layout.cells[i];
      if (cell === undefined) continue;
      const part = document.createElement('article');
      const box = slideBox(stepFrame(look, one, step, ids), cell.slide, look);
      mark(box, one.slide, step);
      part.append(box, ...lines(cell));
      sheet.append(part);
    }
    sheets.push(sheet);
  }
  return sheets;
}

/** The steps that a slide is shown after; `null` for all of them together. */
function stepsOf({ layout }: PrintJob, { made }: PrintedSlide): readonly (number | null)[] {
  if (layout.fragments === 'final') return [null];
  return Array.from({ length: countSteps(made.section) + 1 }, (_, step) => step);
}

function stepFrame(look: DeckLook, { slide, made }: PrintedSlide, step: number | null, ids: Ids): HTMLElement {
  const again = step !== null && step > 0;
  const frame = slideFrame(made, look, { ids: again ? 'apart' : ids, ...(step === null ? {} : { step }) });
  withDrawings(frame, slide.drawings, look);
  prepareTags(frame);
  return frame;
}

function mark(element: HTMLElement, slide: PrintSlide, step: number | null): void {
  element.id = markName({ kind: 'slide', slide: slide.number, step: step ?? 0 });
  element.dataset['mark'] = slideName(slide);
}

/** A slide at its place on a sheet, as large as the place. */
function slideBox(frame: HTMLElement, place: SheetArea, look: DeckLook): HTMLElement {
  const box = document.createElement('div');
  box.className = 'print-slide';
  put(box, place);
  frame.style.transform = `scale(${place.width / look.width})`;
  box.append(frame);
  return box;
}

function put(element: HTMLElement, { x, y, width, height }: SheetArea): void {
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  element.style.width = `${width}px`;
  element.style.height = `${height}px`;
}

/** Distance of lines to write on: 8 mm, in CSS pixels. */
const lineHeight = (8 * 96) / 25.4;

function lines({ lines: area }: SlideCell): readonly HTMLElement[] {
  if (area === null) return [];
  const block = document.createElement('div');
  block.className = 'print-lines';
  block.ariaHidden = 'true';
  put(block, area);
  for (let at = lineHeight; at <= area.height; at += lineHeight) {
    const line = document.createElement('div');
    line.style.height = `${lineHeight}px`;
    block.append(line);
  }
  return [block];
}
