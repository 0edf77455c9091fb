import type { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { annotations } from '../../../../../src/core/annotations/annotation-field.ts';
import type { Annotation } from '../../../../../src/core/annotations/annotation.ts';
import { loadAnnotations } from '../../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../../src/core/annotations/sidecar/write.ts';
import { traceOf } from '../../../../../src/core/annotations/likeness.ts';
import { createDeck, deckText } from '../../../../../src/core/deck/deck-state.ts';
import { deleteSlides } from '../../../../../src/core/deck/commands/delete-slides.ts';
import { replaceText } from '../../../../../src/core/deck/commands/replace-text.ts';
import { slideBody, slideByKey, slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { comment, layer, stroke, withAnnotation } from '../sample-annotations.ts';

const key = (deck: EditorState, number: number) => slideIndex(deck).slides[number - 1]?.key ?? '';
const write = (deck: EditorState) => sidecarText(deck, null) ?? '';
const load = (sidecar: string, text: string) => createDeck(text, loadAnnotations(sidecar, createDeck(text)));
const reopen = (deck: EditorState, text = deckText(deck)) => load(write(deck), text);
const titles = (deck: EditorState) =>
  annotations(deck).map(({ slide }) => {
    const found = slideByKey(slideIndex(deck), slide);
    return found === undefined ? '' : slideBody(deck, found).split('\n')[0];
  });
const read = (sidecar: object, text = '# A') => loadAnnotations(JSON.stringify(sidecar), createDeck(text));
const only = (sidecar: object, text?: string): Annotation | undefined => read(sidecar, text).annotations[0];

describe('the sidecar', () => {
  it('brings ink back to its slide after the file was reordered and edited elsewhere', () => {
    const deck = createDeck('# First\n\nabout readiness\n\n---\n\n# Second\n\nabout deterrence\n');
    const drawn = withAnnotation(deck, stroke(key(deck, 2)));
    expect(titles(reopen(drawn))).toEqual(['# Second']);
    expect(
      titles(reopen(drawn, '# Second\n\nabout deterrence, with a word more\n\n---\n\n# First\n\nabout readiness\n')),
    ).toEqual(['# Second']);
  });

  it('prefers an id, and never puts two slides’ ink on one', () => {
    const deck = createDeck('# Same <!-- .slide: id="a" -->\n\n---\n\n# Same\n\n---\n\n# Same');
    const drawn = [1, 2, 3].reduce(
      (state, number) => withAnnotation(state, stroke(key(state, number), `n${number}`)),
      deck,
    );
    expect(annotations(reopen(drawn)).map(({ slide }) => slide)).toEqual(['s1', 's2', 's3']);
    const back = reopen(drawn, '# Same\n\n---\n\n# Renamed altogether <!-- .slide: id="a" -->\n\n---\n\n# Same');
    expect(annotations(back).map(({ slide }) => slide)).toEqual([key(back, 2), key(back, 1), key(back, 3)]);
  });

  it('does not take a slide with nothing on it for one that is like it', () => {
    const [like, drawnOn] = ['# Plan\n\nboats and planes and trains', '# Plan\n\nboats and planes and trucks'];
    const drawn = withAnnotation(createDeck(`${like}\n\n---\n\n${drawnOn}`), stroke('s2'));
    expect(titles(reopen(drawn, like))).toEqual(['']);
  });

  it('keeps ink whose slide is gone, and finds it again when the slide comes back', () => {
    const text = '# A\n\nwords of the first\n\n---\n\n# B\n\nother matters';
    const drawn = withAnnotation(createDeck(text), stroke('s2'));
    const without = reopen(drawn, '# A\n\nwords of the first');
    expect(titles(without)).toEqual(['']);
    expect(annotations(without)[0]).toMatchObject({
      slide: '',
      lastSlide: { number: 2, text: '# B\n\nother matters' },
    });
    expect(titles(reopen(reopen(without), text))).toEqual(['# B']);
  });

  it('keeps apart what was on a deleted slide and what is on its copy', () => {
    const text = '# A\n\n---\n\n# A';
    const both = [stroke('s1', 'one'), stroke('s2', 'two')].reduce(withAnnotation, createDeck(text));
    const cut = deleteSlides(both, ['s2'])?.state ?? both;
    const back = reopen(cut);
    expect(annotations(back).map(({ slide }) => slide)).toEqual(['s1', '']);
    expect(annotations(reopen(back, text)).map(({ slide }) => slide)).toEqual(['s1', 's2']);
  });

  it('remembers a slide that another program replaced', () => {
    const drawn = withAnnotation(createDeck('# A\n\n---\n\n# B\n\nother matters'), stroke('s2'));
    const replaced = replaceText(drawn, '# A\n\n---\n\nsomething else altogether', false)?.state ?? drawn;
    expect(titles(replaced)).toEqual(['']);
    expect(titles(reopen(replaced, '# B\n\nother matters'))).toEqual(['# B\n\nother matters'.split('\n')[0]]);
  });

  it('keeps what it does not know, at every level', () => {
    const drawn = withAnnotation(
      withAnnotation(createDeck('# A', { layers: [layer('own')] }), stroke('s1', 'i', { creator: 'Ann' })),
      comment('s1', 'c', {
        creator: 'Bob',
        anchor: { kind: 'point', x: 1, y: 2 },
        replies: [{ id: 'r', creator: 'Ann', created: '2026-01-01T00:00:00Z', text: 'Yes' }],
        resolved: { by: 'Ann', at: '2026-01-02T00:00:00Z' },
      }),
    );
    const file = JSON.parse(write(drawn));
    const mark = (object: Record<string, unknown>) => (object['other:field'] = { deep: [1, null] });
    mark(file);
    mark(file['lectern:layers'][0]);
    file['lectern:layers'].push({ type: 'other:Layer' });
    file['@context'].push('https://example.org/context', { other: 'https://example.org/' });
    for (const item of file.items) {
      mark(item);
      mark(item.body);
      mark(item.creator);
      if (typeof item.target !== 'string')
        [item.target, item.target.selector, item.target.selector.refinedBy].forEach(mark);
      if ('lectern:resolved' in item) [item['lectern:resolved'], item['lectern:resolved'].creator].forEach(mark);
    }
    const foreign = { type: 'Annotation', id: 'x', motivation: 'tagging', body: { value: '<b>hi</b>' } };
    file.items.push(foreign, {
      type: 'Annotation',
      id: 'orphan',
      motivation: 'replying',
      target: 'gone',
      created: '',
      body: { type: 'TextualBody', value: 'x' },
    });
    file.total += 2;
    const loaded = read(file);
    expect(loaded.annotations.map(({ kind }) => kind)).toEqual(['ink', 'comment', 'foreign', 'foreign']);
    const again = JSON.parse(sidecarText(createDeck('# A', loaded), loaded.kept) ?? '');
    expect(again).toEqual(file);
  });

  it('keeps a creator, a resolution and a refinement that it cannot read', () => {
    const file = JSON.parse(write(withAnnotation(createDeck('# A'), comment('s1', 'c'))));
    Object.assign(file.items[0], { creator: 'https://example.org/ann', 'lectern:resolved': 'yes' });
    file.items[0].target.selector.refinedBy = { type: 'FragmentSelector', value: 'x' };
    const loaded = read(file);
    expect(loaded.annotations[0]).toMatchObject({
      kind: 'comment',
      anchor: { kind: 'slide' },
      creator: '',
      resolved: null,
    });
    expect(JSON.parse(sidecarText(createDeck('# A', loaded), loaded.kept) ?? '')).toEqual(file);
  });

  it('gives the second of two annotations with one id its own', () => {
    const file = JSON.parse(write(withAnnotation(createDeck('# A'), stroke('s1', 'a'))));
    expect(read({ ...file, items: [file.items[0], file.items[0]] }).annotations.map(({ id }) => id)).toEqual([
      'a',
      'a#2',
    ]);
  });

  it('puts replies to the comment at the head of their thread, the earliest first', () => {
    const reply = (id: string, target: string, created: string) => ({
      type: 'Annotation',
      id,
      motivation: 'replying',
      created,
      target,
      body: { type: 'TextualBody', value: id, format: 'text/plain' },
    });
    const file = JSON.parse(write(withAnnotation(createDeck('# A'), comment('s1', 'c'))));
    file.items.unshift(
      reply('later', 'early', '2026-01-03T00:00:00Z'),
      reply('early', 'c', '2026-01-02T00:00:00Z'),
      reply('ring', 'gnir', ''),
      reply('gnir', 'ring', ''),
    );
    const loaded = read(file).annotations;
    expect(loaded.map(({ kind }) => kind)).toEqual(['foreign', 'foreign', 'comment']);
    expect(loaded[2]).toMatchObject({ replies: [{ id: 'early' }, { id: 'later' }] });
  });

  it.each([
    ['truncated', '{"type": "Annotation'],
    ['not a collection', '[1, 2]'],
    ['without a version', '{"items": []}'],
    ['of a newer version', '{"lectern:version": 99, "items": []}'],
  ])('that is %s is read-only and says why', (_, text) => {
    const loaded = loadAnnotations(text, createDeck('# A'));
    expect(loaded.readOnly).toBe(true);
    expect(loaded.problem?.message).toMatch(/annotations/i);
  });

  it.each([
    ['x', NaN],
    ['x', Infinity],
    ['x', 1e9],
    ['x', '<script>'],
    ['x', undefined],
    ['color', 'red'],
    ['width', 0],
  ])('does not draw ink with %s of %s, and keeps it', (name, value) => {
    const body = { type: 'lectern:Ink', tool: 'pen', color: '#ff0000', width: 2, points: [[0, 0, 0.5, 0]] };
    const item = {
      type: 'Annotation',
      id: 'i',
      motivation: 'lectern:drawing',
      created: '',
      target: { selector: { type: 'lectern:SlideSelector', fingerprint: '' } },
      body: name === 'x' ? { ...body, points: [[value, 0, 0.5, 0]] } : { ...body, [name]: value },
    };
    const sidecar = { 'lectern:version': 2, items: [item] };
    expect(only(sidecar)?.kind).toBe('foreign');
    expect(JSON.parse(sidecarText(createDeck('# A', read(sidecar)), null) ?? '').items[0].body).toEqual(
      JSON.parse(JSON.stringify(item.body)),
    );
    expect(only({ ...sidecar, items: [{ ...item, body }] })?.kind).toBe('ink');
  });

  it('is not written where there is nothing to write', () => {
    expect(sidecarText(createDeck('# A'), null)).toBeNull();
    expect(sidecarText(createDeck('# A', { layers: [layer('own')] }), null)).not.toBeNull();
  });

  it('names a slide’s text once, however much is on it', () => {
    const text = 'Words that stand on this slide alone';
    const drawn = ['a', 'b', 'c'].reduce((state, id) => withAnnotation(state, stroke('s1', id)), createDeck(text));
    expect(write(drawn).split(text)).toHaveLength(2);
  });
});

describe('a sidecar of format 1', () => {
  const trace = (body: string, number: number) => {
    const { id, fingerprint, text } = traceOf(body, null);
    return { type: 'lectern:SlideSelector', id, fingerprint, exact: text, number };
  };
  const ink = (id: string, body: string, number: number, more: object = {}) => ({
    type: 'Annotation',
    id,
    motivation: 'lectern:ink',
    created: '2026-01-01T00:00:00Z',
    target: { selector: { ...trace(body, number), 'other:selector': 1 } },
    body: { type: 'lectern:Ink', color: '#ff0000', width: 2, points: [[1, 2, 0.5, 0]], svg: 'M0 0', 'other:body': 2 },
    ...more,
  });
  const file = {
    type: 'AnnotationCollection',
    'lectern:version': 1,
    generator: 'another program',
    total: 3,
    items: [ink('a', '# B', 2), ink('b', '# Same', 4), ink('c', '# Same', 3), { id: 'x', motivation: 'other' }],
  };
  const text = '# A\n\n---\n\n# B\n\n---\n\n# Same\n\n---\n\n# Same';

  it('is read, and written in the new one', () => {
    const loaded = read(file, text);
    expect(loaded.readOnly).toBe(false);
    expect(loaded.annotations).toMatchObject([
      { kind: 'ink', tool: 'pen', id: 'a', slide: 's2', points: [{ x: 1, y: 2, pressure: 0.5, time: 0 }] },
      { id: 'b', slide: 's4' },
      { id: 'c', slide: 's3' },
      { kind: 'foreign', id: 'x' },
    ]);
    const written = JSON.parse(sidecarText(createDeck(text, loaded), loaded.kept) ?? '');
    expect(written).toMatchObject({ 'lectern:version': 2, generator: 'another program' });
    expect(written.items[0].body).not.toHaveProperty('svg');
    expect(written.items[0].body).toMatchObject({ 'other:body': 2 });
    expect(written.items[0].target.selector).toMatchObject({ 'other:selector': 1, refinedBy: { type: 'SvgSelector' } });
    expect(written.items[0].target.selector).not.toHaveProperty('exact');
    expect(load(JSON.stringify(written), text)).toSatisfy(
      (deck: EditorState) =>
        annotations(deck)
          .map(({ slide }) => slide)
          .join() === 's2,s4,s3,',
    );
  });

  it('keeps what has no slide now', () => {
    const back = reopen(createDeck('# A', read(file, '# A')), text);
    expect(annotations(back).map(({ slide }) => slide)).toEqual(['s2', 's4', 's3', '']);
  });
});
