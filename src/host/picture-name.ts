import { nameProblem } from './deck-name.ts';

/** Characters of a name made from a few words: longer ones are no help. */
const longest = 60;

/** Names that systems give to what is on the clipboard. */
const nameless = /^(?:image|img|picture|photo|unnamed|untitled|clipboard|paste|blob|bild|画像)?[-\d]*$/i;

/**
 * A file name without extension for a picture, from the name it had or a few words about it: letters and digits of every
 * script, with hyphens between. Where that leaves nothing, the time: `image-2026-11-22-1402`.
 */
export function pictureName(given: string, now: Date): string {
  const stem = given
    .normalize('NFC')
    .replace(/^.*[/\\]/s, '')
    .replace(/\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)$/i, '');
  const words = stem
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^[-_]+/, '');
  const short = Array.from(words)
    .slice(0, longest)
    .join('')
    .replace(/[-_]+$/, '');
  return nameless.test(short) || nameProblem(short) !== null ? `image-${stamp(now)}` : short;
}

function stamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day}-${two(now.getHours())}${two(now.getMinutes())}`;
}
