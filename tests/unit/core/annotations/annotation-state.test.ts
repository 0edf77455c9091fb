import { redo, undo } from '@codemirror/commands';
import { type EditorState, Transaction } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  annotations,
  annotationSet,
  becomeAnnotations,
  layers,
} from '../../../../src/core/annotations/annotation-field.ts';
import { addAnnotations } from '../../../../src/core/annotations/commands/add-annotations.ts';
import { changeAnnotations, eraseAnnotations } from '../../../../src/core/annotations/commands/change-annotations.ts';
import {
  addLayer,
  changeLayer,
  mergeLayers,
  moveLayer,
  removeLayer,
} from '../../../../src/core/annotations/commands/layers.ts';
import { type OrderMove, orderAnnotations } from '../../../../src/core/annotations/commands/order-annotations.ts';
import { removeAnnotations } from '../../../../src/core/annotations/commands/remove-annotations.ts';
import { defaultLayer } from '../../../../src/core/annotations/layer.ts';
import { drawingsOn, isPlaced, shownOn } from '../../../../src/core/annotations/slide-annotations.ts';
import { deleteSlides } from '../../../../src/core/deck/commands/delete-slides.ts';
import { moveSlides } from '../../../../src/core/deck/commands/move-slides.ts';
import { createDeck, deckText } from '../../../../src/core/deck/deck-state.ts';
import { slideBody, slideByKey, slideIndex } from '../../../../src/core/deck/slide-index.ts';
import { stepNames } from '../../../../src/core/deck/step-names.ts';
import { deckText as randomDeck, typed } from '../deck/arbitrary-deck.ts';
import { annotation, layer as anyLayer } from './arbitrary-annotations.ts';
import { box, comment, label, layer, stroke, withAnnotation } from './sample-annotations.ts';

const key = (deck: EditorState, number: number) => slideIndex(deck).slides[number - 1]?.key ?? '';
const ids = (deck: EditorState) => annotations(deck).map(({ id }) => id);
const titles = (deck: EditorState) =>
  annotations(deck).map(({ slide }) => {
    const found = slideByKey(slideIndex(deck), slide);
    return found === undefined ? '' : slideBody(deck, found).split('\n')[0];
  });
const after = (deck: EditorState, ...commands: readonly ((state: EditorState) => Transaction | null)[]) =>
  commands.reduce((state, command) => command(state)?.state ?? state, deck);

describe('annotations in the state', () => {
  it('are one history with moves and typing', () => {
    let deck = createDeck('# A\n\n---\n\n# B');
    const dispatch = (transaction: Transaction) => {
      deck = transaction.state;
    };
    deck = withAnnotation(deck, stroke(key(deck, 2)));
    dispatch(moveSlides(deck, [key(deck, 2)], { index: 0 }) ?? deck.update({}));
    expect(titles(deck)).toEqual(['# B']);
    undo({ state: deck, dispatch });
    expect(deckText(deck)).toBe('# A\n\n---\n\n# B');
    expect(annotations(deck)).toHaveLength(1);
    undo({ state: deck, dispatch });
    expect(annotations(deck)).toHaveLength(0);
    redo({ state: deck, dispatch });
    redo({ state: deck, dispatch });
    expect(titles(deck)).toEqual(['# B']);
    expect(drawingsOn(deck, key(deck, 1))).toHaveLength(1);
  });

  it('come back with their slide, and in their order', () => {
    let deck = createDeck('# A\n\n---\n\n# B');
    const dispatch = (transaction: Transaction | null) => {
      deck = transaction?.state ?? deck;
    };
    for (const id of ['a', 'b', 'c']) deck = withAnnotation(deck, stroke(key(deck, 1), id));
    dispatch(removeAnnotations(deck, ['b']));
    undo({ state: deck, dispatch });
    expect(ids(deck)).toEqual(['a', 'b', 'c']);
    dispatch(deleteSlides(deck, [key(deck, 1)]));
    expect(titles(deck)).toEqual(['', '', '']);
    expect(annotations(deck).map((each) => isPlaced(deck, each))).toEqual([false, false, false]);
    undo({ state: deck, dispatch });
    expect(titles(deck)).toEqual(['# A', '# A', '# A']);
  });

  it('are taken back to what they were, whatever came from disk in between', () => {
    let deck = createDeck('# A');
    const dispatch = (transaction: Transaction) => {
      deck = transaction.state;
    };
    deck = withAnnotation(deck, stroke('s1', 'a'));
    deck = changeAnnotations(deck, [stroke('s1', 'a', { color: '#000000' })])?.state ?? deck;
    const theirs = [stroke('s1', 'theirs'), stroke('s1', 'a', { color: '#111111' })];
    deck = deck.update({
      effects: becomeAnnotations(deck, { annotations: theirs }),
      annotations: Transaction.addToHistory.of(false),
    }).state;
    undo({ state: deck, dispatch });
    expect(ids(deck).toSorted()).toEqual(['a', 'theirs']);
    expect(annotations(deck)).toContainEqual(stroke('s1', 'a'));
    undo({ state: deck, dispatch });
    expect(ids(deck)).toEqual(['theirs']);
    redo({ state: deck, dispatch });
    redo({ state: deck, dispatch });
    expect(ids(deck).toSorted()).toEqual(['a', 'theirs']);
    expect(annotations(deck)).toContainEqual(stroke('s1', 'a', { color: '#111111' }));
  });
});

