import { expect, test } from 'vitest';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex, slideKeys } from '../../../../src/core/deck/slide-index.ts';
import { startSlide, typedProblem, typedSlide } from '../../../../src/renderer/present/present-deck.ts';
import { presentAction } from '../../../../src/renderer/present/present-keys.ts';

const hidden = '<!-- .slide: data-visibility="hidden" -->\n\n';
const index = slideIndex(createDeck(`${hidden}A\n\n---\n\nB\n\n---\n\n${hidden}C\n\n---\n\nD\n\n---\n\n${hidden}E\n`));
const [a = '', b = '', c = '', d = '', e = ''] = slideKeys(index);

test('starts on a slide that the audience may see', () => {
  expect(startSlide(index, b)).toBe(b);
  expect(startSlide(index, a)).toBe(b);
  expect(startSlide(index, c)).toBe(d);
  expect(startSlide(index, e)).toBe(d);
  expect(startSlide(index, '')).toBe(b);
  expect(startSlide(slideIndex(createDeck(`${hidden}A\n`)), '')).toBeNull();
});

test('numbers count hidden slides and never lead to one', () => {
  expect(typedSlide(index, '2')).toBe(b);
  expect(typedSlide(index, '3')).toBeNull();
  expect(typedSlide(index, '0')).toBeNull();
  expect(typedSlide(index, '6')).toBeNull();
});

test('a label with a point leads to the slide below', () => {
  const stacks = slideIndex(createDeck('A\n\n---\n\nB\n\n--\n\nC\n\n--\n\nD\n'));
  expect(typedSlide(stacks, '2.2')).toBe(slideKeys(stacks)[3]);
  expect(typedSlide(stacks, '2.1')).toBe(slideKeys(stacks)[2]);
  expect(typedSlide(stacks, '2')).toBe(slideKeys(stacks)[1]);
  expect(typedSlide(stacks, '2.3')).toBeNull();
  // There are four slides, and no fourth column.
  expect(typedSlide(stacks, '4')).toBeNull();
  expect(typedProblem(stacks, '2.3')?.text).toBe('No slide 2.3');
});

test('a number that leads nowhere says why', () => {
  expect(typedProblem(index, '2')).toBeNull();
  expect(typedProblem(index, '3')?.text).toBe('Slide 3 is hidden');
  expect(typedProblem(index, '99')?.text).toBe('No slide 99');
});

test('the space bar goes on, and back with Shift', () => {
  const press = { key: ' ', code: 'Space', ctrlKey: false, metaKey: false, shiftKey: true, altKey: false };
  expect(presentAction(press)).toBe('previous');
});

test.each([
  [' ', 'next'],
  ['PageDown', 'next'],
  ['PageUp', 'previous'],
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowDown', 'down'],
  ['Home', 'first'],
  ['b', 'black'],
  ['.', 'black'],
  ['w', 'white'],
  ['p', 'pen'],
  ['e', 'erase'],
  ['f', 'fullScreen'],
  ['g', 'overview'],
  ['o', 'overview'],
  ['Escape', 'end'],
  ['x', null],
])('%j means %j', (key, action) => {
  const press = { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  expect(presentAction(press)).toBe(action);
  expect(presentAction({ ...press, ctrlKey: true })).toBeNull();
});
