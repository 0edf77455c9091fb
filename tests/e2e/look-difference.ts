import type { Page } from '@playwright/test';

/** A block of text in a picture, in pixels from its corner. */
export interface TextBlock {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LookDifference {
  /** Mean difference of all pixels' lightness, from 0 to 1. */
  readonly mean: number;
  /** How far each block has to be moved in the second picture to lie best on itself in the first. */
  readonly shifts: readonly { readonly text: string; readonly dx: number; readonly dy: number }[];
}

/** Compares two pictures (PNG) of the same size, in a page of any kind: it has the means to read them. */
export function compareLook(
  page: Page,
  one: Buffer,
  other: Buffer,
  blocks: readonly TextBlock[],
): Promise<LookDifference> {
  const pictures = [one, other].map((picture) => picture.toString('base64'));
  return page.evaluate(compare, { pictures, blocks });
}

/** Runs in the page. */
async function compare({
  pictures,
  blocks,
}: {
  pictures: string[];
  blocks: readonly TextBlock[];
}): Promise<LookDifference> {
  const furthest = 4;
  // A block that lies so well on itself need not be tried elsewhere.
  const same = 0.02;
  const [a, b] = await Promise.all(
    pictures.map(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
      if (context === null) throw new Error('There is no canvas');
      context.drawImage(bitmap, 0, 0);
      const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
      const { width, height } = bitmap;
      const light = new Uint8Array(width * height);
      for (let i = 0; i < light.length; i++)
        light[i] = ((data[i * 4] ?? 0) + (data[i * 4 + 1] ?? 0) + (data[i * 4 + 2] ?? 0)) / 3;
      return { light, width, height };
    }),
  );
  if (a === undefined || b === undefined) throw new Error('Two pictures are needed');
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  if (Math.max(a.width, b.width) - width > 1 || Math.max(a.height, b.height) - height > 1)
    throw new Error(`The pictures have ${a.width}x${a.height} and ${b.width}x${b.height} pixels`);

  const differenceIn = (
    box: { x: number; y: number; width: number; height: number },
    dx: number,
    dy: number,
  ): number => {
    let sum = 0;
    let count = 0;
    for (let y = Math.max(0, Math.floor(box.y), -dy); y < Math.min(height, box.y + box.height, height - dy); y++)
      for (let x = Math.max(0, Math.floor(box.x), -dx); x < Math.min(width, box.x + box.width, width - dx); x++) {
        sum += Math.abs((a.light[y * a.width + x] ?? 0) - (b.light[(y + dy) * b.width + x + dx] ?? 0));
        count++;
      }
    return count === 0 ? 0 : sum / count / 255;
  };
  const shifts = blocks.map(({ text, ...box }) => {
    let best = { text, dx: 0, dy: 0 };
    let least = differenceIn(box, 0, 0);
    if (least < same) return best;
    for (let dy = -furthest; dy <= furthest; dy++)
      for (let dx = -furthest; dx <= furthest; dx++) {
        const difference = differenceIn(box, dx, dy);
        if (difference < least) [best, least] = [{ text, dx, dy }, difference];
      }
    return best;
  });
  return { mean: differenceIn({ x: 0, y: 0, width, height }, 0, 0), shifts };
}
