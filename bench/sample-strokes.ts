import type { Annotation } from '../src/core/annotations/annotation.ts';
import type { InkPoint } from '../src/core/annotations/drawing/ink.ts';
import { defaultLayerId } from '../src/core/annotations/layer.ts';
import { sidecarText } from '../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../src/core/deck/deck-state.ts';
import { slideIndex } from '../src/core/deck/slide-index.ts';

/** Points of a stroke, as a hand of moderate speed makes them. */
const points = 40;

/**
 * The sidecar of a deck with so many strokes, of which so many are on its first slide and the rest spread over the others;
 * every tenth is a highlight.
 */
export function sampleSidecar(deck: string, strokes: number, onFirst: number): string {
  const state = createDeck(deck);
  const [first, ...others] = slideIndex(state).slides.map(({ key }) => key);
  const annotations = Array.from({ length: strokes }, (_, i) => {
    const slide = i < onFirst ? first : others[i % others.length];
    return stroke(i, slide ?? '');
  });
  return sidecarText(createDeck(deck, { annotations }), null) ?? '';
}

function stroke(number: number, slide: string): Annotation {
  const tool = number % 10 === 9 ? 'highlighter' : 'pen';
  const [x, y] = [40 + ((number * 137) % 1000), 60 + ((number * 89) % 580)];
  return {
    kind: 'ink',
    id: `urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    slide,
    layer: defaultLayerId,
    creator: 'Benchmark',
    created: '2026-01-01T00:00:00.000Z',
    tool,
    color: tool === 'pen' ? '#d92020' : '#fdf518',
    width: tool === 'pen' ? 8 : 28,
    points: Array.from({ length: points }, (_p, i): InkPoint => ({
      x: x + i * 4,
      y: y + 20 * Math.sin(i / 4 + number),
      pressure: 0.3 + 0.4 * Math.abs(Math.sin(i / 9)),
      time: i * 9,
    })),
  };
}
