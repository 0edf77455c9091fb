import { Annotation, Transaction } from '@codemirror/state';
import { annotationStepName } from './annotation-step-name.ts';
import { slideAt, type SlideIndex, slideIndex } from './slide-index.ts';
import { countOfSlides as count, movedTo, slidesInWords as slides } from './slide-label.ts';
import { isHidden } from './summary.ts';

/** Keys of the slides that a rearrangement took to another place: with two that swapped, only it knows which one moved. */
export const movedSlides = Annotation.define<readonly string[]>();

/** What a transaction did, in the words of the history: `Moved 2 slides to 5`. */
export function stepName(transaction: Transaction): string {
  const event = transaction.annotation(Transaction.userEvent) ?? '';
  return named(event, transaction) ?? annotationStepName(event, transaction) ?? changed(event, transaction);
}

/** The name of a step that one more change was joined to. */
export function joinedName(before: string, next: string): string {
  if (before === next) return before;
  const [, place] = /((?:in|of) .+)$/.exec(before) ?? [];
  return place !== undefined && next.endsWith(place) ? `Edited ${place.replace(/^(?:in|of) /, '')}` : before;
}

function named(event: string, transaction: Transaction): string | null {
  const before = slideIndex(transaction.startState);
  const after = slideIndex(transaction.state);
  switch (event) {
    case 'slides.move':
      return moveName(transaction, before, after);
    case 'slides.insert':
      return `Added ${slides(after, keysOnlyIn(after, before))}`;
    case 'slides.duplicate':
      return `Duplicated ${count(keysOnlyIn(after, before).length)}`;
    case 'slides.paste':
      return `Pasted ${slides(after, keysOnlyIn(after, before))}`;
    case 'slides.cut':
      return `Cut ${slides(before, keysOnlyIn(before, after))}`;
    case 'slides.delete':
      return `Deleted ${slides(before, keysOnlyIn(before, after))}`;
    case 'slides.split':
      return `Split ${place(transaction)}`;
    case 'slides.merge':
      return `Joined ${place(transaction)} and the next one`;
    case 'slides.attribute':
      return attributeName(before, after);
    case 'slides.mend':
      return `Mended ${place(transaction)}`;
    case 'slides.takeBack':
      return `Took back the old text of ${place(transaction)}`;
    case 'deck.settings':
      return 'Changed the deck’s settings';
    case 'deck.reload':
      return 'Took theirs from disk';
    case 'deck.merge':
      return 'Merged with the file on disk';
    case 'deck.recover':
      return 'Restored unsaved changes';
    case 'annotation.merge':
      return 'Merged the annotations';
    case 'revert':
      return 'Took their annotations from disk';
    default:
      return null;
  }
}

/** Verbs of the events that an editor makes, the more special ones first. */
const verbs: readonly (readonly [event: string, verb: string])[] = [
  ['input.type.notes', 'Wrote notes of'],
  ['input.type', 'Typed in'],
  ['input.paste', 'Pasted in'],
  ['input.drop', 'Dropped text in'],
  ['input.complete', 'Completed a word in'],
  ['input.replace', 'Replaced in'],
  ['input.image', 'Put a picture in'],
  ['delete.cut', 'Cut text in'],
  ['delete', 'Deleted text in'],
  ['move.line', 'Moved lines in'],
];

function changed(event: string, transaction: Transaction): string {
  const verb = verbs.find(([prefix]) => event === prefix || event.startsWith(`${prefix}.`))?.[1];
  return `${verb ?? 'Edited'} ${place(transaction)}`;
}

/** Where the text changed: a slide, several, or what stands before the first. */
function place(transaction: Transaction): string {
  const index = slideIndex(transaction.startState);
  let [first, last] = [Infinity, -1];
  transaction.changes.iterChangedRanges((from, to) => {
    first = Math.min(first, from);
    last = Math.max(last, to);
  });
  if (last === -1) return 'the deck';
  if (last < index.head.to) return 'the front matter';
  const [start, end] = [slideAt(index, first).key, slideAt(index, last).key];
  return start === end ? slides(index, [start]) : count(index.outline.place(end) - index.outline.place(start) + 1);
}

function keysOnlyIn(index: SlideIndex, other: SlideIndex): readonly string[] {
  const known = new Set(other.slides.map(({ key }) => key));
  return index.slides.flatMap(({ key }) => (known.has(key) ? [] : [key]));
}

function moveName(transaction: Transaction, before: SlideIndex, after: SlideIndex): string {
  const moved = transaction.annotation(movedSlides) ?? [];
  const [first = ''] = moved;
  const what = slides(before, moved);
  const place = after.outline.place(first);
  if (before.outline.place(first) !== place) return `Moved ${what} ${movedTo(before, after, first)}`;
  return after.slides[place]?.break === 'vertical'
    ? `Put ${what} below the slide before`
    : `Took ${what} out of the stack`;
}

const attributeWords: readonly (readonly [attribute: string, word: string])[] = [
  ['data-background', 'background'],
  ['data-transition', 'transition'],
  ['data-timing', 'timing'],
  ['data-marking', 'marking'],
  ['class', 'class'],
  ['id', 'id'],
];

function attributeName(before: SlideIndex, after: SlideIndex): string {
  const touched = after.slides.filter((slide, i) => {
    const old = before.slides[i]?.attributes;
    return old !== slide.attributes && JSON.stringify([...(old ?? [])]) !== JSON.stringify([...slide.attributes]);
  });
  const [first] = touched;
  if (first === undefined) return 'Changed slide properties';
  const old = before.slides[after.outline.place(first.key)];
  const what = slides(
    after,
    touched.map(({ key }) => key),
  );
  if (old !== undefined && isHidden(old) !== isHidden(first)) return `${isHidden(first) ? 'Hid' : 'Showed'} ${what}`;
  const name = [...new Set([...first.attributes.keys(), ...(old?.attributes.keys() ?? [])])].find(
    (attribute) => old?.attributes.get(attribute) !== first.attributes.get(attribute),
  );
  const word = attributeWords.find(([prefix]) => name?.startsWith(prefix) === true)?.[1] ?? 'properties';
  return `Changed the ${word} of ${what}`;
}
