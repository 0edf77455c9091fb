import { type ReactElement, useLayoutEffect, useRef } from 'react';
import type { DeckLook } from '../slide/deck-look.ts';

interface SlidePictureProps {
  readonly look: DeckLook;
  /** Width of the picture in CSS pixels; its height follows. */
  readonly width: number;
  /** Makes the slide's frame at its true size; called again when this function changes. */
  readonly draw: () => HTMLElement;
}

/** A small, still picture of a slide. It is a picture only: no focus, no clicks, nothing for screen readers. */
export function SlidePicture({ look, width, draw }: SlidePictureProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef(false);
  const scale = width / look.width;

  useLayoutEffect(() => {
    const paint = () => {
      const frame = draw();
      frame.style.transform = `scale(${scale})`;
      frame.style.transformOrigin = '0 0';
      host.current?.replaceChildren(frame);
      drawn.current = true;
    };
    // The first picture is there at once; later ones wait for the next frame, so that typing does not wait for them.
    if (!drawn.current) return paint();
    const frame = requestAnimationFrame(paint);
    return () => cancelAnimationFrame(frame);
  }, [draw, scale]);

  return (
    <div
      ref={host}
      className="ui-picture"
      aria-hidden
      inert
      style={{ width, height: Math.round(look.height * scale) }}
    />
  );
}
