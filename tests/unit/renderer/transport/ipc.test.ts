import { expect, it, vi } from 'vitest';
import type { Bridge } from '../../../../src/contract/bridge.ts';
import { defaultDrawingTools } from '../../../../src/contract/drawing-tools.ts';
import { createClient } from '../../../../src/contract/client.ts';
import { openDoor } from '../../../../src/contract/door.ts';
import type { Handlers, HostEvent } from '../../../../src/contract/table.ts';
import { callNames } from '../../contract/call-names.ts';
import { ipcTransport } from '../../../../src/renderer/transport/ipc.ts';

/** A bridge straight to a door, with the copies that a process border makes. */
function bridgeTo(handlers: Partial<Handlers>): { bridge: Bridge; emit: (event: HostEvent) => void } {
  const door = openDoor(handlers as Handlers);
  const listeners = new Set<(event: HostEvent) => void>();
  const calls = callNames.map((name) => [
    name,
    async (args: unknown) => structuredClone(await door(name, structuredClone(args))),
  ]);
  const subscribe = (listener: (event: HostEvent) => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  // One function for each name, as the preload script makes them.
  const openDropped = async ({ name }: { readonly name: string }) => ({ ok: true, value: `id of ${name}` });
  const bridge = { ...Object.fromEntries(calls), subscribe, openDropped } as Bridge;
  return { bridge, emit: (event) => listeners.forEach((listener) => listener(event)) };
}

const description = {
  version: '1.0.0',
  shell: 'desktop',
  folder: '/decks',
  open: null,
  spelling: true,
  formats: [],
  settings: {
    theme: 'system',
    autosave: true,
    spellcheck: true,
    speechRate: 130,
    sorterWidth: 236,
    author: '',
    exportPresets: [],
    drawing: defaultDrawingTools,
  },
} as const;

it('carries calls, failures and events', async () => {
  const { bridge, emit } = bridgeTo({ 'app.describe': async () => description });
  const client = createClient(ipcTransport(bridge));
  expect(await client.call('app.describe', {})).toEqual(description);
  expect(await client.openDropped?.({ name: 'a.md' })).toBe('id of a.md');
  await expect(client.call('deck.open', { deck: '../etc' })).rejects.toMatchObject({
    name: 'Failure',
    code: 'refused',
  });

  const listener = vi.fn();
  const stop = client.on('library.changed', listener);
  emit({ name: 'library.changed', payload: {} });
  stop();
  emit({ name: 'library.changed', payload: {} });
  expect(listener).toHaveBeenCalledTimes(1);
});

it('says that the process does not answer when arguments cannot be sent', async () => {
  const client = createClient(ipcTransport(bridgeTo({}).bridge));
  const unsendable = { deck: () => 'x' } as unknown as { deck: string };
  await expect(client.call('deck.open', unsendable)).rejects.toMatchObject({ code: 'unexpected' });
});
