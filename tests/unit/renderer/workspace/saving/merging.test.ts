import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { annotations } from '../../../../../src/core/annotations/annotation-field.ts';
import { moveSlides } from '../../../../../src/core/deck/commands/move-slides.ts';
import { deckText } from '../../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { stepNames } from '../../../../../src/core/deck/step-names.ts';
import { Failure } from '../../../../../src/core/failure.ts';
import { isAtRisk } from '../../../../../src/renderer/workspace/saving/save-state.ts';
import { FakeHost, start } from './fake-host.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const full = new Failure({ code: 'no-space', message: 'The disk is full.', wayOut: 'Make room.' });

describe('a merge', () => {
  test('of different slides needs no answer: one undo step, saved', async () => {
    const host = new FakeHost();
    const { session, autosave, type, tell } = start(host);
    type('1');
    await host.elsewhere('A\n\n---\n\nB of theirs\n');
    expect(await autosave.merge()).toBeNull();
    expect(host.text).toBe('A1\n\n---\n\nB of theirs\n');
    expect(autosave.state().kind).toBe('saved');
    expect(tell).toHaveBeenLastCalledWith('Merged one change of theirs; one undo step takes it back.');
    expect(stepNames(session.state).done).toEqual(['Typed in slide 1', 'Merged with the file on disk']);
    session.undo();
    expect(deckText(session.state)).toBe('A1\n\n---\n\nB\n');
  });

  test('says so where a slide that both moved stays where it was put here', async () => {
    const host = new FakeHost();
    const join = (...slides: readonly string[]) => `${slides.join('\n\n---\n\n')}\n`;
    const [a, b, c, d] = [
      '# Alpha, the first',
      '# Bravo by the sea',
      '# Charlie and ships',
      '# Delta has bridges',
    ] as const;
    host.text = join(a, b, c, d);
    const { session, autosave, tell } = start(host);
    const [first] = slideIndex(session.state).slides;
    session.run((state) => moveSlides(state, [first?.key ?? ''], { index: 2 }));
    expect(deckText(session.state)).toBe(join(b, c, a, d));
    await host.elsewhere(join(b, c, `${d}.`, a));
    expect(await autosave.merge()).toBeNull();
    expect(host.text).toBe(join(b, c, a, `${d}.`));
    expect(tell).toHaveBeenLastCalledWith(
      'Merged one change of theirs; one slide that both moved stays where you put it; one undo step takes it back.',
    );
  });

  test('of the same line waits for an answer, and is saved over their file', async () => {
    const host = new FakeHost();
    const { session, autosave, type } = start(host);
    type('1');
    await host.elsewhere('A theirs\n\n---\n\nB\n');
    const open = await autosave.merge();
    expect(open?.plan.conflicts).toEqual([{ part: 'slide', base: 'A', mine: 'A1', theirs: 'A theirs' }]);
    expect(autosave.state().kind).toBe('changed-on-disk');
    expect(host.text).toBe('A theirs\n\n---\n\nB\n');
    if (open !== null) await autosave.finishMerge(open, 'A1 theirs\n\n---\n\nB\n');
    expect(host.text).toBe('A1 theirs\n\n---\n\nB\n');
    expect(deckText(session.state)).toBe(host.text);
    expect(autosave.state().kind).toBe('saved');
  });

  test('asks again where they write once more before it is saved', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    type('1');
    await host.elsewhere('A theirs\n\n---\n\nB\n');
    const open = await autosave.merge();
    host.text = 'A theirs\n\n---\n\nB again\n';
    host.revision++;
    if (open !== null) await autosave.finishMerge(open, 'A both\n\n---\n\nB\n');
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'deck' });
    expect(await autosave.merge()).toBeNull();
    expect(host.text).toBe('A both\n\n---\n\nB again\n');
  });

  test('of annotations has those of both', async () => {
    const host = new FakeHost();
    const { session, autosave, draw } = start(host);
    draw('urn:uuid:1');
    await autosave.saveNow();
    const theirs = JSON.parse(host.sidecar ?? '');
    const [item] = theirs.items;
    draw('urn:uuid:2');
    await host.inkElsewhere(JSON.stringify({ ...theirs, items: [item, { ...item, id: 'urn:uuid:3' }] }));
    expect(autosave.state()).toMatchObject({ kind: 'changed-on-disk', part: 'annotations' });
    await autosave.merge();
    const ids = annotations(session.state).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(['urn:uuid:1', 'urn:uuid:2', 'urn:uuid:3']);
    expect(JSON.parse(host.sidecar ?? '').total).toBe(3);
    expect(autosave.state().kind).toBe('saved');
  });
});

