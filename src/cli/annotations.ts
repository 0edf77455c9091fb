import { resolve } from 'node:path';
import { type AnnotationSummary, summariseAnnotations } from '../core/annotations/annotation-summary.ts';
import { kindName } from '../core/annotations/annotation-kind.ts';
import { commentReport } from '../core/annotations/comments/comment-report.ts';
import { loadAnnotations } from '../core/annotations/sidecar/read.ts';
import { createDeck } from '../core/deck/deck-state.ts';
import { deckTitle } from '../core/deck/summary.ts';
import { Failure, type FailureFields } from '../core/failure.ts';
import { saveAtomically } from '../host/atomic-save.ts';
import { readDeckFile, sidecarPath } from '../host/deck-file.ts';
import { readSidecar } from '../host/sidecar-file.ts';
import { reportPath } from './export-path.ts';
import { printJson, printText, say } from './output.ts';

export interface AnnotationsOptions {
  readonly json?: true;
  /** A file to write the comments to, as Markdown. */
  readonly report?: string;
}

/** `lectern annotations DECK`. */
export async function listAnnotations(deck: string, { json, report }: AnnotationsOptions): Promise<void> {
  const target = report === undefined ? null : await reportPath(report, [deck, sidecarPath(resolve(deck))]);
  const { text } = await readDeckFile(deck);
  const beside = sidecarPath(deck);
  const sidecar = await readSidecar(beside);
  if (sidecar.problem !== null) throw unreadable(sidecar.problem as FailureFields, beside);
  const loaded = loadAnnotations(sidecar.text, createDeck(text));
  if (loaded.problem !== null && loaded.kept === null) throw unreadable(loaded.problem, beside);
  if (loaded.problem !== null) say(`${beside}: warning: ${loaded.problem.message}`);
  const state = createDeck(text, loaded);
  const listed = summariseAnnotations(state);
  const unplaced = listed.filter(({ placed }) => !placed).length;
  if (target !== null) await saveAtomically(target, new TextEncoder().encode(commentReport(state)));
  if (json)
    printJson({ title: deckTitle(state), annotations: listed, unplaced, ...(report !== undefined && { report }) });
  else if (report !== undefined) printText(`${report}: ${count(listed.filter(isComment).length, 'comment')}`);
  else printText(listed.length === 0 ? 'No annotations.' : listing(listed));
}

function unreadable({ code, message }: FailureFields, file: string): Failure {
  return new Failure({
    code,
    message,
    place: { file },
    wayOut: 'Mend or replace that file. It was not changed.',
  });
}

function isComment({ kind }: AnnotationSummary): boolean {
  return kind === 'comment';
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}

/** A heading for each slide, a line for each annotation; replies are set in. */
function listing(all: readonly AnnotationSummary[]): string {
  const lines: string[] = [];
  let heading = '';
  for (const each of all) {
    const next = slideHeading(each);
    if (next !== heading) lines.push(next);
    heading = next;
    lines.push(`  ${line(each)}`);
    for (const reply of each.replies)
      lines.push(`    ${[reply.creator, short(reply.text)].filter(Boolean).join(': ')}`);
  }
  return lines.join('\n');
}

function slideHeading({ slide, placed, lastSlide }: AnnotationSummary): string {
  if (placed) return `Slide ${slide}`;
  return lastSlide === null ? 'Not placed' : `Not placed, was on slide ${lastSlide}`;
}

function line({ kind, author, layer, hidden, text, quote, resolved }: AnnotationSummary): string {
  const facts = [
    author,
    layer === null || layer === 'Default' ? '' : `layer ${short(layer)}`,
    hidden ? 'hidden' : '',
    resolved === null ? '' : 'resolved',
  ].filter(Boolean);
  const about = quote === null ? '' : ` on “${short(quote)}”`;
  const said = text === '' ? '' : `: ${short(text)}`;
  return `${kindName(kind)}${about}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}${said}`;
}

/** On one line and not too long; what would steer the terminal is left out. */
function short(text: string): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return plain.length > 120 ? `${plain.slice(0, 119).trimEnd()}…` : plain;
}
