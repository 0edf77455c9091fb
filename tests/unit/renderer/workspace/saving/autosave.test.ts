import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostClient } from '../../../../../src/contract/client.ts';
import type { OpenDeck } from '../../../../../src/contract/schemas.ts';
import { addAnnotation } from '../../../../../src/core/annotations/annotation-field.ts';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideAt, slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { DeckSession } from '../../../../../src/renderer/workspace/deck-session.ts';
import { Autosave } from '../../../../../src/renderer/workspace/saving/autosave.ts';

/** A host whose disk is two strings; revisions count up. */
class FakeHost {
  text: string | null = 'A\n\n---\n\nB\n';
  sidecar: string | null = null;
  revision = 1;
  refusal: Failure | null = null;
  saves: string[] = [];
  readonly #listeners = new Map<string, (payload: never) => void>();

  get opened(): OpenDeck {
    const revision = String(this.revision);
    return {
      deck: 'deck-0001',
      name: 'deck.md',
      path: '/decks/deck.md',
      text: this.text ?? '',
      revision,
      readOnly: null,
      annotations: { text: this.sidecar, revision: this.sidecar === null ? null : revision, problem: null },
      assets: '/deck/',
    };
  }

  readonly client = {
    call: async (name: string, args: { readonly text: string; readonly base: string | null }) => {
      if (this.refusal !== null) throw this.refusal;
      if (name === 'deck.open') return this.opened;
      if (name === 'annotations.save') {
        this.sidecar = args.text;
        return { outcome: 'saved', revision: 'ink' };
      }
      const now = this.text === null ? null : String(this.revision);
      if (args.base !== now) return { outcome: 'changed-on-disk', revision: now };
      this.saves.push(args.text);
      this.text = args.text;
      this.revision++;
      return { outcome: 'saved', revision: String(this.revision) };
    },
    on: (name: string, listener: (payload: never) => void) => {
      this.#listeners.set(name, listener);
      return () => this.#listeners.delete(name);
    },
    // The parts of a host that saving uses.
  } as unknown as HostClient;

  /** Another program writes the file, or takes it away. */
  async elsewhere(text: string | null): Promise<void> {
    this.text = text;
    this.revision++;
    this.#listeners.get('deck.changed')?.({
      deck: 'deck-0001',
      revision: text === null ? null : String(this.revision),
    } as never);
    await vi.advanceTimersByTimeAsync(0);
  }
}