describe('with saving by itself off', () => {
  test('nothing is saved until somebody says so', async () => {
    const host = new FakeHost();
    const { autosave, type } = start(host);
    autosave.setAuto(false);
    type('1');
    await vi.advanceTimersByTimeAsync(5000);
    expect(host.saves).toEqual([]);
    expect(autosave.state()).toEqual({ kind: 'unsaved', manual: true });
    await autosave.saveNow();
    expect(host.saves).toHaveLength(1);
    type('2');
    autosave.setAuto(true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.saves).toHaveLength(2);
  });
});

test('when events come again after a time without, the files are looked at', async () => {
  const host = new FakeHost();
  const { session } = start(host);
  host.text = 'theirs\n';
  host.revision++;
  host.reconnect();
  await vi.advanceTimersByTimeAsync(0);
  expect(deckText(session.state)).toBe('theirs\n');
});

test('ink whose file became unreadable is at risk', async () => {
  const host = new FakeHost();
  const { autosave, draw } = start(host);
  draw('urn:uuid:1');
  await host.inkElsewhere('{');
  expect(autosave.state()).toMatchObject({ kind: 'saved', strandedInk: true });
  expect(isAtRisk(autosave.state())).toBe(true);
});

describe('the journal', () => {
  test('notes what cannot be saved, the latest only, and is dropped once it is', async () => {
    const host = new FakeHost();
    const { session, autosave, type } = start(host);
    host.refusal = full;
    type('1');
    await vi.advanceTimersByTimeAsync(1500);
    expect(host.notes).toBe(0);
    await vi.advanceTimersByTimeAsync(600);
    expect(host.journal).toMatchObject({ text: 'A1\n\n---\n\nB\n', annotations: null });
    type('2');
    type('3');
    await vi.advanceTimersByTimeAsync(2500);
    expect(host.journal?.text).toBe('A321\n\n---\n\nB\n');
    session.dispatch({ selection: { anchor: 1 } });
    await vi.advanceTimersByTimeAsync(5000);
    expect(host.notes).toBe(2);
    host.refusal = null;
    await autosave.saveNow();
    await vi.advanceTimersByTimeAsync(0);
    expect(host.journal).toBeUndefined();
  });

  test('is not needed where saving goes well', async () => {
    const host = new FakeHost();
    const { type } = start(host);
    type('1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.notes).toBe(0);
  });

  test('is written while a question is open, and while saving by itself is off', async () => {
    const host = new FakeHost();
    const { autosave, type, draw } = start(host);
    type('1');
    await host.elsewhere('theirs\n');
    await vi.advanceTimersByTimeAsync(2500);
    expect(host.journal?.text).toBe('A1\n\n---\n\nB\n');
    await autosave.takeTheirs();
    await vi.advanceTimersByTimeAsync(0);
    expect(host.journal).toBeUndefined();
    autosave.setAuto(false);
    draw('urn:uuid:1');
    await vi.advanceTimersByTimeAsync(2500);
    expect(JSON.parse(host.journal?.annotations ?? '').total).toBe(1);
  });

  test('of a crash is not written over before somebody decided', async () => {
    const host = new FakeHost();
    const recovery = { text: 'A lost\n\n---\n\nB\n', annotations: null, at: '2026-01-01T14:02:00Z' };
    const { session, autosave, type } = start(host, { recovery });
    autosave.setAuto(false);
    type('1');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(host.notes).toBe(0);
    await autosave.saveNow();
    expect(autosave.recovery()).toEqual(recovery);
    await autosave.restoreRecovered();
    expect(host.text).toBe('A lost\n\n---\n\nB\n');
    expect(autosave.recovery()).toBeNull();
    expect(stepNames(session.state).done.at(-1)).toBe('Restored unsaved changes');
    session.undo();
    expect(deckText(session.state)).toBe('A1\n\n---\n\nB\n');
  });

  test('of a crash brings its ink back in the same step', async () => {
    const lost = new FakeHost();
    const before = start(lost);
    before.draw('urn:uuid:1');
    await before.autosave.saveNow();
    const host = new FakeHost();
    const recovery = { text: 'A lost\n\n---\n\nB\n', annotations: lost.sidecar, at: '2026-01-01T14:02:00Z' };
    const { session, autosave } = start(host, { recovery });
    await autosave.restoreRecovered();
    expect(annotations(session.state)).toMatchObject([{ id: 'urn:uuid:1' }]);
    session.undo();
    expect(annotations(session.state)).toEqual([]);
    expect(deckText(session.state)).toBe('A\n\n---\n\nB\n');
  });

  test('of a crash is dropped when it is not wanted', async () => {
    const host = new FakeHost();
    host.journal = { text: 'lost', annotations: null };
    const { autosave } = start(host, { recovery: { text: 'lost', annotations: null, at: '2026-01-01T14:02:00Z' } });
    autosave.discardRecovered();
    await vi.advanceTimersByTimeAsync(0);
    expect(host.journal).toBeUndefined();
    expect(autosave.state().kind).toBe('saved');
  });
});
