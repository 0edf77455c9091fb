import type { EditorState } from '@codemirror/state';
import { slideIndex } from '../../deck/slide-index.ts';
import { slideTraces } from '../../deck/slide-traces.ts';
import { Failure } from '../../failure.ts';
import type { AnnotationSet } from '../annotation-field.ts';
import type { Annotation } from '../annotation.ts';
import { withDefaultLayer } from '../layer.ts';
import { matchSlides, type SlideTrace } from '../likeness.ts';
import { type Json, unknownIn } from '../unknown-fields.ts';
import { annotationFrom, type FoundPlace } from './annotation-json.ts';
import { otherContext } from './context.ts';
import { layerFrom } from './layer-json.ts';
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
  /** Why the sidecar, or a part of it, could not be read. What was not read must not be written over. */
  readonly problem: Failure | null;
  /** Whether the sidecar must be left as it is: it cannot be read, or a later version of Lectern wrote it. */
  readonly readOnly: boolean;
}

/** Where there is no sidecar. */
export const noAnnotations: LoadedAnnotations = {
  annotations: [],
  layers: withDefaultLayer([]),
  kept: null,
  problem: null,
  readOnly: false,
};

/**
 * Reads a sidecar for a deck and finds the slide of each annotation.
 * @param text the sidecar's text; `null` where there is none
 * @param deck the deck as it is now; its slide keys are the ones that the annotations name
 */
export function loadAnnotations(text: string | null, deck: EditorState): LoadedAnnotations {
  if (text === null) return noAnnotations;
  const read = readCollection(text);
  if (read instanceof Failure) return { ...noAnnotations, problem: read, readOnly: true };
  const version = read['lectern:version'];
  const later = version > formatVersion;
  const parsed = version === 1 ? upgraded(read) : read;
  const layers = parsed['lectern:layers'].map(layerFrom);
  return {
    annotations: annotationsIn(parsed, deck),
    layers: withDefaultLayer(distinct(layers.flatMap((layer) => layer ?? []))),
    kept: {
      fields: unknownIn(parsed, collectionFields) ?? {},
      context: otherContext(parsed['@context']),
      layers: parsed['lectern:layers'].filter((_, i) => layers[i] === null),
    },
    problem: later
      ? new Failure({
          code: 'read-only',
          message: `The annotations are of format ${version}; this version of Lectern writes format ${formatVersion}.`,
          wayOut: 'They are shown, and left as they are: use the newer Lectern to change them.',
        })
      : null,
    readOnly: later,
  };
}

const collectionFields = fieldsOf(collection);

function readCollection(text: string): Collection | Failure {
  const unreadable = (cause: string) =>
    new Failure({
      code: 'unreadable',
      message: `The annotations file cannot be read: ${cause}.`,
      wayOut:
        'The deck is open without them and their file is left as it is: repair it, or move it away to start afresh.',
    });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : String(error));
  }
  const parsed = collection.safeParse(json);
  return parsed.success
    ? parsed.data
    : unreadable('it is JSON, but not a collection of annotations that Lectern wrote');
}

function annotationsIn({ items, ...parts }: Collection, deck: EditorState): readonly Annotation[] {
  const placeOf = placesIn(parts['lectern:slides'], parts['lectern:lost'], items, deck);
  return threaded(items.map((item) => annotationFrom(item, placeOf(item))));
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
): (item: Json) => FoundPlace {
  const traces: SlideTrace[] = [
    ...slides.map((entry, i) => entryFrom(entry, i + 1)),
    ...lost.map((entry) => entryFrom(entry, undefined)),
  ];
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
  const found = matchSlides(traces, slideTraces(deck)).map((place) => keys[place] ?? '');
  const places = traces.map((trace, i): FoundPlace => {
    const slide = found[i] ?? '';
    return slide !== '' || trace === unknownSlide ? { slide } : { slide, lastSlide: trace };
  });
  return (item) => places[itemTraces.get(item) ?? -1] ?? { slide: '' };
}

function wordOf({ fingerprint, copy }: SlideName): string {
  return `${fingerprint} ${copy}`;
}

/** The first of those that share an id. */
function distinct<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.toReversed().map((each) => [each.id, each])).values()].toReversed();
}
