import type { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { salvageJson } from '../../../../../src/core/annotations/sidecar/damaged-json.ts';
import { loadAnnotations } from '../../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { comment, layer, stroke, withAnnotation } from '../sample-annotations.ts';

const text = '# A\n\nwords of the first\n\n---\n\n# B\n\nother matters';
const written =
  sidecarText(
    [stroke('s1', 'a'), comment('s2', 'b', { text: 'a ] } " \\ in it' }), stroke('s2', 'c')].reduce<EditorState>(
      withAnnotation,
      createDeck(text, { layers: [layer('own')] }),
    ),
    null,
  ) ?? '';
const load = (sidecar: string, deck = text) => loadAnnotations(sidecar, createDeck(deck));
const ids = (sidecar: string) => load(sidecar).annotations.map(({ id, slide }) => `${id} ${slide}`);

describe('a damaged sidecar', () => {
  it('that ends in the middle gives what is whole of it, and says where it ends', () => {
    const cut = written.slice(0, written.lastIndexOf('"lectern:Ink"'));
    expect(ids(cut)).toEqual(['a s1', 'b s2']);
    expect(load(cut)).toMatchObject({ damaged: true, readOnly: false, layers: [{}, { id: 'own' }] });
    const lines = cut.split('\n').length;
    expect(load(cut).problem?.message).toBe(
      `The annotations’ file is damaged: it ends in the middle, on line ${lines}. 2 annotations could be read.`,
    );
  });

  it('wherever it ends, nothing of it is read wrongly', () => {
    fc.assert(
      fc.property(fc.nat(written.length - 3), (length) => {
        const loaded = load(written.slice(0, length));
        expect(loaded.damaged).toBe(true);
        expect(loaded.problem).not.toBeNull();
        expect(
          ['a s1', 'b s2', 'c s2']
            .join()
            .startsWith(loaded.annotations.map(({ id, slide }) => `${id} ${slide}`).join()),
        ).toBe(true);
      }),
    );
  });

  it.each(['NaN', 'Infinity', '-Infinity'])('with %s for a number loses only what has it', (word) => {
    const odd = written.replace('[10,20,', `[${word},20,`).replace('a ]', `${word} ]`);
    expect(load(odd)).toMatchObject({
      damaged: true,
      annotations: [{ kind: 'foreign', id: 'a' }, { kind: 'comment', text: `${word} ] } " \\ in it` }, { id: 'c' }],
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'total rubbish'],
    ['a list', '[]'],
    ['another collection', '{"type":"AnnotationCollection","items":[]}'],
    ['a bracket too many', `${written}]`],
    ['brackets that do not fit', written.replace('}}}', '}]}')],
  ])('that is %s gives nothing, and is to be kept', (_, sidecar) => {
    expect(load(sidecar)).toMatchObject({
      annotations: [],
      damaged: true,
      readOnly: false,
      problem: { code: 'unreadable' },
    });
  });

  it('is not one that a later version wrote, whatever that looks like', () => {
    for (const sidecar of [
      '{"lectern:version":3,"things":{}}',
      written.replace('"lectern:version": 2', '"lectern:version": 3'),
    ])
      expect(load(sidecar)).toMatchObject({ damaged: false, readOnly: true, problem: { code: 'read-only' } });
    expect(load(written.replace('"lectern:version": 2', '"lectern:version": 3')).annotations).toHaveLength(3);
  });
});

describe('a sidecar of another deck', () => {
  it('keeps all that it has, and says so', () => {
    const other = '# Nothing\n\nof the kind at all';
    const loaded = load(written, other);
    expect(loaded).toMatchObject({ damaged: false, readOnly: false, problem: { code: 'missing' } });
    expect(loaded.annotations.map(({ slide }) => slide)).toEqual(['', '', '']);
    const kept = sidecarText(createDeck(other, loaded), loaded.kept) ?? '';
    expect(load(kept).annotations.map(({ id, slide }) => `${id} ${slide}`)).toEqual(['a s1', 'b s2', 'c s2']);
  });

  it('is not one with slides that are here', () => {
    expect(load(written, '# New\n\n---\n\n# B\n\nother matters of mine').problem).toBeNull();
    expect(load(written, text).problem).toBeNull();
  });
});

it('salvaging helps no text that is broken otherwise', () => {
  expect([salvageJson('{"a" 1}'), salvageJson('"'), salvageJson('[1, 2'), salvageJson('[[1],')]).toEqual([
    null,
    null,
    null,
    { value: [[1]], damage: 'it ends in the middle, on line 1' },
  ]);
});
