/** Checks of one attribute's value: each gives the value as it may be set, or `null`. */
import { isDataImage, isLocalUrl } from './local-url.ts';
import { checkStyle, isStyleValue } from './style-values.ts';

export type AttributeCheck = (value: string) => string | null;

/** The value itself, where it matches. */
export function matching(pattern: RegExp): AttributeCheck {
  return (value) => (pattern.test(value) ? value : null);
}

/** One of some words, in any case. */
export function oneOf(...words: readonly string[]): AttributeCheck {
  return (value) => (words.includes(value.trim().toLowerCase()) ? value.trim().toLowerCase() : null);
}

/** An attribute whose presence is its meaning: any value, and none is kept. */
export const flag: AttributeCheck = () => '';

/** A number of milliseconds, seconds or steps; not negative. */
export const amount = matching(/^\s*\d{1,7}(?:\.\d{1,4})?\s*$/);

export const wholeNumber = matching(/^\s*\d{1,7}\s*$/);

/** Text for people: no control characters. */
export const text = matching(/^(?:[^\p{Cc}]|[\t\n]){0,2000}$/u);

/** A name of the author's own: no white space, no quotes, no brackets. */
export const name = matching(/^[^\s"'<>&\\()]{1,200}$/);

/** Words that become class names and event names. */
export const words = matching(/^[\w -]{0,200}$/);

export const cssValue: AttributeCheck = (value) => (isStyleValue(value) ? value.trim() : null);

export const style: AttributeCheck = (value) => {
  const checked = checkStyle(value).style;
  return checked === '' ? null : checked;
};

/** Class names that reveal.js and the program give meaning to; a slide that wore them would upset the stage. */
const reservedClasses: ReadonlySet<string> = new Set(
  `reveal slides stack present past future backgrounds slide-background slide-background-content slide-frame slide-foot controls progress
  slide-number speaker-notes pause-overlay aria-status overlay r-overlay backdrop pdf-page scroll-page playback`.split(
    /\s+/,
  ),
);

/** What the program's own parts are called: a deck must not be able to look like one of them, nor hide one. */
const ownClass = /^(?:ui-|ink-|print-)/;

export const classes: AttributeCheck = (value) => {
  const kept = value
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}_-]{1,100}$/u.test(word) && !reservedClasses.has(word) && !ownClass.test(word));
  return kept.length === 0 ? null : kept.join(' ');
};

/** One picture: a file of the deck or a `data:` image. */
export const image: AttributeCheck = (value) => {
  const url = value.trim();
  return isLocalUrl(url) || isDataImage(url) ? url : null;
};

/** One file of the deck. */
export const file: AttributeCheck = (value) => (isLocalUrl(value.trim()) ? value.trim() : null);

/** Files of the deck between commas, as reveal.js splits them. */
export const files: AttributeCheck = (value) => {
  const urls = value.split(',').map((url) => url.trim());
  return urls.every(isLocalUrl) ? urls.join(',') : null;
};

/** Pictures between commas. A `data:` one stands alone, and holds nothing that would end the CSS `url()` reveal.js puts it in. */
export const images: AttributeCheck = (value) => {
  const url = value.trim();
  if (isDataImage(url)) return /[\s"'()<>]/.test(url) ? null : url;
  return files(value);
};

/** reveal.js's `data-background`: a picture or a CSS background, told apart as reveal.js does. */
export const background: AttributeCheck = (value) =>
  /\.(?:svg|png|jpe?g|gif|bmp|webp|avif)(?:[?#\s]|$)/i.test(value) ? images(value) : cssValue(value);

/** An easing: it is written into a style sheet, so only a known word or four numbers. */
export const easing = matching(
  /^\s*(?:ease|linear|ease-in|ease-out|ease-in-out|step-start|step-end|cubic-bezier\(\s*-?\d*\.?\d+(?:\s*,\s*-?\d*\.?\d+){3}\s*\))\s*$/,
);

const transitions = 'none|fade|slide|convex|concave|zoom|default|linear';

/** One of reveal.js's transitions, or two of them for the way in and the way out. */
export const transition = matching(
  new RegExp(`^\\s*(?:${transitions})(?:-in|-out)?(?:\\s+(?:${transitions})(?:-in|-out)?)?\\s*$`),
);
