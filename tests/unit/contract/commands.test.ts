import { expect, test } from 'vitest';
import { type CommandInfo, commandInfo, commandTable, isCommandId, menuNames } from '../../../src/contract/commands.ts';

const table: readonly CommandInfo[] = commandTable;

test('every command has an id of its own and a name of its own within its menu', () => {
  expect(new Set(table.map(({ id }) => id)).size).toBe(table.length);
  const names = table.map(({ menu, label }) => `${menu}: ${label}`);
  expect(new Set(names).size).toBe(names.length);
});

test('no two commands share a key where both could be meant', () => {
  const clashes = table.flatMap((one, i) =>
    table.slice(i + 1).flatMap((other) => {
      const bothEverywhere = one.keysIn === other.keysIn;
      const shared = one.keys.filter((keys) => other.keys.includes(keys));
      return bothEverywhere && shared.length > 0 ? [`${one.id} and ${other.id}: ${shared.join(', ')}`] : [];
    }),
  );
  expect(clashes).toEqual([]);
});

test('commands of one menu stand together, in the order of the menus', () => {
  const inMenus = table.filter(({ menu }) => menu !== null);
  const order = inMenus.map(({ menu }) => menuNames.findIndex((name) => name === menu));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('a command is found by its id, and only by that', () => {
  expect(commandInfo('edit.undo').label).toBe('Undo');
  expect(isCommandId('edit.undo')).toBe(true);
  expect(isCommandId('constructor')).toBe(false);
});
