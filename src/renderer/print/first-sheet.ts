import type { PrintJob } from '../../contract/print-job.ts';
import { deckLook } from '../slide/deck-look.ts';
import { fitSlides } from './fit-slides.ts';
import { renderOne } from './pages.ts';
import { sheetsOf } from './sheets.ts';

/** Shows the first sheet of a job in an element of a page that shows other slides too. */
export function firstSheet(job: PrintJob, host: HTMLElement): void {
  const look = deckLook(job.settings, job.assets);
  const slides = job.cover === null ? job.slides.slice(0, job.layout.cells.length) : [];
  const first = { ...job, slides };
  const [sheet] = sheetsOf(
    first,
    look,
    slides.map((slide) => renderOne(first, slide)),
    { ids: 'apart' },
  );
  if (sheet === undefined) return;
  host.replaceChildren(sheet);
  if (job.layout.shrink) fitSlides(job, host);
}
