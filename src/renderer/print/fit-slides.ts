/** What is too large for its slide, once everything is laid out: named, and made smaller where that is wanted. */
import type { PrintJob } from '../../contract/print-job.ts';
import { readMark } from '../../core/export/page-marks.ts';
import type { Diagnostic } from '../../core/diagnostic.ts';
import { saysOverflow, slideOverflow } from '../slide/slide-overflow.ts';

/** Text is made no smaller than this: what does not fit then has to be split. */
const least = 0.5;

/** CSS pixels that are let go. */
const tolerance = 2;

/** Finds the slides of a page that run over, and shrinks them if the job says so. */
export function fitSlides({ layout }: PrintJob, root: ParentNode = document): readonly Diagnostic[] {
  const over: { readonly box: Element; readonly section: HTMLElement; readonly slide: number }[] = [];
  for (const box of root.querySelectorAll('[data-mark]')) {
    const mark = readMark(box.id);
    const section = box.querySelector('section');
    if (mark?.kind === 'slide' && section !== null && runsOver(section)) over.push({ box, section, slide: mark.slide });
  }
  if (layout.shrink) for (const { section } of over) shrink(section);
  const told = new Set<number>();
  return over.flatMap(({ section, slide }): readonly Diagnostic[] => {
    const overflow = told.has(slide) ? null : slideOverflow(section);
    if (overflow === null) return [];
    told.add(slide);
    const rest = layout.shrink
      ? 'Made half as large it still does not fit, and is cut off.'
      : 'What is outside is cut off.';
    return [{ code: 'overflow', severity: 'warning', slide, message: `${saysOverflow(overflow)} ${rest}` }];
  });
}

/** A quick look at a slide: what is told of it is measured exactly. */
function runsOver(section: HTMLElement): boolean {
  return isCut(section) || [...section.querySelectorAll<HTMLElement>('pre > code')].some((code) => isCut(code));
}

function isCut({ scrollHeight, clientHeight, scrollWidth, clientWidth }: HTMLElement): boolean {
  return scrollHeight > clientHeight + tolerance || scrollWidth > clientWidth + tolerance;
}

/** Gives a slide the largest text with which it fits: everything on it is measured in that. */
function shrink(section: HTMLElement): void {
  const frame = section.closest<HTMLElement>('.slide-frame');
  if (frame === null) return;
  const whole = Number(getComputedStyle(frame).getPropertyValue('--slide-text-scale')) || 1;
  const wear = (share: number): void => frame.style.setProperty('--slide-text-scale', String(whole * share));
  let [fits, runs] = [least, 1];
  for (let round = 0; round < 7; round++) {
    const middle = (fits + runs) / 2;
    wear(middle);
    if (runsOver(section)) runs = middle;
    else fits = middle;
  }
  wear(fits);
}
