import { createDeck } from '../core/deck/deck-state.ts';
import { deckDiagnostics } from '../core/checks/deck-diagnostics.ts';
import { deckSettings } from '../core/deck/front-matter.ts';
import { deckTitle, type SlideSummary, summarise } from '../core/deck/summary.ts';
import { readDeckFile } from '../host/deck-file.ts';
import { printJson, printText, sayDiagnostics } from './output.ts';

/** `lectern slides DECK`. */
export async function slides(deck: string, options: { readonly json?: true }): Promise<void> {
  const state = createDeck((await readDeckFile(deck)).text);
  const listed = summarise(state);
  sayDiagnostics(deck, deckDiagnostics(state));
  if (options.json) {
    const marking = deckSettings(state).settings.marking ?? null;
    printJson({ title: deckTitle(state), marking, slides: listed });
  } else {
    const digits = String(listed.length).length;
    printText(listed.map((slide) => line(slide, digits)).join('\n'));
  }
}

/** Number and title; a slide of a stack is set in, and what is unusual about it follows. */
function line({ number, v, title, hidden, marking, timing }: SlideSummary, digits: number): string {
  const remarks = [hidden ? 'hidden' : null, marking, timing === null ? null : `${timing} s`].filter(
    (remark) => remark !== null,
  );
  const named = title === '' ? '(no title)' : title;
  const end = remarks.length === 0 ? '' : `  [${remarks.join(', ')}]`;
  return `${String(number).padStart(digits)}  ${v === 0 ? '' : '  '}${named}${end}`;
}
