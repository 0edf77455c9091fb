import type { EditorState } from '@codemirror/state';
import type { Annotation } from '../src/core/annotations/annotation.ts';
import type { Comment } from '../src/core/annotations/comment.ts';
import type { InkStroke } from '../src/core/annotations/drawing/ink.ts';
import { loadAnnotations } from '../src/core/annotations/sidecar/read.ts';
import { sidecarText } from '../src/core/annotations/sidecar/write.ts';
import { createDeck } from '../src/core/deck/deck-state.ts';
import { slideBody, slideIndex } from '../src/core/deck/slide-index.ts';
import { median } from './median.ts';
import { sampleDeck } from './sample-deck.ts';

const rounds = 15;
const slides = 1000;

const fields = (deck: EditorState, i: number) => ({
  id: `urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  slide: slideIndex(deck).slides[i % slides]?.key ?? '',
  layer: 'default',
  creator: 'Bench Mark',
  created: '2026-03-02T14:00:00.000Z',
});

const comment = (deck: EditorState, i: number): Comment => ({
  kind: 'comment',
  ...fields(deck, i),
  anchor: { kind: 'slide' },
  text: `Comment ${i} on what this slide says`,
  replies: [],
  resolved: null,
});

/** 40 points, as a word written by hand has them. */
const stroke = (deck: EditorState, i: number): InkStroke => ({
  kind: 'ink',
  ...fields(deck, i),
  tool: 'pen',
  points: Array.from({ length: 40 }, (_, n) => ({
    x: 100 + n * 3.17 + (i % 50),
    y: 200 + Math.round(Math.sin(n / 3) * 2000) / 100,
    pressure: 0.5,
    time: n * 8,
  })),
  color: '#d92d20',
  width: 4,
});

const annotated = (text: string, make: (deck: EditorState, i: number) => Annotation, many: number): EditorState => {
  const plain = createDeck(text);
  return createDeck(text, { annotations: Array.from({ length: many }, (_, i) => make(plain, i)) });
};

/** The text of a deck whose slides all were edited, and brought into another order. */
function changed(text: string, edit: (body: string, i: number) => string): string {
  const deck = createDeck(text);
  const bodies = slideIndex(deck).slides.map((slide, i) => edit(slideBody(deck, slide), i));
  return [...bodies.filter((_, i) => i % 3 !== 0), ...bodies.filter((_, i) => i % 3 === 0)].join('\n\n---\n\n');
}

function measured(work: () => void): number {
  const times: number[] = [];
  for (let round = -3; round < rounds; round++) {
    const start = performance.now();
    work();
    if (round >= 0) times.push(performance.now() - start);
  }
  return median(times);
}

/** Slides that differ by a number or two, as pages of a template do. */
const template = Array.from(
  { length: slides },
  (_, i) =>
    `## Status\n\n- Crews ready: ${i % 40} of 40\n- Aircraft: ${i % 13} of 13\n- Fuel, spares and weapons as planned`,
).join('\n\n---\n\n');

/** Annotations found again on slides that all changed, and 5,000 strokes written to their file. */
export function run(): void {
  console.log('1,000 annotations on 1,000 slides that were all edited and reordered (under 200 ms)');
  const cases = {
    'briefings, a sentence more each': [
      sampleDeck(slides),
      (body: string, i: number) => `${body} And ${i} more words.`,
    ],
    'briefings, a line less each': [sampleDeck(slides), (body: string) => body.replace(/\n[^\n]+$/, '')],
    'pages of one template': [template, (body: string, i: number) => `${body}\n- As of day ${i}`],
  } as const;
  for (const [name, [text, edit]] of Object.entries(cases)) {
    const sidecar = sidecarText(annotated(text, comment, 1000), null);
    const later = createDeck(changed(text, edit));
    const { annotations } = loadAnnotations(sidecar, later);
    const found = annotations.filter(({ slide }) => slide !== '').length;
    // What a deck knows of its slides is kept with it: a new one each time.
    const fresh = Array.from({ length: rounds + 3 }, () => createDeck(changed(text, edit)));
    const ms = measured(() => void loadAnnotations(sidecar, fresh.pop() ?? later));
    console.log(`  ${name.padEnd(34)} ${ms.toFixed(0).padStart(5)} ms, ${found} found`);
  }

  console.log('the annotations’ file of 5,000 strokes of 40 points (under 50 ms)');
  const text = sampleDeck(slides);
  const decks = Array.from({ length: rounds + 3 }, () => annotated(text, stroke, 5000));
  const first = measured(() => void sidecarText(decks.pop() ?? annotated(text, stroke, 5000), null));
  const deck = annotated(text, stroke, 5000);
  const again = measured(() => void sidecarText(deck, null));
  const megabytes = ((sidecarText(deck, null)?.length ?? 0) / 1e6).toFixed(1);
  console.log(`  written again, as with each save   ${again.toFixed(0).padStart(5)} ms, ${megabytes} MB`);
  console.log(`  the first time                     ${first.toFixed(0).padStart(5)} ms`);
}
