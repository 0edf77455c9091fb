import { expect, test } from 'vitest';
import { Failure } from '../../../../../src/core/failure.ts';
import { closeQuestion } from '../../../../../src/renderer/workspace/saving/close-question.ts';
import type { SaveState } from '../../../../../src/renderer/workspace/saving/save-state.ts';

const failure = new Failure({ code: 'no-space', message: 'The disk is full.', wayOut: 'Make room.' });

test.each<readonly [SaveState, boolean, RegExp]>([
  [{ kind: 'unsaved', manual: true }, true, /^talk\.md has changes that are not saved/],
  [{ kind: 'failed', failure }, true, /The disk is full\. Make room\./],
  [{ kind: 'read-only', reason: 'It is write-protected.', pending: true }, true, /write-protected.*another name/],
  [{ kind: 'changed-on-disk', part: 'deck', gone: false }, false, /changed on disk.*choose/],
  [{ kind: 'changed-on-disk', part: 'deck', gone: true }, false, /gone from disk/],
  [{ kind: 'changed-on-disk', part: 'annotations', gone: false }, false, /annotations of talk\.md changed on disk/],
  [{ kind: 'saved', at: null, strandedInk: true }, false, /annotations.*would be lost; the deck itself is saved/],
])('%j: what would be lost, and whether saving can help', (state, canSave, text) => {
  const question = closeQuestion(state, 'talk.md');
  expect(question.canSave).toBe(canSave);
  expect(question.text).toMatch(text);
});
