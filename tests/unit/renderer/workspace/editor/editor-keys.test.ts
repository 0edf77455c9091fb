import { expect, test } from 'vitest';
import { type CommandInfo, commandTable } from '../../../../../src/contract/commands.ts';
import { editorKeys } from '../../../../../src/renderer/workspace/editor/editor-keys.ts';

test('no key of the editor is one that works everywhere, but the one that means the same', () => {
  const table: readonly CommandInfo[] = commandTable;
  const everywhere = new Set(table.filter(({ keysIn }) => keysIn === 'everywhere').flatMap(({ keys }) => keys));
  const shared = editorKeys.flatMap(({ keys }) => keys).filter((key) => everywhere.has(key));
  expect(shared).toEqual(['Mod+F']);
});

test('every line of the list says something else', () => {
  const labels = editorKeys.map(({ label }) => label);
  expect(new Set(labels).size).toBe(labels.length);
});
