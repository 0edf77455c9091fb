import type { Offer } from './offer.ts';

/** An attribute that a deck may set, with what it is for and values that make sense. */
export interface AttributeOffer extends Offer {
  readonly of: 'slide' | 'element' | 'both';
  /** Values to choose from; a `file` comes from the deck's folder, `none` has no value. */
  readonly values: readonly Offer[] | 'none' | 'file';
}

const offer = (label: string, info: string): Offer => ({ label, info });

const transitions: readonly Offer[] = [
  offer('none', 'No movement.'),
  offer('fade', 'One slide fades into the other.'),
  offer('slide', 'The slides move past.'),
  offer('convex', 'Turned at an outer edge.'),
  offer('concave', 'Turned at an inner edge.'),
  offer('zoom', 'The slide grows into view.'),
  offer('fade-in slide-out', 'One way in, another way out.'),
];

/** Class names for elements: reveal.js's fragments and layout helpers. */
export const elementClasses: readonly Offer[] = [
  offer('fragment', 'Appears at the next step.'),
  offer('fade-out', 'Fragment: is there, and goes.'),
  offer('fade-up', 'Fragment: rises into view.'),
  offer('fade-down', 'Fragment: sinks into view.'),
  offer('fade-left', 'Fragment: comes from the right.'),
  offer('fade-right', 'Fragment: comes from the left.'),
  offer('fade-in-then-out', 'Fragment: comes, and goes at the next step.'),
  offer('fade-in-then-semi-out', 'Fragment: comes, and pales at the next step.'),
  offer('current-visible', 'Fragment: there for its own step only.'),
  offer('semi-fade-out', 'Fragment: pales.'),
  offer('grow', 'Fragment: grows.'),
  offer('shrink', 'Fragment: shrinks.'),
  offer('strike', 'Fragment: is struck through.'),
  offer('highlight-red', 'Fragment: turns red.'),
  offer('highlight-green', 'Fragment: turns green.'),
  offer('highlight-blue', 'Fragment: turns blue.'),
  offer('highlight-current-red', 'Fragment: red for its own step only.'),
  offer('highlight-current-green', 'Fragment: green for its own step only.'),
  offer('highlight-current-blue', 'Fragment: blue for its own step only.'),
  offer('r-fit-text', 'Text as large as its line allows.'),
  offer('r-stretch', 'Takes the height that the slide has left.'),
  offer('r-stack', 'Lays what is in it on top of each other.'),
  offer('r-hstack', 'Lays what is in it side by side.'),
  offer('r-vstack', 'Lays what is in it one below the other.'),
  offer('r-frame', 'Draws a frame around it.'),
];

const colours: readonly Offer[] = [
  offer('#0f1216', 'Nearly black.'),
  offer('#ffffff', 'White.'),
  offer('#1d3557', 'Dark blue.'),
  offer('#7a1f1f', 'Dark red.'),
  offer('#1f4d3a', 'Dark green.'),
];

const onOff: readonly Offer[] = [offer('true', 'On.'), offer('false', 'Off.')];

