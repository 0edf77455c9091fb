import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useSettings } from '../settings/use-settings.tsx';

/** Widths of a slide in the sorter, in CSS pixels at the usual size; the settings allow no others. */
export const narrowest = 96;
export const widest = 640;

/** How much wider or narrower one step of the keys or the wheel makes it. */
const factor = 1.15;

/** How long it has to stay the same until it is kept, in milliseconds. */
const pause = 400;

export interface SorterWidth {
  readonly width: number;
  readonly set: (width: number) => void;
}

/**
 * How wide slides are in the sorter: at once here, and kept in the settings when it comes to rest. The wheel with Ctrl
 * changes it over `sorter`, and so do Ctrl+plus and Ctrl+minus in it.
 */
export function useSorterWidth(sorter: RefObject<HTMLElement | null>): SorterWidth {
  const { settings, write } = useSettings();
  const [width, setWidth] = useState(settings.sorterWidth);
  const keep = useEffectEvent(() => {
    if (width !== settings.sorterWidth) write({ sorterWidth: width });
  });
  useEffect(() => {
    const timer = setTimeout(keep, pause);
    return () => clearTimeout(timer);
  }, [width]);

  const set = (wanted: number): void => setWidth(Math.round(Math.max(narrowest, Math.min(widest, wanted))));
  const zoom = useEffectEvent((steps: number) => set(width * factor ** steps));
  useEffect(() => {
    const box = sorter.current;
    if (box === null) return undefined;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      // Or else the browser zooms the whole page.
      event.preventDefault();
      zoom(-Math.sign(event.deltaY));
    };
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      const steps = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0;
      if (steps === 0) return;
      event.preventDefault();
      zoom(steps);
    };
    box.addEventListener('wheel', onWheel, { passive: false });
    box.addEventListener('keydown', onKey);
    return () => {
      box.removeEventListener('wheel', onWheel);
      box.removeEventListener('keydown', onKey);
    };
  }, [sorter]);
  return { width, set };
}
