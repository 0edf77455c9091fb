/** The files a slide shows: which it may, where they are, and what stands in for those it may not. */
import { file, image } from '../../core/markdown/attribute-checks.ts';
import { isDataImage, isRemoteUrl } from '../../core/markdown/local-url.ts';
import type { Findings } from './findings.ts';
import { placeholder } from './media.ts';

/** Elements that would bring in something from elsewhere, each with the attributes that name it. */
const carriers: readonly (readonly [selector: string, attributes: readonly string[]])[] = [
  ['img', ['src', 'data-src']],
  ['video, audio', ['src', 'data-src']],
  ['source', ['src', 'data-src', 'srcset']],
  ['iframe, embed', ['src', 'data-src']],
  ['object', ['data']],
];

function cause(address: string): string {
  if (isRemoteUrl(address)) return 'it is on the network, and a deck is offline';
  return 'it is not a file in the deck’s folder';
}

/** Replaces, in an inert tree, everything that would load what a deck may not, by a placeholder that shows its address. */
export function replaceForeignMedia(root: Element, findings: Findings): void {
  for (const [selector, attributes] of carriers) {
    for (const element of root.querySelectorAll(selector)) {
      const named = attributes.find((attribute) => (element.getAttribute(attribute) ?? '') !== '');
      const address = named === undefined ? '' : (element.getAttribute(named) ?? '').trim();
      const check = selector === 'img' ? image : file;
      const isFrame = selector.startsWith('iframe') || selector === 'object';
      if (!isFrame && (named === undefined || (named !== 'srcset' && check(address) !== null))) continue;
      const host = element.localName === 'source' ? (element.closest('video, audio, picture') ?? element) : element;
      if (host.localName === 'picture') {
        element.remove();
        continue;
      }
      const message = isFrame ? 'embedded pages are not shown in a deck' : cause(address);
      findings.add(
        'media-left-out',
        'warning',
        `“${address}” was left out: ${message}.`,
        isFrame ? `<${element.localName}` : address,
      );
      host.replaceWith(
        placeholder(root.ownerDocument, address, isRemoteUrl(address) ? 'Not shown: on the network' : 'Not shown'),
      );
    }
  }
}

const urlAttributes = ['src', 'data-src', 'poster', 'data-preview-image', 'data-preview-video'];
const urlListAttributes = ['data-background-image', 'data-background-video'];

/**
 * Makes the relative addresses in a sanitised, still inert tree absolute, so that they mean files beside the deck wherever the
 * page is. Media that would start by themselves start when their slide is shown, through reveal.js.
 * @param base the deck's folder as an absolute URL that ends with `/`
 */
export function resolveAssets(root: Element, base: string): void {
  const resolve = (address: string): string => {
    if (isDataImage(address)) return address;
    const resolved = URL.parse(address, base)?.href;
    return resolved?.startsWith(base) === true ? resolved : '';
  };
  for (const element of [root, ...root.querySelectorAll('*')]) {
    for (const name of urlAttributes) {
      const value = element.getAttribute(name) ?? '';
      if (value !== '') element.setAttribute(name, resolve(value));
    }
    for (const name of urlListAttributes) {
      const value = element.getAttribute(name) ?? '';
      if (value === '') continue;
      element.setAttribute(name, isDataImage(value) ? value : value.split(',').map(resolve).join(','));
    }
    const href = element.getAttribute('href') ?? '';
    if (element.localName === 'a' && href !== '' && !/^(?:#|https?:|mailto:)/i.test(href)) {
      element.setAttribute('data-file', href);
      element.setAttribute('href', resolve(href));
    }
  }
}
