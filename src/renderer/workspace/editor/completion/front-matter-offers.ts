import { themes } from '../../../../core/deck/themes.ts';
import type { Offer } from './offer.ts';

/** A key of the front matter, with its values; `file` comes from the deck's folder, `keys` has keys of its own. */
export interface KeyOffer extends Offer {
  readonly values: readonly Offer[] | 'file' | 'keys' | 'none';
}

const offer = (label: string, info: string): Offer => ({ label, info });
const onOff: readonly Offer[] = [offer('true', 'On.'), offer('false', 'Off.')];
const transitions: readonly Offer[] = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'].map((name) =>
  offer(name, `The transition ${name}.`),
);

/** The keys that the front matter can have. Every line passes the schema of the settings; a test holds it to that. */
export const frontMatterOffers: readonly KeyOffer[] = [
  { label: 'title', info: 'The deck’s title.', values: 'none' },
  { label: 'subtitle', info: 'A second line to the title.', values: 'none' },
  { label: 'author', info: 'Who wrote it.', values: 'none' },
  { label: 'keywords', info: 'What it is about, divided by commas: written into the PDF.', values: 'none' },
  { label: 'date', info: 'The day of the briefing.', values: 'none' },
  {
    label: 'lang',
    info: 'The language: fonts, hyphens and screen readers go by it.',
    values: [
      offer('en', 'English.'),
      offer('ja', 'Japanese.'),
      offer('ko', 'Korean.'),
      offer('de', 'German.'),
      offer('fr', 'French.'),
      offer('es', 'Spanish.'),
      offer('ar', 'Arabic.'),
    ],
  },
  {
    label: 'theme',
    info: 'How the slides look.',
    values: themes.map(({ name, about }) => offer(name, `${about}.`)),
  },
  {
    label: 'size',
    info: 'The shape of the slides.',
    values: [
      offer('16:9', '1280 by 720.'),
      offer('16:10', '1280 by 800.'),
      offer('4:3', '960 by 720.'),
      offer('1920x1080', 'Width and height in pixels.'),
    ],
  },
  { label: 'css', info: 'A style sheet beside the deck.', values: 'file' },
  {
    label: 'minutes',
    info: 'Planned time of the whole briefing.',
    values: [
      offer('15', 'A quarter of an hour.'),
      offer('20', 'Twenty minutes.'),
      offer('30', 'Half an hour.'),
      offer('45', 'Three quarters of an hour.'),
    ],
  },
  {
    label: 'marking',
    info: 'The deck’s handling marking.',
    values: [
      offer('TLP:CLEAR', 'For everybody.'),
      offer('TLP:GREEN', 'For the community.'),
      offer('TLP:AMBER', 'For the organisation and its clients.'),
      offer('TLP:AMBER+STRICT', 'For the organisation only.'),
      offer('TLP:RED', 'For the people in the room only.'),
      offer('UNCLASSIFIED', 'Not classified.'),
      offer('CUI', 'Controlled unclassified information.'),
    ],
  },
  { label: 'footer', info: 'Text at the foot of every slide.', values: 'none' },
  { label: 'sources', info: 'What the deck cites: a key and a text each; [@key] cites one.', values: 'keys' },
  { label: 'revealOptions', info: 'Options of reveal.js while presenting.', values: 'keys' },
  { label: 'separator', info: 'Another slide break: a regular expression.', values: 'none' },
  { label: 'verticalSeparator', info: 'Another break to the slide below: a regular expression.', values: 'none' },
  { label: 'notesSeparator', info: 'What notes start with: a regular expression.', values: 'none' },
];

/** The keys under `revealOptions`. */
export const revealOffers: readonly KeyOffer[] = [
  { label: 'progress', info: 'A bar along the foot of the screen.', values: onOff },
  { label: 'controls', info: 'Arrows to click.', values: onOff },
  {
    label: 'slideNumber',
    info: 'The slide’s number in the corner.',
    values: [
      ...onOff,
      offer('c/t', 'Slides so far, and in all.'),
      offer('c', 'Slides so far.'),
      offer('h.v', 'As slides are called everywhere: 3, and 3.1 below it.'),
      offer('h/v', 'The same with a stroke: 3/1.'),
    ],
  },
  { label: 'transition', info: 'How slides come and go.', values: transitions },
  {
    label: 'transitionSpeed',
    info: 'How quickly.',
    values: [offer('default', 'As usual.'), offer('fast', 'Quickly.'), offer('slow', 'Slowly.')],
  },
  { label: 'backgroundTransition', info: 'How backgrounds change.', values: transitions },
  { label: 'autoAnimate', info: 'Whether slides that ask for it animate into each other.', values: onOff },
  {
    label: 'autoAnimateDuration',
    info: 'Seconds that such an animation takes.',
    values: [offer('0.5', 'Half a second.'), offer('1', 'One second.')],
  },
  {
    label: 'autoSlide',
    info: 'Milliseconds until the next step by itself; 0 for never.',
    values: [offer('0', 'Never.'), offer('10000', 'Ten seconds.')],
  },
  { label: 'loop', info: 'Starts again at the end.', values: onOff },
  { label: 'fragments', info: 'Whether fragments appear step by step.', values: onOff },
  { label: 'rtl', info: 'The deck runs from right to left.', values: onOff },
  {
    label: 'navigationMode',
    info: 'How the arrow keys go through stacks.',
    values: [
      offer('default', 'Sideways and down.'),
      offer('linear', 'Straight through all slides.'),
      offer('grid', 'Keeps the row.'),
    ],
  },
];

/** The keys under one source. */
export const sourceOffers: readonly KeyOffer[] = [
  { label: 'text', info: 'The source as it is cited.', values: 'none' },
  { label: 'url', info: 'Where it can be read.', values: 'none' },
  { label: 'date', info: 'When it came out.', values: 'none' },
  {
    label: 'reliability',
    info: 'How reliable the source is, A to F.',
    values: ['A', 'B', 'C', 'D', 'E', 'F'].map((grade) => offer(grade, `Reliability ${grade}.`)),
  },
  {
    label: 'credibility',
    info: 'How credible the information is, 1 to 6.',
    values: ['1', '2', '3', '4', '5', '6'].map((grade) => offer(grade, `Credibility ${grade}.`)),
  },
];
