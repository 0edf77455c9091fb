import { redo, undo } from '@codemirror/commands';
import type { EditorState, StateCommand } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotations/annotation.ts';
import { annotations, layers } from '../../../../src/core/annotations/annotation-field.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../../../src/core/deck/commands/duplicate-slides.ts';
import { pasteSlides } from '../../../../src/core/deck/commands/paste-slides.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { looseSlides, slidesInText } from '../../../../src/core/deck/slides-text.ts';
import { newIds } from './new-ids.ts';
import { box, comment, label, layer, stroke } from './sample-annotations.ts';

const keys = createDeck('# A\n\n---\n\n# B\n');
const [a = '', b = ''] = slideIndex(keys).slides.map(({ key }) => key);
const reply = { id: 'r', creator: '', created: '2026-01-01T00:00:00Z', text: 'Yes.' };

function deck(): EditorState {
  return createDeck('# A\n\n---\n\n# B\n', {
    annotations: [
      stroke(a, 'ink'),
      box(b, 'box', { layer: 'talk' }),
      comment(a, 'said', { replies: [reply] }),
      label(a, 'label', { layer: 'hidden' }),
    ],
    layers: [layer('hidden', { hidden: true, locked: true }), layer('talk', { origin: 'talk' })],
  });
}

const on = (state: EditorState, place: number): readonly Annotation[] =>
  annotations(state).filter(({ slide }) => slide === slideIndex(state).slides[place]?.key);
const kinds = (state: EditorState, place: number) => on(state, place).map(({ kind }) => kind);

function step(command: StateCommand, state: EditorState): EditorState {
  let next = state;
  command({ state, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

describe('duplicating a slide', () => {
  it('copies what is on it, hidden layers included, under ids of their own, in one step', () => {
    const before = deck();
    const after = duplicateSlides(before, [a], newIds())?.state ?? before;
    expect(kinds(after, 1)).toEqual(['ink', 'comment', 'label']);
    expect(kinds(after, 0)).toEqual(['ink', 'comment', 'label']);
    const ids = annotations(after).flatMap((each) =>
      each.kind === 'comment' ? [each.id, ...each.replies.map(({ id }) => id)] : [each.id],
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(on(after, 1).map((each) => (each.kind === 'foreign' ? '' : each.layer))).toEqual([
      'default',
      'default',
      'hidden',
    ]);
    const back = step(undo, after);
    expect(annotations(back)).toEqual(annotations(before));
    expect(kinds(step(redo, back), 1)).toEqual(['ink', 'comment', 'label']);
  });
});

describe('deleting a slide', () => {
  it('takes what is on it out of view, and undoing brings it back', () => {
    const before = deck();
    const after = deleteSlides(before, [a])?.state ?? before;
    expect(slideIndex(after).slides).toHaveLength(1);
    expect(on(after, 0).map(({ id }) => id)).toEqual(['box']);
    const back = step(undo, after);
    expect(on(back, 0).map(({ id }) => id)).toEqual(['ink', 'said', 'label']);
  });
});

describe('pasting slides', () => {
  it('brings what is on them into another deck, with the layers that it lies on', () => {
    const other = createDeck('# X\n', { layers: [layer('own')] });
    const pasted = pasteSlides(other, looseSlides(deck(), [a, b]), { index: 1 }, newIds())?.state ?? other;
    expect(kinds(pasted, 1)).toEqual(['ink', 'comment', 'label']);
    expect(kinds(pasted, 2)).toEqual(['rectangle']);
    expect(layers(pasted).map(({ id, hidden }) => `${id} ${hidden}`)).toEqual([
      'default false',
      'own false',
      'hidden true',
      'talk false',
    ]);
    expect(layers(step(undo, pasted)).map(({ id }) => id)).toEqual(['default', 'own']);
  });

  it('gives a slide that was cut back what was on it, once; a second one gets copies', () => {
    const before = deck();
    const loose = looseSlides(before, [a]);
    const cut = deleteSlides(before, [a])?.state ?? before;
    const back = pasteSlides(cut, loose, { index: 1 }, newIds())?.state ?? cut;
    expect(on(back, 1).map(({ id }) => id)).toEqual(['ink', 'said', 'label']);
    expect(annotations(back)).toHaveLength(4);
    const twice = pasteSlides(back, loose, { index: 2 }, newIds())?.state ?? back;
    expect(kinds(twice, 2)).toEqual(['ink', 'comment', 'label']);
    expect(annotations(twice)).toHaveLength(7);
  });

  it('of slides that come as text brings nothing but them', () => {
    const pasted = pasteSlides(deck(), slidesInText('# A\n'), { index: 2 }, newIds())?.state;
    expect(pasted === undefined ? null : kinds(pasted, 2)).toEqual([]);
  });
});
