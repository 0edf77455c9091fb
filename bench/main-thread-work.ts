import { twoFrames, type Window } from './app-window.ts';

/** Milliseconds of script and style that `act` takes up to the second frame after it. */
export async function workOf(window: Window, act: () => Promise<unknown>): Promise<number> {
  const before = await workSoFar(window);
  await act();
  await twoFrames(window.page);
  return ((await workSoFar(window)) - before) * 1000;
}

/** Seconds of script and style on the main thread since the page was made, by Chromium's own account. */
async function workSoFar({ cdp }: Window): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const wanted = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
  return metrics.reduce((sum, { name, value }) => sum + (wanted.includes(name) ? value : 0), 0);
}
