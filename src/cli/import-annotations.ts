import { resolve } from 'node:path';
import { annotationKind, annotationText, kindName } from '../core/annotations/annotation-kind.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import { importReview, type ReviewImport } from '../core/annotations/review/import-review.ts';
import type { LeftOutMark } from '../core/annotations/review/review.ts';
import { loadAnnotations } from '../core/annotations/sidecar/read.ts';
import { sidecarText } from '../core/annotations/sidecar/write.ts';
import { createDeck } from '../core/deck/deck-state.ts';
import { slideIndex } from '../core/deck/slide-index.ts';
import { Failure, type FailureFields } from '../core/failure.ts';
import { readDeckFile, sidecarPath } from '../host/deck-file.ts';
import { readReviewFile } from '../host/review/read-review.ts';
import { readSidecar, saveSidecar } from '../host/sidecar-file.ts';
import { printJson, printText, say } from './output.ts';

export interface ImportOptions {
  readonly into: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** `lectern annotations import REVIEWED.pdf --into DECK`. */
export async function importAnnotations(pdf: string, { into, dryRun, json }: ImportOptions): Promise<void> {
  const { text } = await readDeckFile(into);
  const beside = sidecarPath(resolve(into));
  const sidecar = await readSidecar(beside);
  if (sidecar.problem !== null) throw unusable(sidecar.problem as FailureFields, beside);
  const loaded = loadAnnotations(sidecar.text, createDeck(text));
  if (loaded.readOnly && loaded.problem !== null) throw unusable(loaded.problem, beside);
  if (loaded.problem !== null) say(`${beside}: warning: ${loaded.problem.message}`);
  const state = createDeck(text, loaded);
  const review = await readReviewFile(pdf);
  const context = { newId: () => `urn:uuid:${crypto.randomUUID()}`, now: new Date().toISOString() };
  const found = importReview(state, review, context);
  const after = found.transaction?.state ?? state;
  let setAside: string | null = null;
  if (found.transaction !== null && dryRun !== true) {
    const written = { text: sidecarText(after, loaded.kept) ?? '', bom: false, base: sidecar.revision };
    const saved = await saveSidecar(beside, written, loaded.damaged);
    if (saved.outcome === 'changed-on-disk') throw changedMeanwhile(beside);
    setAside = saved.setAside;
  }
  if (setAside !== null) say(`${beside}: warning: the damaged file is kept as ${setAside}.`);
  const numbers = new Map(slideIndex(after).slides.map(({ key }, i) => [key, i + 1]));
  const slideOf = ({ slide }: Annotation): number | null => numbers.get(slide) ?? null;
  if (json === true) printJson(summary(found, slideOf, dryRun === true));
  else printText(report(found, slideOf, dryRun === true));
}

type SlideOf = (annotation: Annotation) => number | null;

function summary(found: ReviewImport, slideOf: SlideOf, dryRun: boolean): Readonly<Record<string, unknown>> {
  const listed = (all: readonly Annotation[]) =>
    all.map((each) => ({
      id: each.id,
      kind: annotationKind(each),
      slide: slideOf(each),
      text: annotationText(each),
    }));
  const { added, changed, missing, locked, unchanged, leftOut } = found;
  return {
    added: listed(added),
    changed: listed(changed),
    unchanged,
    missing: listed(missing),
    locked: listed(locked),
    unplaced: added.filter((each) => slideOf(each) === null).length,
    leftOut,
    dryRun,
  };
}

function report(found: ReviewImport, slideOf: SlideOf, dryRun: boolean): string {
  const { added, changed, missing, locked, unchanged, leftOut } = found;
  const line = (each: Annotation): string => {
    const slide = slideOf(each);
    const said = short(annotationText(each));
    const where = slide === null ? 'not placed' : `slide ${slide}`;
    return `  ${kindName(annotationKind(each))}, ${where}${said === '' ? '' : `: ${said}`}`;
  };
  const part = (heading: string, all: readonly Annotation[]) => (all.length === 0 ? [] : [heading, ...all.map(line)]);
  const lines = [
    ...part(dryRun ? 'Would be added:' : 'Added:', added),
    ...part(dryRun ? 'Would be changed:' : 'Changed:', changed),
    ...part('Changed in the PDF, but on a locked layer here:', locked),
    ...part('No longer in the PDF, and kept here:', missing),
    ...(leftOut.length === 0 ? [] : ['Left out:', ...leftOut.map(leftOutLine)]),
  ];
  const rest = unchanged === 0 ? [] : [`${unchanged} as they were.`];
  return lines.length + rest.length === 0 ? 'The PDF has no annotations.' : [...lines, ...rest].join('\n');
}

function leftOutLine({ page, kind, author, text, reason }: LeftOutMark): string {
  const why = reason === 'kind' ? 'of no kind that slides have' : 'on no slide';
  const said = [author, short(text)].filter(Boolean).join(': ');
  return `  ${short(kind)} on page ${page}, ${why}${said === '' ? '' : ` (${said})`}`;
}

/** On one line and not too long; what would steer the terminal is left out. */
function short(text: string): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 119).trimEnd()}…` : plain;
}

function unusable({ code, message }: FailureFields, file: string): Failure {
  return new Failure({
    code,
    message,
    place: { file },
    wayOut: 'Mend or replace that file. It was not changed, and nothing was imported.',
  });
}

function changedMeanwhile(file: string): Failure {
  return new Failure({
    code: 'refused',
    message: 'The annotations were changed by another program meanwhile.',
    place: { file },
    wayOut: 'Run the import again.',
  });
}
