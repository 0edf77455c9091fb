/** The part of the program in view, as the page's address keeps it: so that reloading and the browser's Back hold the place. */
export type Place =
  | { readonly kind: 'library' }
  | {
      readonly kind: 'deck';
      readonly deck: string;
      /** From 1 in file order; `null` for the first. */ readonly slide: number | null;
    };

/** The fragment of the address for a place, such as `#/deck/AbC…/12`. */
export function placeFragment(place: Place): string {
  if (place.kind === 'library') return '#/';
  return place.slide === null || place.slide === 1 ? `#/deck/${place.deck}` : `#/deck/${place.deck}/${place.slide}`;
}

/** The place that a fragment names; `null` for one that names none. */
export function readPlace(fragment: string): Place | null {
  if (fragment === '#/') return { kind: 'library' };
  const [, deck, slide] = /^#\/deck\/([A-Za-z0-9_-]{8,64})(?:\/(\d{1,6}))?$/.exec(fragment) ?? [];
  if (deck === undefined) return null;
  return { kind: 'deck', deck, slide: slide === undefined ? null : Number(slide) };
}

/** Where a window begins: at the place in its address, else at the deck that it was opened for, else at the library. */
export function startPlace(fragment: string, deck: string | null): Place {
  return readPlace(fragment) ?? (deck === null ? { kind: 'library' } : { kind: 'deck', deck, slide: null });
}