describe('a command', () => {
  const deck = after(createDeck('# A\n\n---\n\n# B'), (state) =>
    addAnnotations(state, [stroke('s1', 'a'), box('s1', 'b'), stroke('s2', 'other'), label('s1', 'c')]),
  );

  it('refuses an id that is taken', () => {
    expect(() => addAnnotations(deck, [stroke('s1', 'a')])).toThrow(RangeError);
    expect(() => addAnnotations(deck, [stroke('s1', 'x'), stroke('s1', 'x')])).toThrow(RangeError);
    expect(() => addLayer(deck, defaultLayer)).toThrow(RangeError);
  });

  it('is null where nothing would change', () => {
    const [first] = annotations(deck);
    expect(addAnnotations(deck, [])).toBeNull();
    expect(removeAnnotations(deck, ['none'])).toBeNull();
    expect(changeAnnotations(deck, first === undefined ? [] : [first])).toBeNull();
    expect(changeAnnotations(deck, [stroke('s1', 'none')])).toBeNull();
    expect(orderAnnotations(deck, ['c'], 'front')).toBeNull();
    expect(removeLayer(deck, 'default')).toBeNull();
    expect(changeLayer(deck, 'default', { hidden: false })).toBeNull();
    expect(mergeLayers(deck, 'default', 'default')).toBeNull();
  });

  it('changes an annotation in its place, and puts what an eraser left in the place of the whole', () => {
    const red = stroke('s1', 'a', { color: '#ff0000' });
    expect(annotations(after(deck, (state) => changeAnnotations(state, [red])))[0]).toEqual(red);
    const pieces = [stroke('s1', 'a'), stroke('s1', 'a2')];
    expect(ids(after(deck, (state) => eraseAnnotations(state, new Map([['a', pieces]]))))).toEqual([
      'a',
      'a2',
      'b',
      'other',
      'c',
    ]);
    expect(ids(after(deck, (state) => eraseAnnotations(state, new Map([['b', []]]))))).toEqual(['a', 'other', 'c']);
  });

  it.each<readonly [OrderMove, readonly string[], readonly string[]]>([
    ['front', ['a'], ['b', 'c', 'a']],
    ['back', ['c'], ['c', 'a', 'b']],
    ['forward', ['a'], ['b', 'a', 'c']],
    ['backward', ['c'], ['a', 'c', 'b']],
    ['forward', ['a', 'b'], ['c', 'a', 'b']],
    ['backward', ['b', 'c'], ['b', 'c', 'a']],
    ['front', ['a', 'b'], ['c', 'a', 'b']],
  ])('puts drawings to the %s among those of their slide: %s', (move, moved, order) => {
    const ordered = after(deck, (state) => orderAnnotations(state, moved, move));
    expect(drawingsOn(ordered, 's1').map(({ id }) => id)).toEqual(order);
    expect(ids(ordered)[2]).toBe('other');
  });

  it('is named in the history', () => {
    const name = (transaction: Transaction | null) => transaction && stepNames(transaction.state).done.at(-1);
    const c = comment('s2', 'q');
    const said = withAnnotation(deck, c);
    const reply = { id: 'r', creator: '', created: '', text: 'Yes' };
    const own = after(deck, (state) => addLayer(state, layer('l', { name: 'Mine' })));
    expect([
      name(addAnnotations(deck, [box('s1', 'x'), stroke('s2', 'y')])),
      name(addAnnotations(deck, [label('s2', 'x')])),
      name(addAnnotations(deck, [c])),
      name(addAnnotations(deck, [c, box('s1', 'x')])),
      name(addAnnotations(deck, [stroke('', 'lost')])),
      name(removeAnnotations(deck, ['a', 'b'])),
      name(eraseAnnotations(deck, new Map([['a', []]]))),
      name(changeAnnotations(deck, [box('s1', 'b', { x: 50 })])),
      name(changeAnnotations(deck, [box('s1', 'b', { width: 50 })])),
      name(changeAnnotations(deck, [box('s1', 'b', { color: '#000000' }), stroke('s1', 'a', { color: '#000000' })])),
      name(changeAnnotations(deck, [label('s1', 'c', { text: 'There' })])),
      name(changeAnnotations(deck, [box('s2', 'b')])),
      name(orderAnnotations(deck, ['a'], 'front')),
      name(changeAnnotations(said, [{ ...c, replies: [reply] }])),
      name(changeAnnotations(said, [{ ...c, resolved: { by: '', at: '' } }])),
      name(changeAnnotations(said, [{ ...c, text: 'No?' }])),
      name(addLayer(deck, layer('l', { name: 'Mine' }))),
      name(changeLayer(own, 'l', { hidden: true })),
      name(changeLayer(own, 'l', { locked: true })),
      name(changeLayer(own, 'l', { name: 'Yours' })),
      name(moveLayer(own, 'l', 0)),
      name(mergeLayers(own, 'l', 'default')),
      name(removeLayer(own, 'l')),
    ]).toEqual([
      'Drew on 2 slides',
      'Wrote on slide 2',
      'Commented on slide 2',
      'Added 2 annotations on 2 slides',
      'Drew',
      'Deleted 2 drawings on slide 1',
      'Erased on slide 1',
      'Moved a drawing on slide 1',
      'Resized a drawing on slide 1',
      'Recoloured 2 drawings on slide 1',
      'Rewrote a drawing on slide 1',
      'Put a drawing on slide 2',
      'Reordered drawings on slide 1',
      'Replied to a comment on slide 2',
      'Resolved a comment on slide 2',
      'Rewrote a comment on slide 2',
      'Added the layer “Mine”',
      'Hid the layer “Mine”',
      'Locked the layer “Mine”',
      'Renamed the layer “Mine” to “Yours”',
      'Reordered the layers',
      'Merged the layer “Mine” into another',
      'Deleted the layer “Mine”',
    ]);
  });
});

