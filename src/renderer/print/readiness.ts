import type { DeckLook } from '../slide/deck-look.ts';
import { lookFonts } from '../slide/look-fonts.ts';

/** The weights of text; others are rare, and load when the page is laid out. */
const weights = [400, 600, 700];

/** Letters that no file of the Latin font has. */
const eastAsian = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/gu;

/**
 * Begins to load the fonts that `text` will be set in by a look. They come while the slides are made: laid out without them first,
 * all pages would have to be laid out again. Resolves when they are there.
 */
export async function fontsFor(text: string, look: DeckLook): Promise<void> {
  const fonts = lookFonts(look);
  // Headings may be set in capitals.
  const letters = [...new Set(text + (fonts.headingIsUpperCase ? text.toUpperCase() : ''))].join('');
  const wide = (letters.match(eastAsian) ?? []).join('');
  await Promise.allSettled([
    document.fonts.load(`${fonts.headingWeight} 1em ${fonts.heading}`, letters),
    ...weights.flatMap((weight) => [
      document.fonts.load(`${weight} 1em ${fonts.text}`, letters),
      ...(wide === '' ? [] : [document.fonts.load(`${weight} 1em "Noto Sans JP"`, wide)]),
    ]),
  ]);
}

/** Resolves when every font and picture of the page is there, or known not to come. */
export async function everythingLoaded(): Promise<void> {
  // Laying the page out makes the browser ask for any further font that it needs.
  document.body.getBoundingClientRect();
  await Promise.all([...document.images].map(pictureSettled));
  await Promise.all(backgroundPictures().map(addressSettled));
  await document.fonts.ready;
}

/** A picture that fails is replaced by a placeholder: that is for the slide to do, and no reason to stop. */
async function pictureSettled(picture: HTMLImageElement): Promise<void> {
  picture.loading = 'eager';
  if (picture.complete) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  picture.addEventListener('load', () => resolve());
  picture.addEventListener('error', () => resolve());
  await promise;
}

function backgroundPictures(): readonly string[] {
  const styles = [...document.querySelectorAll<HTMLElement>('.slide-background-content')].map(
    ({ style }) => style.backgroundImage,
  );
  return [
    ...new Set(
      styles.flatMap((style) => Array.from(style.matchAll(/url\("([^"]*)"\)/g), ([, address = '']) => address)),
    ),
  ];
}

async function addressSettled(address: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  await pictureSettled(picture);
}
