import { type RefObject, useLayoutEffect, useState } from 'react';
import type { RevealStage } from '../stage/reveal-adapter.ts';

export interface PaperBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where the slide on a stage stands within an element over it, in CSS pixels; `null` before that is known. */
export function usePaperBox(
  over: RefObject<HTMLElement | null>,
  stage: RevealStage,
  size: { readonly width: number; readonly height: number },
): PaperBox | null {
  const [box, setBox] = useState<PaperBox | null>(null);
  const { width, height } = size;
  useLayoutEffect(() => {
    const element = over.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const { left, top } = element.getBoundingClientRect();
      const start = stage.slidePoint({ clientX: left, clientY: top });
      const { scale } = stage;
      setBox({ left: -start.x * scale, top: -start.y * scale, width: width * scale, height: height * scale });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The stage fits its slides when it hears of a new size, which may be any time after this.
    const unfollow = stage.onScale(measure);
    return () => {
      unfollow();
      observer.disconnect();
    };
  }, [over, stage, width, height]);
  return box;
}
