import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { annotations } from '../../../../../src/core/annotations/annotation-field.ts';
import { drawingsOn } from '../../../../../src/core/annotations/slide-annotations.ts';
import { deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { FakeHost, start, theirInk } from './fake-host.ts';

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
  expect(autosave.state()).toEqual({ kind: 'saved', at: null, strandedInk: false });
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
  const { draw, autosave } = start(host);
  draw('urn:uuid:1');
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

describe('a deck that was read again', () => {
  test('keeps ink on its slide when a slide was put before it', async () => {
    const host = new FakeHost();
    const { session, draw } = start(host);
    const second = slideIndex(session.state).slides[1]?.key ?? '';
    draw('urn:uuid:1', second);
    session.goTo(second);
    await vi.advanceTimersByTimeAsync(1000);
    await host.elsewhere('New\n\n---\n\nA\n\n---\n\nB\n');
    const third = slideIndex(session.state).slides[2]?.key ?? '';
    expect(drawingsOn(session.state, third)).toHaveLength(1);
    expect(session.snapshot().current).toBe(third);
  });

  test('takes over its line ends', async () => {
    const host = new FakeHost();
    const { session, autosave } = start(host);
    await host.elsewhere('A\r\n\r\n---\r\n\r\nB\r\n');
    expect(deckText(session.state)).toBe(host.text);
    expect(autosave.state().kind).toBe('saved');
  });

  test('counts as gone where it is not there to be read, and is written again', async () => {
    const host = new FakeHost();
    const { autosave } = start(host);
    host.text = null;
    await autosave.recheck();
    expect(autosave.state()).toEqual({ kind: 'changed-on-disk', part: 'deck', gone: true });
    host.refusal = new Failure({ code: 'no-space', message: 'The disk is full.', wayOut: 'Make room.' });
    await autosave.keepMine();
    expect(autosave.state().kind).toBe('failed');
    host.refusal = null;
    await autosave.saveNow();
    expect(host.text).toBe('A\n\n---\n\nB\n');
    expect(autosave.state().kind).toBe('saved');
  });

  test('and cannot be read is not called saved', async () => {
    const host = new FakeHost();
    const { autosave } = start(host);
    host.refusal = new Failure({ code: 'not-utf-8', message: 'It is not UTF-8.', wayOut: 'Convert it.' });
    await host.elsewhere('\ufffd');
    expect(autosave.state().kind).toBe('failed');
    host.refusal = null;
    await autosave.saveNow();
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'deck' });
    expect(host.text).toBe('\ufffd');
  });

  test('is not taken back to an older save of ours that is told of late', async () => {
    const host = new FakeHost();
    const { session, autosave, type, tell } = start(host);
    type('1');
    await autosave.saveNow();
    type('2');
    await host.late('1');
    expect(autosave.state().kind).toBe('unsaved');
    expect(deckText(session.state)).toBe('A21\n\n---\n\nB\n');
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('annotations changed on disk', () => {
  test('leave an open question about the deck as it is', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    type('1');
    await host.elsewhere('theirs\n');
    await host.inkElsewhere(theirInk());
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'deck' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(host.text).toBe('theirs\n');
  });

  test('and both in question are asked about one after the other', async () => {
    const host = new FakeHost();
    const { autosave, draw, type } = start(host);
    draw('urn:uuid:1');
    type('1');
    await host.inkElsewhere(theirInk());
    await host.elsewhere('theirs\n');
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'deck' });
    await autosave.takeTheirs();
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'annotations' });
    await autosave.keepMine();
    expect(autosave.state().kind).toBe('saved');
    expect(JSON.parse(host.sidecar ?? '')).toMatchObject({ total: 1, 'other:field': 7 });
  });

  test('mine, with no ink left, is an empty collection', async () => {
    const host = new FakeHost();
    const { session, autosave, draw } = start(host);
    draw('urn:uuid:1');
    await autosave.saveNow();
    session.undo();
    await host.inkElsewhere(JSON.stringify({ ...JSON.parse(host.sidecar ?? ''), 'other:field': 7 }));
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'annotations' });
    await autosave.keepMine();
    expect(autosave.state().kind).toBe('saved');
    expect(JSON.parse(host.sidecar ?? '')).toMatchObject({ total: 0, items: [], 'other:field': 7 });
  });

  test.each([
    ['of a later format', theirInk(99), null],
    ['refused by the host', null, { code: 'unreadable', message: 'Not for you.', wayOut: 'Ask for it.' }],
  ])('and %s are left as they are, and so is the ink here', async (_, text, problem) => {
    const host = new FakeHost();
    const { session, autosave, draw, type } = start(host);
    draw('urn:uuid:1');
    await autosave.saveNow();
    const before = host.sidecar;
    host.inkProblem = problem;
    await host.inkElsewhere(text);
    expect(autosave.inkAccess()).toMatchObject({ readOnly: true, problem: { name: 'Failure' } });
    type('1');
    await vi.advanceTimersByTimeAsync(1000);
    expect(autosave.state().kind).toBe('saved');
    expect(host.sidecar).toBe(text);
    expect(annotations(session.state)).toHaveLength(1);
    host.inkProblem = null;
    await host.inkElsewhere(before);
    expect(autosave.inkAccess()).toMatchObject({ readOnly: false, problem: null });
  });

  test.each([
    ['text', '{', null],
    ['bytes', null, { code: 'not-utf-8', message: 'Not UTF-8.', wayOut: 'Convert it.' }],
  ])('and damaged, as %s, are kept under another name: what is here is whole', async (_, text, problem) => {
    const host = new FakeHost();
    const { session, autosave, draw } = start(host);
    draw('urn:uuid:1');
    await autosave.saveNow();
    host.inkProblem = problem;
    host.inkDamaged = problem !== null;
    await host.inkElsewhere(text);
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.aside).toEqual([text]);
    expect(JSON.parse(host.sidecar ?? '')).toMatchObject({ total: 1 });
    expect(annotations(session.state)).toHaveLength(1);
    expect(autosave.inkAccess()).toMatchObject({ readOnly: false, damaged: false });
    expect(autosave.inkAccess().problem?.message).toContain('deck.annotations.damaged-1.json');
    draw('urn:uuid:2');
    await autosave.saveNow();
    expect(host.aside).toHaveLength(1);
  });

  test('that were damaged when the deck was opened stay until something is drawn', async () => {
    const host = new FakeHost();
    [host.sidecar, host.inkRevision] = ['{', 'ink 0'];
    const { autosave, draw, type } = start(host);
    expect(autosave.inkAccess()).toMatchObject({ readOnly: false, damaged: true });
    type('1');
    await autosave.saveNow();
    expect([host.sidecar, host.aside]).toEqual(['{', []]);
    draw('urn:uuid:1');
    await autosave.saveNow();
    expect([JSON.parse(host.sidecar ?? '').total, host.aside]).toEqual([1, ['{']]);
  });

  test('and moved away because they could not be read are written again', async () => {
    const host = new FakeHost();
    const { autosave, draw } = start(host);
    draw('urn:uuid:1');
    await autosave.saveNow();
    await host.inkElsewhere('{');
    await host.inkElsewhere(null);
    await vi.advanceTimersByTimeAsync(1000);
    expect(JSON.parse(host.sidecar ?? '')).toMatchObject({ total: 1 });
    expect(autosave.state().kind).toBe('saved');
  });
});

