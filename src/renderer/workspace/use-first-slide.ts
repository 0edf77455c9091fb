import { useCallback, useRef } from 'react';
import type { FirstSlide } from '../first-slide/first-slide.ts';

export interface FirstSlideCover {
  /** Keeps a first slide over the window, in place of one that is there. Resolves when it is on the screen. */
  readonly cover: (showing: Promise<FirstSlide | null>) => Promise<void>;
  /** What is under it is there to be seen. */
  readonly uncover: () => void;
}

/** The first slide that stands over the window until what is under it is drawn. @param start the one that is there at the start */
export function useFirstSlide(start: FirstSlide | null): FirstSlideCover {
  const now = useRef(start);
  const uncover = useCallback((): void => {
    now.current?.leave();
    now.current = null;
  }, []);
  const cover = useCallback(
    async (showing: Promise<FirstSlide | null>): Promise<void> => {
      const next = await showing;
      uncover();
      now.current = next;
    },
    [uncover],
  );
  return { cover, uncover };
}
