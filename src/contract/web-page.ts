/** The ids of the elements that the program of an exported web page looks for. */
export const webPageIds = { deck: 'lectern-deck', settings: 'lectern-settings' } as const;

/** What the program of an exported web page is told, as JSON in the page: both are written by the same version of Lectern. */
export interface WebPageSettings {
  readonly title: string;
  /** The slide’s size in CSS pixels. */
  readonly size: { readonly width: number; readonly height: number };
  /** Options for reveal.js that the deck sets, of those that a deck may set. */
  readonly revealOptions: Readonly<Record<string, string | number | boolean>>;
  /** Whether the page holds the notes, and so can show them to whoever speaks. */
  readonly hasNotes: boolean;
}

/**
 * A file that the page shows in several places is written out in the first, which says so: `data-as="3 src"`. The others have
 * `data-like-src="3"`, and the program fills in what they lack.
 */
export const sharedAsset = { first: 'data-as', later: 'data-like-' } as const;
