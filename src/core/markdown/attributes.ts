/**
 * The attributes that a deck may set by `<!-- .slide: … -->` and `<!-- .element: … -->`, as data. What is not in the table is
 * dropped; what is has a check of its value. The same checks guard these attributes when raw HTML carries them.
 */
import * as check from './attribute-checks.ts';
import type { AttributeCheck } from './attribute-checks.ts';

const attributes: ReadonlyMap<string, AttributeCheck> = new Map<string, AttributeCheck>([
  ['id', check.name],
  ['class', check.classes],
  ['style', check.style],
  ['lang', check.matching(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/)],
  ['dir', check.oneOf('ltr', 'rtl', 'auto')],
  ['title', check.text],

  ['data-background', check.background],
  ['data-background-color', check.cssValue],
  ['data-background-gradient', check.cssValue],
  ['data-background-image', check.images],
  ['data-background-opacity', check.matching(/^\s*(?:0|1|0?\.\d{1,4}|1\.0+)\s*$/)],
  ['data-background-position', check.cssValue],
  ['data-background-repeat', check.cssValue],
  ['data-background-size', check.cssValue],
  ['data-background-transition', check.transition],
  ['data-background-video', check.files],
  ['data-background-video-loop', check.flag],
  ['data-background-video-muted', check.flag],

  ['data-transition', check.transition],
  ['data-transition-speed', check.oneOf('default', 'fast', 'slow')],
  ['data-visibility', check.oneOf('hidden', 'uncounted')],
  ['data-state', check.words],
  ['data-autoslide', check.wholeNumber],
  ['data-timing', check.wholeNumber],
  ['data-marking', check.text],
  ['data-notes', check.text],
  ['data-prevent-swipe', check.flag],

  ['data-auto-animate', check.flag],
  ['data-auto-animate-delay', check.amount],
  ['data-auto-animate-duration', check.amount],
  ['data-auto-animate-easing', check.easing],
  ['data-auto-animate-id', check.name],
  ['data-auto-animate-restart', check.flag],
  ['data-auto-animate-unmatched', check.oneOf('', 'true', 'false', 'fade')],
  ['data-id', check.name],

  ['data-fragment-index', check.wholeNumber],
  ['data-autoplay', check.flag],
  ['data-line-numbers', check.matching(/^[\d\s,|-]{0,500}$/)],
  ['data-ln-start-from', check.wholeNumber],
  ['data-noescape', check.flag],
  ['data-trim', check.flag],
  ['data-src', check.image],
  ['data-preview-image', (value) => (value.trim() === '' ? '' : check.image(value))],
  ['data-preview-video', (value) => (value.trim() === '' ? '' : check.file(value))],
  ['data-preview-fit', check.oneOf('none', 'scale-down', 'contain', 'cover')],
]);

const aria = /^aria-[a-z]{2,30}$/;

/** Names of the `data-` attributes in the table. */
export const dataAttributes: readonly string[] = [...attributes.keys()].filter((name) => name.startsWith('data-'));

/** Whether a deck may set an attribute of this name at all. */
export function isAllowedAttribute(name: string): boolean {
  return attributes.has(name) || aria.test(name);
}

/** The value to set for an attribute that a deck asks for, or `null` where the name or the value is not allowed. */
export function checkAttribute(name: string, value: string): string | null {
  const allowed = attributes.get(name) ?? (aria.test(name) ? check.text : undefined);
  return allowed === undefined ? null : allowed(value);
}