/** What `<!-- .slide: … -->` and `<!-- .element: … -->` can say. Every line passes the dialect's own checks; a test holds it to that. */
export const attributeOffers: readonly AttributeOffer[] = [
  {
    label: 'data-visibility',
    of: 'slide',
    info: 'Whether the audience sees the slide, and whether it counts.',
    values: [
      offer('hidden', 'The slide is not shown.'),
      offer('uncounted', 'The slide is shown, and left out of the count.'),
    ],
  },
  {
    label: 'data-timing',
    of: 'slide',
    info: 'Planned time in seconds.',
    values: [
      offer('30', 'Half a minute.'),
      offer('60', 'One minute.'),
      offer('90', 'A minute and a half.'),
      offer('120', 'Two minutes.'),
    ],
  },
  { label: 'data-background-color', of: 'slide', info: 'The slide’s background: any CSS colour.', values: colours },
  { label: 'data-background-image', of: 'slide', info: 'A picture beside the deck as the background.', values: 'file' },
  { label: 'data-background-video', of: 'slide', info: 'A film beside the deck as the background.', values: 'file' },
  { label: 'data-background-video-loop', of: 'slide', info: 'Plays the film again and again.', values: 'none' },
  { label: 'data-background-video-muted', of: 'slide', info: 'Plays the film without its sound.', values: 'none' },
  {
    label: 'data-background-size',
    of: 'slide',
    info: 'How large the background picture is.',
    values: [
      offer('cover', 'Fills the slide; edges may be cut.'),
      offer('contain', 'All of it is seen.'),
      offer('50%', 'Half as wide as the slide.'),
    ],
  },
  {
    label: 'data-background-position',
    of: 'slide',
    info: 'Where the background picture stands.',
    values: [
      offer('center', 'In the middle.'),
      offer('top', 'At the top.'),
      offer('bottom', 'At the bottom.'),
      offer('left', 'At the left.'),
      offer('right', 'At the right.'),
    ],
  },
  {
    label: 'data-background-repeat',
    of: 'slide',
    info: 'Whether a small background picture repeats.',
    values: [offer('no-repeat', 'Once.'), offer('repeat', 'As tiles.')],
  },
  {
    label: 'data-background-opacity',
    of: 'slide',
    info: 'How strong the background picture is, from 0 to 1.',
    values: [offer('0.2', 'Pale.'), offer('0.5', 'Half.'), offer('0.8', 'Nearly all of it.')],
  },
  {
    label: 'data-background-gradient',
    of: 'slide',
    info: 'A CSS gradient as the background.',
    values: [offer('linear-gradient(to bottom, #1d3557, #0f1216)', 'From blue down to black.')],
  },
  { label: 'data-background-transition', of: 'slide', info: 'How the background changes.', values: transitions },
  { label: 'data-transition', of: 'slide', info: 'How the slide comes and goes.', values: transitions },
  {
    label: 'data-transition-speed',
    of: 'slide',
    info: 'How quickly it comes and goes.',
    values: [offer('default', 'As the deck says.'), offer('fast', 'Quickly.'), offer('slow', 'Slowly.')],
  },
  {
    label: 'data-auto-animate',
    of: 'slide',
    info: 'What this slide and the next one share moves to its new place.',
    values: 'none',
  },
  {
    label: 'data-auto-animate-id',
    of: 'slide',
    info: 'Only slides with the same name animate into each other.',
    values: [],
  },
  { label: 'data-auto-animate-restart', of: 'slide', info: 'Does not animate from the slide before.', values: 'none' },
  {
    label: 'data-auto-animate-duration',
    of: 'both',
    info: 'Seconds that the animation takes.',
    values: [offer('0.5', 'Half a second.'), offer('1', 'One second.'), offer('2', 'Two seconds.')],
  },
  {
    label: 'data-auto-animate-delay',
    of: 'element',
    info: 'Seconds before this element moves.',
    values: [offer('0.2', 'A fifth of a second.')],
  },
  {
    label: 'data-auto-animate-easing',
    of: 'both',
    info: 'How the animation gains and loses speed.',
    values: [
      offer('ease', 'Soft at both ends.'),
      offer('linear', 'Even.'),
      offer('ease-in', 'Soft start.'),
      offer('ease-out', 'Soft end.'),
      offer('ease-in-out', 'Soft at both ends, quick between.'),
    ],
  },
  {
    label: 'data-auto-animate-unmatched',
    of: 'slide',
    info: 'What happens to what only one slide has.',
    values: [offer('fade', 'It fades in.'), ...onOff],
  },
  {
    label: 'data-autoslide',
    of: 'both',
    info: 'Milliseconds until the next step by itself; 0 for never.',
    values: [offer('0', 'Never.'), offer('5000', 'After five seconds.')],
  },
  { label: 'data-state', of: 'slide', info: 'A class name for the page while the slide is shown.', values: [] },
  {
    label: 'data-marking',
    of: 'slide',
    info: 'The slide’s own handling marking.',
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
  { label: 'data-notes', of: 'slide', info: 'Speaker notes in one line.', values: [] },
  { label: 'data-prevent-swipe', of: 'both', info: 'Swiping over it does not change the slide.', values: 'none' },
  { label: 'class', of: 'both', info: 'Class names: fragments, and how things are laid out.', values: elementClasses },
  { label: 'id', of: 'both', info: 'A name to link to, such as #summary.', values: [] },
  {
    label: 'data-fragment-index',
    of: 'element',
    info: 'At which step it appears; the same number, the same step.',
    values: [offer('0', 'First.'), offer('1', 'Second.'), offer('2', 'Third.')],
  },
  {
    label: 'data-id',
    of: 'element',
    info: 'Pairs the element with the one of the same name on the next slide, for auto-animate.',
    values: [],
  },
  {
    label: 'data-line-numbers',
    of: 'element',
    info: 'Which lines of code are lit, step by step, such as 1|3-5.',
    values: [],
  },
  { label: 'data-trim', of: 'element', info: 'Takes blank lines at the ends of the code away.', values: 'none' },
  {
    label: 'data-preview-fit',
    of: 'element',
    info: 'How a picture fits when it is shown large.',
    values: [
      offer('contain', 'All of it is seen.'),
      offer('cover', 'Fills the screen.'),
      offer('scale-down', 'Never larger than it is.'),
      offer('none', 'As large as it is.'),
    ],
  },
  {
    label: 'style',
    of: 'both',
    info: 'CSS, of the properties that a deck may set.',
    values: [
      offer('font-size: 80%', 'Smaller text.'),
      offer('text-align: center', 'Text in the middle.'),
      offer('color: #e8a33d', 'Another colour.'),
    ],
  },
  {
    label: 'lang',
    of: 'both',
    info: 'The language, for fonts, hyphens and screen readers.',
    values: [offer('en', 'English.'), offer('ja', 'Japanese.'), offer('ar', 'Arabic.')],
  },
  {
    label: 'dir',
    of: 'both',
    info: 'Which way the text runs.',
    values: [
      offer('ltr', 'Left to right.'),
      offer('rtl', 'Right to left.'),
      offer('auto', 'As its first letters say.'),
    ],
  },
  { label: 'title', of: 'element', info: 'A hint under the pointer.', values: [] },
  { label: 'aria-label', of: 'element', info: 'A name for screen readers.', values: [] },
  { label: 'aria-hidden', of: 'element', info: 'Keeps it from screen readers.', values: onOff },
];
