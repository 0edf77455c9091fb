import type { PointerInput } from '../pointer/pointer-samples.ts';

/** What a pointer does from when it is put down until it is lifted. */
export interface Gesture {
  move(input: PointerInput): void;
  /** The pointer was lifted: what was done holds. */
  end(): void;
  /** What was done is to be forgotten. */
  cancel(): void;
}