describe('layers', () => {
  const deck = after(
    createDeck('# A'),
    (state) => addLayer(state, layer('own')),
    (state) =>
      addAnnotations(state, [
        stroke('s1', 'over', { layer: 'own' }),
        stroke('s1', 'under'),
        stroke('s1', 'unknown', { layer: 'gone' }),
      ]),
  );
  const shown = (state: EditorState) => shownOn(state, 's1').map(({ id }) => id);

  it('lie on one another; what names none that is there lies on the default one', () => {
    expect(shown(deck)).toEqual(['under', 'unknown', 'over']);
    expect(shown(after(deck, (state) => moveLayer(state, 'own', 0)))).toEqual(['over', 'under', 'unknown']);
    expect(drawingsOn(deck, 's1')).toBe(drawingsOn(deck, 's1'));
  });

  it('can be hidden', () => {
    expect(shown(after(deck, (state) => changeLayer(state, 'default', { hidden: true })))).toEqual(['over']);
  });

  it('that are locked keep what lies on them as it is', () => {
    const locked = after(deck, (state) => changeLayer(state, 'own', { locked: true }));
    expect(addAnnotations(locked, [stroke('s1', 'new', { layer: 'own' })])).toBeNull();
    expect(changeAnnotations(locked, [stroke('s1', 'over', { layer: 'own', color: '#000000' })])).toBeNull();
    expect(changeAnnotations(locked, [stroke('s1', 'under', { layer: 'own' })])).toBeNull();
    expect(changeAnnotations(locked, [stroke('s1', 'over')])).toBeNull();
    expect(eraseAnnotations(locked, new Map([['over', []]]))).toBeNull();
    expect(orderAnnotations(locked, ['over'], 'front')).toBeNull();
    expect(removeLayer(locked, 'own')).toBeNull();
    expect(mergeLayers(locked, 'own', 'default')).toBeNull();
    expect(ids(after(locked, (state) => removeAnnotations(state, ids(state))))).toEqual(['over']);
  });

  it('are taken away with what lies on them, or merged', () => {
    const removed = after(deck, (state) => removeLayer(state, 'own'));
    expect([ids(removed), layers(removed)]).toEqual([['under', 'unknown'], [defaultLayer]]);
    const merged = after(deck, (state) => mergeLayers(state, 'own', 'default'));
    expect([shown(merged), layers(merged)]).toEqual([['under', 'unknown', 'over'], [defaultLayer]]);
  });
});

