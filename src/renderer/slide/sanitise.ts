/**
 * The sanitiser: DOMPurify with a profile of our own, in string mode, over a slide's final tree. It trusts nothing that ran
 * before it: every attribute's value is checked here again.
 */
import createPurifier from 'dompurify';
import { image, file } from '../../core/markdown/attribute-checks.ts';
import { checkAttribute, dataAttributes, isAllowedAttribute } from '../../core/markdown/attributes.ts';
import { isLinkUrl } from '../../core/markdown/local-url.ts';
import { isStyleValue } from '../../core/markdown/style-values.ts';
import { inDeckLink, prefixed } from './links.ts';
import { allowedAttributes, allowedTags, idReferences, notAddresses } from './profile.ts';
import { purifierPolicy } from './trusted-types.ts';

const svg = 'http://www.w3.org/2000/svg';
const html = 'http://www.w3.org/1999/xhtml';

/** Attributes this program writes itself, for its own style sheet. */
const ownAttributes: readonly string[] = ['data-line'];

const configuration = {
  ALLOWED_TAGS: [...allowedTags],
  ALLOWED_ATTR: [...allowedAttributes, ...dataAttributes, ...ownAttributes],
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: true,
  ADD_URI_SAFE_ATTR: [...dataAttributes, ...ownAttributes, ...notAddresses],
  // Addresses have passed our own checks by the time DOMPurify looks at them; it still refuses what can run.
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|data:image\/|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
  SANITIZE_NAMED_PROPS: true,
  FORCE_BODY: true,
  ...purifierPolicy,
};

/** A reference inside the slide, `#id` or `url(#id)`, with the id as the sanitiser renames it; `null` for any other address. */
function svgReference(value: string): string | null {
  const id = /^\s*#([^\s"'()\\#]+)\s*$/.exec(value)?.[1];
  return id === undefined ? null : `#${prefixed(id)}`;
}

function svgValue(value: string): string | null {
  const reference = /^\s*url\(\s*(["']?)#([^\s"'()\\#]+)\1\s*\)\s*(none|#[0-9a-f]{3,8}|[a-z]+)?\s*$/i.exec(value);
  if (reference !== null)
    return `url(#${prefixed(reference[2] ?? '')})${reference[3] === undefined ? '' : ` ${reference[3]}`}`;
  return isStyleValue(value) ? value : null;
}

/** The value an attribute may have on an element, or `null`. */
function checkOnElement(element: Element, name: string, value: string): string | null {
  if (idReferences.has(name)) {
    const ids = value.trim().split(/\s+/);
    return ids.every((id) => checkAttribute('id', id) !== null) ? ids.map(prefixed).join(' ') : null;
  }
  if (isAllowedAttribute(name)) return checkAttribute(name, value);
  if (ownAttributes.includes(name)) return /^\d+$/.test(value) ? value : null;
  const tag = element.namespaceURI === html ? element.localName : '';
  switch (name) {
    case 'href':
    case 'xlink:href':
      if (element.namespaceURI === svg) return svgReference(value);
      return tag === 'a' && name === 'href' && isLinkUrl(value.trim()) ? inDeckLink(value.trim()) : null;
    case 'src':
      return tag === 'img' ? image(value) : ['video', 'audio', 'source', 'track'].includes(tag) ? file(value) : null;
    case 'poster':
      return image(value);
    case 'hidden':
      return '';
    default:
      // Long drawings are drawings: only what CSS reads as a value has functions in it.
      return element.namespaceURI !== html && name !== 'd' && name !== 'points' ? svgValue(value) : value;
  }
}

function createSanitiser(): ReturnType<typeof createPurifier> {
  const purifier = createPurifier(window);
  // Once: given with each slide it would be read anew each time, which takes longer than many a slide.
  purifier.setConfig(configuration);
  purifier.addHook('uponSanitizeElement', (node) => {
    if (node instanceof HTMLInputElement && node.type !== 'checkbox') node.remove();
  });
  purifier.addHook('uponSanitizeAttribute', (element, event) => {
    const value = checkOnElement(element, event.attrName, event.attrValue);
    if (value === null) event.keepAttr = false;
    else event.attrValue = value;
  });
  purifier.addHook('afterSanitizeAttributes', (element) => {
    if (element.localName === 'input') element.setAttribute('disabled', '');
    if (element.localName === 'a' && element.hasAttribute('href')) element.setAttribute('rel', 'noopener noreferrer');
  });
  return purifier;
}

let sanitiser: ReturnType<typeof createPurifier> | undefined;

export interface Sanitised {
  readonly html: string;
  /** Names of the elements and attributes taken out, each once: `iframe`, `onclick`. */
  readonly elements: readonly string[];
  readonly attributes: readonly string[];
}

/** Markup that is safe to show in the program's own page, and what was taken out of it. */
export function sanitise(markup: string): Sanitised {
  sanitiser ??= createSanitiser();
  const clean = sanitiser.sanitize(markup);
  const elements = new Set<string>();
  const attributes = new Set<string>();
  for (const removed of sanitiser.removed) {
    if ('element' in removed) elements.add(String(removed.element.nodeName).toLowerCase());
    else if (removed.attribute !== null) attributes.add(removed.attribute.name);
  }
  // DOMPurify's own scaffold, and comments.
  for (const name of ['remove', 'body', 'head', '#comment', '#text']) elements.delete(name);
  return { html: clean, elements: [...elements], attributes: [...attributes] };
}
