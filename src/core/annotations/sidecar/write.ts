import type { EditorState } from '@codemirror/state';
import { deckText } from '../../deck/deck-state.ts';
import { slideIndex } from '../../deck/slide-index.ts';
import { slideTraces } from '../../deck/slide-traces.ts';
import { annotations, layers } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { fingerprint, type SlideTrace } from '../likeness.ts';
import { collectionText } from './collection-text.ts';
import { itemLines } from './item-text.ts';
import { layerJson, layersToWrite } from './layer-json.ts';
import type { KeptFields } from './read.ts';
import { entryText, lostText, nameText, slideNames, unknownSlide } from './slide-list.ts';

/**
 * The sidecar for a deck's annotations: one line for each slide, layer, annotation and reply, so that two versions of it can
 * be compared and merged by line.
 * @param kept what the sidecar had besides annotations of ours when it was read; `null` where there was none
 * @returns `null` where there is nothing to store and nothing was stored before
 */
export function sidecarText(deck: EditorState, kept: KeptFields | null): string | null {
  const all = annotations(deck);
  const sheets = [...layersToWrite(layers(deck)).map(layerJson), ...(kept?.layers ?? [])];
  if (all.length === 0 && sheets.length === 0 && kept === null) return null;
  const slides = writtenSlides(deck, all);
  const items = all.flatMap((annotation) => itemLines(annotation, slides.nameOf(annotation)));
  return collectionText({
    deck: fingerprint(deckText(deck)),
    layers: sheets.map((sheet) => JSON.stringify(sheet)),
    slides: slides.present,
    lost: slides.lost,
    items,
    context: kept?.context ?? [],
    fields: kept?.fields ?? {},
  });
}

interface WrittenSlides {
  readonly present: readonly string[];
  /** Slides with something on them that the deck has no more. */
  readonly lost: readonly string[];
  /** What names an annotation's slide within its selector. */
  readonly nameOf: (annotation: Annotation) => string;
}

function writtenSlides(deck: EditorState, all: readonly Annotation[]): WrittenSlides {
  const index = slideIndex(deck);
  const present = slideTraces(deck);
  const found = new Map<string, SlideTrace>();
  const lostName = (annotation: Annotation): string => annotation.slide || JSON.stringify(annotation.lastSlide ?? null);
  for (const annotation of all) {
    if (index.outline.place(annotation.slide) >= 0) continue;
    const trace = index.lost.get(annotation.slide) ?? annotation.lastSlide;
    if (trace !== undefined) found.set(lostName(annotation), trace);
  }
  // Slides of one text are told apart by their order.
  const lost = new Map([...found].toSorted(([, a], [, b]) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0));
  const names = slideNames([...present, ...lost.values()]).map(nameText);
  const lostPlaces = new Map([...lost.keys()].map((name, i) => [name, present.length + i]));
  const unknown = nameText({ ...unknownSlide, copy: 1 });
  return {
    present: present.map(entryText),
    lost: Array.from(lost.values(), lostText),
    nameOf: (annotation) => {
      const place = index.outline.place(annotation.slide);
      return names[place >= 0 ? place : (lostPlaces.get(lostName(annotation)) ?? -1)] ?? unknown;
    },
  };
}
