import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { annotations } from '../../../../../src/core/annotations/annotation-field.ts';
import { loadAnnotations } from '../../../../../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../../../../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';

const page = readFileSync(new URL('../../../../../docs/annotations.md', import.meta.url), 'utf8');
const [, example = ''] = /```json\n(.*?)```/s.exec(page) ?? [];

it('the example in the documentation has every kind once, is read, and is what would be written', () => {
  const text = '# Readiness\n\nTwo of three crews are ready\n\n---\n\n# Next steps';
  const loaded = loadAnnotations(example, createDeck(text));
  const deck = createDeck(text, loaded);
  expect(annotations(deck).map(({ kind }) => kind)).toEqual([
    'ink',
    'ink',
    'line',
    'rectangle',
    'ellipse',
    'label',
    'comment',
    'comment',
  ]);
  expect(annotations(deck).at(-1)).toMatchObject({ slide: '', lastSlide: { number: 3 } });
  expect(sidecarText(deck, loaded.kept)).toBe(example);
});
