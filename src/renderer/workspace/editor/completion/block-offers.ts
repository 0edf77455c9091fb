import type { Offer } from './offer.ts';

/** A block to begin at the start of a line: `|` in its lines is where the caret goes. */
export interface BlockOffer extends Offer {
  readonly lines: readonly string[];
}

/** Blocks that start with colons. */
export const containerOffers: readonly BlockOffer[] = [
  {
    label: '::: columns',
    info: 'Two columns side by side.',
    lines: ['::: columns', '::: column', '|', ':::', '::: column', '', ':::', ':::'],
  },
  { label: '::: column', info: 'One more column.', lines: ['::: column', '|', ':::'] },
];

/** Words behind a fence. A block that is drawn from its fence is added here as soon as the renderer draws it. */
export const fenceOffers: readonly Offer[] = [
  { label: 'text', info: 'Plain text.' },
  { label: 'bash', info: 'Shell commands.' },
  { label: 'json', info: 'JSON.' },
  { label: 'yaml', info: 'YAML.' },
  { label: 'xml', info: 'XML.' },
  { label: 'sql', info: 'SQL.' },
  { label: 'python', info: 'Python.' },
  { label: 'javascript', info: 'JavaScript.' },
  { label: 'typescript', info: 'TypeScript.' },
  { label: 'java', info: 'Java.' },
  { label: 'c', info: 'C.' },
  { label: 'cpp', info: 'C++.' },
  { label: 'csharp', info: 'C#.' },
  { label: 'go', info: 'Go.' },
  { label: 'rust', info: 'Rust.' },
  { label: 'css', info: 'CSS.' },
  { label: 'diff', info: 'What changed.' },
  { label: 'markdown', info: 'Markdown.' },
];

/** Comments that say something of a slide or an element. */
export const commentOffers: readonly Offer[] = [
  { label: '<!-- .slide:  -->', info: 'Attributes of this slide.' },
  { label: '<!-- .element:  -->', info: 'Attributes of the element in front of it.' },
];
