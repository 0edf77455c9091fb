import type { Window } from './app-window.ts';
import { type KeyCost, traceKeys } from './key-trace.ts';

const keys = 100;
/** The first keys, which compile what later ones run. */
const unmeasured = 10;
/**
 * Milliseconds for CodeMirror's parser to come to the place. Until it has, it parses on with every key, for up to 20 ms; that is
 * the same with CodeMirror alone, and over a few seconds after somebody went there.
 */
const parsing = 4000;

/** Types behind some words. */
export async function typeAfter(window: Window, words: string): Promise<readonly KeyCost[]> {
  await window.page.evaluate((title) => {
    const content = document.querySelector('.cm-content');
    const view = (content as unknown as { cmTile: { view: EditorLike } }).cmTile.view;
    const at = view.state.doc.toString().indexOf(title);
    view.dispatch({ selection: { anchor: at + title.length }, scrollIntoView: true });
    view.focus();
  }, words);
  await window.page.waitForTimeout(parsing);
  const typed = Array.from({ length: keys + unmeasured }, (_, i) => 'abcdefghij '.charAt(i % 11));
  const costs = await traceKeys(window, { keys: typed, shownAfter: 'input', pause: 40 });
  return costs.slice(unmeasured);
}

interface EditorLike {
  readonly state: { readonly doc: { toString(): string } };
  dispatch(spec: { readonly selection: { readonly anchor: number }; readonly scrollIntoView: boolean }): void;
  focus(): void;
}
