import type { Point } from '../../../core/annotations/drawing/geometry.ts';
import type { InkPoint } from '../../../core/annotations/drawing/ink.ts';

/** What a pointer did since the last event, in slide units. */
export interface PointerInput {
  /** Every place that the device reported, the last one being where it is now; at least one. */
  readonly points: readonly InkPoint[];
  /** Where it is likely to be in the next frame: to be drawn, and never kept. */
  readonly ahead: readonly InkPoint[];
  /** Held to keep a direction or a proportion. */
  readonly shift: boolean;
  readonly alt: boolean;
}

interface SampledEvent {
  readonly pointerType: string;
  readonly pressure: number;
  readonly timeStamp: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** What an event of a pointer says. @param began the time of the event that the stroke began with */
export function pointerInput(
  event: PointerEvent,
  began: number,
  toSlide: (event: SampledEvent) => Point,
): PointerInput {
  const sample = (each: SampledEvent): InkPoint => {
    const { x, y } = toSlide(each);
    return {
      x: rounded(x),
      y: rounded(y),
      // Only a pen tells how hard it is pressed; some touch screens say 1 whatever the finger does.
      pressure: each.pointerType === 'pen' ? rounded(each.pressure) : 0.5,
      time: Math.max(0, Math.round(each.timeStamp - began)),
    };
  };
  const coalesced = event.getCoalescedEvents?.() ?? [];
  return {
    points: (coalesced.length > 0 ? coalesced : [event]).map(sample),
    ahead: (event.getPredictedEvents?.() ?? []).map(sample),
    shift: event.shiftKey,
    alt: event.altKey,
  };
}

/** To hundredths: finer than any screen shows, and short in the file. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
