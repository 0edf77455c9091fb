import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HostClient } from '../../../../src/contract/client.ts';
import { OpenDecks } from '../../../../src/renderer/workspace/open-decks.ts';
import { FakeHost } from './saving/fake-host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('whether decks are saved by themselves holds for all that are open, and for those opened later', async () => {
  const host = new FakeHost();
  const client = {
    ...host.client,
    // Every name is a deck.
    call: async (name: string, args: { deck: string }) =>
      name === 'deck.open' ? { ...host.opened, deck: args.deck } : host.client.call(name as never, args as never),
  } as unknown as HostClient;
  const decks = new OpenDecks(client, () => undefined);
  const tabs = [await decks.open('deck-0001'), await decks.open('deck-0002')];
  decks.setAuto(false);
  tabs.push(await decks.open('deck-0003'));
  for (const { session } of tabs) session.dispatch({ changes: { from: 1, insert: '1' }, userEvent: 'input.type' });
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.saves).toEqual([]);
  expect(tabs.map(({ autosave }) => autosave.state())).toEqual(tabs.map(() => ({ kind: 'unsaved', manual: true })));
  expect(decks.isAtRisk()).toBe(true);
  for (const tab of tabs) decks.close(tab);
});
