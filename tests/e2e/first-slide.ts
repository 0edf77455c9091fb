import type { Page } from '@playwright/test';

/** A slide as it was seen over a window: its heading, and where that stood, in CSS pixels. */
export interface SeenSlide {
  readonly heading: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Has the page note, from its next load on, the slide that it shows before the deck is open: it is gone sooner than a test can look. */
export async function noteFirstSlide(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const look = (): void => {
      const heading = document.querySelector('.ui-first section.present :is(h1, h2)');
      if (heading !== null) {
        const { x, y, width } = heading.getBoundingClientRect();
        Object.assign(globalThis, { firstSlide: { heading: heading.textContent, x, y, width } });
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** What was noted; `null` for nothing. */
export async function firstSlide(page: Page): Promise<SeenSlide | null> {
  return page.evaluate(() => (globalThis as { firstSlide?: SeenSlide }).firstSlide ?? null);
}

/** The slide on the stage, in the same form. */
export async function slideOnStage(page: Page): Promise<SeenSlide> {
  return page
    .locator('.ui-stage section.present:not(.stack) :is(h1, h2)')
    .first()
    .evaluate((heading) => {
      const { x, y, width } = heading.getBoundingClientRect();
      return { heading: heading.textContent, x, y, width };
    });
}
