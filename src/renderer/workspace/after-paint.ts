/** How long at most is waited for a frame: a window that nobody sees draws none. In milliseconds. */
const longestWait = 100;

/**
 * Calls `task` once what the page shows now is on the screen, unless the returned function is called first.
 * The message comes after the frame that the browser is about to draw; a task in the frame itself would delay it.
 */
export function afterPaint(task: () => void): () => void {
  let isOver = false;
  const once = (): void => {
    if (isOver) return;
    stop();
    task();
  };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', once);
  port1.start();
  const frame = requestAnimationFrame(() => port2.postMessage(null));
  const timer = setTimeout(once, longestWait);
  const stop = (): void => {
    isOver = true;
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    port1.close();
  };
  return stop;
}
