import { expect, test } from 'vitest';
import type { HostClient } from '../../../../../src/contract/client.ts';
import type { Settings } from '../../../../../src/contract/schemas/program.ts';
import { defaultDrawingTools } from '../../../../../src/contract/drawing-tools.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { SettingsStore } from '../../../../../src/renderer/workspace/settings/settings-store.ts';

const initial: Settings = {
  theme: 'system',
  autosave: true,
  spellcheck: true,
  speechRate: 130,
  sorterWidth: 240,
  author: '',
  exportPresets: [],
  drawing: defaultDrawingTools,
};

/** A host that answers only when it is told to. */
function slowHost() {
  let held = initial;
  const asked: Partial<Settings>[] = [];
  const waiting: ((failure: Failure | null) => void)[] = [];
  const call = (_name: string, { settings }: { settings: Partial<Settings> }) => {
    asked.push(settings);
    return new Promise<Settings>((resolve, reject) =>
      waiting.push((failure) => {
        if (failure !== null) return reject(failure);
        held = { ...held, ...settings };
        resolve(held);
      }),
    );
  };
  return {
    // Only this one call is made.
    client: { call, on: () => () => {} } as unknown as HostClient,
    asked,
    answer: (failure: Failure | null = null) => waiting.shift()?.(failure),
  };
}

const full = new Failure({ code: 'no-space', message: 'The disk is full.', wayOut: 'Free some space.' });
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('a choice holds before the host has kept it', async () => {
  const { client, asked } = slowHost();
  const store = new SettingsStore(client, initial);
  let told = 0;
  store.subscribe(() => told++);
  void store.write({ theme: 'dark' });
  expect(store.state()).toEqual({ settings: { ...initial, theme: 'dark' }, problem: null });
  expect(told).toBe(1);
  await settled();
  expect(asked).toEqual([{ theme: 'dark' }]);
});

test('choices reach the host one after the other, and the last one stays', async () => {
  const { client, asked, answer } = slowHost();
  const store = new SettingsStore(client, initial);
  const first = store.write({ theme: 'dark' });
  const second = store.write({ theme: 'light' });
  await settled();
  expect(asked).toEqual([{ theme: 'dark' }]);
  answer();
  await first;
  expect(store.state().settings.theme).toBe('light');
  await settled();
  answer();
  await second;
  expect(asked).toEqual([{ theme: 'dark' }, { theme: 'light' }]);
  expect(store.state().settings.theme).toBe('light');
});

test('a choice that cannot be kept is taken back, the others stay, and the reason is told', async () => {
  const { client, answer } = slowHost();
  const store = new SettingsStore(client, initial);
  const first = store.write({ theme: 'dark' });
  const second = store.write({ spellcheck: false });
  await settled();
  answer(full);
  await first;
  expect(store.state()).toEqual({ settings: { ...initial, spellcheck: false }, problem: full });
  await settled();
  answer();
  await second;
  expect(store.state()).toEqual({ settings: { ...initial, spellcheck: false }, problem: full });
  store.dismiss();
  expect(store.state().problem).toBeNull();
});

test('what another window chooses holds here, but for what is being chosen here', async () => {
  const { client, answer } = slowHost();
  const heard = new Map<string, (payload: { settings: Settings }) => void>();
  const listening = {
    ...client,
    on: (name: string, listener: (payload: { settings: Settings }) => void) => {
      heard.set(name, listener);
      return () => heard.delete(name);
    },
    onReconnect: () => () => {},
  } as unknown as HostClient;
  const store = new SettingsStore(listening, initial);
  const stop = store.follow();
  heard.get('settings.changed')?.({ settings: { ...initial, theme: 'light', spellcheck: false } });
  expect(store.state().settings).toEqual({ ...initial, theme: 'light', spellcheck: false });
  const chosen = store.write({ theme: 'dark' });
  heard.get('settings.changed')?.({ settings: { ...initial, theme: 'light', speechRate: 100 } });
  expect(store.state().settings).toEqual({ ...initial, theme: 'dark', speechRate: 100 });
  await settled();
  answer();
  await chosen;
  stop();
  expect(heard.size).toBe(0);
});
