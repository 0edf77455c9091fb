import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import { sidecarText } from '../../../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { historyDepth } from '../../../../src/renderer/workspace/deck-session.ts';
import { stroke, withAnnotation } from '../../core/annotations/sample-annotations.ts';
import type { HostClient } from '../../../../src/contract/client.ts';
import { type DeckTab, OpenDecks } from '../../../../src/renderer/workspace/open-decks.ts';
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

test('a deck with large annotations is shown before they are read, as the same session, and nothing of that is a step', async () => {
  const host = new FakeHost();
  host.sidecar = sidecarText(withAnnotation(createDeck(host.opened.text), stroke('s1')), null);
  host.inkRevision = 'ink 1';
  const opens: unknown[] = [];
  const nothing = { text: null, revision: null, problem: null, damaged: false };
  const client = {
    ...host.client,
    call: async (name: string, args: { glance?: boolean }) => {
      if (name !== 'deck.open') return host.client.call(name as never, args as never);
      opens.push(args.glance === true);
      return args.glance === true ? { ...host.opened, annotations: nothing, isGlance: true } : host.opened;
    },
  } as unknown as HostClient;
  const decks = new OpenDecks(client, () => undefined);
  const glances: DeckTab[] = [];
  const opening = decks.open('deck-0001', (tab) => glances.push(tab));
  await vi.advanceTimersByTimeAsync(10);
  expect(decks.tabs()).toEqual(glances);
  expect(glances[0]?.isGlance).toBe(true);
  expect(annotations(glances[0]?.session.state ?? createDeck(''))).toEqual([]);
  // The window is looked at meanwhile: what was only glanced at is not read again by that.
  decks.recheck();
  await vi.advanceTimersByTimeAsync(5000);
  const tab = await opening;
  expect(opens).toEqual([true, false]);
  expect(decks.tabs()).toEqual([tab]);
  expect(tab.session).toBe(glances[0]?.session);
  expect(annotations(tab.session.state)).toHaveLength(1);
  expect(historyDepth(tab.session.state)).toEqual({ undo: false, redo: false });
  expect(tab.autosave.state().kind).toBe('saved');
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.saves).toEqual([]);
  expect(host.notes).toBe(0);
  decks.close(tab);
});

test('a deck that is gone before its annotations were read is no tab any more', async () => {
  const host = new FakeHost();
  const client = {
    ...host.client,
    call: async (_: string, args: { glance?: boolean }) => {
      if (args.glance === true) return { ...host.opened, isGlance: true };
      throw new Error('gone');
    },
  } as unknown as HostClient;
  const decks = new OpenDecks(client, () => undefined);
  const opening = decks.open('deck-0001');
  const failing = expect(opening).rejects.toThrow('gone');
  await vi.advanceTimersByTimeAsync(5000);
  await failing;
  expect(decks.tabs()).toEqual([]);
});