describe('undo', () => {
  const edit = fc.record({
    kind: fc.constantFrom('add', 'add', 'remove', 'change', 'order', 'layer', 'unlayer', 'lock', 'move', 'type', 'cut'),
    at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    new: annotation(['default', 'l0', 'l1']),
    layer: anyLayer,
    text: typed,
    order: fc.constantFrom<OrderMove>('front', 'back', 'forward', 'backward'),
  });

  it('leads back to each state there was, and redo forward again, over annotations, layers, moves and typing', () => {
    fc.assert(
      fc.property(randomDeck, fc.array(edit, { maxLength: 20 }), (text, edits) => {
        let deck = createDeck(text);
        const states = [deck];
        for (const [i, each] of edits.entries()) {
          const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(each.at * list.length)];
          const slide = pick(slideIndex(deck).slides)?.key ?? '';
          const chosen = pick(annotations(deck));
          const sheet = pick(layers(deck))?.id ?? '';
          const next = { ...each.new, id: `n${i}`, slide };
          const from = Math.floor(each.at * deck.doc.length);
          const run: Readonly<Record<string, () => Transaction | null>> = {
            add: () => addAnnotations(deck, [next]),
            remove: () => removeAnnotations(deck, chosen === undefined ? [] : [chosen.id]),
            change: () => changeAnnotations(deck, chosen === undefined ? [] : [{ ...next, id: chosen.id }]),
            order: () =>
              orderAnnotations(
                deck,
                ids(deck).filter((_, place) => (place + i) % 2 === 0),
                each.order,
              ),
            layer: () => addLayer(deck, { ...each.layer, id: `l${i}`, locked: false }),
            unlayer: () => (each.at < 0.5 ? removeLayer(deck, sheet) : mergeLayers(deck, sheet, 'default')),
            lock: () => changeLayer(deck, sheet, { locked: each.layer.locked, hidden: each.layer.hidden }),
            move: () => moveSlides(deck, [slide], { index: i % 3 }),
            cut: () => deleteSlides(deck, [slide]),
            type: () =>
              deck.update({
                changes: { from, insert: deck.toText(each.text) },
                annotations: Transaction.time.of(i * 1e4),
              }),
          };
          const transaction = run[each.kind]?.() ?? null;
          if (transaction === null || stepNames(transaction.state).done.length === stepNames(deck).done.length)
            continue;
          deck = transaction.state;
          states.push(deck);
        }
        const isThere = (state: EditorState) => {
          expect(deckText(deck)).toBe(deckText(state));
          expect(annotationSet(deck)).toEqual(annotationSet(state));
          expect(new Set(ids(deck)).size).toBe(ids(deck).length);
          expect(annotations(deck).map((each) => isPlaced(deck, each))).toEqual(
            annotations(state).map((each) => isPlaced(state, each)),
          );
        };
        const dispatch = (transaction: Transaction) => {
          deck = transaction.state;
        };
        for (const state of states.slice(0, -1).toReversed()) {
          undo({ state: deck, dispatch });
          isThere(state);
        }
        for (const state of states.slice(1)) {
          redo({ state: deck, dispatch });
          isThere(state);
        }
      }),
    );
  });
});
