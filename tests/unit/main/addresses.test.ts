import { describe, expect, it } from 'vitest';
import { isOn, isWorkspace } from '../../../src/main/addresses.ts';
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
