import { type RefObject, useLayoutEffect, useState } from 'react';
import { fitSlide, type Size } from './stage-fit.ts';

/** The size at which a slide fits into an element's content box, kept up to date as that changes; `null` before it is known. */
export function useFit(room: RefObject<HTMLElement | null>, slide: Size): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  const { width, height } = slide;
  useLayoutEffect(() => {
    const element = room.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined) setSize(fitSlide({ width, height }, entry.contentRect));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [room, width, height]);
  return size;
}
