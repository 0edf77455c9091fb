import { checkAttribute } from '../../../core/markdown/attributes.ts';
import { clockTime, readClockTime } from './clock-time.ts';

interface FieldBase {
  /** The attribute that it sets. */
  readonly name: string;
  readonly label: string;
  /** Shown only where a slide has the attribute: forms of reveal.js that others stand in for. */
  readonly onlyIfSet?: true;
}

/** A field with one of a few values. `''` is the attribute's absence. */
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** An attribute whose presence is its meaning. */
export interface FlagField extends FieldBase {
  readonly kind: 'flag';
}

/** A field to write in. */
export interface TextField extends FieldBase {
  readonly kind: 'text' | 'colour';
  readonly help?: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[] | 'pictures';
  /** Why a value that the dialect refuses is none. */
  readonly refusal: string;
  /** How the attribute's value is shown, and what is written for what was typed; `null` where that is none. */
  readonly show?: (value: string) => string;
  readonly read?: (typed: string) => string | null;
}

export type PropertyField = ChoiceField | FlagField | TextField;

export interface PropertyGroup {
  readonly title: string;
  readonly fields: readonly PropertyField[];
}

const transitions = ['none', 'fade', 'slide', 'convex', 'concave', 'zoom'];

function choices(unset: string, values: readonly string[]): ChoiceField['choices'] {
  return [
    { value: '', label: unset },
    ...values.map((value) => ({ value, label: `${value.charAt(0).toUpperCase()}${value.slice(1)}` })),
  ];
}

/** What can be set of a slide, as the form shows it. */
export const propertyGroups: readonly PropertyGroup[] = [
  {
    title: 'In the talk',
    fields: [
      {
        kind: 'choice',
        name: 'data-visibility',
        label: 'Visibility',
        choices: [
          { value: '', label: 'Shown' },
          { value: 'hidden', label: 'Hidden' },
          { value: 'uncounted', label: 'Shown, not counted' },
        ],
      },
      {
        kind: 'text',
        name: 'data-timing',
        label: 'Planned time',
        placeholder: '1:30',
        refusal: 'Not a time such as 1:30, 90 or 2 min.',
        show: (value) => (/^\s*\d{1,7}\s*$/.test(value) ? clockTime(Number(value)) : value),
        read: (typed) => readClockTime(typed)?.toString() ?? null,
      },
      {
        kind: 'text',
        name: 'data-marking',
        label: 'Marking',
        suggestions: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED', 'UNCLASSIFIED', 'CUI'],
        refusal: 'At most 2,000 characters.',
      },
    ],
  },
  {
    title: 'Background',
    fields: [
      {
        kind: 'text',
        name: 'data-background',
        label: 'Background (short form)',
        onlyIfSet: true,
        refusal: 'Not a colour, nor a picture in the deck’s folder.',
      },
      {
        kind: 'colour',
        name: 'data-background-color',
        label: 'Colour',
        placeholder: '#16324f',
        refusal: 'Not a colour such as #16324f or navy.',
      },
      {
        kind: 'text',
        name: 'data-background-image',
        label: 'Picture',
        placeholder: 'images/map.png',
        suggestions: 'pictures',
        refusal: 'Not a file in the deck’s folder, such as images/map.png.',
      },
      {
        kind: 'text',
        name: 'data-background-size',
        label: 'Size',
        suggestions: ['cover', 'contain', '100%', '50%'],
        refusal: 'Not a size such as cover, contain or 50%.',
      },
      {
        kind: 'text',
        name: 'data-background-position',
        label: 'Position',
        suggestions: ['center', 'top', 'bottom', 'left', 'right', 'top left', 'bottom right'],
        refusal: 'Not a position such as center or 20% 50%.',
      },
      {
        kind: 'text',
        name: 'data-background-opacity',
        label: 'Opacity',
        placeholder: '0.4',
        refusal: 'Not a number from 0 to 1, such as 0.4 or 40 %.',
        read: (typed) => {
          const percent = /^\s*(\d{1,3})\s*%\s*$/.exec(typed)?.[1];
          return percent === undefined ? typed : String(Number(percent) / 100);
        },
      },
      {
        kind: 'text',
        name: 'data-background-gradient',
        label: 'Gradient',
        placeholder: 'linear-gradient(#16324f, #0b1620)',
        refusal: 'Not a gradient such as linear-gradient(#16324f, #0b1620).',
      },
    ],
  },
  {
    title: 'Movement',
    fields: [
      { kind: 'choice', name: 'data-transition', label: 'Transition', choices: choices('As the deck', transitions) },
      {
        kind: 'choice',
        name: 'data-transition-speed',
        label: 'Speed',
        choices: choices('As the deck', ['fast', 'slow']),
      },
      { kind: 'flag', name: 'data-auto-animate', label: 'Animate from the slide before' },
    ],
  },
  {
    title: 'For links and styles',
    fields: [
      {
        kind: 'text',
        name: 'id',
        label: 'Id',
        help: 'Links to #/id lead here.',
        refusal: 'No spaces, quotes, brackets, < > or &.',
      },
      {
        kind: 'text',
        name: 'class',
        label: 'Class',
        refusal: 'Not a class name, or one that the program needs itself.',
      },
      { kind: 'text', name: 'data-state', label: 'State', refusal: 'Letters, digits, spaces, - and _ alone.' },
    ],
  },
];

/** What to write for what was typed; `''` takes the attribute away. Or why it cannot be written. */
export function readTyped(field: TextField, typed: string): { readonly value: string } | { readonly refusal: string } {
  if (typed.trim() === '') return { value: '' };
  const read = field.read === undefined ? typed.trim() : field.read(typed);
  const refused = { refusal: field.refusal };
  if (read === null || checkAttribute(field.name, read) === null) return refused;
  const property = cssOf[field.name];
  // The dialect lets through what does no harm; here it has to mean something, too.
  if (property !== undefined && !CSS.supports(property, read)) return refused;
  // A class list with a refused name among others would lose it without a word.
  if (field.name === 'class' && checkAttribute('class', read) !== read.split(/\s+/).join(' ')) return refused;
  return { value: read };
}

const cssOf: Readonly<Record<string, string>> = {
  'data-background-color': 'color',
  'data-background-size': 'background-size',
  'data-background-position': 'background-position',
  'data-background-gradient': 'background-image',
};
