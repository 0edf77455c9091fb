import type { Completion } from '@codemirror/autocomplete';

/** Something that completion offers: what is written, and what it is for. */
export interface Offer {
  readonly label: string;
  readonly info: string;
  /** Words in the list behind the label. */
  readonly detail?: string;
}

/** Offers as the editor wants them, in the order of the table. */
export function completions(
  offers: readonly Offer[],
  type: string,
  more: (offer: Offer) => Partial<Completion> = () => ({}),
): readonly Completion[] {
  return offers.map((offer, i) => ({
    label: offer.label,
    info: offer.info,
    type,
    boost: -Math.min(i, 90) / 10,
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...more(offer),
  }));
}
