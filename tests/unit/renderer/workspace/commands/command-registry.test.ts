import { expect, test } from 'vitest';
import { CommandRegistry } from '../../../../../src/renderer/workspace/commands/command-registry.ts';

test('a command runs as it was bound last, and as before when that binding ends', () => {
  const registry = new CommandRegistry();
  const ran: string[] = [];
  expect(registry.run('file.save')).toBe(false);
  registry.provide({ 'file.save': { run: () => ran.push('outer') } });
  const stop = registry.provide({ 'file.save': { run: () => ran.push('inner') } });
  expect(registry.run('file.save')).toBe(true);
  stop();
  registry.run('file.save');
  expect(ran).toEqual(['inner', 'outer']);
});

test('what does not apply now is neither run nor offered', () => {
  const registry = new CommandRegistry();
  let enabled = false;
  registry.provide({
    'edit.undo': { run: () => undefined, isEnabled: () => enabled, label: () => 'Undo: moved 2 slides' },
    'view.edit': { run: () => undefined, isOn: () => true },
  });
  expect(registry.run('edit.undo')).toBe(false);
  expect(registry.ready().map(({ id }) => id)).toEqual(['view.edit']);
  enabled = true;
  expect(registry.ready().map(({ label, isOn }) => [label, isOn])).toEqual([
    ['Undo: moved 2 slides', null],
    ['Edit', true],
  ]);
});