describe('a note of what is unsaved', () => {
  test('waits for a moment without a key', async () => {
    const host = new FakeHost();
    const { type } = start(host);
    for (let i = 0; i < 30; i++) {
      type('x');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(host.journal).toBeUndefined();
    await vi.advanceTimersByTimeAsync(150);
    expect(host.journal?.text).toContain('x'.repeat(30));
  });

  test('does not wait for ever', async () => {
    const host = new FakeHost();
    const { type } = start(host);
    for (let i = 0; i < 65; i++) {
      type('x');
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(host.journal?.text).toContain('x'.repeat(59));
    expect(host.saves).toEqual([]);
  });
});

describe('what is not wanted', () => {
  test('is neither saved nor kept for later', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    autosave.setAuto(false);
    type('1');
    await vi.advanceTimersByTimeAsync(2500);
    expect(host.journal?.text).toBe('A1\n\n---\n\nB\n');
    type('2');
    await autosave.abandon();
    expect(host.journal).toBeUndefined();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.journal).toBeUndefined();
    expect(host.saves).toEqual([]);
    expect(host.notes).toBe(1);
  });

  test('takes nothing along that a crash left and nobody decided about', async () => {
    const host = new FakeHost();
    const left = { text: 'A of old\n', annotations: null };
    host.journal = left;
    const { autosave, type } = start(host, { recovery: { ...left, at: '2026-01-01T00:00:00Z' } });
    type('1');
    await autosave.abandon();
    expect(host.journal).toEqual(left);
  });
});
