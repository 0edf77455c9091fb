import { expect, test } from 'vitest';
import { placeFragment, readPlace } from '../../../../src/renderer/workspace/place.ts';

const deck = 'BHrVt8jNjzxcELw7qJrILd';

test('a place comes back from the address it was written to', () => {
  for (const place of [
    { kind: 'library' } as const,
    { kind: 'deck', deck, slide: null } as const,
    { kind: 'deck', deck, slide: 12 } as const,
  ])
    expect(readPlace(placeFragment(place))).toEqual(place);
  expect(placeFragment({ kind: 'deck', deck, slide: 1 })).toBe(`#/deck/${deck}`);
});

test('an address that is no place names none', () => {
  for (const fragment of [
    '',
    '#',
    '#/deck/',
    '#/deck/../x',
    `#/deck/${deck}/x`,
    `#/deck/${deck}/1/2`,
    '#/decks',
    `#/deck/${deck}?a`,
  ])
    expect(readPlace(fragment)).toBeNull();
});
