import type { Json } from './unknown-fields.ts';

/** A sheet that annotations lie on: it can be hidden and locked as a whole. */
export interface Layer {
  readonly id: string;
  readonly name: string;
  /** ISO 8601; '' for the default layer. */
  readonly created: string;
  /** '' where nobody was named. */
  readonly creator: string;
  /** The deck's first one, one of a presentation, or one that somebody made. */
  readonly origin: 'default' | 'talk' | 'own';
  readonly hidden: boolean;
  /** Whether what lies on it must stay as it is. */
  readonly locked: boolean;
  /** What its file says of it that this version does not know. */
  readonly unknown?: Json;
}

export const defaultLayerId = 'default';

/** The layer that every deck has. */
export const defaultLayer: Layer = {
  id: defaultLayerId,
  name: 'Default',
  created: '',
  creator: '',
  origin: 'default',
  hidden: false,
  locked: false,
};

/** Layers with the default one among them, at the bottom where it was not. */
export function withDefaultLayer(layers: readonly Layer[]): readonly Layer[] {
  return layers.some(({ id }) => id === defaultLayerId) ? layers : [defaultLayer, ...layers];
}
