import { sharedAsset } from '../../contract/web-page.ts';

/** Fills in the files that are written out only where they are first shown. */
export function fillSharedAssets(deck: HTMLElement): void {
  const values = new Map<string, string>();
  for (const element of deck.querySelectorAll(`[${sharedAsset.first}]`)) {
    const [place = '', attribute = ''] = element.getAttribute(sharedAsset.first)?.split(' ') ?? [];
    values.set(place, element.getAttribute(attribute) ?? '');
  }
  for (const element of deck.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (!name.startsWith(sharedAsset.later)) continue;
      const value = values.get(element.getAttribute(name) ?? '') ?? '';
      element.setAttribute(name.slice(sharedAsset.later.length), value);
      element.removeAttribute(name);
    }
  }
}
