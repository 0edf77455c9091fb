import { expect, test } from 'vitest';
import { isKey, keyNames } from '../../../../src/renderer/workspace/keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('a combination holds with these modifiers and no others', () => {
  expect(isKey(press('z', { ctrlKey: true }), 'Mod+Z')).toBe(true);
  expect(isKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z')).toBe(true);
  expect(isKey(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false);
  expect(isKey(press('z'), 'Mod+Z')).toBe(false);
  expect(isKey(press('z', { ctrlKey: true, metaKey: true }), 'Mod+Z')).toBe(false);
  expect(isKey(press('ArrowUp', { altKey: true }), 'Alt+ArrowUp')).toBe(true);
  expect(isKey(press('d', { altKey: true }), 'D')).toBe(false);
});

test('a sign holds whatever it takes to type it', () => {
  expect(isKey(press('?', { shiftKey: true }), '?')).toBe(true);
  expect(isKey(press('?'), '?')).toBe(true);
});

test('the space bar is told apart with Shift', () => {
  expect(isKey(press(' ', { shiftKey: true }), 'Shift+ ')).toBe(true);
  expect(isKey(press(' ', { shiftKey: true }), ' ')).toBe(false);
  expect(isKey(press(' '), ' ')).toBe(true);
});

test('keys are named as they are printed', () => {
  expect(keyNames('Mod+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyNames('Alt+ArrowUp')).toEqual(['Alt', '↑']);
});
