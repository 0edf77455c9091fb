import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { callChannel, callNamesFlag, dropChannel, eventChannel } from '../../../src/contract/bridge.ts';
import { callNames } from '../contract/call-names.ts';

type PageApi = Readonly<Record<string, (argument: unknown) => unknown>>;

const fake = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  listeners: new Map<string, Set<(...args: unknown[]) => void>>(),
  invoke: vi.fn(async (..._args: unknown[]) => ({ ok: true, value: 1 })),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, api: unknown) => void fake.exposed.set(name, api) },
  webUtils: { getPathForFile: (file: { readonly path?: string }) => file.path ?? '' },
  ipcRenderer: {
    invoke: fake.invoke,
    on: (channel: string, listener: (...args: unknown[]) => void) =>
      void fake.listeners.set(channel, (fake.listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: (...args: unknown[]) => void) =>
      void fake.listeners.get(channel)?.delete(listener),
  },
}));

let api: PageApi;

beforeAll(async () => {
  process.argv.push(`${callNamesFlag}${callNames.join(',')}`);
  await import('../../../src/preload/index.ts');
  process.argv.pop();
  // What the script exposes: functions only, as the first test checks.
  api = fake.exposed.get('lectern') as PageApi;
});
beforeEach(() => fake.invoke.mockClear());

it('exposes one function for each call of the table, the events, and nothing else', () => {
  expect([...fake.exposed.keys()]).toEqual(['lectern']);
  expect(Object.keys(api).sort()).toEqual([...callNames, 'subscribe', 'openDropped'].sort());
  expect(Object.values(api).every((value) => typeof value === 'function')).toBe(true);
});

it('sends each call by its name over the one channel', async () => {
  for (const name of callNames) {
    expect(await api[name]?.({ some: 'arguments' })).toEqual({ ok: true, value: 1 });
    expect(fake.invoke).toHaveBeenLastCalledWith(callChannel, name, { some: 'arguments' });
  }
});

it('passes events on without Electron’s own event object, until told to stop', () => {
  const listener = vi.fn();
  const stop = api['subscribe']?.(listener) as () => void;
  const send = (event: unknown): void =>
    fake.listeners.get(eventChannel)?.forEach((one) => one({ sender: 'secret' }, event));
  send({ name: 'library.changed', payload: {} });
  stop();
  send({ name: 'library.changed', payload: {} });
  expect(listener.mock.calls).toEqual([[{ name: 'library.changed', payload: {} }]]);
});

it('sends the path of a dropped file past the page, and nothing for one that has none', async () => {
  expect(await api['openDropped']?.({ path: '/decks/a.md' })).toEqual({ ok: true, value: 1 });
  expect(fake.invoke.mock.calls).toEqual([[dropChannel, '/decks/a.md']]);
  fake.invoke.mockClear();
  expect(await api['openDropped']?.({ name: 'made-up.md' })).toEqual({ ok: true, value: undefined });
  expect(fake.invoke).not.toHaveBeenCalled();
});
