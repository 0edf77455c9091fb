import { type PointerEvent, type PointerEventHandler, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Point } from '../../../core/annotations/drawing/geometry.ts';
import type { Gesture } from '../gestures/gesture.ts';
import { PalmRejection, type TouchUse } from './palm-rejection.ts';
import { pointerInput } from './pointer-samples.ts';

/** The eraser end of a stylus, as pointer events report it. */
const eraserEnd = 32;

/** What a pointer that is put down may do. */
export interface PointerRole {
  /** Whether it is the eraser end of a stylus. */
  readonly erases: boolean;
  /** Whether it may draw; a finger may not where there is a pen. */
  readonly draws: boolean;
}

interface PointerOptions {
  /** Begins what a pointer does; `null` where it does nothing. */
  readonly begin: (event: PointerEvent<HTMLElement>, role: PointerRole) => Gesture | null;
  /** A pointer moves that does nothing. */
  readonly hover: (event: PointerEvent<HTMLElement>) => void;
  readonly toSlide: (event: { readonly clientX: number; readonly clientY: number }) => Point;
  /** Whatever goes on ends where this changes. */
  readonly slide: string;
}

interface Active {
  readonly pointer: number;
  readonly isTouch: boolean;
  readonly began: number;
  readonly gesture: Gesture;
}

type PointerHandlers = Readonly<
  Record<
    'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel' | 'onPointerLeave' | 'onLostPointerCapture',
    PointerEventHandler<HTMLElement>
  >
>;

/** Handles the pointers over a slide: one does something at a time, and a hand that rests on the screen does nothing. */
export function usePointer(options: PointerOptions): {
  readonly handlers: PointerHandlers;
  /** Forgets what is being done; `false` where nothing is. */
  readonly cancel: () => boolean;
} {
  const { begin, hover, toSlide, slide } = options;
  const [palm] = useState(() => new PalmRejection());
  const active = useRef<Active | null>(null);

  const finish = (keep: boolean): boolean => {
    const done = active.current;
    active.current = null;
    if (keep) done?.gesture.end();
    else done?.gesture.cancel();
    return done !== null;
  };
  const settle = useEffectEvent(() => void finish(true));
  useEffect(() => () => settle(), [slide]);

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    palm.noticed(event.nativeEvent);
    let use: TouchUse = 'draws';
    if (event.pointerType === 'touch') {
      use = palm.touched(event.nativeEvent);
      if (use === 'nothing') {
        if (active.current?.isTouch === true) finish(false);
        return;
      }
    }
    const erases = (event.buttons & eraserEnd) !== 0;
    // The barrel button and the right one are the system's.
    if (active.current !== null || (event.button !== 0 && !erases)) return;
    const gesture = begin(event, { erases, draws: use === 'draws' });
    if (gesture === null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const began = event.timeStamp;
    active.current = { pointer: event.pointerId, isTouch: event.pointerType === 'touch', began, gesture };
    gesture.move(pointerInput(event.nativeEvent, began, toSlide));
  };

  const lift = (event: PointerEvent<HTMLElement>, keep: boolean): void => {
    palm.lifted(event.nativeEvent);
    if (active.current?.pointer === event.pointerId) finish(keep);
  };

  return {
    handlers: {
      onPointerDown,
      onPointerMove: (event) => {
        palm.noticed(event.nativeEvent);
        const now = active.current;
        if (now === null) hover(event);
        else if (now.pointer === event.pointerId) now.gesture.move(pointerInput(event.nativeEvent, now.began, toSlide));
      },
      onPointerUp: (event) => lift(event, true),
      // A finger that the system took for something else drew nothing; a pen that left its reach did.
      onPointerCancel: (event) => lift(event, event.pointerType !== 'touch'),
      onPointerLeave: (event) => palm.left(event.nativeEvent),
      onLostPointerCapture: (event) => lift(event, true),
    },
    cancel: () => finish(false),
  };
}
