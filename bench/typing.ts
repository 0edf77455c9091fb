import { twoFrames, type Window, workOf } from './app-window.ts';

const keys = 120;

/** Types behind some words. `paint`: from each key's event to the frame that shows it; `work`: script and style for it. In milliseconds. */
export async function typeAfter(
  window: Window,
  words: string,
): Promise<{ readonly paint: readonly number[]; readonly work: readonly number[] }> {
  const { page } = window;
  await page.evaluate((title) => {
    const content = document.querySelector('.cm-content');
    const view = (content as unknown as { cmTile: { view: EditorLike } }).cmTile.view;
    const at = view.state.doc.toString().indexOf(title);
    view.dispatch({ selection: { anchor: at + title.length }, scrollIntoView: true });
    view.focus();
  }, words);
  await page.evaluate(() => {
    const paints: number[] = [];
    Object.assign(globalThis, { paints });
    const { port1, port2 } = new MessageChannel();
    const begun: number[] = [];
    port1.addEventListener('message', () => paints.push(performance.now() - (begun.shift() ?? Number.NaN)));
    port1.start();
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        begun.push(timeStamp);
        requestAnimationFrame(() => port2.postMessage(null));
      },
      { capture: true },
    );
  });
  const work: number[] = [];
  for (let key = -10; key < keys; key++) {
    const figure = await workOf(window, () => page.keyboard.press('abcdefghij '.charAt((key + 11) % 11)));
    if (key >= 0) work.push(figure);
  }
  await twoFrames(page);
  const paint = await page.evaluate(() => (globalThis as unknown as { paints: number[] }).paints);
  return { paint: paint.slice(-keys), work };
}

interface EditorLike {
  readonly state: { readonly doc: { toString(): string } };
  dispatch(spec: { readonly selection: { readonly anchor: number }; readonly scrollIntoView: boolean }): void;
  focus(): void;
}
