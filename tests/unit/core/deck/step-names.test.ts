import { isolateHistory, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../src/core/annotations/annotation-field.ts';
import { addAnnotations } from '../../../../src/core/annotations/commands/add-annotations.ts';
import { removeAnnotations } from '../../../../src/core/annotations/commands/remove-annotations.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { duplicateSlides } from '../../../../src/core/deck/commands/duplicate-slides.ts';
import { insertSlide } from '../../../../src/core/deck/commands/insert-slide.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { replaceText } from '../../../../src/core/deck/commands/replace-text.ts';
import { setNotes } from '../../../../src/core/deck/commands/set-notes.ts';
import { setHidden, setSlideAttribute } from '../../../../src/core/deck/commands/set-slide-attribute.ts';
import { createDeck } from '../../../../src/core/deck/deck-state.ts';
import { slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { stepNames } from '../../../../src/core/deck/step-names.ts';
import { stroke, withAnnotation } from '../annotations/sample-annotations.ts';
import { deckText, typed } from './arbitrary-deck.ts';

const text = '---\ntitle: T\n---\n\n# One\n\n---\n\n# Two\n\n--\n\n# Three\n\n---\n\n# Four\n';

const key = (deck: EditorState, i: number) => slideIndex(deck).slides[i]?.key ?? '';

function step(deck: EditorState, command: typeof undo): EditorState {
  let next = deck;
  command({ state: deck, dispatch: (transaction) => (next = transaction.state) });
  return next;
}

describe('a step is named', () => {
  const deck = createDeck(text);
  const done = (transaction: Transaction | null) => transaction && stepNames(transaction.state).done;
  const change = (spec: TransactionSpec) => done(deck.update(spec));
  const at = (part: string) => text.indexOf(part) + part.length;

  it.each([
    ['Moved slide 1 to 3', done(moveSlides(deck, [key(deck, 0)], { index: 3 }))],
    ['Moved slide 3 to 2', done(moveSlides(deck, [key(deck, 3)], { index: 1, break: 'horizontal' }))],
    ['Moved 2 slides to 3', done(moveSlides(deck, [key(deck, 0), key(deck, 1)], { index: 2 }))],
    ['Took slide 2.1 out of the stack', done(moveSlides(deck, [key(deck, 2)], { index: 2, break: 'horizontal' }))],
    ['Put slide 3 below the slide before', done(moveSlides(deck, [key(deck, 3)], { index: 3, break: 'vertical' }))],
    ['Hid slide 3', done(setHidden(deck, [key(deck, 3)], true))],
    ['Hid 2 slides', done(setHidden(deck, [key(deck, 0), key(deck, 3)], true))],
    ['Changed the timing of slide 2', done(setSlideAttribute(deck, [key(deck, 1)], 'data-timing', '60'))],
    ['Added slide 2', done(insertSlide(deck, { after: key(deck, 0), break: 'horizontal', body: 'new' }))],
    ['Duplicated a slide', done(duplicateSlides(deck, [key(deck, 0)]))],
    ['Deleted slide 2.1', done(deleteSlides(deck, [key(deck, 2)]))],
    ['Wrote notes of slide 2', done(setNotes(deck, key(deck, 1), 'say it'))],
    ['Drew on slide 2', done(addAnnotations(deck, [stroke(key(deck, 1))]))],
    ['Took theirs from disk', done(replaceText(deck, 'other', true))],
    ['Typed in slide 2.1', change({ changes: { from: at('# Three'), insert: '!' }, userEvent: 'input.type' })],
    [
      'Deleted text in slide 2.1',
      change({ changes: { from: at('# Th'), to: at('# Thr') }, userEvent: 'delete.backward' }),
    ],
    ['Edited the front matter', change({ changes: { from: at('title: '), insert: 'x' } })],
    ['Edited 2 slides', change({ changes: [0, 1].map((i) => ({ from: at(i ? '# Two' : '# One'), insert: '.' })) })],
  ])('%s', (name, names) => {
    expect(names).toEqual([name]);
  });

  it('shown again, deleted', () => {
    const hidden = setHidden(deck, [key(deck, 3)], true)?.state ?? deck;
    expect(stepNames(setHidden(hidden, [key(deck, 3)], false)?.state ?? deck).done.at(-1)).toBe('Showed slide 3');
    const drawn = withAnnotation(deck, stroke(key(deck, 1), 'a'));
    expect(stepNames(removeAnnotations(drawn, ['a'])?.state ?? deck).done.at(-1)).toBe('Deleted a drawing on slide 2');
  });

  it('once for typing that the history joins, and Edited where it both wrote and deleted', () => {
    let state = deck;
    const now = Transaction.time.of(1000);
    for (let i = 0; i < 3; i++)
      state = state.update({
        changes: { from: at('# One') + i, insert: 'x' },
        userEvent: 'input.type',
        annotations: now,
      }).state;
    expect(stepNames(state)).toEqual({ done: ['Typed in slide 1'], undone: [] });
    state = state.update({
      changes: { from: at('# One') + 2, to: at('# One') + 3 },
      userEvent: 'delete.backward',
      annotations: now,
    }).state;
    expect(stepNames(state).done).toEqual(['Edited slide 1']);
    expect(stepNames(step(state, undo))).toEqual({ done: [], undone: ['Edited slide 1'] });
  });
});

describe('there are as many names as steps', () => {
  const edit = fc.record({
    kind: fc.constantFrom('type', 'type', 'delete', 'move', 'hide', 'ink', 'erase', 'undo', 'undo', 'redo', 'select'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    insert: typed,
    pause: fc.constantFrom(0, 100, 600),
    event: fc.constantFrom('input.type', 'input.paste', 'input.type.compose', 'delete.backward', ''),
    mapped: fc.constantFrom(false, false, true),
    isolate: fc.constantFrom(null, null, null, 'full', 'before'),
  });

  it('whatever is done, undone, redone, and changed by others meanwhile', () => {
    fc.assert(
      fc.property(deckText, fc.array(edit, { maxLength: 30 }), (source, edits) => {
        let deck = createDeck(source);
        let time = 1;
        for (const { kind, at, insert, pause, event, mapped, isolate } of edits) {
          time += pause;
          const { slides } = slideIndex(deck);
          const slide = slides[Math.floor(at * (slides.length - 1))]?.key ?? '';
          const from = Math.floor(at * deck.doc.length);
          const marks = [
            Transaction.time.of(time),
            ...(mapped ? [Transaction.addToHistory.of(false)] : []),
            ...(isolate === null ? [] : [isolateHistory.of(isolate)]),
          ];
          const written = { annotations: marks, ...(event === '' ? {} : { userEvent: event }) };
          if (kind === 'type') deck = deck.update({ changes: { from, insert: deck.toText(insert) }, ...written }).state;
          else if (kind === 'delete')
            deck = deck.update({ changes: { from, to: Math.min(from + 9, deck.doc.length) }, ...written }).state;
          else if (kind === 'move') deck = moveSlides(deck, [slide], { index: 1 })?.state ?? deck;
          else if (kind === 'hide') deck = setHidden(deck, [slide], at < 0.5)?.state ?? deck;
          else if (kind === 'ink') deck = withAnnotation(deck, stroke(slide, `i${time}-${at}-${undoDepth(deck)}`));
          else if (kind === 'erase')
            deck =
              removeAnnotations(
                deck,
                annotations(deck)
                  .slice(0, 1)
                  .map(({ id }) => id),
              )?.state ?? deck;
          else if (kind === 'select') deck = deck.update({ selection: { anchor: from }, userEvent: 'select' }).state;
          else deck = step(deck, kind === 'undo' ? undo : redo);
          const { done, undone } = stepNames(deck);
          expect([done.length, undone.length]).toEqual([undoDepth(deck), redoDepth(deck)]);
          for (const name of [...done, ...undone]) expect(name).toMatch(/^[A-Z]/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('also when the oldest are let go', () => {
    let deck = createDeck('x');
    for (let i = 0; i < 1100; i++) {
      deck = deck.update({ changes: { from: 0, insert: 'y' }, annotations: isolateHistory.of('full') }).state;
      expect(stepNames(deck).done).toHaveLength(undoDepth(deck));
    }
    expect(undoDepth(deck)).toBeLessThan(1100);
    while (undoDepth(deck) > 0) deck = step(deck, undo);
    expect(stepNames(deck).undone).toHaveLength(redoDepth(deck));
  });
});
