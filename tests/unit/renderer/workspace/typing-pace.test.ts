import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TypingPace } from '../../../../src/renderer/workspace/typing-pace.ts';

/** Tells views that take so many milliseconds, and lets the frame after it come. */
async function tell(pace: TypingPace, milliseconds: number): Promise<void> {
  const clock = vi.spyOn(performance, 'now').mockReturnValueOnce(0).mockReturnValue(milliseconds);
  await new Promise<void>((resolve) => void pace.soon(resolve));
  await vi.waitFor(() => expect(clock).toHaveBeenCalledTimes(2));
  clock.mockRestore();
}

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (task: () => void) => setTimeout(task));
  vi.stubGlobal('cancelAnimationFrame', (handle: number) => clearTimeout(handle));
});
afterEach(() => vi.unstubAllGlobals());

it('lets fast views hear after the next frame', async () => {
  const pace = new TypingPace();
  await tell(pace, 20);
  expect(pace.waitsForPause).toBe(false);
});

it('lets slow views hear once nobody has typed for a while, until they are fast again', async () => {
  const pace = new TypingPace();
  await tell(pace, 200);
  expect(pace.waitsForPause).toBe(true);
  vi.useFakeTimers();
  const told = vi.fn();
  const first = pace.soon(told);
  vi.advanceTimersByTime(150);
  first();
  pace.soon(told);
  vi.advanceTimersByTime(150);
  expect(told).not.toHaveBeenCalled();
  vi.advanceTimersByTime(50);
  expect(told).toHaveBeenCalledOnce();
  vi.useRealTimers();
  await tell(pace, 20);
  expect(pace.waitsForPause).toBe(false);
});