function start(host: FakeHost, opened: Partial<OpenDeck> = {}) {
  const session = new DeckSession(createDeck(host.opened.text));
  const tell = vi.fn();
  const autosave = new Autosave({
    session,
    client: host.client,
    opened: { ...host.opened, ...opened },
    writesInk: true,
    delay: 1000,
    tell,
  });
  autosave.start();
  return {
    session,
    autosave,
    tell,
    type: (insert: string) => session.dispatch({ changes: { from: 1, insert }, userEvent: 'input.type' }),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('saves once, a while after the last change', async () => {
  const host = new FakeHost();
  const { autosave, type } = start(host);
  type('1');
  await vi.advanceTimersByTimeAsync(900);
  type('2');
  expect(autosave.state().kind).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(900);
  expect(host.saves).toEqual([]);
  await vi.advanceTimersByTimeAsync(100);
  expect(host.saves).toEqual(['A21\n\n---\n\nB\n']);
  expect(autosave.state().kind).toBe('saved');
});

test('what is undone before its save is not written', async () => {
  const host = new FakeHost();
  const { session, autosave, type } = start(host);
  type('1');
  session.undo();
  expect(autosave.state()).toEqual({ kind: 'saved', at: null });
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.saves).toEqual([]);
});

test('a change during a save is saved after it', async () => {
  const host = new FakeHost();
  const { autosave, type } = start(host);
  type('1');
  const saving = autosave.saveNow();
  type('2');
  await saving;
  expect(autosave.state().kind).toBe('unsaved');
  await vi.advanceTimersByTimeAsync(1000);
  expect(host.saves).toEqual(['A1\n\n---\n\nB\n', 'A21\n\n---\n\nB\n']);
});

test('saves asked for at once run one after the other', async () => {
  const host = new FakeHost();
  const { autosave, type } = start(host);
  type('1');
  const first = autosave.saveNow();
  type('2');
  await Promise.all([first, autosave.saveNow(), autosave.saveNow()]);
  expect(host.saves).toHaveLength(2);
  expect(autosave.state().kind).toBe('saved');
});

test('ink is saved beside the deck, which is not written for it', async () => {
  const host = new FakeHost();
  const { session, autosave } = start(host);
  const slide = slideAt(slideIndex(session.state), 0).key;
  session.run((state) =>
    addAnnotation(state, {
      kind: 'ink',
      id: 'urn:uuid:1',
      slide,
      points: [],
      color: '#ff5a52',
      width: 4,
      created: '2025-12-11T00:00:00Z',
    }),
  );
  await vi.advanceTimersByTimeAsync(1000);
  expect(host.saves).toEqual([]);
  expect(JSON.parse(host.sidecar ?? '').items).toHaveLength(1);
  expect(autosave.state().kind).toBe('saved');
});

test('a failure stays in view, keeps the changes, and can be tried again', async () => {
  const host = new FakeHost();
  const { autosave, type } = start(host);
  host.refusal = new Failure({ code: 'no-space', message: 'The disk is full.', wayOut: 'Make room.' });
  type('1');
  await vi.advanceTimersByTimeAsync(1000);
  expect(autosave.state()).toMatchObject({ kind: 'failed', failure: { code: 'no-space' } });
  type('2');
  expect(autosave.state().kind).toBe('failed');
  host.refusal = null;
  await autosave.saveNow();
  expect(autosave.state().kind).toBe('saved');
  expect(host.text).toBe('A21\n\n---\n\nB\n');
});

test('a read-only deck is not saved by itself, and says so once there is something to lose', async () => {
  const host = new FakeHost();
  const { autosave, type } = start(host, { readOnly: 'It is write-protected.' });
  expect(autosave.state()).toMatchObject({ kind: 'read-only', pending: false });
  type('1');
  expect(autosave.state()).toMatchObject({ kind: 'read-only', pending: true });
  await vi.advanceTimersByTimeAsync(5000);
  expect(host.saves).toEqual([]);
  await autosave.saveNow();
  expect(autosave.state().kind).toBe('saved');
});

describe('a change on disk', () => {
  test('is taken over while there is nothing unsaved; it is no step of the history', async () => {
    const host = new FakeHost();
    const { session, autosave, tell } = start(host);
    await host.elsewhere('A\n\n---\n\nB of theirs\n');
    expect(deckText(session.state)).toBe('A\n\n---\n\nB of theirs\n');
    expect(session.undo()).toBe(false);
    expect(autosave.state().kind).toBe('saved');
    expect(tell).toHaveBeenCalledOnce();
  });

  test('that is our own save is none', async () => {
    const host = new FakeHost();
    const { type, tell } = start(host);
    type('1');
    await vi.advanceTimersByTimeAsync(1000);
    host.revision--;
    await host.elsewhere(host.text);
    expect(tell).not.toHaveBeenCalled();
  });

  test('beside changes here stops saving until the user chose: mine', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    type('1');
    await host.elsewhere('theirs\n');
    expect(autosave.state()).toEqual({ kind: 'changed-on-disk', part: 'deck', gone: false });
    type('2');
    await vi.advanceTimersByTimeAsync(5000);
    await autosave.saveNow();
    expect(host.text).toBe('theirs\n');
    await autosave.keepMine();
    expect(host.text).toBe('A21\n\n---\n\nB\n');
    expect(autosave.state().kind).toBe('saved');
  });

  test('beside changes here: theirs, as one step that can be undone', async () => {
    const host = new FakeHost();
    const { session, autosave, type } = start(host);
    type('1');
    await host.elsewhere('theirs\n');
    await autosave.takeTheirs();
    expect(deckText(session.state)).toBe('theirs\n');
    expect(autosave.state().kind).toBe('saved');
    session.undo();
    expect(deckText(session.state)).toBe('A1\n\n---\n\nB\n');
    expect(autosave.state().kind).toBe('unsaved');
  });

  test('found only by the save itself asks, too', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    host.text = 'theirs\n';
    host.revision = 7;
    type('1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk' });
    expect(host.text).toBe('theirs\n');
  });

  test('that takes the file away asks even with nothing unsaved', async () => {
    const host = new FakeHost();
    const { autosave } = start(host);
    await host.elsewhere(null);
    expect(autosave.state()).toEqual({ kind: 'changed-on-disk', part: 'deck', gone: true });
    await autosave.keepMine();
    expect(host.text).toBe('A\n\n---\n\nB\n');
  });
});
