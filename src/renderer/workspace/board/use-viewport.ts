import { type RefObject, useLayoutEffect, useState } from 'react';

/** The part of a scrolled element that is in view. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  /** In steps, so that not every pixel of scrolling draws anew. */
  readonly top: number;
}

const step = 160;

/** What of an element is in view; `null` until it is measured. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport | null {
  const [viewport, setViewport] = useState<Viewport | null>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (box === null) return undefined;
    const measure = () => {
      const next = {
        width: box.clientWidth,
        height: box.clientHeight,
        top: Math.floor(box.scrollTop / step) * step,
      };
      setViewport((now) =>
        now?.width === next.width && now.height === next.height && now.top === next.top ? now : next,
      );
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(box);
    box.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      box.removeEventListener('scroll', measure);
    };
  }, [element]);
  return viewport;
}
