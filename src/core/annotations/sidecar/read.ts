import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../../deck/slide-index.ts';
import { slideTraces } from '../../deck/slide-traces.ts';
import type { Failure } from '../../failure.ts';
import type { AnnotationSet } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { withDefaultLayer } from '../layer.ts';
import type { SlideTrace } from '../likeness.ts';
import { matchSlides } from '../match-slides.ts';
import { asJson, type Json, unknownIn } from '../unknown-fields.ts';
import { annotationFrom, type FoundPlace } from './annotation-json.ts';
import { otherContext } from './context.ts';
import { salvageJson } from './damaged-json.ts';
import { layerFrom } from './layer-json.ts';
import { newer, ofAnotherDeck, readInPart, unreadable } from './problems.ts';
import { type Collection, collection, fieldsOf, formatVersion } from './schema.ts';
import { entryFrom, nameIn, type SlideName, slideNames, unknownSlide } from './slide-list.ts';
import { threaded } from './threads.ts';
import { upgraded } from './upgrade.ts';

/** What of a sidecar is no annotation of ours, and has to be in it again when it is written. */
export interface KeptFields {
  /** Fields of the collection. */
  readonly fields: Json;
  /** What others added to its `@context`. */
  readonly context: readonly unknown[];
  /** Entries among the layers that are none. */
  readonly layers: readonly unknown[];
}

/** What a sidecar holds, its annotations on the slides where they belong. */
export interface LoadedAnnotations extends AnnotationSet {
  /** For {@link sidecarText}; `null` where there is no file, or it cannot be read. */
  readonly kept: KeptFields | null;
  /** What should be known about the sidecar: it is damaged, newer than this version, or of another deck. */
  readonly problem: Failure | null;
  /** Whether the sidecar must be left as it is: a later version of Lectern wrote it. */
  readonly readOnly: boolean;
  /** Whether not all of it could be read: it must be kept under another name before one is written in its place. */
  readonly damaged: boolean;
}

/** Where there is no sidecar. */
export const noAnnotations: LoadedAnnotations = {
  annotations: [],
  layers: withDefaultLayer([]),
  kept: null,
  problem: null,
  readOnly: false,
  damaged: false,
};

/**
 * Reads a sidecar for a deck and finds the slide of each annotation.
 * @param text the sidecar's text; `null` where there is none
 * @param deck the deck as it is now; its slide keys are the ones that the annotations name
 * @param traces by what its slides are found, where the sidecar does not know all of their text; else by all of it
 */
export function loadAnnotations(
  text: string | null,
  deck: EditorState,
  traces?: readonly SlideTrace[],
): LoadedAnnotations {
  if (text === null) return noAnnotations;
  const { json, damage } = readJson(text);
  const version = asJson(json)['lectern:version'];
  const later = typeof version === 'number' && version > formatVersion;
  const read = collection.safeParse(json);
  if (!read.success) {
    if (later) return { ...noAnnotations, problem: newer(version), readOnly: true };
    const cause = damage ?? 'it is JSON, but not a collection of annotations that Lectern wrote';
    return { ...noAnnotations, problem: unreadable(cause), damaged: true };
  }
  const parsed = version === 1 ? upgraded(read.data) : read.data;
  const layers = parsed['lectern:layers'].map(layerFrom);
  const { annotations, strange } = annotationsIn(parsed, deck, traces ?? slideTraces(deck));
  return {
    annotations,
    layers: withDefaultLayer(distinct(layers.flatMap((layer) => layer ?? []))),
    kept: {
      fields: unknownIn(parsed, collectionFields) ?? {},
      context: otherContext(parsed['@context']),
      layers: parsed['lectern:layers'].filter((_, i) => layers[i] === null),
    },
    problem: later ? newer(version) : damage !== null ? readInPart(damage, annotations.length) : strange,
    readOnly: later,
    damaged: damage !== null,
  };
}

const collectionFields = fieldsOf(collection);

/** The sidecar's JSON, and what is wrong with it, if something is. */
function readJson(text: string): { readonly json: unknown; readonly damage: string | null } {
  try {
    return { json: JSON.parse(text), damage: null };
  } catch (error) {
    const salvaged = salvageJson(text);
    if (salvaged !== null) return { json: salvaged.value, damage: salvaged.damage };
    return { json: null, damage: error instanceof Error ? error.message : String(error) };
  }
}

interface ReadAnnotations {
  readonly annotations: readonly Annotation[];
  /** That they belong to another deck, where none of their slides is in this one. */
  readonly strange: Failure | null;
}

function annotationsIn(
  { items, ...parts }: Collection,
  deck: EditorState,
  now: readonly SlideTrace[],
): ReadAnnotations {
  const slides = parts['lectern:slides'];
  const { placeOf, found } = placesIn(slides, parts['lectern:lost'], items, deck, now);
  const annotations = threaded(items.map((item) => annotationFrom(item, placeOf(item))));
  const isStrange = slides.length > 0 && found === 0 && annotations.length > 0;
  return { annotations, strange: isStrange ? ofAnotherDeck(slides.length) : null };
}

interface FoundPlaces {
  readonly placeOf: (item: Json) => FoundPlace;
  /** How many slides of the file are in the deck. */
  readonly found: number;
}

/**
 * Finds the slides that items name. All slides that the deck had are looked for, not only those with something on them: so
 * none is taken for another that is still there.
 */
function placesIn(
  slides: readonly unknown[],
  lost: readonly unknown[],
  items: readonly Json[],
  deck: EditorState,
  now: readonly SlideTrace[],
): FoundPlaces {
  const present = slides.map((entry, i) => entryFrom(entry, i + 1));
  const traces: SlideTrace[] = [...present, ...lost.map((entry) => entryFrom(entry, undefined))];
  const named = new Map(slideNames(traces).map((name, i) => [wordOf(name), i]));
  const byId = new Map(traces.flatMap(({ id }, i) => (id === null ? [] : [[id, i] as const])));
  const traceOf = (name: SlideName): number => {
    const { id, fingerprint } = name;
    const found = (fingerprint === '' ? undefined : named.get(wordOf(name))) ?? byId.get(id ?? '');
    if (found !== undefined) return found;
    // The list says nothing of it, as after a merge by hand.
    if (fingerprint !== '') named.set(wordOf(name), traces.length);
    if (id !== null) byId.set(id, traces.length);
    return traces.push({ id, fingerprint, text: '' }) - 1;
  };
  const itemTraces = new Map(
    items.map((item) => {
      const name = nameIn(item);
      return [item, name === null || (name.fingerprint === '' && name.id === null) ? -1 : traceOf(name)];
    }),
  );
  const keys = slideIndex(deck).slides.map(({ key }) => key);
  const found = matchSlides(present, now, traces.slice(present.length)).map((place) => keys[place] ?? '');
  const places = traces.map((trace, i): FoundPlace => {
    const slide = found[i] ?? '';
    return slide !== '' || trace === unknownSlide ? { slide } : { slide, lastSlide: trace };
  });
  return {
    placeOf: (item) => places[itemTraces.get(item) ?? -1] ?? { slide: '' },
    found: found.filter((key) => key !== '').length,
  };
}

function wordOf({ fingerprint, copy }: SlideName): string {
  return `${fingerprint} ${copy}`;
}

/** The first of those that share an id. */
function distinct<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((each) => [each.id, each])).values()].toReversed();
}
