import type { EditorState } from '@codemirror/state';
import type { Comment } from '../../../../../src/core/annotations/comment.ts';
import type { Drawing } from '../../../../../src/core/annotations/drawing/drawing.ts';
import { sidecarText } from '../../../../../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../../../../../src/core/deck/deck-state.ts';
import { slideKeys, slideIndex } from '../../../../../src/core/deck/slide-index.ts';
import { box, comment, label, layer, line, stroke } from '../../../core/annotations/sample-annotations.ts';

export const deckText = `---
title: Readiness
theme: lectern-light
---

# Readiness

Two of three crews are ready

Note: Nobody may read this.

---

## Next steps

- Ask the third crew

---

## Fallback
`;

/** An id by its number. */
export const id = (number: number): string => `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const by = { creator: 'Ann Ray', created: '2026-03-02T14:00:00.000Z' };
const points = Array.from({ length: 20 }, (_, i) => ({
  x: 100 + 20 * i,
  y: Math.round(600 + 30 * Math.sin(i / 2)),
  pressure: i / 20,
  time: i * 16,
}));

/** One annotation of each kind; the last ones on the second slide. */
export function everyKind([first = '', second = '']: readonly string[]): readonly (Drawing | Comment)[] {
  return [
    stroke(first, id(1), { ...by, points, color: '#d92020', width: 8 }),
    stroke(first, id(2), { ...by, tool: 'highlighter', points: points.slice(0, 2), color: '#fdf518', width: 32 }),
    line(first, id(3), { ...by, from: { x: 700, y: 600 }, to: { x: 900, y: 400 }, color: '#2f6bff' }),
    line(first, id(4), { ...by, arrow: false, color: '#ff8c00' }),
    box(first, id(5), { ...by, x: 900, y: 100, color: '#16181d' }),
    box(first, id(6), { ...by, kind: 'ellipse', x: 800, y: 300, color: '#2fbf8a' }),
    label(first, id(7), { ...by, x: 760, y: 480, text: 'Which crew?\nどの乗員', color: '#a621b4' }),
    comment(first, id(8), {
      ...by,
      anchor: { kind: 'quote', in: 'slide', exact: 'Two of three', prefix: '', suffix: ' crews' },
      replies: [{ id: id(18), creator: '山田 太郎', created: '2026-03-02T15:00:00.000Z', text: 'はい' }],
      resolved: { by: 'Bob Oda', at: '2026-03-03T09:00:00.000Z' },
    }),
    comment(second, id(9), { ...by, anchor: { kind: 'point', x: 320, y: 240 }, text: 'Here' }),
    comment(second, id(10), { ...by, text: 'On all of it' }),
    stroke(second, id(11), { ...by, layer: 'secret', color: '#2fbf8a' }),
  ];
}

/** The deck with all of them; what lies on the hidden layer is not exported. */
export function markedDeck(): EditorState {
  // Decks of one text have the same keys.
  const annotations = everyKind(slideKeys(slideIndex(createDeck(deckText))));
  return createDeck(deckText, { annotations, layers: [layer('secret', { hidden: true })] });
}

/** Its sidecar. */
export function markedSidecar(): string {
  return sidecarText(markedDeck(), null) ?? '';
}
