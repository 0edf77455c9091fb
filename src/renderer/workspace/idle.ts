/**
 * Calls back when the browser has nothing better to do, at the latest after `patience` milliseconds; `left` tells how many
 * milliseconds it may take.
 */
export function whenIdle(work: (left: () => number) => void, patience = 1000): () => void {
  // Safari has no such thing.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(() => work(() => 0), 50);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback((deadline) => work(() => deadline.timeRemaining()), {
    timeout: patience,
  });
  return () => cancelIdleCallback(handle);
}

/** Runs a generator to its end in the time that is left over, and hands over what it returns. The returned function stops it. */
export function runWhenIdle<T>(steps: Generator<void, T>, onEnd: (value: T) => void): () => void {
  const slice = (left: () => number): void => {
    do {
      const step = steps.next();
      if (step.done === true) return onEnd(step.value);
    } while (left() > 2);
    cancel = whenIdle(slice);
  };
  let cancel = whenIdle(slice);
  return () => cancel();
}
