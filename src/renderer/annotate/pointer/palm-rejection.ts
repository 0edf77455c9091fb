/** How long after a pen was near a touch counts as the hand that holds it, in milliseconds. */
const restTime = 1500;

/** What of a pointer event tells a hand from a finger. */
export interface PointerSign {
  readonly pointerType: string;
  readonly pointerId: number;
  /** Milliseconds, on the clock of the events. */
  readonly timeStamp: number;
}

/** What a touch is for. */
export type TouchUse = 'draws' | 'selects' | 'nothing';

/**
 * Tells the hand that rests on the screen from fingers that mean something. While a pen is near, or was a moment ago, a touch
 * is the hand's. Where a pen was ever used, fingers draw no ink: they select. Where there is none, they draw. Two fingers at
 * once mean nothing on a slide.
 */
export class PalmRejection {
  #penNear = false;
  #penSeen: number | null = null;
  readonly #fingers = new Set<number>();
  /** Whether the touch that goes on now is of more than one finger, until all are lifted. */
  #many = false;

  /** A pointer moves, hovers or is put down. */
  noticed({ pointerType, timeStamp }: PointerSign): void {
    if (pointerType !== 'pen') return;
    this.#penNear = true;
    this.#penSeen = timeStamp;
  }

  /** A pointer is out of reach of the screen. */
  left({ pointerType, timeStamp }: PointerSign): void {
    if (pointerType !== 'pen') return;
    this.#penNear = false;
    this.#penSeen = timeStamp;
  }

  /** A finger is put down: what it is for. `nothing` ends what another finger may be doing. */
  touched({ pointerId, timeStamp }: PointerSign): TouchUse {
    this.#fingers.add(pointerId);
    this.#many ||= this.#fingers.size > 1;
    if (this.#many || this.#penNear) return 'nothing';
    if (this.#penSeen === null) return 'draws';
    return timeStamp - this.#penSeen < restTime ? 'nothing' : 'selects';
  }

  /** A finger is lifted, or taken for something else by the system. */
  lifted({ pointerId }: PointerSign): void {
    this.#fingers.delete(pointerId);
    if (this.#fingers.size === 0) this.#many = false;
  }
}
