import { type RefObject, useEffect, useRef } from 'react';

/** How near the pointer has to come to the edge, in CSS pixels. */
const reach = 56;
/** CSS pixels in a millisecond at the very edge, and the longest time that one frame makes up for. */
const fastest = 1.8;
const longest = 100;

/** Scrolls an element while something is held near its upper or lower edge. */
export interface EdgeScroll {
  /** The pointer is at this height of the window. */
  readonly hold: (clientY: number) => void;
  readonly stop: () => void;
}

/** @param onScroll hears of each scroll, so that what is under the resting pointer can be looked at again */
export function useEdgeScroll(element: RefObject<HTMLElement | null>, onScroll: () => void): EdgeScroll {
  const frame = useRef<number | null>(null);
  const at = useRef(0);
  const last = useRef(0);
  const heard = useRef(onScroll);
  useEffect(() => {
    heard.current = onScroll;
  });
  const stop = (): void => {
    if (frame.current !== null) cancelAnimationFrame(frame.current);
    frame.current = null;
  };
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current);
    },
    [],
  );
  const tick = (now: number): void => {
    const passed = Math.min(longest, Math.max(0, now - last.current));
    last.current = now;
    frame.current = null;
    const box = element.current;
    if (box === null) return;
    const { top, bottom } = box.getBoundingClientRect();
    const near = Math.max(0, top + reach - at.current) - Math.max(0, at.current - (bottom - reach));
    if (near === 0) return;
    const before = box.scrollTop;
    box.scrollBy(0, -Math.max(-1, Math.min(1, near / reach)) * fastest * passed);
    // At the end there is nothing to wait for, but the first frame may have had no time to go anywhere.
    if (box.scrollTop === before && passed > 1) return;
    heard.current();
    frame.current = requestAnimationFrame(tick);
  };
  return {
    hold: (clientY) => {
      at.current = clientY;
      if (frame.current !== null) return;
      last.current = performance.now();
      frame.current = requestAnimationFrame(tick);
    },
    stop,
  };
}
