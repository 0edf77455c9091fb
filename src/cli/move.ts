import type { ChangeSet, EditorState, Transaction } from '@codemirror/state';
import { moveSlides } from '../core/deck/commands/move-slides.ts';
import { createDeck, deckText } from '../core/deck/deck-state.ts';
import { deckDiagnostics } from '../core/checks/deck-diagnostics.ts';
import { slideIndex } from '../core/deck/slide-index.ts';
import { noSuchSlide } from '../core/export/page-plan.ts';
import { parseSlideRange } from '../core/export/slide-range.ts';
import { Failure } from '../core/failure.ts';
import { readDeckFile, saveDeckFile } from '../host/deck-file.ts';
import { printJson, printText, sayDiagnostics } from './output.ts';

export interface MoveOptions {
  readonly below?: true;
  readonly out?: true;
  readonly dryRun?: true;
  readonly json?: true;
}

/** One replacement in a file’s text: offsets in UTF-16 code units, without the byte order mark. */
interface FileChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** `lectern move DECK FROM TO`. */
export async function move(deck: string, from: string, to: string, options: MoveOptions): Promise<void> {
  const moved = oneRange(from);
  const target = oneNumber(to);
  const file = await readDeckFile(deck);
  const state = createDeck(file.text);
  const transaction = moveTransaction(state, moved, target, options);
  const changes = transaction === null ? [] : fileChanges(state, transaction.changes);
  if (transaction !== null && !options.dryRun) {
    const saved = await saveDeckFile(deck, { text: deckText(transaction.state), bom: file.bom, base: file.revision });
    if (saved.outcome === 'changed-on-disk') throw changedMeanwhile(deck);
  }
  // Lines are those of the file as it is now.
  sayDiagnostics(deck, deckDiagnostics(transaction === null || options.dryRun ? state : transaction.state));
  if (options.json) printJson({ changes });
  else printText(report(moved, target, changes, options.dryRun === true));
}

/** The move; `null` where the slides are there already. */
function moveTransaction(
  state: EditorState,
  moved: readonly number[],
  to: number,
  options: MoveOptions,
): Transaction | null {
  const { slides } = slideIndex(state);
  const beyond = moved.find((number) => number > slides.length);
  if (beyond !== undefined) throw noSuchSlide(beyond, slides.length);
  const last = slides.length - moved.length + 1;
  if (to > last) {
    throw wrong(
      `There is no place ${to}: the first of the moved slides can be at most slide ${last}.`,
      'Choose a smaller TO.',
    );
  }
  if (options.below && to === 1) throw wrong('Slide 1 has no slide before it to go below.', 'Choose a TO from 2 on.');
  const kind = options.below ? 'vertical' : options.out ? 'horizontal' : null;
  const stays = kind === null || (moved.length === 1 && slides[to - 1]?.break === kind);
  if (moved[0] === to && stays) return null;
  const keys = moved.flatMap((number) => slides[number - 1]?.key ?? []);
  const transaction = moveSlides(state, keys, { index: to - 1, ...(kind === null ? {} : { break: kind }) });
  if (transaction === null && moved[0] !== to) throw notExpressible();
  return transaction;
}

/** What a transaction changes, in the file’s own offsets: in the editor’s, each line end counts one. */
function fileChanges(state: EditorState, changes: ChangeSet): readonly FileChange[] {
  const extra = state.lineBreak.length - 1;
  const inFile = (offset: number): number => offset + extra * (state.doc.lineAt(offset).number - 1);
  const found: FileChange[] = [];
  changes.iterChanges((from, to, _fromAfter, _toAfter, inserted) => {
    found.push({
      from: inFile(from),
      to: inFile(to),
      insert: inserted.sliceString(0, inserted.length, state.lineBreak),
    });
  });
  return found;
}

function report(moved: readonly number[], to: number, changes: readonly FileChange[], dryRun: boolean): string {
  const [first = 0] = moved;
  const named = moved.length === 1 ? `Slide ${first}` : `Slides ${first}-${first + moved.length - 1}`;
  if (changes.length === 0) return `${named}: already there, nothing to change.`;
  const place = moved.length === 1 ? `slide ${to}` : `slides ${to}-${to + moved.length - 1}`;
  if (!dryRun) return `${named} moved: now ${place}.`;
  const lines = changes.map(({ from, to: end, insert }) => `  ${from}-${end}: ${JSON.stringify(insert)}`);
  return [`${named} would become ${place}. In the file, in UTF-16 code units:`, ...lines].join('\n');
}

function oneRange(text: string): readonly number[] {
  if (text.includes(','))
    throw wrong(`“${text}” is more than one range of slides.`, 'Move one slide or one range at a time, such as 2-4.');
  return parseSlideRange(text);
}

function oneNumber(text: string): number {
  const [number] = /^\d+$/.test(text) ? parseSlideRange(text) : [];
  if (number === undefined)
    throw wrong(`“${text}” is not a slide number.`, 'Give the number that the first moved slide gets.');
  return number;
}

function wrong(message: string, wayOut: string): Failure {
  return new Failure({ code: 'bad-arguments', message, wayOut });
}

function notExpressible(): Failure {
  return new Failure({
    code: 'refused',
    message: 'The move cannot be written with this deck’s own separators.',
    wayOut: 'Look at “separator” and “verticalSeparator” in its front matter.',
  });
}

function changedMeanwhile(deck: string): Failure {
  return new Failure({
    code: 'refused',
    message: 'Another program changed the deck at the same moment, so it was left alone.',
    place: { file: deck },
    wayOut: 'Run the command again.',
  });
}
