import type { PrintJob } from './print-job.ts';

type Job = Omit<PrintJob, 'assets'>;

/** From so many slides on it is worth while to print two parts at once. */
const leastToDivide = 75;
/**
 * Slides of two parts of a large deck, which are printed at the same time: enough that what each part has of its own, fonts above all,
 * hardly counts; few enough to take little memory, and to tell how far the work is.
 */
const inTwoParts = 250;

/**
 * Divides a job into parts that can be printed at the same time, by nothing but the deck: whatever the machine, the same deck
 * comes in the same parts. The cover comes with the first, the sources and the labels with the last. Sheets of several slides stay whole; where
 * it is not known how many there will be, a job stays whole too.
 */
export function printParts(job: Job): readonly Job[] {
  const { slides, layout, cover, sources, labels } = job;
  const onSheet = layout.cells.length;
  const isWhole = slides.length < leastToDivide || (layout.fragments === 'steps' && onSheet > 1);
  const count = isWhole ? 1 : 2 * Math.max(1, Math.round(slides.length / inTwoParts));
  const size = Math.ceil(slides.length / count / onSheet) * onSheet;
  const parts = Math.ceil(slides.length / size);
  return Array.from({ length: parts }, (_, i) => {
    const own = slides.slice(i * size, (i + 1) * size);
    const numbers = new Set(own.map(({ number }) => number));
    return {
      ...job,
      slides: own,
      elsewhere: slides.filter(({ number }) => !numbers.has(number)).map(({ number, h, v }) => ({ number, h, v })),
      cover: i === 0 ? cover : null,
      sources: i === parts - 1 ? sources : [],
      labels: i === parts - 1 ? labels : [],
    };
  });
}
