import { describe, expect, it } from 'vitest';
import { deckPlace, isOn, isWorkspace } from '../../../src/main/addresses.ts';
import { foreignAddresses } from './foreign-addresses.ts';

describe('isWorkspace', () => {
  it.each([
    'lectern://app/',
    'lectern://app/index.html',
    'lectern://app/index.html?deck=1#slide',
    'lectern://app/x/../index.html',
  ])('accepts %s', (address) => expect(isWorkspace(address)).toBe(true));

  it.each(foreignAddresses)('refuses %j', (address) => expect(isWorkspace(address)).toBe(false));
});

describe('isOn', () => {
  it('tells our hosts apart', () => {
    expect(isOn('app', 'lectern://app/print.html')).toBe(true);
    expect(isOn('deck', 'lectern://app/print.html')).toBe(false);
  });
});

describe('deckPlace', () => {
  const workspace = 'lectern://app/index.html';
  it('reads the deck from the workspace’s own address', () => {
    expect(deckPlace(`${workspace}#/deck/AbCd_-12`)).toEqual({ deck: 'AbCd_-12', fragment: '#/deck/AbCd_-12' });
    expect(deckPlace(`${workspace}#/deck/AbCd_-12/300`)).toEqual({ deck: 'AbCd_-12', fragment: '#/deck/AbCd_-12/300' });
  });

  it.each([
    workspace,
    `${workspace}#/deck/`,
    `${workspace}#/deck/short`,
    `${workspace}#/deck/../../etc`,
    `${workspace}#/deck/AbCd_-12/x`,
    `${workspace}#/deck/AbCd_-12#`,
    `${workspace}?x#/deck/AbCd_-12`,
    'lectern://app/print.html#/deck/AbCd_-12',
    'lectern://deck/index.html#/deck/AbCd_-12',
    'lectern://user@app/index.html#/deck/AbCd_-12',
    'https://example.org/index.html#/deck/AbCd_-12',
    ...foreignAddresses,
  ])('finds none in %j', (address) => expect(deckPlace(address)).toBe(null));
});
