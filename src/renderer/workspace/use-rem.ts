import { useSyncExternalStore } from 'react';
import { remPixels, usualRem } from './rem-pixels.ts';

/** CSS pixels in one `rem`, which grows with the window on large screens; see `tokens.css`. */
export function useRem(): number {
  return useSyncExternalStore(onResize, remPixels);
}

/** How much larger everything is than in a window of a usual size, where it is 1; see `tokens.css`. */
export function useScale(): number {
  return useRem() / usualRem;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
