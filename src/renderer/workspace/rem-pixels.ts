/** CSS pixels in one `rem` in a window of a usual size. */
export const usualRem = 16;

/** CSS pixels in one `rem`, which grows with the window on large screens; see `tokens.css`. */
export function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}
